import Testing

@testable import GraphStore

/// A patch changes rows of a copy: whoever adds a table says here what an edit does to it.
@Suite struct PatchCoverageTests {
  /// Tables whose rows ``GenerationPatcher`` changes.
  private static let patched: Set<String> = [
    "meta", "number_order", "file", "text", "node", "edge_list", "backlink", "reason", "unresolved_list",
    "chunk", "chunk_lengths", "chunk_counts", "file_terms", "posting", "vector", "vector_sign", "facts",
    "facts_bytes",
    "community", "community_file", "community_node", "community_link", "history", "co_change",
  ]
  /// Tables that are the same in every database.
  private static let untouched: Set<String> = [
    "ordinal", "node_kind", "edge_kind", "language", "resolution",
  ]

  @Test func everyTableIsConsidered() {
    let tables = Schema.statements.filter { $0.hasPrefix("CREATE TABLE ") }
      .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
    #expect(Set(tables) == Self.patched.union(Self.untouched))
    #expect(Self.patched.isDisjoint(with: Self.untouched))
  }
}
