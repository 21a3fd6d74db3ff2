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
    let line = file.bytes[..<start].reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
    let lineStart = file.bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let lines = file.bytes[lineStart..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
      .prefix(Self.lineLimit)
    var text = lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
    while text.last?.allSatisfy(\.isWhitespace) == true { text.removeLast() }
    return (file.path, line, text.joined(separator: "\n"))
  }

  /// The first lines of a definition; empty if the file is gone or shorter now.
  mutating func snippet(of node: StoredNode) throws -> (path: SourcePath?, line: Int, text: String) {
    guard let number = node.file, let file = try content(number), let start = node.node.start else {
      return (node.node.path, 1, "")
    }
    let last = max(start.line, node.node.end?.line ?? start.line)
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .dropFirst(Int(start.line) - 1).prefix(min(Self.lineLimit, Int(last - start.line) + 1))
    let text = lines.map { String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self) }
    return (file.path, Int(start.line), text.joined(separator: "\n"))
  }

  /// The bytes of a chunk as they are now; empty if the file is gone or shorter.
  mutating func bytes(of chunk: StoredChunk) throws -> ArraySlice<UInt8> {
    guard let file = try content(chunk.file) else { return [] }
    let start = min(Int(chunk.start), file.bytes.count)
    return file.bytes[start..<max(start, min(Int(chunk.end), file.bytes.count))]
  }

  private mutating func content(_ index: Int32) throws -> (path: SourcePath, bytes: [UInt8])? {
    if let known = files[index] { return known }
    guard let file = try session.reader.file(index) else { return nil }
    let bytes = TreeFile(root: session.location.root).read(file.path, limit: Self.byteLimit) ?? []
    files[index] = (file.path, bytes)
    return files[index]
  }
}
