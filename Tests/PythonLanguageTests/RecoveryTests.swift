import Foundation
import GraphModel
import LanguageSupport
import PythonLanguage
import TestSupport
import Testing

/// A broken statement costs that statement and nothing else.
@Suite struct RecoveryTests {
  /// Lines that are no statements.
  static let garbage = [
    "x = = 1", "foo(", "x = [1, {2: (", ")", "]", "\"never closed", "f'never {closed", "f\"{x", "print \"x\"",
    "x = (1]", "def", "class :", "def f(:", "@", "import", "from x import (", "if", "?", "x = 1 +", "lambda",
    "\u{0}", "return return", "'''never closed", "f'''never {closed", "a.b.", "with (", "else:", "for x in",
  ]

  static let samples: [String] = CaretTests.names.filter { name in
    guard !name.hasPrefix("broken") else { return false }
    let source = (try? String(contentsOf: CaretTests.folder.appending(path: name), encoding: .utf8)) ?? ""
    return source.contains("def ") && !source.contains("'''") && !source.contains("\"\"\"\n")
  }

  /// Before every line that begins a definition, each kind of garbage in turn, as deep as the definition.
  @Test(arguments: samples) func definitionsSurvive(_ name: String) throws {
    let text = try String(contentsOf: CaretTests.folder.appending(path: name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let expected = Self.definitions(in: text)
    var afterDecorator = false
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " }
      defer { if !code.hasPrefix("#") { afterDecorator = code.hasPrefix("@") } }
      let begins = ["def ", "class ", "async def ", "@"].contains { code.hasPrefix($0) }
      guard begins && !afterDecorator else { continue }
      let indent = line.prefix { $0 == " " }
      for garbage in Self.garbage {
        let broken = (lines[..<index] + [indent + garbage] + lines[index...]).joined(separator: "\n")
        let found = Self.definitions(in: broken)
        #expect(found == expected, "\(garbage) before line \(index + 1)")
        if found != expected { return }
      }
    }
  }

  @Test func brokenLinesAreCounted() throws {
    for garbage in Self.garbage where !["return return", "else:"].contains(garbage) {
      let outcome = PythonLanguage().parse(Array("a = 1\n\(garbage)\nb = 2\n".utf8))
      guard case .facts(let facts) = outcome else {
        Issue.record("\(garbage): skipped")
        continue
      }
      #expect(facts.parseErrors >= 1, "\(garbage)")
      let names = facts.definitions.map { facts.names.string($0.name) }
      #expect(names.first == "a" && names.last == "b", "\(garbage): \(names)")
    }
  }

  /// Classes and functions; variables of the garbage itself do not count.
  private static func definitions(in source: String) -> [String] {
    guard case .facts(let facts) = PythonLanguage().parse(Array(source.utf8)) else { return ["skipped"] }
    return facts.definitions.indices
      .filter { facts.definitions[$0].kind != .variable && !isGarbage(facts, $0) }
      .map { "\(facts.definitions[$0].kind) \(facts.qualifiedName(DefinitionIndex($0)))" }
  }

  /// `def f(:` is garbage that still names a function.
  private static func isGarbage(_ facts: FileFacts, _ index: Int) -> Bool {
    facts.names.string(facts.definitions[index].signature) == "def f"
  }
}
