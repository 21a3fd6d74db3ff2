/// A file with its score.
public struct RankedFile: Sendable, Equatable {
  /// Its number.
  public var file: Int32
  /// Greater is better.
  public var score: Double
  /// What the score is made of.
  public var signals: FileSignals
  /// What its place says against it.
  public var penalty: PathPenalty
}

/// Orders files by all that speaks for them.
public struct FileRanking: Sendable {
  private let query: UnderstoodQuery
  private let evidence: Evidence
  private let layout: ChunkLayout
  private let signals: Set<SearchSignal>
  private let bestCosines: [Double]?

  /// Takes what is known.
  ///
  /// - Parameter signals: what may speak for a file; what is not in `evidence` cannot in any case.
  public init(
    _ query: UnderstoodQuery, _ evidence: Evidence, layout: ChunkLayout,
    signals: Set<SearchSignal> = Set(SearchSignal.allCases)
  ) {
    self.query = query
    self.evidence = evidence
    self.layout = layout
    self.signals = signals
    bestCosines = evidence.bestCosines(layout)
  }

  /// The files for which something speaks, best first; equal ones by number.
  ///
  /// What needs a file's path is asked only for those that words, messages and vectors like best, so the cost of a
  /// large tree is that of a few sums for each file.
  ///
  /// - Parameter path: what there is to know of a file's path; nil leaves the file out.
  public func ranked(path: (Int32) throws -> PathTraits?) rethrows -> [RankedFile] {
    let scales = Scales(evidence, bestCosines)
    var preliminary = [Double](repeating: 0, count: layout.fileCount)
    for file in preliminary.indices {
      let signals = scales.signals(Int32(file), evidence, bestCosines)
      if signals.bestChunk + signals.messages + signals.vector + signals.definition + signals.exactDefinition
        > 0
      {
        preliminary[file] = signals.score
      }
    }
    let paths = PathSignals(query)
    let found = try BestIndices.best(RankingWeights.fileCandidates, of: preliminary).compactMap { index in
      let file = Int32(index)
      guard let path = try path(file) else { return nil as RankedFile? }
      var signals = scales.signals(file, evidence, bestCosines)
      if self.signals.contains(.paths) {
        signals.stem = paths.share(path.stem)
        signals.folders = paths.share(path.folders)
        signals.path = paths.mention(path)
      }
      let penalty =
        self.signals.contains(.roles)
        ? PathPenalty(path, length: layout.fileLengths[index], query) : PathPenalty.none
      signals.factor = penalty.file
      return RankedFile(file: file, score: signals.score, signals: signals, penalty: penalty)
    }
    return found.sorted { $0.score == $1.score ? $0.file < $1.file : $0.score > $1.score }
  }
}

/// What each signal is divided by.
private struct Scales {
  let bestChunk: Double
  let wholeFile: Double
  let messages: Double
  let recency: Double
  let vector: Double
  let definition: Double

  init(_ evidence: Evidence, _ bestCosines: [Double]?) {
    bestChunk = Self.scale(evidence.text.bestChunks)
    wholeFile = Self.scale(evidence.text.files)
    messages = Self.scale(evidence.messages)
    recency = Self.scale(evidence.recency)
    vector = Self.scale(bestCosines)
    definition = Self.scale(Array(evidence.definitions.values))
  }

  func signals(_ file: Int32, _ evidence: Evidence, _ bestCosines: [Double]?) -> FileSignals {
    let index = Int(file)
    var signals = FileSignals()
    signals.bestChunk = evidence.text.bestChunks[index] * bestChunk
    signals.wholeFile = evidence.text.files[index] * wholeFile
    signals.messages = (evidence.messages?[index] ?? 0) * messages
    signals.recency = (evidence.recency?[index] ?? 0) * recency
    signals.vector = (bestCosines?[index] ?? 0) * vector
    signals.definition = (evidence.definitions[file] ?? 0) * definition
    signals.exactDefinition = evidence.exactDefinitions[file] ?? 0
    return signals
  }

  /// One divided by the greatest; 0 if there is none.
  private static func scale(_ values: [Double]?) -> Double {
    let greatest = values?.reduce(0, max) ?? 0
    return greatest > 0 ? 1 / greatest : 0
  }
}
