import GraphModel
import GraphStore
import SourceTree

/// Takes the lines of results from the files as they are now.
struct SnippetReader {
  /// Lines of a snippet at most.
  private static let lineLimit = 6
  /// Bytes of a file that are looked at.
  private static let byteLimit = 4 << 20

  private let session: GraphSession
  private var files: [Int32: (path: SourcePath, bytes: [UInt8])] = [:]

  init(session: GraphSession) { self.session = session }

  /// The first lines of a chunk; empty if the file is gone or shorter now.
  mutating func snippet(of chunk: StoredChunk) throws -> (path: SourcePath?, line: Int, text: String) {
    guard let file = try content(chunk.file) else { return (nil, 1, "") }
    let start = min(Int(chunk.start), file.bytes.count)
    let end = min(Int(chunk.end), file.bytes.count)
    let line = 1 + Self.lineEnds(file.bytes, before: start)
    let lineStart = file.bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lines = Self.lines(file.bytes[lineStart..<end], limit: Self.lineLimit)
    var text = lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
    while text.last?.allSatisfy(\.isWhitespace) == true { text.removeLast() }
    return (file.path, line, text.joined(separator: "\n"))
  }

  /// The first lines of a definition; empty if the file is gone or shorter now.
  mutating func snippet(of node: StoredNode) throws -> (path: SourcePath?, line: Int, text: String) {
    guard let number = node.file, let file = try content(number), let start = node.node.start else {
      return (node.node.path, 1, "")
    }
    let first = max(1, Int(start.line))
    let length = min(Self.lineLimit, max(0, Int(node.node.end?.line ?? start.line) - first) + 1)
    let lines = Self.lines(file.bytes[...], limit: first - 1 + length).dropFirst(first - 1)
    let text = lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
    return (file.path, first, text.joined(separator: "\n"))
  }

  /// The bytes of a chunk as they are now; empty if the file is gone or shorter.
  mutating func bytes(of chunk: StoredChunk) throws -> ArraySlice<UInt8> {
    guard let file = try content(chunk.file) else { return [] }
    let start = min(Int(chunk.start), file.bytes.count)
    return file.bytes[start..<max(start, min(Int(chunk.end), file.bytes.count))]
  }

  /// How many lines end before `end`.
  private static func lineEnds(_ bytes: [UInt8], before end: Int) -> Int {
    // In bounds: `end` is at most the count. A plain loop over the buffer is done many bytes at a time.
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for place in 0..<min(end, bytes.count) where bytes[place] == 0x0A { count += 1 }
      return count
    }
  }

  /// The first lines of `bytes`, at most `limit`.
  private static func lines(_ bytes: ArraySlice<UInt8>, limit: Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while lines.count < limit {
      guard let end = rest.firstIndex(of: 0x0A) else {
        lines.append(rest)
        break
      }
      lines.append(rest[..<end])
      rest = rest[(end + 1)...]
    }
    return lines
  }

  private mutating func content(_ index: Int32) throws -> (path: SourcePath, bytes: [UInt8])? {
    if let known = files[index] { return known }
    guard let file = try session.reader.file(index) else { return nil }
    let bytes = TreeFile(root: session.location.root).read(file.path, limit: Self.byteLimit) ?? []
    files[index] = (file.path, bytes)
    return files[index]
  }
}
