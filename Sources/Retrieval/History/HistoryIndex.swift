import GraphModel

/// The messages of earlier commits as an index over words, and the files that each commit changed: one string
/// of bytes that is read in one go.
///
/// Commits count from 0, the newest. Paths are as they are named now where later commits renamed them, and
/// may be gone. The bytes hold, as LEB128 numbers and strings with their lengths: paths; for each commit its
/// number of tokens and its paths, ascending, as differences; terms, sorted by bytes, each with the size of its
/// postings; then all postings, each the difference to the commit before and how often it holds the term.
public struct HistoryIndex: Sendable {
  /// Raised whenever the same commits give other bytes.
  public static let version = 1

  /// The files that commits changed, by number.
  public let paths: [SourcePath]
  /// For each commit the numbers of its paths, ascending.
  let commits: [[Int32]]
  /// For each commit how many tokens its message has.
  let lengths: [UInt32]
  private let bytes: [UInt8]
  /// Where each term lies in `bytes`, in the order of the terms' bytes.
  private let terms: [Range<Int>]
  /// Where the postings of each term end; those of the first begin at `postings`.
  private let ends: [Int]
  private let postings: Int

  /// Reads what ``HistoryIndexBuilder`` wrote; nil if the bytes are damaged. Linear.
  public init?(_ bytes: [UInt8]) {
    guard let parts = bytes.withUnsafeBufferPointer({ HistoryIndexReader($0).read() }) else { return nil }
    self.bytes = bytes
    paths = parts.paths
    commits = parts.commits
    lengths = parts.lengths
    terms = parts.terms
    ends = parts.ends
    postings = parts.postings
  }

  /// How many commits there are.
  public var count: Int { commits.count }

  /// Hands each commit whose message holds the term, with how often, to `body`. O(log terms + postings).
  ///
  /// - Returns: How many there are; nil if the bytes are damaged.
  func forEachCommit(with term: String, _ body: (_ commit: Int, _ frequency: Double) -> Void) -> Int? {
    guard let index = find(Array(term.utf8)) else { return 0 }
    return bytes.withUnsafeBufferPointer { buffer in
      var place = index == 0 ? postings : ends[index - 1]
      var commit = 0
      var found = 0
      // In bounds: the ends were checked against the bytes when they were read.
      while place < ends[index] {
        guard let step = LEB128.uint32(buffer, &place), let frequency = LEB128.uint32(buffer, &place) else {
          return nil
        }
        commit += Int(step)
        guard commit < commits.count else { return nil }
        body(commit, Double(frequency))
        found += 1
      }
      return found
    }
  }

  private func find(_ term: [UInt8]) -> Int? {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if bytes[terms[middle]].lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && bytes[terms[low]].elementsEqual(term) ? low : nil
  }
}

/// Takes the bytes of a history apart.
private struct HistoryIndexReader {
  struct Parts {
    var paths: [SourcePath] = []
    var commits: [[Int32]] = []
    var lengths: [UInt32] = []
    var terms: [Range<Int>] = []
    var ends: [Int] = []
    var postings = 0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func read() -> Parts? {
    var reader = self
    return reader.parts()
  }

  private mutating func parts() -> Parts? {
    var parts = Parts()
    guard let pathCount = count() else { return nil }
    for _ in 0..<pathCount {
      guard let range = string() else { return nil }
      parts.paths.append(SourcePath(bytes: Array(bytes[range])))
    }
    guard let commitCount = count() else { return nil }
    for _ in 0..<commitCount {
      guard let length = LEB128.uint32(bytes, &place), let files = commit(below: pathCount) else {
        return nil
      }
      parts.lengths.append(length)
      parts.commits.append(files)
    }
    guard let termCount = count() else { return nil }
    var size = 0
    parts.terms.reserveCapacity(termCount)
    parts.ends.reserveCapacity(termCount)
    for _ in 0..<termCount {
      guard let range = string(), let length = LEB128.uint32(bytes, &place) else { return nil }
      parts.terms.append(range)
      size += Int(length)
      parts.ends.append(size)
    }
    guard place + size == bytes.count else { return nil }
    parts.postings = place
    for index in parts.ends.indices { parts.ends[index] += place }
    return parts
  }

  private mutating func commit(below limit: Int) -> [Int32]? {
    guard let count = count() else { return nil }
    var files: [Int32] = []
    var last = 0
    for _ in 0..<count {
      guard let step = LEB128.uint32(bytes, &place) else { return nil }
      last += Int(step)
      guard last < limit else { return nil }
      files.append(Int32(last))
    }
    return files
  }

  /// A number of things that each take a byte at least, so a damaged one cannot ask for much memory.
  private mutating func count() -> Int? {
    guard let value = LEB128.uint32(bytes, &place), Int(value) <= bytes.count - place else { return nil }
    return Int(value)
  }

  private mutating func string() -> Range<Int>? {
    guard let length = count() else { return nil }
    defer { place += length }
    return place..<place + length
  }
}
