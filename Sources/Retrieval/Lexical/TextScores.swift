import GraphModel

/// What words alone say about chunks and files.
public struct TextScores: Sendable {
  /// BM25 of each chunk; 0 where it holds no term.
  public let chunks: [Double]
  /// BM25 of each file taken as one text.
  public let files: [Double]
  /// The best of a file's chunks.
  public let bestChunks: [Double]
  /// The best of all chunks; 0 if none holds a term.
  let greatest: Double
  /// How much of the query the best chunks hold: the share of its terms in one of them, each counted by how much it
  /// says; from 0 to 1.
  public let coverage: Double
  /// The score of the best chunk for each unit of the terms' weights: about 1 where it holds all of them.
  public let strength: Double

  /// For each chunk the share of the query's terms that it holds, each counted by how rare it is; from 0 to 1.
  private let rarityCoverage: [Double]

  /// How many of the best chunks are asked for ``coverage``.
  static let covering = 10

  /// Scores all chunks and files.
  ///
  /// - Parameters:
  ///   - layout: which chunks lie in which file.
  ///   - columnWeights: one for each ``LexicalColumn``, positive.
  ///   - termWeights: how much each term of the query says; nil for how rare it is.
  ///   - postings: the blocks of a term, empty if no chunk holds it.
  /// - Returns: Nil if the postings are damaged.
  public init?(
    _ query: LexicalQuery, layout: ChunkLayout, columnWeights: [Double] = RankingWeights.columns,
    termWeights: [Double]? = nil, postings: (String) throws -> [PostingBlock]
  ) rethrows {
    var scorer = BM25(lengths: layout.lengths, columnWeights: columnWeights)
    var files = [Double](repeating: 0, count: layout.fileCount)
    // The files that hold the term at hand, with its frequency there.
    var holders: [(file: Int, frequency: Double)] = []
    var covered = [Double](repeating: 0, count: layout.lengths.count)
    var said = covered
    var rarities = 0.0
    var sayings = 0.0
    for (place, (term, weight)) in zip(query.terms, query.weights).enumerated() {
      holders.removeAll(keepingCapacity: true)
      let blocks = try postings(term)
      let holding = blocks.reduce(0) { $0 + $1.count }
      let rarity =
        weight * BM25.smoothInverseFrequency(of: min(holding, layout.lengths.count), in: layout.lengths.count)
      rarities += rarity
      let saying = termWeights.map { $0.indices.contains(place) ? weight * $0[place] : 0 } ?? rarity
      sayings += saying
      let isSound = scorer.add(blocks, weight: weight) { chunk, frequency in
        covered[chunk] += rarity
        said[chunk] += saying
        let file = Int(layout.files[chunk])
        if holders.last?.file == file {
          holders[holders.count - 1].frequency += frequency
        } else {
          holders.append((file, frequency))
        }
      }
      guard isSound else { return nil }
      let share = weight * BM25.smoothInverseFrequency(of: holders.count, in: layout.filesWithText)
      for (file, frequency) in holders {
        let norm = BM25.norm(length: layout.fileLengths[file] / layout.averageFileLength)
        files[file] += share * frequency * (BM25.saturation + 1) / (frequency + norm)
      }
    }
    chunks = scorer.scores
    self.files = files
    var best = [Double](repeating: 0, count: layout.fileCount)
    for (chunk, score) in scorer.scores.enumerated() where score > 0 {
      let file = Int(layout.files[chunk])
      if score > best[file] { best[file] = score }
    }
    bestChunks = best
    greatest = best.reduce(0, max)
    let covering = BestIndices.best(Self.covering, of: scorer.scores).reduce(0) { max($0, said[$1]) }
    coverage = sayings > 0 ? min(1, covering / sayings) : 0
    rarityCoverage = rarities > 0 ? covered.map { min(1, $0 / rarities) } : covered
    strength = rarities > 0 ? greatest / rarities : 0
  }

  /// The greatest share of the query's terms that one of these chunks holds, each counted by how rare it is; from 0
  /// to 1.
  func coverage(ofChunks chunks: [Int]) -> Double {
    chunks.reduce(0) { rarityCoverage.indices.contains($1) ? max($0, rarityCoverage[$1]) : $0 }
  }
}

/// Which chunks lie in which file, and how long all are. Chunks are numbered file by file.
public struct ChunkLayout: Sendable {
  /// Of the chunks.
  public let lengths: ChunkLengths
  /// For each chunk its file.
  public let files: [Int32]
  /// For each file how many tokens its chunks have together.
  let fileLengths: [Double]
  /// How many files have chunks.
  let filesWithText: Int
  /// The mean length of those.
  let averageFileLength: Double

  /// For each file its first chunk, and the end of all.
  private let starts: [Int]

  /// How many files there are.
  public var fileCount: Int { fileLengths.count }

  /// The chunks of a file.
  public func chunks(ofFile file: Int32) -> Range<Int> {
    starts.indices.dropLast().contains(Int(file)) ? starts[Int(file)]..<starts[Int(file) + 1] : 0..<0
  }

  /// Makes the layout of encoded lengths and, for each file, the number of its chunks; nil if they do not fit
  /// together.
  public init?(lengths bytes: [UInt8], chunksPerFile: [UInt8]) {
    guard let lengths = ChunkLengths(bytes), let counts = ChunkLengths(chunksPerFile),
      counts.total == UInt64(lengths.count)
    else { return nil }
    var files: [Int32] = []
    files.reserveCapacity(lengths.count)
    var starts = [0]
    var sums: [Double] = []
    sums.reserveCapacity(counts.count)
    for (file, count) in counts.values.enumerated() {
      var sum: UInt64 = 0
      for _ in 0..<count {
        sum += UInt64(lengths.values[files.count])
        files.append(Int32(file))
      }
      sums.append(Double(sum))
      starts.append(files.count)
    }
    self.lengths = lengths
    self.files = files
    self.starts = starts
    fileLengths = sums
    filesWithText = counts.values.count { $0 > 0 }
    averageFileLength = max(1, Double(lengths.total) / Double(max(1, filesWithText)))
  }
}
