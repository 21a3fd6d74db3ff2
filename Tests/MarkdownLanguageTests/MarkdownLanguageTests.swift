import GraphModel
import LanguageSupport
import Testing

@testable import MarkdownLanguage

struct MarkdownLanguageTests {
  @Test func claimsMarkdownFilesAlone() {
    let language = MarkdownLanguage()
    for path in ["README.md", "docs/a.markdown", "A.MD", "x.mdown", "Docs.docc/Article.md"] {
      #expect(language.claims(SourcePath(path)), "\(path)")
    }
    for path in ["README", "a.mdx", ".md", "md", "a.md/b.txt", "a.rst", "amd"] {
      #expect(!language.claims(SourcePath(path)), "\(path)")
    }
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0, 0, 0xFE, 0xFF]] as [[UInt8]])
  func wideEncodingsAreSkipped(_ source: [UInt8]) {
    #expect(MarkdownLanguage().parse(source) == .skipped(.encoding))
  }

  @Test func undecodableBytesAreText() {
    let source: [UInt8] = Array("# A".utf8) + [0xFF] + Array("\n\n`".utf8) + [0x80, 0xC3] + Array("`\n".utf8)
    guard case .facts(let facts) = MarkdownLanguage().parse(source) else {
      Issue.record("skipped")
      return
    }
    #expect(facts.definitions.map(\.kind) == [.document, .section])
    #expect(Array(facts.names.bytes(facts.references[0].name)) == [0x80, 0xC3])
  }

  @Test func lineEndingsDoNotChangeTheFacts() {
    let source = String(decoding: Array(Samples.constructs.joined(separator: "\n").utf8), as: UTF8.self)
    let unix = summary(source.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
    #expect(unix.count > 50)
    #expect(
      summary(source.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\n", with: "\r\n"))
        == unix)
    #expect(summary(source.replacing("\r\n", with: "\n").replacing("\n", with: "\r")) == unix)
  }

  /// Names and roles in order, without offsets.
  private func summary(_ text: String) -> [String] {
    guard case .facts(let facts) = MarkdownLanguage().parse(Array(text.utf8)) else { return [] }
    return facts.definitions.map { "\($0.kind) \(facts.names.string($0.name)) \($0.parent)" }
      + facts.references.map { "\($0.role) \(facts.names.string($0.name)) \($0.owner)" }
  }

  @Test func longDocumentationIsCutBetweenWords() {
    let word = "wörd "
    let source = Array(("# T\n\n" + String(repeating: word, count: 200)).utf8)
    guard case .facts(let facts) = MarkdownLanguage().parse(source) else {
      Issue.record("skipped")
      return
    }
    let doc = facts.names.string(facts.doc)
    #expect(doc.utf8.count <= DocumentOutline.docLimit && doc.utf8.count > DocumentOutline.docLimit - 10)
    #expect(doc.hasSuffix("wörd"))
  }
}
