import GraphModel
import LanguageSupport

/// Turns what the analysis found into edges: each reference in the order of the files.
struct Emission {
  var analysis: Analysis
  var symbols: SymbolTable
  let program: Program

  // Of the file at hand.
  var file = 0
  var facts = FileFacts(lines: LineTable([]))
  /// Further candidates of the attribute at hand, which classes below the receiver's define.
  private var more: [Symbol] = []
  private var isBelow = false
  /// Nodes of lambdas, by function and by file and scope.
  var lambdaNodes: [Int32: NodeIndex] = [:]
  var lambdaOfScope = IntegerTable()
  /// The next of the called decorators, which are in the order of the files.
  private var nextCalled = 0
  /// The files whose references become edges.
  private let files: Range<Int>

  /// Edges of the files in a range of those that the analysis looked at.
  init(_ analysis: consuming Analysis, files: Range<Int>) {
    self.files = files
    program = analysis.world.program
    symbols = SymbolTable(analysis.world)
    self.analysis = analysis
  }

  /// True where the file at hand is code in a document.
  var isSnippet: Bool { analysis.world.snippets.contains(file) }

  /// True for a file whose references become edges.
  func emits(_ file: Int) -> Bool { files.contains(file) }

  /// Adds all edges of the tree.
  mutating func run(into graph: inout GraphBuilder) {
    let first = graph.edges.count
    makeLambdas(into: &graph)
    emitReferences(into: &graph)
    emitOverrides(into: &graph)
    emitFixtures(into: &graph)
    emitTests(since: first, into: &graph)
  }

  /// Adds the edges of references alone.
  mutating func emitReferences(into graph: inout GraphBuilder) {
    for index in files {
      file = index
      facts = analysis.world.files[index].facts
      for number in facts.references.indices {
        emit(facts.references[number], number, role: facts.references[number].role, &graph)
      }
      emitCalledDecorators(&graph)
    }
    emitImplicitCalls(into: &graph)
    emitRaises(into: &graph)
    emitSubscriptedCalls(into: &graph)
    emitCallbacks(into: &graph)
    emitDynamicImports(into: &graph)
  }

  /// The analysis, to go on with.
  consuming func finish() -> Analysis { analysis }

  /// A decorator that is called is both.
  private mutating func emitCalledDecorators(_ graph: inout GraphBuilder) {
    while nextCalled < analysis.calledDecorators.count {
      let number = Int(analysis.calledDecorators[nextCalled] - analysis.world.files[file].referenceBase)
      // Those of files before this range.
      if number < 0 {
        nextCalled += 1
        continue
      }
      guard facts.references.indices.contains(number) else { return }
      nextCalled += 1
      emit(facts.references[number], number, role: .call, &graph)
    }
  }

  // MARK: References

  private mutating func emit(
    _ written: Reference, _ number: Int, role: Reference.Role, _ graph: inout GraphBuilder
  ) {
    var reference = written
    reference.role = role
    switch reference.role {
    case .global, .nonlocal, .export, .link, .mention, .extended: return
    default: break
    }
    if reference.receiver == Reference.Receiver.none {
      emitName(reference, number, &graph)
    } else {
      emitAttribute(reference, number, &graph)
    }
  }

  private mutating func emitName(_ reference: Reference, _ number: Int, _ graph: inout GraphBuilder) {
    let global = Int(analysis.world.files[file].referenceBase) + number
    let variable = analysis.referenceVariables[global]
    let slot = analysis.referenceSlots[global]
    guard variable >= 0 else {
      // Names of the language's own modules are what a slot without a variable holds.
      if slot >= 0, let target = target(ofValuesIn: slot) {
        add(target, reference, .exact, 1, &graph)
      } else if reference.role != .write && reference.role != .delete {
        addUnresolved(reference, .unknownName, &graph)
      }
      return
    }
    let item = analysis.world.variables[variable: variable]
    let symbol = symbols.symbol(of: variable, &analysis.world)
    switch symbol {
    case .local:
      if reference.role == .call || reference.role == .decorator { emitCallees(reference, slot, &graph) }
    case .missing(let reason):
      if reference.role != .write { addUnresolved(reference, reason, &graph) }
    case .definition(let definition):
      // A local class or function, or one bound more than once: what reaches the use decides.
      if reference.role == .call, !item.isSimple, slot >= 0, emitFlow(reference, slot, definition, &graph) {
        return
      }
      // In a snippet a name may be one that another snippet or no import binds.
      let isBorrowed = isSnippet && Int(item.file) != file
      emitDefinition(reference, definition, isBorrowed ? .inferred : .exact, 1, slot, &graph)
    case .module, .external, .lambda: add(symbol, reference, .exact, 1, &graph)
    }
  }

