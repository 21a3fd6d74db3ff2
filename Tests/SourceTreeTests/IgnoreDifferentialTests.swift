import Foundation
import TestSupport
import Testing

@testable import SourceTree

/// Our reading of ignore files against git's, on random patterns and paths that resemble each other.
@Suite struct IgnoreDifferentialTests {
  /// Directories with an ignore file of their own, each a pattern set.
  private static let setCount = 200
  private static let pathsPerSet = ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 2_000 : 40

  @Test(arguments: [1, 2]) func agreesWithGit(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let repository = try GitRepository()
    var rules: [(outer: [UInt8], inner: [UInt8])] = []
    for set in 0..<Self.setCount {
      let (outer, inner) = (ignoreFile(&random), ignoreFile(&random))
      try repository.directory.write(outer, to: "s\(set)/.gitignore")
      try repository.directory.write(inner, to: "s\(set)/a/.gitignore")
      rules.append((outer, inner))
    }
    var questions: [[UInt8]] = []
    var answers: [Bool] = []
    for set in 0..<Self.setCount {
      let judge = IgnoreJudge(folder: "s\(set)", outer: rules[set].outer, inner: rules[set].inner)
      for _ in 0..<Self.pathsPerSet {
        let path = Array("s\(set)/".utf8) + randomPath(&random)
        questions.append(path)
        answers.append(judge.ignores(path))
      }
    }
    let expected = try gitAnswers(repository, questions)
    try #require(expected.count == answers.count)
    let mismatches = questions.indices.filter { answers[$0] != expected[$0] }
    for index in mismatches.prefix(10) {
      let set = rules[index / Self.pathsPerSet]
      Issue.record(
        """
        \(text(questions[index])): git says \(expected[index]); \(text(set.outer)); in a/: \(text(set.inner))
        """)
    }
    #expect(mismatches.isEmpty)
    // The question must not be trivial.
    #expect(expected.count { $0 } > answers.count / 20)
    #expect(expected.count { !$0 } > answers.count / 20)
  }

  @Test func agreesWithGitOnChosenPatterns() throws {
    let patterns = [
      "a", "/a", "a/", "/a/", "a/b", "a/**", "a/**/", "**/a", "**/a/b", "a/**/b", "**", "/**", "**/", "*",
      "/*", "*/", "/*/",
      "a**", "**a", "a**b", "/a**", "/a**/b", "a**/b", "*/**/b", "a/***/b", "a\\/**/b", "a/**\\/b", "?", "a?",
      "[ab]",
      "[!ab]", "[^ab]", "[a-b]", "[b-a]", "[]a]", "[!]a]", "[a", "[[:alpha:]]", "[[:digit:]a]", "[[:none:]]",
      "[[:a]", "[:a]",
      "[a-]", "[-a]", "[\\]a]", "[a\\-b]", "[/]", "a[/]b", "\\a", "\\*", "\\", "a\\", "\\#a", "#a", "\\!a",
      "!a", "a ",
      "a\\ ", "a \\", "a\\  ", " a", "a\t", "\r", "a\r", "", "!", "/", "//", "//a", "a//", "a//b", "*.a",
      "*a", "*.*", ".*",
      "*.a.*", "a.*", "**.a", "\u{E9}", "[\u{E9}]", "a/*", "a/*/c", "*/b", "**/*", "**/**", "a/**/**",
      "[[:space:]]", "a\u{B}",
    ]
    let paths = [
      "a", "b", "c", "a/b", "a/c", "b/a", "a/b/c", "a/x/b", "a/x/y/b", "ab", "axb", "ax/b", "ax/y/b", "a*",
      "*", "#a", "!a",
      "a ", " a", "a\t", "a\r", "a.a", "b.a", "b.a.c", ".a", "a.", "\u{E9}", "]", "]a", "-", "[", "[a", ":",
      "1", "x/a", "x/a/b",
      "x/y/a", "x/y/z/a/b", "a\\", "\\", "A", "a\u{B}", "x/a/y",
    ].map { Array($0.utf8) }
    let repository = try GitRepository()
    var questions: [[UInt8]] = []
    var answers: [Bool] = []
    for (number, pattern) in patterns.enumerated() {
      // The second line makes both answers possible below negative patterns.
      for (form, lines) in ["\(pattern)\n", "*\n!*/\n!\(pattern)\n", "\(pattern)"].enumerated() {
        let folder = "p\(number)-\(form)"
        try repository.write(lines, to: "\(folder)/.gitignore")
        let judge = IgnoreJudge(folder: folder, outer: Array(lines.utf8), inner: [])
        for path in paths {
          let question = Array("\(folder)/".utf8) + path
          questions.append(question)
          answers.append(judge.ignores(question))
        }
      }
    }
    let expected = try gitAnswers(repository, questions)
    for index in questions.indices where answers[index] != expected[index] {
      let pattern = patterns[index / paths.count / 3]
      Issue.record("\(pattern.debugDescription) on \(text(questions[index])): git says \(expected[index])")
    }
  }

