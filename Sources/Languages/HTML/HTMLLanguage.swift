import GraphModel
import LanguageSupport
import Markup

/// HTML pages: the document, its sections, links, anchors and code.
///
/// `README.md` beside this file says what is extracted.
public struct HTMLLanguage: Language {
  /// Makes the language.
  public init() {}

  /// `html`.
  public var id: LanguageID { .html }

  /// Raised with every change of the facts for the same bytes.
  public var parserVersion: Int { 2 }

  /// True for `.html`, `.htm` and `.xhtml` in any case.
  public func claims(_ path: SourcePath) -> Bool {
    let name = path.lastComponent.bytes.suffix(7).map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    return Self.suffixes.contains {
      path.lastComponent.bytes.count > $0.count && name.suffix($0.count) == $0[...]
    }
  }

  private static let suffixes: [[UInt8]] = [".html", ".htm", ".xhtml"].map { Array($0.utf8) }

  /// Parses one page. Every sequence of bytes is a page; UTF-16 and UTF-32, told by their byte order marks, are
  /// refused, and so are pages nested deeper than ``HTMLReader/depthLimit``. O(bytes).
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    guard source.count < Int(Int32.max) else { return .skipped(.tooLarge) }
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF])
      || source.starts(with: [0, 0, 0xFE, 0xFF])
    {
      return .skipped(.encoding)
    }
    let lines = LineTable(source)
    // The view lives as long as the call; nothing keeps it.
    return source.withUnsafeBufferPointer { PageFacts.outcome(of: $0, lines: lines) }
  }

  /// Pages form no modules.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }

  /// Adds no edges: what documents say of others is linked for all of them together.
  public func link(_ program: Program, into graph: inout GraphBuilder) {}
}
