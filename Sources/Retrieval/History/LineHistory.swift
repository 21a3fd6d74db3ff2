import GraphModel

/// The lines that commits wrote, by the files that they are in now.
///
/// A definition that still holds a line of a commit is one that the commit was about. Lines say so whatever
/// moved since, within a file or with it, and without the line numbers of any earlier version.
///
/// The bytes hold, for the commits and their paths in the order of ``HistoryIndex``, how many lines there are, in
/// LEB128, and for each the four bytes of its hash, little-endian. They end after the last one that has any.
public struct LineHistory: Sendable {
  private let bytes: [UInt8]
  /// For each file the commits that wrote in it, newest first, and where in `bytes` the hashes are.
  private let changes: [Int32: [(commit: Int, hashes: Range<Int>)]]

  /// Reads; nil if the bytes are damaged or do not fit the commits. Linear in the commits.
  init?(_ bytes: [UInt8], commits: [[Int32]], files: [Int32]) {
    var changes: [Int32: [(commit: Int, hashes: Range<Int>)]] = [:]
    let isSound = bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      for (commit, paths) in commits.enumerated() where place < buffer.count {
        for path in paths where place < buffer.count {
          guard let count = LEB128.uint32(buffer, &place), 4 * Int(count) <= buffer.count - place else {
            return false
          }
          let end = place + 4 * Int(count)
          let file = files[Int(path)]
          if count > 0, file >= 0 { changes[file, default: []].append((commit, place..<end)) }
          place = end
        }
      }
      return place == buffer.count
    }
    guard isSound else { return nil }
    self.bytes = bytes
    self.changes = changes
  }

  /// True if a commit wrote lines of the file.
  public func hasLines(ofFile file: Int32) -> Bool { changes[file] != nil }

  /// Which commits wrote what stands in some places of a file: pairs, ascending by commit, then by place.
  ///
  /// - Parameters:
  ///   - content: the hashes of the file's lines, each with the place that it stands in. A line that stands in
  ///     several places says nothing about any.
  public func writers(
    ofFile file: Int32, content: [(line: UInt32, place: Int32)]
  ) -> [(commit: Int, place: Int32)] {
    guard let changes = changes[file] else { return [] }
    var places: [UInt32: Int32] = [:]
    for (line, place) in content {
      if let known = places[line], known != place { places[line] = -1 } else { places[line] = place }
    }
    var found: [(commit: Int, place: Int32)] = []
    for (commit, hashes) in changes {
      var touched: Set<Int32> = []
      for start in stride(from: hashes.lowerBound, to: hashes.upperBound, by: 4) {
        let line = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
        if let place = places[line], place >= 0 { touched.insert(place) }
      }
      for place in touched.sorted() { found.append((commit, place)) }
    }
    return found
  }
}