  private func gitAnswers(_ repository: GitRepository, _ paths: [[UInt8]]) throws -> [Bool] {
    let output = try repository.git(
      ["check-ignore", "--stdin", "-z", "--no-index", "-v", "-n"],
      input: Array(paths.joined(separator: [0])) + [0])
    // Four fields a path: file, line, pattern, path; the first three are empty if nothing matched.
    let fields = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    return stride(from: 0, to: fields.count, by: 4).map { start in
      !fields[start].isEmpty && fields[start + 2].first != UInt8(ascii: "!")
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }

  private func ignoreFile(_ random: inout SeededGenerator) -> [UInt8] {
    let end = ["\n", "\n", "\n", "\r\n"]
    let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      pattern(&random) + (end.randomElement(using: &random) ?? "\n")
    }
    return Array(lines.joined().utf8)
  }

  private func pattern(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "a", "b", "c", "ab", "/", "/", "/", "*", "*", "**", "**/", "/**", "/**/", "?", "[ab]", "[!a]",
      "[a-c]", "[^b]", "\\a",
      "\\*", ".", ".a", "[[:alpha:]]", "[]a]", "[a", "\\", " ", "***", "-", "!", "#", "\\/",
    ]
    var result = Int.random(in: 0..<4, using: &random) == 0 ? "!" : ""
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      result += pieces.randomElement(using: &random) ?? ""
    }
    return result
  }

  private func randomPath(_ random: inout SeededGenerator) -> [UInt8] {
    let letters = Array("aaaabbbcc.*-\\ !#]".utf8)
    let components = (0..<Int.random(in: 1...4, using: &random)).map { _ -> [UInt8] in
      let name = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? 0x61
      }
      return name.allSatisfy { $0 == UInt8(ascii: ".") } ? Array("a".utf8) : name
    }
    return Array(components.joined(separator: [UInt8(ascii: "/")]))
  }
}

/// Answers as the walk does: a path is ignored if it or a directory above it is.
private struct IgnoreJudge {
  private var outer = IgnoreRules()
  private var both = IgnoreRules()
  private let folder: [UInt8]
  private let hasInner: Bool

  init(folder: String, outer: [UInt8], inner: [UInt8]) {
    hasInner = !inner.isEmpty
    self.folder = Array(folder.utf8)
    self.outer.add(IgnoreFile(outer), of: self.folder)
    both = self.outer
    both.add(IgnoreFile(inner), of: self.folder + Array("/a".utf8))
  }

  func ignores(_ path: [UInt8]) -> Bool {
    let inner = folder + Array("/a/".utf8)
    for end in path.indices.dropFirst(folder.count + 1) where path[end] == UInt8(ascii: "/") {
      if rules(path[..<end], inner).ignores(Array(path[..<end]), isDirectory: true) { return true }
    }
    // The folder of the inner ignore file is there; nothing else of what is asked about exists.
    return rules(path[...], inner).ignores(path, isDirectory: path == Array(inner.dropLast()) && hasInner)
  }

  private func rules(_ path: ArraySlice<UInt8>, _ inner: [UInt8]) -> IgnoreRules {
    path.starts(with: inner) ? both : outer
  }
}
