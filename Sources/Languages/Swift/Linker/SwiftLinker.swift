import GraphModel
import LanguageSupport

/// Resolves the references of all Swift files into edges.
struct SwiftLinker: Sendable {
  private let program: Program
  private var model: SwiftModel
  /// The nodes of what lies outside, by the number of the name and by declaration.
  private var externalNames = DeclarationMap<NodeIndex>()
  private var externalDeclarations = DeclarationMap<NodeIndex>()

  /// The files whose references are resolved, by their numbers in the graph; nil for all.
  private let files: Set<Int32>?

  init(_ program: Program, only files: Set<Int32>? = nil) {
    self.program = program
    self.files = files
    model = SwiftModel(program)
  }

  mutating func link(into graph: inout GraphBuilder) {
    let units = model.units.indices.filter { model.units[$0].file >= 0 && isWanted(model.units[$0]) }
    if program.threads > 1 && units.count >= Self.leastForThreads {
      UnitThreads(units, threads: min(program.threads, Self.mostThreads)).link(self, into: &graph)
    } else {
      link(units: units[...], into: &graph)
    }
    emitOverrides(into: &graph)
  }

  /// Adds the edges of the references in these files.
  mutating func link(units: ArraySlice<Int>, into graph: inout GraphBuilder) {
    // Their nodes are those of another builder.
    externalNames = [:]
    externalDeclarations = [:]
    for unit in units {
      model.link(unit: Int32(unit))
      emitImports(unit: unit, into: &graph)
      emit(unit: unit, into: &graph)
    }
  }

  /// Starting threads takes longer than evaluating a few files.
  private static let leastForThreads = 16
  /// Each has what it finds out about declarations by itself, in memory of its own.
  private static let mostThreads = 4

  private func isWanted(_ unit: SourceUnit) -> Bool {
    files?.contains(program.fileIndices[unit.file]) ?? true
  }

  /// `import struct Module.Name` imports that declaration too.
  private mutating func emitImports(unit number: Int, into graph: inout GraphBuilder) {
    let unit = model.units[number]
    let facts = unit.facts
    for item in facts.imports where item.name != .empty {
      let module = String(facts.names.string(item.module).prefix { $0 != "." })
      let name = facts.names.string(item.name)
      let position = facts.lines.position(item.nameStart)
      let source = program.source(file: unit.file, definition: item.owner)
      var targets: [NodeIndex] = []
      if let found = model.declared(name, in: module) {
        for target in found {
          if let node = node(of: target, &graph) { targets.append(node) }
        }
      } else {
        targets = [graph.external(module + "." + name, language: .swift)]
      }
      for target in targets {
        graph.add(
          Edge(
            kind: .imports, source: source, target: target, file: program.fileIndices[unit.file],
            position: position, resolution: targets.count > 1 ? .ambiguous : .exact,
            candidates: Int32(targets.count)))
      }
    }
  }

  // MARK: Edges of references

  private mutating func emit(unit number: Int, into graph: inout GraphBuilder) {
    let unit = model.units[number]
    let facts = unit.facts
    for (index, finding) in model.findings.enumerated() {
      let reference = facts.references[index]
      if reference.role == .write && reference.detail != .empty { continue }
      // Documents leave out what everybody knows, and make up what they need.
      if unit.isSnippet, finding.state != .resolved { continue }
      switch finding.state {
      case .local: continue
      case .none, .unresolved:
        graph.add(
          UnresolvedReference(
            kind: Self.kind(of: reference.role), name: facts.names.string(reference.name),
            source: program.source(file: unit.file, definition: reference.owner),
            file: program.fileIndices[unit.file], position: facts.lines.position(reference.offset),
            reason: finding.state == .none ? "not evaluated" : model.text(finding.text)))
      case .external:
        add(
          Self.kind(of: reference.role), to: external(named: finding.text, &graph),
          finding, reference, unit, &graph)
      case .resolved: emit(finding, reference, unit, &graph)
      }
    }
    for node in model.valueCalls.keys.sorted() {
      guard let call = model.valueCalls[node], let offset = site(ofCall: node, unit) else { continue }
      let owner = call.scope >= 0 ? model.declaration(call.scope).definition : -1
      let written = Reference(role: .call, name: .empty, offset: offset, scope: 0, owner: owner)
      emit(call.finding, written, unit, &graph)
    }
  }

