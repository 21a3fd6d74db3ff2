import GraphModel
import LanguageSupport

/// Markdown: CommonMark 0.31 with GFM's tables, task lists, strikethrough and bare autolinks, and footnotes,
/// front matter, wiki links and DocC's symbol links.
///
/// `README.md` beside this file says what is extracted.
public struct MarkdownLanguage: Language {
  private let code: EmbeddedCodeReader

  /// Makes the language; code blocks in the given languages are read too.
  public init(embedding languages: [any Language] = []) { code = EmbeddedCodeReader(languages) }

  /// `markdown`.
  public var id: LanguageID { .markdown }

  /// Raised with every change of the facts for the same bytes.
  public var parserVersion: Int { 4 + code.version }

  /// True for `.md`, `.markdown` and `.mdown` in any case.
  public func claims(_ path: SourcePath) -> Bool {
    Self.suffixes.contains { suffix in
      path.bytes.count > suffix.count
        && zip(path.bytes.suffix(suffix.count), suffix).allSatisfy { $0.lowercasedASCII == $1 }
    }
  }

  private static let suffixes: [[UInt8]] = [".md", ".markdown", ".mdown"].map { Array($0.utf8) }

  /// Parses one document. Every sequence of bytes is a document; only UTF-16 and UTF-32, told by their byte
  /// order marks, and files beyond 2 GiB are refused. O(bytes), with a stack of constant size.
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    guard source.count < Int(Int32.max) else { return .skipped(.tooLarge) }
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF])
      || source.starts(with: [0, 0, 0xFE, 0xFF])
    {
      return .skipped(.encoding)
    }
    let lines = LineTable(source)
    // The view lives as long as the call; nothing keeps it.
    return .facts(source.withUnsafeBufferPointer { FactsBuilder.facts(of: $0, lines: lines, code: code) })
  }
}
