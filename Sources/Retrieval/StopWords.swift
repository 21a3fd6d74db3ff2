/// Words of questions and of English grammar that say nothing about code.
enum StopWords {
  /// True for a lower-case word to leave out of a query.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  /// Short and deliberately without words that name things in code (`all`, `any`, `get`, `set`, `not`, `for`
  /// is grammar all the same: as a keyword it is in every file).
  private static let words: Set<String> = Set(
    """
    a about an and are as at be been being but by can could did do does doing don doesn for from had has have
    having he her his how i if in into is isn it its ll me my of on or our re s she should so some such t than
    that the their them then there these they this those through to us ve was we were what when where which
    while who why will with would you your
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
