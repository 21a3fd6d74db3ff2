import GraphModel
import LanguageSupport

/// What pytest and unittest call by name: test functions, and fixtures that a parameter asks for.
enum TestFunctions {
  /// True for a function that a test runner runs by its name.
  static func isTest(_ definition: Definition, _ facts: FileFacts) -> Bool {
    guard definition.kind == .function || definition.kind == .method else { return false }
    return facts.names.bytes(definition.name).starts(with: "test".utf8)
  }

  /// True for a function with `@pytest.fixture`, called or not.
  static func isFixture(_ definition: Definition, _ facts: FileFacts) -> Bool {
    definition.attributes.contains { attribute in
      let text = facts.names.string(attribute).prefix { $0 != "(" }
      return text == "fixture" || text == "pytest.fixture" || text == "pytest_asyncio.fixture"
    }
  }
}

extension Analysis {
  /// Passes what fixtures give to the parameters of their name: of tests and other fixtures in the same file, and
  /// for those of a `conftest.py` in all files of its folder and below. The nearest wins.
  mutating func passFixtures() {
    var fixtures: [String: [Int32: Int32]] = [:]
    var users: [Int32] = []
    for (number, function) in functions.enumerated() where function.definition >= 0 {
      let source = world.files[Int(function.file)]
      guard !source.isOutside else { continue }
      let path = world.program.files[source.programFile].path
      let definition = source.facts.definitions[Int(function.definition)]
      let isFixture = TestFunctions.isFixture(definition, source.facts)
      if isFixture {
        let isShared = path.lastComponent.display == "conftest.py"
        let place = isShared ? path.directory.display : path.display
        fixtures[place, default: [:]][world.name(Int(function.file), definition.name)] = Int32(number)
      }
      if isFixture || TestFunctions.isTest(definition, source.facts) && path.isTest {
        users.append(Int32(number))
      }
    }
    if fixtures.isEmpty { return }
    for user in users { passFixtures(to: user, fixtures) }
  }

  private mutating func passFixtures(to user: Int32, _ fixtures: [String: [Int32: Int32]]) {
    let function = functions[Int(user)]
    let source = world.files[Int(function.file)]
    let path = world.program.files[source.programFile].path
    for index in function.firstParameter..<function.firstParameter + function.parameterCount {
      let parameter = parameters[index]
      guard let fixture = Self.fixture(parameter.name, for: path, fixtures), fixture != user else { continue }
      fixtureUses.append((source.referenceBase + parameter.reference, fixture))
      let given = functions[Int(fixture)]
      if given.isGenerator {
        constrain(given.result, .iterate, parameter.slot, given.isAsync ? 1 : 0, slot())
      } else if given.isAsync {
        constrain(given.result, .await, parameter.slot)
      } else {
        constrain(given.result, .copy, parameter.slot)
        if given.returnType >= 0 { constrain(given.returnType, .instantiate, parameter.slot) }
      }
    }
  }

  private static func fixture(
    _ name: Int32, for path: SourcePath, _ fixtures: [String: [Int32: Int32]]
  ) -> Int32? {
    if let own = fixtures[path.display]?[name] { return own }
    var folder = path.directory.display
    while true {
      if let found = fixtures[folder]?[name] { return found }
      guard !folder.isEmpty else { return nil }
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
  }
}

extension Emission {
  /// A test that takes a fixture by name calls it.
  mutating func emitFixtures(into graph: inout GraphBuilder) {
    for use in analysis.fixtureUses {
      guard let found = place(ofReference: use.reference) else { continue }
      file = found.file
      facts = analysis.world.files[file].facts
      let function = analysis.functions[Int(use.fixture)]
      var reference = facts.references[found.index]
      reference.role = .call
      let definition = analysis.world.files[Int(function.file)].definitionBase + function.definition
      add(.definition(definition), reference, .exact, 1, &graph)
    }
  }

  /// `tests` edges: from tests to what they call outside of test files.
  mutating func emitTests(since first: Int, into graph: inout GraphBuilder) {
    var tests: Set<NodeIndex> = []
    for (index, source) in program.files.enumerated() where source.language == .python && source.path.isTest {
      for (number, definition) in source.facts.definitions.enumerated()
      where TestFunctions.isTest(definition, source.facts) {
        tests.insert(program.definitionNodes[index][number])
      }
    }
    if tests.isEmpty { return }
    // What tests call they call often.
    var isTested: [NodeIndex: Bool] = [:]
    for index in first..<graph.edges.count {
      var edge = graph.edges[index]
      guard edge.kind == .calls || edge.kind == .instantiates, tests.contains(edge.source) else { continue }
      if isTested[edge.target] == nil {
        isTested[edge.target] = graph.nodes[Int(edge.target)].path.map { !$0.isTest } ?? false
      }
      guard isTested[edge.target] == true else { continue }
      edge.kind = .tests
      graph.add(edge)
    }
  }
}
