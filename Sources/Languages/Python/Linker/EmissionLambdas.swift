import GraphModel
import LanguageSupport

/// Lambdas that something calls are nodes, so that these calls have a target and those inside a source.
extension Emission {
  /// Makes the nodes of lambdas that reach a call.
  mutating func makeLambdas(into graph: inout GraphBuilder) {
    var called: Set<Int32> = []
    for (index, source) in analysis.world.files.enumerated() where !source.isOutside {
      let facts = analysis.world.files[index].facts
      for (number, reference) in facts.references.enumerated() where reference.role == .call {
        collectLambdas(analysis.referenceSlots[Int(source.referenceBase) + number], &called)
      }
    }
    for call in analysis.implicitCalls where call.method == Names.empty { collectLambdas(call.slot, &called) }
    for number in called.sorted() { makeLambda(number, &graph) }
  }

  // Mutating, for else a copy of everything is made for each call.
  private mutating func collectLambdas(_ slot: Int32, _ called: inout Set<Int32>) {
    guard slot >= 0, !analysis.graph.isEmpty(slot) else { return }
    for object in analysis.graph.values(slot) where analysis.objects.kind(object) == .function {
      if analysis.functions[Int(analysis.objects.a(object))].definition < 0 {
        called.insert(analysis.objects.a(object))
      }
    }
  }

  private mutating func makeLambda(_ number: Int32, _ graph: inout GraphBuilder) {
    let function = analysis.functions[Int(number)]
    let source = analysis.world.files[Int(function.file)]
    guard !source.isOutside else { return }
    let facts = source.facts
    let scope = facts.scopes[Int(function.scope)]
    let parent = program.source(file: source.programFile, definition: scope.definition)
    // Numbered among all lambdas of its owner, so an id does not depend on which of them are called.
    let ordinal = facts.scopes[..<Int(function.scope)].count {
      $0.kind == .lambda && $0.definition == scope.definition
    }
    let outer: (id: String, name: String)
    if parent == program.fileNodes[source.programFile],
      let module = program.structureNodes[.python]?[analysis.world.modules[Int(source.module)].structure]
    {
      outer = (graph.nodes[Int(module)].id, graph.nodes[Int(module)].qualifiedName)
    } else {
      outer = (graph.nodes[Int(parent)].id, graph.nodes[Int(parent)].qualifiedName)
    }
    let start = facts.lines.position(scope.start)
    let node = graph.add(
      Node(
        id: outer.id
          + SymbolID.descriptor("<lambda>", .method, disambiguator: ordinal == 0 ? "" : "+\(ordinal)"),
        kind: .function, name: "<lambda>", qualifiedName: outer.name + ".<lambda>", language: .python,
        path: program.files[source.programFile].path, start: start, end: facts.lines.position(scope.end),
        namePosition: start, properties: [.init("isLocal", "true")]))
    graph.add(
      Edge(
        kind: .contains, source: parent, target: node, file: program.fileIndices[source.programFile],
        position: start))
    lambdaNodes[number] = node
    lambdaOfScope[IntegerTable.key(function.file, function.scope)] = node
  }

  /// What a reference starts from: the lambda around it if that is a node, else the innermost definition.
  func source(_ reference: Reference) -> NodeIndex {
    let programFile = analysis.world.files[file].programFile
    if !lambdaNodes.isEmpty {
      var scope = reference.scope
      while scope > 0, facts.scopes[Int(scope)].kind != .function, facts.scopes[Int(scope)].kind != .type {
        if facts.scopes[Int(scope)].kind == .lambda {
          let node = lambdaOfScope[IntegerTable.key(Int32(file), scope)]
          if node >= 0 { return node }
        }
        scope = facts.scopes[Int(scope)].parent
      }
    }
    return program.source(file: programFile, definition: reference.owner)
  }
}
