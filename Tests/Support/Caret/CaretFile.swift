import GraphModel
import LanguageSupport

/// A source file whose comment lines assert what a parser finds on the code line above them.
///
///     class Foo(Base):
///     #     ^^^ definition class Foo
///     #         ^^^^ reference base Base
///
/// The carets stand under the identifier; their number is its length in bytes. `<-` after the comment mark
/// points at the column where the mark itself begins. Several assertion lines may follow one code line.
/// `FactMatcher` documents the words. Lines of their own, anywhere:
///
/// * `# complete`: every definition and every import of the file must be asserted;
/// * `# complete references`: every reference as well;
/// * `# errors 2`: the number of recoveries, 0 unless said;
/// * `# doc text`: the documentation of the file, with `\n` for line breaks.
public struct CaretFile {
  /// One comment line with carets.
  struct Assertion {
    /// The code line it speaks of, and the line it stands on; 1-based.
    var codeLine: Int
    var ownLine: Int
    /// 1-based, in bytes.
    var column: Int
    /// The number of carets; nil for `<-`.
    var length: Int?
    var words: [String]
    /// Everything after the first word, as written.
    var rest: String
  }

  private(set) var assertions: [Assertion] = []
  private(set) var isComplete = false
  private(set) var isCompleteInReferences = false
  private(set) var errors = 0
  private(set) var doc: String?

  /// Reads the assertions of `source`; `comment` is what begins a comment line: `#` or `//`.
  public init(source: [UInt8], comment: String) {
    let mark = Array(comment.utf8)
    var codeLine = 0
    for (index, line) in source.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let indent = line.prefix(while: { $0 == 0x20 || $0 == 0x09 }).count
      let afterIndent = line.dropFirst(indent)
      guard afterIndent.starts(with: mark) else {
        codeLine = index + 1
        continue
      }
      let tail = afterIndent.dropFirst(mark.count)
      let gap = tail.prefix(while: { $0 == 0x20 }).count
      let text = String(decoding: tail.dropFirst(gap), as: UTF8.self)
      if text.hasPrefix("^") || text.hasPrefix("<-") {
        let carets = text.prefix(while: { $0 == "^" }).count
        let statement = text.dropFirst(carets == 0 ? 2 : carets).drop(while: { $0 == " " })
        assertions.append(
          Assertion(
            codeLine: codeLine, ownLine: index + 1,
            column: carets == 0 ? indent + 1 : indent + mark.count + gap + 1,
            length: carets == 0 ? nil : carets,
            words: statement.split(separator: " ").map(String.init),
            rest: String(statement.drop(while: { $0 != " " }).drop(while: { $0 == " " }))))
      } else if !readDirective(text) {
        codeLine = index + 1
      }
    }
  }

  /// True if the line was one that speaks of the whole file.
  private mutating func readDirective(_ text: String) -> Bool {
    if text == "complete" || text == "complete references" {
      isComplete = true
      if text == "complete references" { isCompleteInReferences = true }
      return true
    }
    if text.hasPrefix("errors "), let count = Int(text.dropFirst(7)) {
      errors = count
      return true
    }
    if text.hasPrefix("doc ") {
      doc = String(text.dropFirst(4)).replacing("\\n", with: "\n")
      return true
    }
    return false
  }

  /// What is wrong with `facts`, one line each; empty if every assertion holds.
  public func failures(in facts: FileFacts) -> [String] {
    var matcher = FactMatcher(facts)
    var failures: [String] = []
    for assertion in assertions {
      if let problem = matcher.problem(with: assertion) {
        failures.append("line \(assertion.ownLine): \(problem)")
      }
    }
    if facts.parseErrors != errors {
      failures.append("\(facts.parseErrors) recoveries instead of \(errors)")
    }
    if let doc, facts.names.string(facts.doc) != doc {
      failures.append("the file's doc is \"\(facts.names.string(facts.doc))\"")
    }
    if isComplete { failures += matcher.unmatched(references: isCompleteInReferences) }
    return failures
  }
}
