import GraphModel
import GraphStore
import SourceTree

/// Tells in which chunk each line of a file stands.
struct ChunkLines {
  private let reader: GraphReader
  private let tree: TreeFile
  /// Bytes of a file that is looked at.
  private static let byteLimit = 1 << 20

  init(_ reader: GraphReader, _ tree: TreeFile) {
    self.reader = reader
    self.tree = tree
  }

  /// The hashes of the lines that stand in definitions or sections, each with the number of its chunk among the file's.
  /// Empty if the file is not what was indexed, so that answers depend on the index alone.
  func lines(ofFile number: Int32, _ chunks: Range<Int>) throws -> [(line: UInt32, place: Int32)] {
    guard let file = try reader.file(number), let blob = file.blob,
      let bytes = tree.read(file.path, limit: Self.byteLimit), blob.isOf(bytes)
    else { return [] }
    let whole = try reader.node(id: SymbolID.file(file.path))?.index
    // In the order of their beginnings, so the last one that holds a line is the innermost.
    let shown = try reader.chunks(Array(chunks)).enumerated()
      .filter { $0.element.node != whole && Int($0.element.end) <= bytes.count }
      .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
    var lines: [(line: UInt32, place: Int32)] = []
    bytes.withUnsafeBufferPointer { buffer in
      var open: [(place: Int, end: Int)] = []
      var next = shown[...]
      var start = 0
      while start < buffer.count {
        let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
        // A chunk that begins within the line counts from it on.
        while let chunk = next.first, Int(chunk.element.start) < max(end, start + 1) {
          open.append((chunk.offset, Int(chunk.element.end)))
          next = next.dropFirst()
        }
        while let last = open.last, last.end <= start { open.removeLast() }
        if let chunk = open.last,
          let hash = LineHash.of(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        {
          lines.append((hash, Int32(chunk.place)))
        }
        start = end + 1
      }
    }
    return lines
  }
}
