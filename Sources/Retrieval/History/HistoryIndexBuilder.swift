import GraphModel

/// Makes the bytes that ``HistoryIndex`` reads.
public struct HistoryIndexBuilder: Sendable {
  private var tokenizer = CodeTokenizer()
  private var tokens: [TokenID] = []
  private var counts: [UInt32] = []
  private var terms: [Postings] = []
  private var numbers: [SourcePath: Int32] = [:]
  private var paths: [SourcePath] = []
  /// What a path of older commits is called now.
  private var names: [SourcePath: SourcePath] = [:]
  private var commits: [UInt8] = []
  private var commitCount = 0
  /// See ``LineHistory``.
  private var lines: [UInt8] = []
  /// How many bytes of `lines` hold something: what follows are commits without.
  private var usedLines = 0

  private struct Postings {
    var bytes: [UInt8] = []
    var last = 0
  }

  /// Makes an empty history.
  public init() {}

  /// Notes that a commit renamed a file. Call it for each commit, newest first, after its files were added.
  public mutating func rename(_ previous: SourcePath, to path: SourcePath) {
    names[previous] = names[path] ?? path
  }

  /// Adds a commit, newest first. Linear in its message and its lines.
  ///
  /// - Parameter files: what it changed, with the hashes of the lines that it wrote there.
  public mutating func add(message: String, files: [(path: SourcePath, lines: [UInt32])]) {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(message, to: &tokens)
    let missing = tokenizer.tokens.count - terms.count
    if missing > 0 {
      terms.append(contentsOf: repeatElement(Postings(), count: missing))
      counts.append(contentsOf: repeatElement(0, count: missing))
    }
    for token in tokens { counts[Int(token)] += 1 }
    for token in tokens where counts[Int(token)] > 0 {
      let index = Int(token)
      LEB128.append(UInt64(commitCount - terms[index].last), to: &terms[index].bytes)
      LEB128.append(UInt64(counts[index]), to: &terms[index].bytes)
      terms[index].last = commitCount
      counts[index] = 0
    }
    let written = files.map { (file: number(names[$0.path] ?? $0.path), lines: $0.lines) }
    let changed = Set(written.map(\.file)).sorted()
    LEB128.append(UInt64(tokens.count), to: &commits)
    LEB128.append(UInt64(changed.count), to: &commits)
    var last: Int32 = 0
    for file in changed {
      LEB128.append(UInt64(file - last), to: &commits)
      last = file
      let hashes = written.filter { $0.file == file }.flatMap(\.lines)
      LEB128.append(UInt64(hashes.count), to: &lines)
      for hash in hashes { withUnsafeBytes(of: hash.littleEndian) { lines.append(contentsOf: $0) } }
      if !hashes.isEmpty { usedLines = lines.count }
    }
    commitCount += 1
  }

  /// The bytes of a ``LineHistory``: the same for the same calls.
  public func encodedLines() -> [UInt8] { Array(lines[..<usedLines]) }

  /// The bytes: the same for the same calls.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    LEB128.append(UInt64(paths.count), to: &bytes)
    for path in paths { append(path.bytes[...], to: &bytes) }
    LEB128.append(UInt64(commitCount), to: &bytes)
    bytes += commits
    let order = (0..<Int32(terms.count)).sorted { left, right in
      tokenizer.tokens[left].lexicographicallyPrecedes(tokenizer.tokens[right])
    }
    LEB128.append(UInt64(order.count), to: &bytes)
    for token in order {
      append(tokenizer.tokens[token], to: &bytes)
      LEB128.append(UInt64(terms[Int(token)].bytes.count), to: &bytes)
    }
    for token in order { bytes += terms[Int(token)].bytes }
    return bytes
  }

  private mutating func number(_ path: SourcePath) -> Int32 {
    if let known = numbers[path] { return known }
    let new = Int32(paths.count)
    numbers[path] = new
    paths.append(path)
    return new
  }

  private func append(_ string: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    LEB128.append(UInt64(string.count), to: &bytes)
    bytes += string
  }
}
