import Foundation
import GraphModel
import LanguageSupport
import SourceTree

/// What a run shall index, where to, and how.
public struct IndexOptions: Sendable {
  /// The folder and the database.
  public var location: IndexLocation
  /// Files of other languages are not listed.
  public var languages = Set(LanguageID.allCases)
  /// Parser threads; at least 1.
  public var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)
  /// How long to wait for another process that writes the same database.
  public var patience = Duration.zero
  /// Parse everything again, whatever is cached.
  public var full = false
  /// Larger files are skipped; bytes.
  public var maximumFileSize = IndexOptions.defaultMaximumFileSize
  /// A file whose parsing takes longer is given up; CPU seconds. So is one that takes no time at all for a minute.
  public var parserTimeLimit = IndexOptions.defaultParserTimeLimit
  /// List generated files and third-party folders as ordinary ones.
  public var includesGenerated = false
  /// Whether and where to look for a compiler's index.
  public var compilerIndex = CompilerIndexOptions()

  /// 2 MiB.
  public static let defaultMaximumFileSize = 2 << 20

  /// 10 CPU seconds: a hundred times what the largest files take.
  public static let defaultParserTimeLimit = 10.0

  /// Makes options with the usual values.
  public init(location: IndexLocation) { self.location = location }

  /// What of the options decides the content of the graph, with the versions of all parts that do: a
  /// database of another fingerprint is written anew.
  func fingerprint(
    _ languages: [any Language], linker: Int, communities: Int, tokens: Int, vectors: UInt32, tags: Int,
    compiler: String
  ) -> String {
    let parsers = languages.map { "\($0.id.name)=\($0.cacheVersion)" }.joined(separator: ",")
    return
      "\(parsers);linker=\(linker);communities=\(communities);tokens=\(tokens);vectors=\(vectors);tags=\(tags)"
      + ";size=\(maximumFileSize);all=\(includesGenerated);compiler=\(compiler)"
  }
}
