import Testing

@testable import GraphStore

/// A patch changes rows of a copy: whoever adds a table says here what an edit of places and text does to it.
@Suite struct PatchCoverageTests {
  /// Tables whose rows ``GenerationPatcher`` changes.
  private static let patched: Set<String> = [
    "meta", "file", "node", "edge_list", "unresolved_list", "chunk", "chunk_lengths", "file_terms", "posting",
    "vector", "vector_sign", "facts", "facts_bytes",
  ]
  /// Tables that hold neither places nor anything of a chunk's text; history has a state of its own, which must be
  /// the same for a patch.
  private static let untouched: Set<String> = [
    "number_order", "ordinal", "node_kind", "edge_kind", "language", "resolution", "text", "backlink", "reason",
    "chunk_counts",
    "history", "co_change", "community", "community_file", "community_node", "community_link",
  ]

  @Test func everyTableIsConsidered() {
    let tables = Schema.statements.filter { $0.hasPrefix("CREATE TABLE ") }
      .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
    #expect(Set(tables) == Self.patched.union(Self.untouched))
    #expect(Self.patched.isDisjoint(with: Self.untouched))
  }
}
