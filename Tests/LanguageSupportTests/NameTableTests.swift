import GraphModel
import LanguageSupport
import Testing

@Suite struct NameTableTests {
  @Test func equalStringsShareAnID() {
    var table = NameTable()
    let first = table.intern("alpha")
    #expect(table.intern("alpha") == first)
    #expect(table.intern("beta") != first)
    #expect(table.string(first) == "alpha")
    #expect(table.intern("") == .empty)
    #expect(table.text(.empty) == nil)
  }

  @Test func idsAreDenseAndSurviveGrowth() {
    var table = NameTable()
    for number in 0..<5_000 { #expect(table.intern("name\(number)").rawValue == Int32(number + 1)) }
    for number in 0..<5_000 { #expect(table.intern("name\(number)").rawValue == Int32(number + 1)) }
    #expect(table.count == 5_001)
  }

  @Test func internsSlicesOfABuffer() {
    var table = NameTable()
    let source = Array("let value = value".utf8)
    #expect(table.intern(source, 4, 9) == table.intern(source, 12, 17))
  }
}

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", 0, 1), ("a", 1, 1), ("a\n", 1, 2), ("a\nb", 2, 2), ("a\r\nb\rc\n", 3, 4), ("a\u{2028}b", 1, 1),
  ])
  func linesEndWithLFOrCROrBoth(text: String, lines: Int, starts: Int) {
    let table = LineTable(Array(text.utf8))
    #expect(table.lineCount == lines)
    #expect(table.starts.count == starts)
  }

  @Test func columnsCountBytesFromOne() {
    let table = LineTable(Array("é=1\r\nx".utf8))
    #expect(table.position(0) == .init(line: 1, column: 1))
    #expect(table.position(2) == .init(line: 1, column: 3))
    #expect(table.position(6) == .init(line: 2, column: 1))
  }
}
