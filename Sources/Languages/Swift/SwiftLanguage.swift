public import GraphModel
public import LanguageSupport
import SwiftParser
@_spi(RawSyntax) import SwiftSyntax

/// Swift source, parsed with swift-syntax.
///
/// What is extracted, what is not and the limits of the guards are described in the README beside this file.
public struct SwiftLanguage: Language {
  /// Makes the language. It holds no state.
  public init() {}

  /// Swift.
  public var id: LanguageID { .swift }

  /// Raised with every change of what is extracted.
  public var parserVersion: Int { 6 }

  /// Files that end in `.swift`. Module interfaces (`.swiftinterface`) are left out: they are generated, and
  /// repeat declarations whose source is elsewhere.
  public func claims(_ path: SourcePath) -> Bool { path.bytes.suffix(6).elementsEqual(".swift".utf8) }

  /// The facts of one file, or why it was refused. Linear in the file's size.
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    if let reason = NestingGuard.refusal(of: source) { return .skipped(reason) }
    let lines = LineTable(source)
    let facts = source.withUnsafeBufferPointer { bytes -> FileFacts in
      // The buffer outlives the parser and the extractor, which are both done when this closure returns;
      // swift-syntax copies it into the tree's arena.
      let tree = Parser.parse(source: bytes, maximumNestingLevel: NestingGuard.parserNestingLevel)
      // Raw nodes do not keep the tree alive.
      var facts = withExtendedLifetime(tree) {
        FactsExtractor.facts(of: tree, source: bytes, lines: lines)
      }
      ManifestFacts.add(of: tree, to: &facts)
      return facts
    }
    return .facts(facts)
  }
}
