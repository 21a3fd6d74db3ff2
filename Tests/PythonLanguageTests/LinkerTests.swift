import GraphModel
import LanguageSupport
import Testing

@testable import PythonLanguage

/// The parts of the linker by themselves, and what must hold whatever the program.
@Suite struct LinkerTests {
  @Test func theTableGivesBackWhatItHolds() {
    var table = IntegerTable()
    var expected: [UInt64: Int32] = [:]
    var state: UInt64 = 1
    for value in 0..<Int32(5_000) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let key = IntegerTable.key(Int32(truncatingIfNeeded: state >> 40) & 0xFFF, value % 700 - 1)
      table[key] = value
      expected[key] = value
    }
    for (key, value) in expected { #expect(table[key] == value) }
    #expect(table[IntegerTable.key(5_000, 5_000)] == -1)
  }

  @Test func ordersOfClassesArePythons() {
    // The example of the paper that C3 is from, as Python's documentation tells it.
    let orders = orders(
      """
      class O: pass
      class F(O): pass
      class E(O): pass
      class D(O): pass
      class C(D, F): pass
      class B(D, E): pass
      class A(B, C): pass
      class X(Y): pass
      class Y(X): pass
      """)
    #expect(orders["A"] == ["A", "B", "C", "D", "E", "F", "O"])
    #expect(orders["C"] == ["C", "D", "F", "O"])
    #expect(orders["X"]?.first == "X", "a circle has no order, and an end")
  }

  @Test func aFullSlotSaysSo() {
    var graph = ConstraintGraph()
    let slot = graph.makeSlot()
    for object in 0..<Int32(ConstraintGraph.limit) {
      let isNew = graph.add(object, to: slot)
      #expect(isNew)
    }
    #expect(!graph.isOverfull(slot))
    let again = graph.add(3, to: slot)
    #expect(!again && !graph.isOverfull(slot), "what is there already needs no room")
    let more = graph.add(1_000, to: slot)
    #expect(!more && graph.isOverfull(slot))
    #expect(graph.values(slot).count == Int(ConstraintGraph.limit))
  }

  /// Programs that feed themselves end, and quickly.
  @Test(
    arguments: [
      "from functools import partial\ndef f(*a): pass\nwhile f:\n  f = partial(f, f, 1)\nf(2)\n",
      "types = (int,)\nwhile types:\n  types = (types, str, types)\ndef g(x):\n  if isinstance(x, types): x.y()\n",
      "x = [1, 2, 3]\nwhile x:\n  x = x[0:2]\n  x[:] = [x, (x, x)]\n  a, *b = x\n",
      "class A:\n  def __getattr__(self, n): return A()\n  def __call__(self): return self.x()\nA()()()\n",
      "def f(g): return g(g)\nf(f)\nh = lambda k: k(k)\nh(h)\n",
      "def outer():\n  def inner(): return outer()\n  return inner\nouter()()()()\n",
      "from typing import Generic, TypeVar\nT = TypeVar('T')\nclass N(Generic[T]):\n  def w(self) -> 'N[N[T]]': ...\n"
        + "n = N[int]()\nwhile n:\n  n = n.w()\n",
    ]) func whatFeedsItselfEnds(source: String)
  {
    #expect(edges([("main.py", source)]).count < 200)
  }

  @Test func deepCodeNeedsNoStack() {
    let chain = "x" + String(repeating: ".a", count: 20_000) + "\n"
    let calls = "f" + String(repeating: "()", count: 20_000) + "\n"
    let sums = "a = 1" + String(repeating: " + b", count: 20_000) + "\n"
    let classes = (0..<3_000).map { "class C\($0)(C\($0 - 1)): pass\n" }.joined()
    let branches =
      "if a: pass\n" + (0..<5_000).map { "elif a\($0): b\($0) = 1\n" }.joined() + "else: pass\n"
    for source in [chain, calls, sums, classes, branches] { _ = edges([("main.py", "x = f = 1\n" + source)]) }
  }

  /// The same program under other names of files gives the same edges but for these names.
  @Test func linkingIsAFunctionOfTheProgram() {
    let files = [
      ("app.py", "from lib import make\ndef run():\n  return make().go()\n"),
      ("lib.py", "class Thing:\n  def go(self): return self\ndef make(): return Thing()\n"),
    ]
    let first = edges(files)
    #expect(first == edges(files))
    #expect(first.contains("calls app.run lib.Thing.go inferred"))
  }

  // MARK: Helpers

  private func program(_ sources: [(path: String, text: String)]) -> Program {
    let files = sources.map { source in
      guard case .facts(let facts) = PythonLanguage().parse(Array(source.text.utf8)) else {
        return ProgramFile(
          path: SourcePath(source.path), language: .python, facts: FileFacts(lines: LineTable([])))
      }
      return ProgramFile(path: SourcePath(source.path), language: .python, facts: facts)
    }
    let structures = PythonLanguage().structure(of: files)
    var next: NodeIndex = 0
    func node() -> NodeIndex {
      next += 1
      return next - 1
    }
    return Program(
      files: files, fileIndices: files.indices.map(Int32.init), fileNodes: files.map { _ in node() },
      definitionNodes: files.map { $0.facts.definitions.map { _ in node() } },
      structures: [.python: structures], structureNodes: [.python: structures.map { _ in node() }])
  }

  /// `kind source target resolution` of each edge, by qualified names.
  private func edges(_ sources: [(path: String, text: String)]) -> [String] {
    let program = program(sources)
    var graph = GraphBuilder()
    var names: [String] = []
    func add(_ name: String) {
      names.append(name)
      _ = graph.add(
        Node(id: "\(names.count)", kind: .function, name: name, qualifiedName: name, language: .python))
    }
    for file in program.files { add(file.path.display) }
    for file in program.files {
      let module = file.path.display.split(separator: ".").first.map(String.init) ?? ""
      var qualified: [String] = []
      for item in file.facts.definitions {
        let outer = item.parent >= 0 ? qualified[Int(item.parent)] : module
        qualified.append(outer + "." + file.facts.names.string(item.name))
        add(qualified.last ?? "")
      }
    }
    for structure in program.structures[.python] ?? [] { add(structure.qualifiedName) }
    PythonLanguage().link(program, into: &graph)
    return graph.edges.map { edge in
      let source = graph.nodes[Int(edge.source)].qualifiedName
      return
        "\(edge.kind.name) \(source) \(graph.nodes[Int(edge.target)].qualifiedName) \(edge.resolution.name)"
    }
  }

  /// The order of each class in a file.
  private func orders(_ source: String) -> [String: [String]] {
    var analysis = Analysis(program([("main.py", source)]), outside: [])
    analysis.run()
    let facts = analysis.world.files[0].facts
    func name(_ index: Int32) -> String {
      facts.names.string(facts.definitions[Int(analysis.classes[Int(index)].definition)].name)
    }
    var result: [String: [String]] = [:]
    for index in analysis.classes.indices {
      result[name(Int32(index))] = analysis.classes[index].order.map { name($0) }
    }
    return result
  }
}
