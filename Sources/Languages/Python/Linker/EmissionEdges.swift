import GraphModel
import LanguageSupport

/// Writing edges: kinds, nodes, and references that nothing was found for.
extension Emission {
  /// The same reference as a read.
  func reading(_ reference: Reference) -> Reference {
    var result = reference
    result.role = .read
    return result
  }

  /// True for variables and attributes, as against classes, functions and properties.
  func isData(_ definition: Int32) -> Bool {
    let (file, index) = symbols.place(of: definition)
    switch analysis.world.files[file].facts.definitions[index].kind {
    case .variable: return true
    case .property: return analysis.functionOfDefinition[Int(definition)] < 0
    default: return false
    }
  }

  mutating func add(
    _ symbol: Symbol, _ reference: Reference, _ resolution: Resolution, _ candidates: Int32,
    _ graph: inout GraphBuilder
  ) {
    let site = EdgeSite(
      source: source(reference), file: program.fileIndices[analysis.world.files[file].programFile],
      position: facts.lines.position(reference.offset), resolution: resolution, candidates: candidates)
    switch symbol {
    case .definition(let definition): addDefinition(definition, reference.role, site, &graph)
    case .module(let module):
      let structure = analysis.world.modules[Int(module)].structure
      if structure >= 0, let nodes = program.structureNodes[.python] {
        graph.add(site.edge(Self.kind(reference.role, .module), nodes[structure]))
      } else if !isSnippet {
        let node = external(analysis.world.modules[Int(module)].name, &graph)
        graph.add(site.edge(Self.kind(reference.role, .module), node))
      }
    case .external(let name):
      // What documents use from outside of the tree says nothing about the tree.
      guard !isSnippet else { return }
      graph.add(site.edge(Self.kind(reference.role, .external), external(name, &graph)))
    case .lambda(let number): if let node = lambdaNodes[number] { graph.add(site.edge(.calls, node)) }
    case .local, .missing: return
    }
  }

  private mutating func addDefinition(
    _ definition: Int32, _ role: Reference.Role, _ site: EdgeSite, _ graph: inout GraphBuilder
  ) {
    let (file, index) = symbols.place(of: definition)
    let source = analysis.world.files[file]
    let kind = source.facts.definitions[index].kind
    if source.isOutside {
      guard !isSnippet else { return }
      let name = dottedName(file, index)
      graph.add(site.edge(Self.kind(role, .external), external(name, &graph)))
      return
    }
    let node = program.definitionNodes[source.programFile][index]
    guard node >= 0 else { return }
    guard role == .call, kind == .class else {
      graph.add(site.edge(Self.kind(role, kind), node))
      return
    }
    addConstruction(definition, node, site, &graph)
  }

  /// A call of a class: it makes an instance, and runs the initializer where the class itself writes one.
  mutating func addConstruction(
    _ definition: Int32, _ node: NodeIndex, _ site: EdgeSite, _ graph: inout GraphBuilder
  ) {
    graph.add(site.edge(.instantiates, node))
    var callee = node
    let number = analysis.classOfDefinition[Int(definition)]
    if number >= 0 {
      var found = analysis.member(analysis.world.known.initializer, of: number)
      if found < 0 { found = analysis.member(analysis.world.known.new, of: number) }
      if found >= 0, analysis.members[Int(found)].definition >= 0 {
        let (file, index) = symbols.place(of: analysis.members[Int(found)].definition)
        callee = program.definitionNodes[analysis.world.files[file].programFile][index]
      }
    }
    graph.add(site.edge(.calls, callee))
  }

  func external(_ name: Int32, _ graph: inout GraphBuilder) -> NodeIndex {
    graph.external(analysis.world.names.string(name), language: .python)
  }

  /// The dotted name of a definition of the standard library.
  mutating func dottedName(_ file: Int, _ index: Int) -> Int32 {
    let source = analysis.world.files[file]
    var path: [NameID] = []
    var current = DefinitionIndex(index)
    while current >= 0 {
      path.append(source.facts.definitions[Int(current)].name)
      current = source.facts.definitions[Int(current)].parent
    }
    var name = analysis.world.modules[Int(source.module)].name
    for part in path.reversed() {
      let own = analysis.world.name(file, part)
      name = analysis.world.names.join(name, own)
    }
    return name
  }

