import GraphModel
import LanguageSupport

/// reStructuredText with Sphinx's roles and directives: documents, sections, links, literals and code blocks.
///
/// `README.md` beside this file says what is extracted.
public struct ReStructuredTextLanguage: Language {
  private let code: EmbeddedCodeReader

  /// Makes the language; code blocks in the given languages are read too.
  public init(embedding languages: [any Language] = []) { code = EmbeddedCodeReader(languages) }

  /// `rst`.
  public var id: LanguageID { .restructuredText }

  /// Raised with every change of the facts for the same bytes.
  public var parserVersion: Int { 4 + code.version }

  /// True for `.rst` and `.rest` in any case.
  public func claims(_ path: SourcePath) -> Bool {
    let name = path.bytes.suffix(6).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    return path.bytes.count > 5
      && (name.suffix(4) == Array(".rst".utf8)[...] || name.suffix(5) == Array(".rest".utf8)[...])
  }

  /// Parses one document. O(bytes), with a stack of constant size.
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    guard source.count < Int(Int32.max) else { return .skipped(.tooLarge) }
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) { return .skipped(.encoding) }
    let lines = LineTable(source)
    // The view lives as long as the call; nothing keeps it.
    return .facts(source.withUnsafeBufferPointer { BlockReader.facts(of: $0, lines: lines, code: code) })
  }

  /// Documents form no modules.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }

  /// Adds no edges: what documents say of others is linked for all of them together.
  public func link(_ program: Program, into graph: inout GraphBuilder) {}
}
