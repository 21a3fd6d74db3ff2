/// Words that stand in code spans for something else than a definition of the tree, even where one has the name:
/// keywords, values, and what languages and shells have built in.
enum CommonWords {
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = Set(
    """
    abs all any args as async await bin bool break build bytearray bytes callable case cd chr class classmethod cls
    code command compile config continue data def default del delattr dev dict dir divmod docs else enumerate env
    error eval exec exit export file filter float for format frozenset func get getattr git globals hasattr hash help
    hex host id if import in index info init input install int is isinstance issubclass iter key kwargs len let list
    local locals main make map max memoryview min mkdir name next nil none not null object oct off on open or ord
    pass path pip port post pow print property public python range repr return reversed root round run self server
    set setattr setup shell slice sorted src static staticmethod str string sum super swift sys test tests true false
    try tuple type url user value values var vars version void while with yield zip
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
