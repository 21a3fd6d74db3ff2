import GraphModel
import GraphStore
import Retrieval

/// Finds the chunks that show definitions.
struct NamedChunks {
  private let reader: GraphReader
  private let layout: ChunkLayout

  init(_ reader: GraphReader, _ layout: ChunkLayout) {
    self.reader = reader
    self.layout = layout
  }

  /// For each chunk that shows one of the definitions its share, and the definitions that no chunk shows: enum
  /// cases, stored properties.
  func chunks(
    of named: [EvidenceCollector.Named]
  ) throws -> (chunks: [Int: Double], others: [EvidenceCollector.Named]) {
    var shares: [NodeIndex: Double] = [:]
    for item in named { shares[item.stored.index] = max(shares[item.stored.index] ?? 0, item.share) }
    var chunks: [Int: Double] = [:]
    var shown: Set<NodeIndex> = []
    for file in Set(named.map(\.file)).sorted() {
      let range = layout.chunks(ofFile: file)
      for (number, chunk) in zip(range, try reader.chunks(Array(range))) {
        // Of a long definition the first chunk shows its name.
        guard let share = shares[chunk.node], shown.insert(chunk.node).inserted else { continue }
        chunks[number] = share
      }
    }
    return (chunks, named.filter { !shown.contains($0.stored.index) })
  }
}