  static func kind(_ role: Reference.Role, _ target: NodeKind) -> EdgeKind {
    switch role {
    case .call: return .calls
    case .base: return .inherits
    case .decorator: return .decorates
    case .type: return .references
    case .write, .delete: return .writes
    default:
      switch target {
      case .variable, .property: return .reads
      default: return .references
      }
    }
  }

  /// The kind that a reference without a target would have had.
  private static func kind(_ role: Reference.Role) -> EdgeKind {
    role == .read ? .reads : kind(role, .class)
  }

  func addUnresolved(_ reference: Reference, _ reason: PythonReason, _ graph: inout GraphBuilder) {
    // Documents leave out what everybody knows, and make up what they need.
    guard !isSnippet else { return }
    let programFile = analysis.world.files[file].programFile
    graph.add(
      UnresolvedReference(
        kind: Self.kind(reference.role), name: facts.names.string(reference.name),
        source: source(reference),
        file: program.fileIndices[programFile], position: facts.lines.position(reference.offset),
        reason: reason.rawValue))
  }

  // MARK: What no name stands for

  /// Calls of results, and calls that the language makes.
  mutating func emitImplicitCalls(into graph: inout GraphBuilder) {
    for call in analysis.implicitCalls {
      let source = analysis.world.files[Int(call.file)]
      guard emits(Int(call.file)) else { continue }
      let targets =
        call.method == Names.empty ? callees(call.slot) : methods(call.method, ofValuesIn: call.slot)
      let inside = targets.filter { isInside($0) }
      let resolution: Resolution = inside.count == 1 ? .inferred : .ambiguous
      let site = EdgeSite(
        source: program.source(file: source.programFile, definition: call.owner),
        file: program.fileIndices[source.programFile], position: source.facts.lines.position(call.offset),
        resolution: resolution, candidates: Int32(inside.count))
      for symbol in inside {
        if case .lambda(let number) = symbol, let node = lambdaNodes[number] {
          graph.add(site.edge(.calls, node))
        } else if case .definition(let definition) = symbol {
          addDefinition(definition, .call, site, &graph)
        }
      }
    }
  }

  private func isInside(_ symbol: Symbol) -> Bool {
    if case .lambda = symbol { return true }
    guard case .definition(let definition) = symbol else { return false }
    return !analysis.world.files[symbols.place(of: definition).file].isOutside
  }

  /// The methods of that name of the values' classes.
  private mutating func methods(_ name: Int32, ofValuesIn slot: Int32) -> [Symbol] {
    var result: [Symbol] = []
    for object in analysis.graph.values(slot) {
      // What an instance's call runs stands at the name that is called; a class's is its metaclass's.
      var owner = name == analysis.world.known.call ? -1 : analysis.classOf(object)
      if analysis.objects.kind(object) == .class {
        owner = analysis.metaclass(of: analysis.objects.a(object)) ?? -1
      }
      guard owner >= 0 else { continue }
      let found = analysis.lookUp(name, in: owner)
      guard found >= 0, analysis.members[Int(found)].definition >= 0 else { continue }
      let symbol = Symbol.definition(analysis.members[Int(found)].definition)
      if !isData(analysis.members[Int(found)].definition), !result.contains(symbol) { result.append(symbol) }
    }
    return result
  }

  /// What is passed to a function of the standard library that calls it is called, where its name stands.
  mutating func emitCallbacks(into graph: inout GraphBuilder) {
    for item in analysis.callbacks {
      guard let found = place(ofReference: item.reference), emits(found.file) else {
        continue
      }
      let targets = callees(item.slot).filter { isInside($0) }
      file = found.file
      facts = analysis.world.files[file].facts
      var reference = facts.references[found.index]
      reference.role = .call
      let resolution: Resolution = targets.count == 1 ? .inferred : .ambiguous
      for target in targets { add(target, reference, resolution, Int32(targets.count), &graph) }
    }
  }

