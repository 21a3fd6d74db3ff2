import Foundation
import GraphModel
import LanguageSupport
import PythonLanguage
import TestSupport
import Testing

@Suite struct PythonLanguageTests {
  @Test func claimedFiles() {
    let language = PythonLanguage()
    for path in ["a.py", "a/b.pyi", "x.y.pyw", "a/__init__.py"] { #expect(language.claims(SourcePath(path))) }
    for path in ["a.pyc", "py", ".py", "a.py/b", "a.PY", "a.txt"] {
      #expect(!language.claims(SourcePath(path)))
    }
  }

  @Test func encodings() {
    for source: [UInt8] in [
      [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0, 0, 0xFE, 0xFF],
      Array("# coding: utf-16\n".utf8), Array("#!python\n# vim: set fileencoding=UTF_7 :\n".utf8),
    ] {
      #expect(PythonLanguage().parse(source) == .skipped(.encoding))
    }
    for text in ["# coding: latin-1\n", "\n\n# coding: utf-16\n", "x = 'coding: utf-16'\n", "# coding\n", ""]
    {
      #expect(facts(text).parseErrors == 0)
    }
  }

  /// Bytes that are not UTF-8 keep their places.
  @Test func bytesOfOtherEncodings() {
    let source =
      Array("# coding: latin-1\nx = '".utf8) + [0xE9] + Array("'; y".utf8) + [0xE9, 0x20, 0x3D]
      + Array("1\n".utf8)
    guard case .facts(let facts) = PythonLanguage().parse(source) else {
      Issue.record("skipped")
      return
    }
    #expect(facts.parseErrors == 0)
    #expect(facts.definitions.map(\.nameStart) == [18, 27])
    #expect(facts.definitions.map(\.nameLength) == [1, 2])
  }

  /// The same source with other line ends has the same facts, further on by what the ends are longer.
  @Test func lineEnds() {
    let text =
      "\"\"\"A\n  b\n\"\"\"\nif x:\n\ty = (1,\n2)\n\tz = '''a\nb''' + \\\n 'c\\\nd'\n\ndef f(\n a): pass\n"
    let expected = names(facts(text))
    #expect(expected.count == 3)
    #expect(names(facts(text.replacing("\n", with: "\r\n"))) == expected)
    #expect(names(facts(text.replacing("\n", with: "\r"))) == expected)
    #expect(names(facts("\u{FEFF}" + text)) == expected)
    #expect(names(facts(String(text.dropLast()))) == expected)
    #expect(names(facts(text + "\u{0C}\n  \\\n\n# end")) == expected)
  }

  @Test func indentation() {
    // Tabs go to multiples of eight, a form feed starts anew, a continued indentation is the first part's.
    #expect(facts("if a:\n\tb\n        c\n").parseErrors == 1)
    #expect(facts("if a:\n\tb\n\tc\n").parseErrors == 0)
    #expect(facts("if a:\n  \tb\n  \tc\n").parseErrors == 0)
    #expect(facts("if a:\n  b\n \u{0C}  c\n").parseErrors == 0)
    #expect(facts("if a:\n  \\\n    b\n  c\n").parseErrors == 0)
    #expect(facts("if a:\n  b\n   c\n").parseErrors == 1)
    #expect(facts("if a:\n  b\n c\n").parseErrors == 1)
  }

  @Test func continuedLines() {
    let facts = facts("a = 1 + \\\n  2\nb = a.\\\n\\\nc\nassert a, \\\n\n")
    #expect(facts.parseErrors == 1)
    #expect(facts.definitions.map { facts.names.string($0.signature) } == ["a = 1 + 2", "b = a. c"])
  }

  @Test func documentation() {
    func doc(_ literal: String) -> String {
      let facts = facts("def f():\n    \(literal)\n")
      return facts.names.string(facts.definitions[0].doc)
    }
    #expect(doc(#""a" 'b' r"\c""#) == #"ab\c"#)
    #expect(doc(#""\x41\u00e9\U0001F600\101\n\\\"\q\N{DASH}""#) == "Aé😀A\n\\\"\\q\\N{DASH}")
    #expect(doc("'''First\n\n      indented\n    least\n    '''") == "First\n\n  indented\nleast")
    #expect(doc("'''\n\tTab\n\t  more'''") == "Tab\n  more")
    #expect(doc("b'bytes'") == "")
    #expect(doc("f'format'") == "")
    #expect(doc("'sum' + 'x'") == "")
    #expect(doc("'tuple',") == "")
    #expect(doc(#""\x4 \x1b \033 \frac \r""#) == #"\x4 \x1b \033 \frac \r"#)
  }

  @Test func chunks() {
    let long = String(repeating: "    pass\n", count: 100)
    let text = """
      import os
      # Above f.
      def f():
          def g(): pass

      # Loose.

      class C:
          limit = 1

          def m(self): pass
          alias = m
      def h():
          a
          def i(): pass
      \(long)
      f()
      """
    let facts = facts(text)
    let source = Array(text.utf8)
    let found = facts.chunks.map { chunk in
      let text = String(decoding: source[Int(chunk.start)..<Int(chunk.end)], as: UTF8.self)
      return facts.qualifiedName(chunk.definition) + ": " + (text.split(separator: "\n").first ?? "")
    }
    #expect(
      found == [
        "file: import os", "f: # Above f.", "C: class C:", "C.m: def m(self): pass", "C: alias = m",
        "h: def h():",
        "h.i: def i(): pass", "h: pass", "file: f()",
      ])
  }

  private func facts(_ text: String) -> FileFacts {
    guard case .facts(let facts) = PythonLanguage().parse(Array(text.utf8)) else {
      Issue.record("skipped")
      return FileFacts(lines: LineTable([]))
    }
    #expect(FactsInvariants.violations(in: facts) == [])
    #expect(ExpressionInvariants.violations(in: facts) == [])
    return facts
  }

  private func names(_ facts: FileFacts) -> [String] {
    #expect(facts.parseErrors == 0)
    return facts.definitions.indices.map { index in
      let item = facts.definitions[index]
      let start = facts.lines.position(item.nameStart)
      let end = facts.lines.position(item.end)
      return
        "\(facts.qualifiedName(DefinitionIndex(index))) \(start.line):\(start.column) \(end.line):\(end.column) "
        + facts.names.string(item.signature)
    }
  }
}
