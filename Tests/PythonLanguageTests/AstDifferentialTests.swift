import Foundation
import LanguageSupport
import PythonLanguage
import Testing

/// Definitions, imports, calls, decorators and base classes are those that CPython's `ast` finds.
@Suite struct AstDifferentialTests {
  static let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"

  /// Files of the standard library's tests that use the grammar to its edges.
  static let grammarTests = [
    "test_grammar", "test_fstring", "test_patma", "test_type_params", "test_type_aliases", "test_syntax",
    "test_with", "test_named_expressions", "test_positional_only_arg", "test_decorators", "test_tokenize",
    "test_exception_group", "test_except_star", "test_coroutines", "test_generators", "test_unpack_ex",
    "test_unicode_identifiers", "test_typing", "test_dataclasses", "test_string_literals", "test_tstring",
  ]

  @Test(.enabled(if: AstOracle.shared != nil)) func grammarHeavyFiles() throws {
    let oracle = try #require(AstOracle.shared)
    var paths = Self.grammarTests.map { oracle.library + "/test/" + $0 + ".py" }
    // A sample of the library: every 25th file by name.
    paths += Self.pythonFiles(in: oracle.library, deep: false).enumerated()
      .filter { $0.offset % 25 == 0 }.map(\.element)
    try compare(paths.filter { FileManager.default.fileExists(atPath: $0) }, oracle)
  }

  @Test(.enabled(if: isFull && AstOracle.shared != nil)) func standardLibrary() throws {
    let oracle = try #require(AstOracle.shared)
    let root = ProcessInfo.processInfo.environment["KG_PYTHON_ROOT"] ?? oracle.library
    try compare(Self.pythonFiles(in: root, deep: true), oracle)
  }

  /// Paths below `root` in order, third-party packages left out.
  static func pythonFiles(in root: String, deep: Bool) -> [String] {
    guard deep else {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
      return names.filter { $0.hasSuffix(".py") }.sorted().map { root + "/" + $0 }
    }
    var result: [String] = []
    let all = FileManager.default.enumerator(atPath: root)
    while let path = all?.nextObject() as? String {
      if path.hasSuffix(".py") && !path.hasPrefix("site-packages/") { result.append(root + "/" + path) }
    }
    return result.sorted()
  }

  private func compare(_ paths: [String], _ oracle: AstOracle) throws {
    let expected = try oracle.facts(of: paths)
    try #require(expected.count == paths.count)
    var accepted = 0
    var facts = 0
    var differing = 0
    var mismatches = 0
    for (path, expected) in zip(paths, expected) {
      let source = try [UInt8](Data(contentsOf: URL(filePath: path)))
      let outcome = PythonLanguage().parse(source)
      guard let expected else { continue }
      accepted += 1
      guard case .facts(let found) = outcome else {
        Issue.record("\(path): skipped")
        continue
      }
      if found.parseErrors != 0 {
        differing += 1
        Issue.record("\(path): \(found.parseErrors) recoveries in a valid file")
      }
      #expect(ExpressionInvariants.violations(in: found) == [], "\(path)")
      let hidden = ["fstring ", "annotation ", "odd "]
      let wanted = expected.filter { line in !hidden.contains { line.hasPrefix($0) } }.sorted()
      let lines = OracleLines(found, oracle: expected).lines
      facts += wanted.count
      if lines == wanted { continue }
      let difference = lines.difference(from: wanted)
      mismatches += difference.count
      differing += 1
      let shown = difference.prefix(10).map { change in
        switch change {
        case .insert(_, let line, _): "+ \(line)"
        case .remove(_, let line, _): "- \(line)"
        }
      }
      Issue.record("\(path): \(difference.count) differences\n\(shown.joined(separator: "\n"))")
    }
    let summary = "\(paths.count) files, \(accepted) accepted by CPython \(oracle.version), \(facts) facts, "
    #expect(differing == 0, "\(summary)\(mismatches) mismatches in \(differing) files")
    FileHandle.standardError.write(Data((summary + "\(mismatches) mismatches\n").utf8))
  }
}