  /// Of a name with several bindings: edges to the functions and classes that reach the call; false if none do.
  private mutating func emitFlow(
    _ reference: Reference, _ slot: Int32, _ definition: Int32, _ graph: inout GraphBuilder
  ) -> Bool {
    let targets = callees(slot)
    guard !targets.isEmpty else { return false }
    if targets.contains(.definition(definition)) && targets.count == 1 { return false }
    if isData(definition) { add(.definition(definition), reading(reference), .exact, 1, &graph) }
    addCalls(targets, reference, &graph)
    return true
  }

  /// An edge to a definition; where that is data and it is called, also to what it holds.
  private mutating func emitDefinition(
    _ reference: Reference, _ definition: Int32, _ resolution: Resolution, _ candidates: Int32,
    _ slot: Int32, _ graph: inout GraphBuilder
  ) {
    guard reference.role == .call || reference.role == .decorator, isData(definition) else {
      add(.definition(definition), reference, resolution, candidates, &graph)
      return
    }
    add(.definition(definition), reading(reference), resolution, candidates, &graph)
    emitCallees(reference, slot, &graph)
  }

  /// Calls of whatever reaches a slot.
  private mutating func emitCallees(_ reference: Reference, _ slot: Int32, _ graph: inout GraphBuilder) {
    let targets = slot >= 0 ? callees(slot) : []
    if targets.isEmpty {
      addUnresolved(
        reference, slot >= 0 && analysis.graph.isOverfull(slot) ? .tooMany : .unknownValue, &graph)
    } else {
      addCalls(targets, reference, &graph)
    }
  }

  private mutating func addCalls(
    _ targets: [Symbol], _ reference: Reference, _ graph: inout GraphBuilder
  ) {
    let resolution: Resolution = targets.count == 1 ? .inferred : .ambiguous
    for target in targets { add(target, reference, resolution, Int32(targets.count), &graph) }
  }

  private mutating func emitAttribute(
    _ reference: Reference, _ number: Int, _ graph: inout GraphBuilder
  ) {
    let global = Int(analysis.world.files[file].referenceBase) + number
    let receiver = analysis.receiverSlots[global]
    guard receiver >= 0, !analysis.graph.isEmpty(receiver) else {
      addUnresolved(reference, .unknownReceiver, &graph)
      return
    }
    let name = analysis.world.name(file, reference.name)
    var found: [Symbol] = []
    var reason = PythonReason.unknownReceiver
    var isExact = true
    for object in analysis.graph.values(receiver) {
      switch attribute(name, of: object) {
      case .missing(let why): reason = why
      case .local: continue
      case let symbol:
        if !found.contains(symbol) { found.append(symbol) }
        for symbol in more where !found.contains(symbol) { found.append(symbol) }
        isExact = isExact && isPlain(object) && !isBelow
      }
      more.removeAll(keepingCapacity: true)
      isBelow = false
    }
    let slot = analysis.referenceSlots[global]
    if found.isEmpty {
      if reference.role == .call, slot >= 0, !callees(slot).isEmpty {
        emitCallees(reference, slot, &graph)
      } else {
        addUnresolved(reference, analysis.graph.isOverfull(receiver) ? .tooMany : reason, &graph)
      }
      return
    }
    let resolution: Resolution = found.count > 1 ? .ambiguous : isExact ? .exact : .inferred
    for symbol in found {
      if case .definition(let definition) = symbol {
        emitDefinition(
          reference, definition, resolution, Int32(found.count), slot, &graph)
      } else {
        add(symbol, reference, resolution, Int32(found.count), &graph)
      }
    }
  }

  /// True for receivers that the text itself names: modules, classes, `self`.
  private func isPlain(_ object: Int32) -> Bool {
    switch analysis.objects.kind(object) {
    case .module, .class, .selfInstance, .selfClass, .super, .external, .builtin: true
    default: false
    }
  }

  /// What an attribute of a value is.
  private mutating func attribute(_ name: Int32, of object: Int32) -> Symbol {
    switch analysis.objects.kind(object) {
    case .module:
      switch analysis.world.member(name, of: analysis.objects.a(object)) {
      case .variable(let variable): return symbols.symbol(of: variable, &analysis.world)
      case .module(let module): return .module(module)
      case .external(let dotted): return .external(dotted)
      case .missing(let reason): return .missing(reason)
      }
    case .external, .externalInstance:
      return .external(analysis.world.names.join(analysis.objects.a(object), name))
    case .class, .selfClass, .alias:
      return member(name, analysis.lookUp(name, in: analysis.objects.a(object)), analysis.objects.a(object))
    case .selfInstance where analysis.lookUp(name, in: analysis.objects.a(object)) < 0:
      let below = analysis.membersBelow(name, analysis.objects.a(object))
      isBelow = true
      for found in below.dropFirst() { more.append(member(name, found, analysis.objects.a(object))) }
      return member(name, below.first ?? -1, analysis.objects.a(object))
    case .instance, .selfInstance, .display, .tuple:
      let owner = analysis.classOf(object)
      return owner >= 0 ? member(name, analysis.lookUp(name, in: owner), owner) : .missing(.unknownReceiver)
    case .super:
      let receiver = analysis.objects.b(object)
      let isClass = analysis.objects.kind(receiver) == .class || analysis.objects.kind(receiver) == .selfClass
      let owner = isClass ? analysis.objects.a(receiver) : analysis.classOf(receiver)
      guard owner >= 0 else { return .missing(.unknownReceiver) }
      return member(name, analysis.lookUp(name, in: owner, after: analysis.objects.a(object)), owner)
    case .builtin:
      guard let builtin = Builtin(rawValue: analysis.objects.a(object)), let first = builtin.names.first
      else {
        return .missing(.unknownReceiver)
      }
      let owner = analysis.world.names.intern(first)
      return .external(analysis.world.names.join(owner, name))
    default: return .missing(.unknownReceiver)
    }
  }

