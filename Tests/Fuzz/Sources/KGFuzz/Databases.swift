import CPageChecksums
import Foundation
import GraphModel
import GraphStore

/// A good database, changed at some places and with its checksums made right again, so that what looks at
/// the content is reached: reading it gives answers or an error, never a trap.
func fuzzDatabase(_ input: [UInt8]) {
  var bytes = base.bytes
  // Each change is three bytes of place and one of value; one of odd length cuts the file.
  for change in stride(from: 0, to: input.count - input.count % 4, by: 4) {
    let place = Int(input[change]) << 16 | Int(input[change + 1]) << 8 | Int(input[change + 2])
    bytes[place % bytes.count] ^= input[change + 3]
  }
  if input.count % 4 == 1 { bytes.removeLast(bytes.count / 2) }
  for page in 0..<bytes.count / pageSize { seal(&bytes, page: page) }
  guard FileManager.default.createFile(atPath: base.path, contents: Data(bytes)) else {
    fatalError("cannot write \(base.path)")
  }
  do {
    let reader = try GraphReader(DatabaseLocation(base.path))
    _ = try reader.meta()
    _ = try reader.nodes(matching: "alpha")
    _ = try reader.namesNear("alhpa", limit: 3)
    _ = try reader.chunkLengths()
    _ = try reader.chunksPerFile()
    _ = try reader.historyIndex()
    _ = try reader.historyRecords()
    _ = try reader.storedFiles()
    for node in 0..<12 as Range<NodeIndex> {
      _ = try reader.edges(from: node)
      _ = try reader.edges(to: node)
      _ = try reader.unresolved(from: node)
    }
    _ = try reader.communities()
    _ = try reader.graph()
    try reader.verify()
  } catch is GraphStoreError {
    return
  } catch {
    fatalError("an error of another kind: \(error)")
  }
}

private let pageSize = 4096

private func seal(_ bytes: inout [UInt8], page: Int) {
  let start = page * pageSize
  let checksum = bytes[start..<start + pageSize].withUnsafeBufferPointer { page -> UInt64 in
    guard let first = page.baseAddress else { return 0 }
    return kg_page_checksum(first, pageSize, UInt64(start / pageSize) + 1)
  }
  for index in 0..<8 {
    bytes[start + pageSize - 8 + index] = UInt8(truncatingIfNeeded: checksum >> UInt64(8 * index))
  }
}

/// A small graph, stored once.
private let base: (path: String, bytes: [UInt8]) = {
  let folder = NSTemporaryDirectory() + "kg-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  let location = DatabaseLocation(folder + "/graph.db")
  let files = (0..<3).map { index in
    IndexedFile(
      path: SourcePath("src/file\(index).py"), language: .python, blob: BlobID(hex: "0123abcd"), lines: 9,
      parseErrors: 0, skipReason: nil)
  }
  let names = [
    "alpha", "beta", "delta", "epsilon", "eta", "gamma", "iota", "kappa", "lambda", "theta", "zeta",
  ]
  let nodes = names.map { name in
    Node(id: "python . . . \(name).", kind: .function, name: name, qualifiedName: name, language: .python)
  }
  var edges: [Edge] = []
  for source in nodes.indices {
    for target in nodes.indices where (source + target) % 3 == 0 {
      edges.append(
        Edge(
          kind: .calls, source: NodeIndex(source), target: NodeIndex(target), file: Int32(source % 3),
          position: Position(line: Int32(source + 1), column: Int32(target + 1)), resolution: .exact,
          candidates: 1))
    }
  }
  do {
    let lock = try WriterLock(location)
    _ = try GraphStore.replace(
      lock, with: GenerationContents(graph: Graph(files: files, nodes: nodes, edges: edges)))
    lock.release()
  } catch {
    fatalError("\(error)")
  }
  let path = String(decoding: location.path, as: UTF8.self)
  return (path, Array(FileManager.default.contents(atPath: path) ?? Data()))
}()
