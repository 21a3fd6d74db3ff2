import GraphModel
import LanguageSupport
import Testing

@Suite struct PlaceMapTests {
  /// A language whose expressions of kind 1 hold a place.
  private struct Plain: Language {
    let id = LanguageID.python
    let parserVersion = 1
    func claims(_ path: SourcePath) -> Bool { true }
    func parse(_ source: [UInt8]) -> ParseOutcome { .skipped(.encoding) }
    func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }
    func link(_ program: Program, into graph: inout GraphBuilder) {}
    func place(of expression: Expression) -> ExpressionPlace? {
      expression.kind == 1 ? ExpressionPlace(offset: UInt32(expression.value)) : nil
    }
  }

  /// Two definitions on lines of their own, each with a reference in it.
  private func facts(_ source: String, at places: [(start: UInt32, end: UInt32)]) -> FileFacts {
    var facts = FileFacts(lines: LineTable(Array(source.utf8)))
    for (index, place) in places.enumerated() {
      let name = facts.names.intern("f\(index)")
      facts.definitions.append(
        Definition(
          kind: .function, name: name, parent: -1, scope: 0, start: place.start, end: place.end,
          nameStart: place.start, nameLength: 2))
      facts.references.append(
        Reference(role: .read, name: name, offset: place.start + 1, scope: 0, owner: DefinitionIndex(index)))
      facts.expressions.append(Expression(kind: 1, value: Int32(place.start + 2)))
    }
    return facts
  }

  @Test func placesMoveWithTheirLines() throws {
    let old = facts("aaaa\nbbbb\n", at: [(0, 4), (5, 9)])
    let new = facts("# x\naaaa\n\n  bbbb\n", at: [(4, 8), (12, 16)])
    let map = try #require(PlaceMap(from: old, to: new, language: Plain()))
    #expect(map.starts[Position(line: 1, column: 1)] == Position(line: 2, column: 1))
    #expect(map.starts[Position(line: 2, column: 2)] == Position(line: 4, column: 4))
    #expect(map.starts[Position(line: 2, column: 3)] == Position(line: 4, column: 5))
    #expect(map.ends[Position(line: 1, column: 5)] == Position(line: 2, column: 5))
    #expect(map.starts[Position(line: 1, column: 4)] == nil)
  }

  @Test func whatSaysSomethingElseHasNoMap() {
    let old = facts("aaaa\nbbbb\n", at: [(0, 4), (5, 9)])
    var new = old
    new.references[1].role = .call
    #expect(PlaceMap(from: old, to: new, language: Plain()) == nil)
    new = old
    new.expressions[0].kind = 2
    #expect(PlaceMap(from: old, to: new, language: Plain()) == nil)
    new = old
    _ = new.names.intern("more")
    #expect(PlaceMap(from: old, to: new, language: Plain()) == nil)
  }

  /// What lay inside of something, or before it, still does.
  @Test func placesKeepTheirOrder() {
    let old = facts("aaaa\nbbbb\n", at: [(0, 4), (5, 9)])
    #expect(PlaceMap(from: old, to: facts("aaaa\nbbbb\n", at: [(5, 9), (0, 4)]), language: Plain()) == nil)
    #expect(PlaceMap(from: old, to: facts("aaaabbbb\n", at: [(0, 4), (4, 8)]), language: Plain()) != nil)
    #expect(PlaceMap(from: old, to: facts("aaaabbbb\n", at: [(0, 6), (4, 8)]), language: Plain()) == nil)
  }

  @Test func documentationMayBeIgnored() throws {
    var old = facts("aaaa\nbbbb\n", at: [(0, 4), (5, 9)])
    old.definitions[0].doc = old.names.intern("Says this.")
    old.chunks = [Chunk(definition: 0, start: 0, end: 4)]
    var new = facts("aaaa\nbbbb\n", at: [(0, 4), (5, 9)])
    new.doc = new.names.intern("Says that.")
    new.definitions[1].doc = new.doc
    #expect(PlaceMap(from: old, to: new, language: Plain()) == nil)
    #expect(PlaceMap(from: old, to: new, language: Plain(), ignoresText: true) != nil)
    new.definitions[1].signature = new.names.intern("def f1()")
    #expect(PlaceMap(from: old, to: new, language: Plain(), ignoresText: true) == nil)
    new.definitions[1].signature = .empty
    new.references[1].name = new.names.intern("other")
    #expect(PlaceMap(from: old, to: new, language: Plain(), ignoresText: true) == nil)
  }
}
