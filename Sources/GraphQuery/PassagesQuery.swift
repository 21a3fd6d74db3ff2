import GraphModel
import GraphStore
import SourceTree

/// A stretch of a file that search ranks as one.
public struct Passage: Sendable, Equatable {
  /// The symbol id of the definition, section or file it shows.
  public var id: String
  /// That one's qualified name.
  public var qualifiedName: String
  /// The file, relative to the root, as answers show it.
  public var path: String
  /// Path, qualified name and the lines of the file as they are now.
  public var text: String

  /// Makes a passage of its parts.
  public init(id: String, qualifiedName: String, path: String, text: String) {
    self.id = id
    self.qualifiedName = qualifiedName
    self.path = path
    self.text = text
  }
}

extension GraphSession {
  /// Larger files are no part of an index.
  private static let largestFile = 64 << 20

  /// Everything that search ranks, in the order of the index. O(text): for measuring, not for answers.
  public func passages() throws(QueryError) -> [Passage] {
    do {
      var passages: [Passage] = []
      var current: (file: Int32, path: SourcePath, bytes: [UInt8])?
      for chunk in try reader.chunks(Array(0..<meta.chunks)) {
        if current?.file != chunk.file, let file = try reader.file(chunk.file) {
          let bytes = TreeFile(root: location.root).read(file.path, limit: Self.largestFile) ?? []
          current = (chunk.file, file.path, bytes)
        }
        guard let current, let stored = try reader.node(chunk.node) else { continue }
        let end = min(Int(chunk.end), current.bytes.count)
        let body = current.bytes[min(Int(chunk.start), end)..<end]
        let text = "\(current.path.display)\n\(stored.node.qualifiedName)\n"
        passages.append(
          Passage(
            id: stored.node.id, qualifiedName: stored.node.qualifiedName, path: current.path.display,
            text: text + String(decoding: body, as: UTF8.self)))
      }
      return passages
    } catch {
      throw QueryError(error)
    }
  }
}

extension GraphSession {
  /// The digest of the graph, hexadecimal.
  public var digest: String { meta.digest }

  /// The node with this symbol id or qualified name, or for ``SearchRequest/Grain/file`` the file of this
  /// path; nil if the index has none. Of several of one name the first in the order of ids.
  public func place(_ target: String, grain: SearchRequest.Grain) throws(QueryError) -> NodeSummary? {
    do {
      let id = grain == .file ? SymbolID.file(SourcePath(target)) : target
      if let stored = try reader.node(id: id) { return NodeSummary(stored.node) }
      guard grain == .symbol else { return nil }
      let named = try reader.nodes(matching: target).filter { $0.node.qualifiedName == target }
      return named.min { $0.node.id < $1.node.id }.map { NodeSummary($0.node) }
    } catch {
      throw QueryError(error)
    }
  }
}
