import GraphModel
import LanguageSupport
import SourceTree

/// The form in which the outcome of parsing one content is cached: facts, or the reason for none.
enum CachedOutcome {
  private static let factsTag: UInt8 = 0
  private static let skippedTag: UInt8 = 1

  static func encode(_ outcome: ParseOutcome) -> [UInt8] {
    switch outcome {
    case .facts(let facts): [factsTag] + FactsCoding.encode(facts)
    case .skipped(let reason): [skippedTag] + Array(reason.rawValue.utf8)
    }
  }

  /// Nil if the bytes are damaged; the content is then parsed again.
  static func decode(_ bytes: [UInt8]) -> ParseOutcome? {
    let rest = Array(bytes.dropFirst())
    switch bytes.first {
    case factsTag: return FactsCoding.decode(rest).map { .facts($0) }
    case skippedTag: return SkipReason(rawValue: String(decoding: rest, as: UTF8.self)).map { .skipped($0) }
    default: return nil
    }
  }
}

extension Language {
  /// The version under which outcomes are cached: a change of the parser, of the form, or of what parsers are
  /// not shown asks for new ones.
  var cacheVersion: Int { (parserVersion * 1_000 + FactsCoding.version) * 100 + SecretRedaction.version }
}
