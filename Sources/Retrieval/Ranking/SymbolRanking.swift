import GraphModel

/// What speaks for a definition, each from 0 to 1.
public struct SymbolSignals: Sendable, Equatable {
  /// BM25 of its best chunk.
  public var words = 0.0
  /// Cosine of its best chunk.
  public var vector = 0.0
  /// The score of its file.
  public var file = 0.0
  /// Messages of commits that wrote lines of it.
  public var messages = 0.0
  /// The query names it: 1 if it is the whole query.
  public var name = 0.0
  /// What the sum is multiplied with: less than 1 for tests and the like.
  public var factor = 1.0

  /// Makes signals that say nothing.
  public init() {}

  /// The signals with their names and weights, in a fixed order.
  public var weighted: [(name: String, value: Double, weight: Double)] {
    [
      ("words", words, SymbolRanking.words), ("vector", vector, SymbolRanking.vector),
      ("messages", messages, SymbolRanking.messages), ("file", file, SymbolRanking.file),
      ("name", name, SymbolRanking.name),
    ]
  }

  /// The weighted sum, added in the order of ``weighted``.
  public var score: Double {
    (words * SymbolRanking.words + vector * SymbolRanking.vector + file * SymbolRanking.file
      + name * SymbolRanking.name) * factor
  }
}

/// A definition with its score.
public struct RankedSymbol: Sendable, Equatable {
  /// The chunk that fits best.
  public var chunk: Int
  /// Greater is better.
  public var score: Double
  /// What the score is made of.
  public var signals: SymbolSignals
}

/// Orders chunks by all that speaks for them.
public enum SymbolRanking {
  static let words = 1.0
  static let vector = 1.0
  /// What is multiplied with cosines where the query is one name: near in meaning is not what was asked.
  static let vectorOfName = 0.3
  static let file = 0.5
  static let messages = 0.5
  static let name = 3.0
  /// The share of ``name`` that a name inside a longer query gets.
  public static let nameInside = 1.0 / 3
  /// What is multiplied with the score of the text of a file outside of its definitions: it is shown as the
  /// whole file, which is rarely what is looked for.
  public static let wholeFile = 0.6
  /// Chunks that are looked at, best by words and best by vectors.
  public static let candidates = 200
  /// Of these, so many best ones are asked which commits wrote them.
  static let closest = 64

  /// The best chunks, best first; equal ones by number.
  ///
  /// - Parameters:
  ///   - files: ranked as ``FileRanking`` does; chunks of other files are left out.
  ///   - named: chunks of definitions that the query names, with how well from 0 to 1.
  ///   - writers: the commits that wrote lines of a file's chunks.
  public static func ranked(
    _ query: UnderstoodQuery, _ evidence: Evidence, layout: ChunkLayout, files: [RankedFile],
    named: [Int: Double], writers: (Int32) throws -> [(commit: Int, chunk: Int)]
  ) rethrows -> [RankedSymbol] {
    let best = files.first?.score ?? 0
    let known = Dictionary(files.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    var chunks = Set(BestIndices.best(candidates, of: evidence.text.chunks)).union(named.keys)
    var greatestCosine = 0.0
    if let cosines = evidence.cosines {
      let near = BestIndices.best(candidates, of: cosines)
      chunks.formUnion(near)
      greatestCosine = near.first.map { cosines[$0] } ?? 0
    }
    let found = chunks.compactMap { chunk -> RankedSymbol? in
      guard layout.files.indices.contains(chunk), let file = known[layout.files[chunk]] else { return nil }
      var signals = SymbolSignals()
      if evidence.text.greatest > 0 { signals.words = evidence.text.chunks[chunk] / evidence.text.greatest }
      if greatestCosine > 0, let cosines = evidence.cosines {
        signals.vector = max(0, cosines[chunk]) / greatestCosine * (query.form == .symbol ? vectorOfName : 1)
      }
      if best > 0 { signals.file = file.score / best }
      signals.name = named[chunk] ?? 0
      signals.factor = file.penalty.symbols
      return RankedSymbol(chunk: chunk, score: signals.score, signals: signals)
    }
    let preliminary = sorted(found)
    guard !evidence.commits.isEmpty else { return preliminary }
    var closest = Array(preliminary.prefix(Self.closest))
    let messages = try messages(
      evidence.commits, Set(closest.map { layout.files[$0.chunk] }).sorted(), writers)
    let greatest = closest.reduce(0) { max($0, messages[$1.chunk] ?? 0) }
    guard greatest > 0 else { return preliminary }
    for index in closest.indices {
      closest[index].signals.messages = (messages[closest[index].chunk] ?? 0) / greatest
      closest[index].score = closest[index].signals.score
    }
    return sorted(closest + preliminary.dropFirst(Self.closest))
  }

  private static func sorted(_ symbols: [RankedSymbol]) -> [RankedSymbol] {
    symbols.sorted { $0.score == $1.score ? $0.chunk < $1.chunk : $0.score > $1.score }
  }

  /// For the chunks of these files how well the messages of the commits fit that wrote them.
  private static func messages(
    _ commits: [CommitMatch], _ files: [Int32], _ writers: (Int32) throws -> [(commit: Int, chunk: Int)]
  ) rethrows -> [Int: Double] {
    var chunks: [Int: [Int]] = [:]
    for file in files {
      for (commit, chunk) in try writers(file) { chunks[commit, default: []].append(chunk) }
    }
    var sums: [Int: DecayedSum] = [:]
    for match in commits {
      for chunk in chunks[match.commit] ?? [] { sums[chunk, default: DecayedSum()].add(match.score) }
    }
    return sums.mapValues(\.value)
  }
}
