import GraphModel

/// A history with its paths matched to the files of one generation.
public struct FileHistory: Sendable {
  /// The commits and their words.
  let index: HistoryIndex
  /// For each commit the files that are still there, ascending.
  let commits: [[Int32]]
  /// The lines that the newest commits wrote.
  public let lines: LineHistory
  /// The mean length of a message.
  let averageMessage: Double
  /// For each file how much of the last work went into it, see ``RankingWeights/recentCommits``.
  public let recency: [Double]

  /// Matches. Linear in the commits.
  ///
  /// - Parameters:
  ///   - files: for each path of the history the number of its file, or -1.
  ///   - lines: what ``HistoryIndexBuilder/encodedLines()`` gave; empty for none.
  ///   - count: how many files the generation has.
  public init?(index: HistoryIndex, files: [Int32], lines: [UInt8] = [], count: Int) {
    guard files.count == index.paths.count, files.allSatisfy({ (-1..<Int32(count)).contains($0) }),
      let lines = LineHistory(lines, commits: index.commits, files: files)
    else { return nil }
    self.lines = lines
    self.index = index
    commits = index.commits.map { commit in
      Set(commit.map { files[Int($0)] }.filter { $0 >= 0 }).sorted()
    }
    var recency = [Double](repeating: 0, count: count)
    for (age, commit) in commits.enumerated() {
      let freshness = RankingWeights.freshness(age: age) / Double(max(1, commit.count)).squareRoot()
      for file in commit { recency[Int(file)] += freshness }
    }
    self.recency = recency
    averageMessage = max(1, Double(index.lengths.reduce(0) { $0 + Int($1) }) / Double(max(1, index.count)))
  }

  /// The numbers of files as bytes.
  public static func encode(_ files: [Int32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files { LEB128.append(UInt64(file + 1), to: &bytes) }
    return bytes
  }

  /// Reads an index and what ``encode(_:)`` gave; nil if the bytes are damaged or do not fit each other.
  public init?(index: [UInt8], files bytes: [UInt8], lines: [UInt8] = [], count: Int) {
    guard let index = HistoryIndex(index), let numbers = ChunkLengths(bytes) else { return nil }
    self.init(
      index: index, files: numbers.values.map { Int32(clamping: Int64($0) - 1) }, lines: lines, count: count)
  }
}
