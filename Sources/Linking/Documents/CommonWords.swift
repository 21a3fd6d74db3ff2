/// Words that stand in code spans for something else than a definition of the tree, even where one has the name:
/// keywords, values, and what languages and shells have built in.
enum CommonWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = Set(
    """
    abs all any args as async await bin bool break build bytes case cd class cls code command config continue
    data def default del dev dict dir docs else env error eval exec exit export file filter float for format
    func get git help host id if import in index info init input install int is key kwargs len let list
    local main make map max min mkdir name next nil none not null object off on open or pass path pip
    port post print property public python range return root run self server set setup shell src static
    str string sum super swift sys test tests true false try tuple type url user value values var vars version void
    while with yield zip
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
