/// British spellings in questions: most code is written in American.
enum Spelling {
  /// Endings and what stands for them; the first that fits counts.
  private static let endings: [(british: String, american: String)] = [
    ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"),
    ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"),
    ("ysing", "yzing"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"),
    ("tre", "ter"), ("tres", "ters"), ("tred", "tered"), ("tring", "tering"), ("logue", "log"),
    ("logues", "logs"), ("ence", "ense"), ("ences", "enses"), ("elled", "eled"), ("elling", "eling"),
  ]

  /// Shorter beginnings are other words: `four`, `fence`.
  private static let shortestBeginning = 3

  /// `text` with American spellings for words that stand nowhere as they are, where the American ones do.
  ///
  /// - Parameter isKnown: whether any chunk holds a lower-case word. Asked only where an ending fits.
  static func american(_ text: String, isKnown: (String) throws -> Bool) rethrows -> String {
    var result = ""
    var word = ""
    func respelled() throws -> String {
      let lower = word.lowercased()
      guard word.dropFirst() == lower.dropFirst(),
        let ending = endings.first(where: { lower.hasSuffix($0.british) }),
        lower.count - ending.british.count >= shortestBeginning
      else { return word }
      let variant = word.dropLast(ending.british.count) + ending.american
      return try !isKnown(lower) && isKnown(variant.lowercased()) ? String(variant) : word
    }
    for character in text {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
      } else {
        result += try respelled()
        word = ""
        result.append(character)
      }
    }
    return try result + respelled()
  }
}