  /// Where the arguments of a call begin: after the callee's name, or where the tree says.
  private mutating func site(ofCall node: TreeID, _ unit: SourceUnit) -> UInt32? {
    let written = model.nodes[Int(node)].value
    if written > 0 { return UInt32(written - 1) }
    let callee = model.firstChild(node)
    guard callee >= 0 else { return nil }
    let index = Int(model.nodes[Int(callee)].reference - unit.firstReference)
    guard unit.facts.references.indices.contains(index) else { return nil }
    let reference = unit.facts.references[index]
    return reference.offset &+ UInt32(unit.facts.names.bytes(reference.name).count)
  }

  private mutating func emit(
    _ finding: Finding, _ reference: Reference, _ unit: SourceUnit, _ graph: inout GraphBuilder
  ) {
    for target in finding.targets where !unit.isSnippet || model.isInternal(target) {
      guard let node = node(of: target, &graph) else { continue }
      let kind = Self.edgeKind(finding, reference, model.declaration(target), unit)
      add(kind, to: node, finding, reference, unit, &graph)
      if kind == .writes, finding.access == .readAndWrite {
        add(.reads, to: node, finding, reference, unit, &graph)
      }
      if kind == .calls, !unit.isSnippet, isTest(reference.owner, unit), model.isInternal(target),
        model.module(of: target) != unit.module
      {
        add(.tests, to: node, finding, reference, unit, &graph)
      }
    }
    guard finding.made >= 0, !unit.isSnippet || model.isInternal(finding.made),
      let made = node(of: finding.made, &graph)
    else { return }
    switch reference.role {
    case .decorator: add(.decorates, to: made, Finding(), reference, unit, &graph)
    case .call: add(.instantiates, to: made, Finding(), reference, unit, &graph)
    default: add(.references, to: made, Finding(), reference, unit, &graph)
    }
  }

  private mutating func add(
    _ kind: EdgeKind, to target: NodeIndex, _ finding: Finding, _ reference: Reference, _ unit: SourceUnit,
    _ graph: inout GraphBuilder
  ) {
    let count = finding.targets.count
    graph.add(
      Edge(
        kind: kind, source: program.source(file: unit.file, definition: reference.owner), target: target,
        file: program.fileIndices[unit.file], position: unit.facts.lines.position(reference.offset),
        resolution: count > 1 ? .ambiguous : finding.isInferred ? .inferred : .exact,
        candidates: Int32(max(1, count))))
  }

  private static func kind(of role: Reference.Role) -> EdgeKind {
    switch role {
    case .call: .calls
    case .read: .reads
    case .write: .writes
    case .base: .conforms
    case .decorator: .decorates
    case .extended: .extends
    default: .references
    }
  }

  private static func edgeKind(
    _ finding: Finding, _ reference: Reference, _ target: Declaration, _ unit: SourceUnit
  ) -> EdgeKind {
    switch reference.role {
    case .call: return finding.isValueCall ? .reads : .calls
    case .base:
      let own = reference.owner >= 0 ? unit.facts.definitions[Int(reference.owner)].kind : .file
      return own == .class && target.kind == .class || own == .protocol && target.kind == .protocol
        ? .inherits : .conforms
    case .decorator: return target.isTypeLike || target.kind == .macro ? .decorates : .calls
    case .extended: return .extends
    case .type: return .references
    default:
      switch target.kind {
      case .property, .variable, .subscript:
        return reference.role == .write || finding.access != .plain ? .writes : .reads
      default: return .references
      }
    }
  }

