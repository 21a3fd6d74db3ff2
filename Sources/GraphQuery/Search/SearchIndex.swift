import GraphModel
import GraphStore
import Retrieval
import Synchronization

/// What search keeps in memory of one generation, loaded with the first question.
final class SearchIndex: Sendable {
  /// Which chunks lie in which file.
  let layout: ChunkLayout
  /// What earlier commits say; nil without history.
  let history: FileHistory?

  init(_ reader: GraphReader) throws {
    let layout = ChunkLayout(lengths: try reader.chunkLengths(), chunksPerFile: try reader.chunksPerFile())
    guard let layout else { throw reader.damagedIndex("the lengths of chunks") }
    self.layout = layout
    guard let bytes = try reader.historyIndex() else {
      history = nil
      return
    }
    guard let history = FileHistory(index: bytes.index, files: bytes.files, count: layout.fileCount) else {
      throw reader.damagedIndex("the history")
    }
    self.history = history
  }
}

/// Loads a ``SearchIndex`` when it is first needed. One for all copies of a session.
final class SearchIndexCache: Sendable {
  private let index = Mutex<SearchIndex?>(nil)

  func get(_ reader: GraphReader) throws -> SearchIndex {
    try index.withLock { index in
      if let index { return index }
      let new = try SearchIndex(reader)
      index = new
      return new
    }
  }
}

extension GraphReader {
  /// The error for bytes that no writer of ours leaves.
  func damagedIndex(_ part: String) -> QueryError {
    QueryError(.unusable, "\(location) is damaged (\(part)); run `kg index --full`")
  }
}