  /// `import_module("a.b")`: the module is imported, where the call's parenthesis stands.
  mutating func emitDynamicImports(into graph: inout GraphBuilder) {
    for item in analysis.dynamicImports {
      let source = analysis.world.files[Int(item.file)]
      guard emits(Int(item.file)) else { continue }
      let node: NodeIndex
      switch item.module {
      case .module(let module) where analysis.world.modules[Int(module)].structure >= 0:
        guard let nodes = program.structureNodes[.python] else { continue }
        node = nodes[analysis.world.modules[Int(module)].structure]
      case .module(let module): node = external(analysis.world.modules[Int(module)].name, &graph)
      case .external(let name): node = external(name, &graph)
      case .variable, .missing: continue
      }
      let site = EdgeSite(
        source: program.source(file: source.programFile, definition: item.owner),
        file: program.fileIndices[source.programFile], position: source.facts.lines.position(item.offset),
        resolution: .exact, candidates: 1)
      graph.add(site.edge(.imports, node))
    }
  }

  /// `raise Error`: a class that is raised is called.
  mutating func emitRaises(into graph: inout GraphBuilder) {
    for item in analysis.raisedReferences {
      guard let found = place(ofReference: item.reference) else { continue }
      let source = analysis.world.files[found.file]
      guard emits(found.file) else { continue }
      let reference = source.facts.references[found.index]
      let site = EdgeSite(
        source: program.source(file: source.programFile, definition: reference.owner),
        file: program.fileIndices[source.programFile],
        position: source.facts.lines.position(reference.offset), resolution: .inferred, candidates: 1)
      let classes = analysis.graph.values(item.slot).filter { analysis.objects.kind($0) == .class }
      guard classes.count == 1, let first = classes.first else { continue }
      let symbol = symbol(ofClass: analysis.objects.a(first))
      if isInside(symbol), case .definition(let definition) = symbol {
        addDefinition(definition, .call, site, &graph)
      }
    }
  }

  /// `Tree[int]()`: the class before the brackets is called.
  mutating func emitSubscriptedCalls(into graph: inout GraphBuilder) {
    for item in analysis.subscriptedCalls {
      guard let found = place(ofReference: item.reference), emits(found.file) else {
        continue
      }
      let types = analysis.graph.values(item.slot).filter { analysis.objects.kind($0) == .alias }
      guard types.count == 1, let type = types.first else { continue }
      file = found.file
      facts = analysis.world.files[file].facts
      var reference = facts.references[found.index]
      reference.role = .call
      add(symbol(ofClass: analysis.objects.a(type)), reference, .exact, 1, &graph)
    }
  }

  func place(ofReference number: Int32) -> (file: Int, index: Int)? {
    var low = 0
    var high = analysis.world.files.count - 1
    guard high >= 0 else { return nil }
    while low < high {
      let middle = (low + high + 1) / 2
      if analysis.world.files[middle].referenceBase <= number { low = middle } else { high = middle - 1 }
    }
    return (low, Int(number - analysis.world.files[low].referenceBase))
  }

  /// A method overrides the next one of its name behind its class in the order of bases.
  mutating func emitOverrides(into graph: inout GraphBuilder) {
    for number in analysis.functions.indices {
      let function = analysis.functions[number]
      let source = analysis.world.files[Int(function.file)]
      guard function.owner >= 0, function.definition >= 0, !source.isOutside else { continue }
      let definition = source.facts.definitions[Int(function.definition)]
      guard definition.kind != .initializer else { continue }
      let name = analysis.world.name(Int(function.file), definition.name)
      let found = analysis.lookUp(name, in: function.owner, after: function.owner)
      guard found >= 0, analysis.members[Int(found)].definition >= 0 else { continue }
      let target = Symbol.definition(analysis.members[Int(found)].definition)
      guard isInside(target), case .definition(let base) = target else { continue }
      let (file, index) = symbols.place(of: base)
      let node = program.definitionNodes[analysis.world.files[file].programFile][index]
      let site = EdgeSite(
        source: program.definitionNodes[source.programFile][Int(function.definition)],
        file: program.fileIndices[source.programFile],
        position: source.facts.lines.position(definition.nameStart), resolution: .exact, candidates: 1)
      graph.add(site.edge(.overrides, node))
    }
  }
}

/// Where an edge comes from and how it was found.
struct EdgeSite {
  var source: NodeIndex
  var file: Int32
  var position: Position
  var resolution: Resolution
  var candidates: Int32

  func edge(_ kind: EdgeKind, _ target: NodeIndex) -> Edge {
    Edge(
      kind: kind, source: source, target: target, file: file, position: position, resolution: resolution,
      candidates: candidates)
  }
}
