import GraphModel
import Testing

@testable import LanguageSupport

/// Takes each line's first word for a reference; a line that begins with `!` is an error.
private struct FirstWords: Language {
  let id = LanguageID.python
  let parserVersion = 4

  func claims(_ path: SourcePath) -> Bool { false }

  func parse(_ source: [UInt8]) -> ParseOutcome {
    var facts = FileFacts(lines: LineTable(source))
    for start in facts.lines.starts where start < source.count {
      let word = source[Int(start)...].prefix { $0 > 0x20 }
      if word.first == UInt8(ascii: "!") { facts.parseErrors += 1 }
      facts.references.append(
        Reference(
          role: .read, name: facts.names.intern(String(decoding: word, as: UTF8.self)), offset: start,
          scope: 0,
          owner: -1))
    }
    return .facts(facts)
  }

  func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }
  func link(_ program: Program, into graph: inout GraphBuilder) {}
}

@Suite struct EmbeddedCodeTests {
  /// `word@line:column` of each reference in lines 2 and following of the text.
  private func read(_ text: String, tag: String = "python", mustParse: Bool = false) -> [String]? {
    let source = Array(text.utf8)
    let table = LineTable(source)
    let lines = table.starts.indices.dropFirst().map { index in
      let end = index + 1 < table.starts.count ? Int(table.starts[index + 1]) - 1 : source.count
      return Int(table.starts[index])..<end
    }
    let found = source.withUnsafeBufferPointer {
      EmbeddedCodeReader([FirstWords()]).read(
        lines, tag: tag, definition: 0, in: $0, table, mustParse: mustParse)
    }
    return found.map { code in
      code.facts.references.map { reference in
        let place = code.facts.lines.position(reference.offset)
        return "\(code.facts.names.string(reference.name))@\(place.line):\(place.column)"
      }
    }
  }

  @Test func placesAreThoseInTheDocument() {
    #expect(read("#\na b\nc\n") == ["a@2:1", "c@3:1"])
    #expect(read("#\n    a\n\n      c") == ["a@2:5", "@3:1", "@4:5"])
  }

  @Test func sessionsAreReadWithoutPromptsAndOutput() {
    #expect(read("#\n>>> a\n... b\nout\n... no\n>>> c\n>>>\n>>>d") == ["a@2:5", "b@3:5", "c@6:5"])
    #expect(read("#\n  >>> a\n  ... b", tag: "pycon") == ["a@2:7", "b@3:7"])
    #expect(read("#\na\n>>> b") == ["a@2:1", ">>>@3:1"])
  }

  @Test func onlyCodeOfKnownLanguagesIsRead() {
    #expect(read("#\na", tag: "swift") == nil)
    #expect(read("#\na", tag: "text") == nil)
    #expect(read("#\na", tag: "") == nil)
    #expect(read("#\na", tag: "{.Py .numbered}") != nil)
    #expect(read("#\n!") != nil)
    #expect(read("#\n!", mustParse: true) == nil)
    #expect(EmbeddedCodeReader([FirstWords(), FirstWords()]).version == 8)
  }
}

@Suite struct CommentNamesTests {
  /// `name(form)@line:column` of each name.
  private func names(_ text: String, _ markup: CommentNames.Markup) -> [String] {
    let source = Array(text.utf8)
    var facts = FileFacts(lines: LineTable(source))
    source.withUnsafeBufferPointer {
      CommentNames.add(in: 0..<source.count, of: $0, markup: markup, owner: -1, to: &facts)
    }
    return facts.mentions.map { item in
      let place = facts.lines.position(item.offset)
      let form = facts.names.string(item.detail)
      return "\(facts.names.string(item.name))(\(form))@\(place.line):\(place.column)"
    }
  }

  @Test func swiftHasSpansAndSymbolLinks() {
    #expect(names("/// A `b` and ``C/d(_:)``.", .docc) == ["b()@1:8", "C/d(_:)(``)@1:17"])
    #expect(names("/** `a`\n * ```\n * `no`\n * ```\n * `b` */", .docc) == ["a()@1:6", "b()@5:5"])
    #expect(names("/// the `x` parameter, `open", .docc).isEmpty)
    #expect(names("/// `two words` `` ` ``", .docc).isEmpty)
  }

  @Test func pythonHasRolesAndLiterals() {
    #expect(names("\"\"\":class:`~a.B` ``c``", .sphinx) == ["a.B(class)@1:13", "c()@1:20"])
    #expect(names("`d` :py:meth:`t <e.f>`\n>>> `no`", .sphinx) == ["d(any)@1:2", "e.f(meth)@1:18"])
    #expect(names(":ref:`no` :kbd:`no` `no <x>`_ `no`_", .sphinx).isEmpty)
  }

  @Test func manyBackquotesTakeLinearTime() {
    let text = (1...2_000).map { String(repeating: "`", count: $0 % 40 + 1) }.joined(separator: "a")
    #expect(names(text, .docc).count < 2_000)
  }
}