  private mutating func member(_ name: Int32, _ index: Int32, _ owner: Int32) -> Symbol {
    guard index < 0 else {
      let member = analysis.members[Int(index)]
      if member.variable >= 0 { return symbols.symbol(of: member.variable, &analysis.world) }
      return .definition(member.definition)
    }
    let record = analysis.classes[Int(owner)]
    if record.externalBase >= 0 { return .external(analysis.world.names.join(record.externalBase, name)) }
    return .missing(record.hasUnknownBase ? .unknownReceiver : .noAttribute)
  }

  // MARK: Callees

  /// What a call of the values in a slot runs: each once.
  mutating func callees(_ slot: Int32) -> [Symbol] {
    var result: [Symbol] = []
    for object in analysis.graph.values(slot) { addCallees(of: object, 0, &result) }
    return result
  }

  private mutating func addCallees(of object: Int32, _ depth: Int, _ result: inout [Symbol]) {
    switch analysis.objects.kind(object) {
    case .function, .bound:
      if let symbol = symbol(ofFunction: analysis.objects.a(object)) { Self.add(symbol, &result) }
    case .class, .selfClass, .alias: Self.add(symbol(ofClass: analysis.objects.a(object)), &result)
    case .external: Self.add(.external(analysis.objects.a(object)), &result)
    case .instance, .selfInstance, .display:
      let found = analysis.lookUp(analysis.world.known.call, in: analysis.objects.a(object))
      guard found >= 0 else { return }
      let member = analysis.members[Int(found)]
      if member.definition >= 0 { Self.add(.definition(member.definition), &result) }
    case .partial:
      let site = analysis.sites[Int(analysis.objects.a(object))]
      guard depth < 4, site.argumentCount > 0 else { return }
      let slot = analysis.arguments[site.firstArgument].slot
      guard slot >= 0 else { return }
      for inner in analysis.graph.values(slot) { addCallees(of: inner, depth + 1, &result) }
    case .builtin:
      if let builtin = Builtin(rawValue: analysis.objects.a(object)), let first = builtin.names.first {
        Self.add(.external(analysis.world.names.intern(first)), &result)
      }
    default: return
    }
  }

  private static func add(_ symbol: Symbol, _ result: inout [Symbol]) {
    if !result.contains(symbol) { result.append(symbol) }
  }

  /// The definition of a function; of several with one name (overloads, branches) the one that the name stands
  /// for.
  private mutating func symbol(ofFunction number: Int32) -> Symbol? {
    let function = analysis.functions[Int(number)]
    guard function.definition >= 0 else { return lambdaNodes[number] == nil ? nil : .lambda(number) }
    let source = analysis.world.files[Int(function.file)]
    let item = source.facts.definitions[Int(function.definition)]
    let name = analysis.world.name(Int(function.file), item.name)
    let variable = analysis.world.variables[source.scopeBase + item.scope, name]
    if variable >= 0 {
      let named = analysis.world.variables[variable: variable]
      if named.definition >= 0, Int32(named.file) == function.file {
        return .definition(source.definitionBase + named.definition)
      }
    }
    return .definition(source.definitionBase + function.definition)
  }

  func symbol(ofClass number: Int32) -> Symbol {
    let record = analysis.classes[Int(number)]
    return .definition(analysis.world.files[Int(record.file)].definitionBase + record.definition)
  }

  /// What all values of a slot without a variable stand for, if that is one thing.
  private mutating func target(ofValuesIn slot: Int32) -> Symbol? {
    let values = analysis.graph.values(slot)
    guard values.count == 1, let object = values.first else { return nil }
    switch analysis.objects.kind(object) {
    case .external: return .external(analysis.objects.a(object))
    case .module: return .module(analysis.objects.a(object))
    case .builtin:
      guard let first = Builtin(rawValue: analysis.objects.a(object))?.names.first else { return nil }
      return .external(analysis.world.names.intern(first))
    default: return nil
    }
  }
}