  /// The node of a declaration: its own, or one for what lies outside. Generic parameters of functions have
  /// none.
  private mutating func node(of target: DeclID, _ graph: inout GraphBuilder) -> NodeIndex? {
    let item = model.declaration(target)
    if item.unit >= 0, model.units[Int(item.unit)].file >= 0 {
      guard item.definition >= 0 else { return nil }
      let node = program.definitionNodes[model.units[Int(item.unit)].file][Int(item.definition)]
      return node >= 0 ? node : nil
    }
    if item.unit >= 0 && item.definition < 0 { return nil }
    if let known = externalDeclarations[target] { return known }
    let made = graph.external(model.externalName(of: target), language: .swift)
    externalDeclarations[target] = made
    return made
  }

  private mutating func external(named name: Name, _ graph: inout GraphBuilder) -> NodeIndex {
    if let known = externalNames[name] { return known }
    let made = graph.external(model.text(name), language: .swift)
    externalNames[name] = made
    return made
  }

  /// True inside functions that are tests.
  private mutating func isTest(_ owner: DefinitionIndex, _ unit: SourceUnit) -> Bool {
    var current = owner
    while current >= 0 {
      let item = unit.facts.definitions[Int(current)]
      if item.kind == .method || item.kind == .function {
        for attribute in item.attributes {
          let text = unit.facts.names.bytes(attribute)
          if text.elementsEqual("Test".utf8) || text.starts(with: "Test(".utf8) { return true }
        }
        let name = unit.facts.names.bytes(item.name)
        if name.starts(with: "test".utf8), model.isTestCase(current + unit.firstDeclaration) { return true }
      }
      current = item.parent
    }
    return false
  }

  // MARK: Overrides

  private mutating func emitOverrides(into graph: inout GraphBuilder) {
    for item in model.overrides() {
      let own = model.declaration(item.member)
      guard isWanted(model.units[Int(own.unit)]) else { continue }
      guard let source = node(of: item.member, &graph), let target = node(of: item.overridden, &graph)
      else { continue }
      let unit = model.units[Int(own.unit)]
      let position = unit.facts.lines.position(unit.facts.definitions[Int(own.definition)].nameStart)
      graph.add(
        Edge(
          kind: .overrides, source: source, target: target, file: program.fileIndices[unit.file],
          position: position))
    }
  }
}

extension SwiftModel {
  /// The declarations of that name at the top level of a module; nil for modules that are not known.
  func declared(_ name: String, in module: String) -> [DeclID]? {
    guard let number = moduleNumbers[module] else { return nil }
    var interner = interner
    var name = name
    // The buffer is used inside the closure only.
    let word = name.withUTF8 { interner.intern($0) }
    let found = table[Self.tableKey(Self.moduleContainer(number), word)] ?? []
    return found.isEmpty ? nil : found
  }

  /// `Module.Type.member(labels)` of what lies outside.
  func externalName(of declaration: DeclID) -> String {
    let item = declarations[Int(declaration)]
    guard item.unit >= 0 else { return text(item.name) }
    var parts = [text(item.name)]
    if item.isFunctionLike { parts[0] += labelsAsWritten(item) }
    var current = container(of: declaration)
    while current >= 0 {
      parts.append(text(declarations[Int(current)].name))
      current = container(of: current)
    }
    parts.append(modules[Int(units[Int(item.unit)].module)])
    return parts.reversed().joined(separator: ".")
  }

  private func labelsAsWritten(_ item: Declaration) -> String {
    guard item.definition >= 0 else { return "" }
    let facts = units[Int(item.unit)].facts
    return facts.names.string(facts.definitions[Int(item.definition)].labels)
  }

  /// True for methods of classes that descend from XCTest's `XCTestCase`.
  mutating func isTestCase(_ method: DeclID) -> Bool {
    let type = container(of: method)
    guard type >= 0 else { return false }
    for ancestor in lineage(of: type) where text(declarations[Int(types.head(ancestor))].name) == "XCTestCase"
    {
      return true
    }
    return false
  }
}
