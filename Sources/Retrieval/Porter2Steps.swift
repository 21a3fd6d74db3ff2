/// The steps of the algorithm, in its own numbering. Step 0 handles apostrophes, which do not occur here.
extension Porter2 {
  /// Plurals: `sses`, `ied`, `ies`, `s`.
  mutating func step1a() {
    if ends("sses") {
      word.removeLast(2)
    } else if ends("ied") || ends("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if word.last == Letter.s, !ends("us"), !ends("ss"),
      word.dropLast(2).contains(where: Self.isVowel)
    {
      word.removeLast()
    }
  }

  /// Past tenses and participles: `eed`, `ed`, `ing` and their adverbs.
  mutating func step1b() {
    if let length = firstEnding(["eedly", "eed"]) {
      if isInRegion1(length) {
        word.removeLast(length)
        append("ee")
      }
      return
    }
    guard let length = firstEnding(["ingly", "edly", "ing", "ed"]),
      word.dropLast(length).contains(where: Self.isVowel)
    else { return }
    word.removeLast(length)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(Letter.e)
    } else if endsWithDouble {
      // `add`, `egg`, `off`: a word of a vowel and a double consonant is whole.
      if word.count != 3 || !Self.isStandaloneVowel(word[0]) { word.removeLast() }
    } else if region1 >= word.count && endsWithShortSyllable(at: word.count) {
      word.append(Letter.e)
    }
  }

  /// A final `y` after a consonant becomes `i`.
  mutating func step1c() {
    guard word.count > 2, word.last == Letter.y || word.last == Letter.consonantY,
      !Self.isVowel(word[word.count - 2])
    else { return }
    word[word.count - 1] = Letter.i
  }

  /// Derivational endings in R1, longest first.
  mutating func step2() {
    for (ending, replacement) in Self.step2Endings where ends(ending) {
      let length = ending.utf8CodeUnitCount
      if isInRegion1(length) { replace(length, replacement) }
      return
    }
    if ends("ogi") {
      if isInRegion1(3), word.count > 3, word[word.count - 4] == Letter.l { word.removeLast() }
    } else if ends("li"), isInRegion1(2), word.count > 2, Self.isValidBeforeLi(word[word.count - 3]) {
      word.removeLast(2)
    }
  }

  /// More endings in R1.
  mutating func step3() {
    for (ending, replacement) in Self.step3Endings where ends(ending) {
      let length = ending.utf8CodeUnitCount
      if isInRegion1(length) { replace(length, replacement) }
      return
    }
    if ends("ative"), isInRegion2(5) { word.removeLast(5) }
  }

  /// Endings removed in R2.
  mutating func step4() {
    if let length = firstEnding(Self.step4Endings) {
      if isInRegion2(length) { word.removeLast(length) }
    } else if ends("ion"), isInRegion2(3), word.count > 3,
      word[word.count - 4] == Letter.s || word[word.count - 4] == Letter.t
    {
      word.removeLast(3)
    }
  }

  /// A final `e` or a doubled `l`.
  mutating func step5() {
    if word.last == Letter.e {
      if isInRegion2(1) || (isInRegion1(1) && !endsWithShortSyllable(at: word.count - 1)) {
        word.removeLast()
      }
    } else if ends("ll"), isInRegion2(1) {
      word.removeLast()
    }
  }

  private static let step2Endings: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
    ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"),
    ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
    ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"),
    ("bli", "ble"),
  ]

  private static let step3Endings: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  private static let step4Endings: [StaticString] = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ism", "iti", "ive", "ize", "ous",
    "al", "er", "ic",
  ]

  private static func isValidBeforeLi(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "h"),
      UInt8(ascii: "k"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      true
    default: false
    }
  }

  private var endsWithDouble: Bool {
    guard word.count > 1, let last = word.last, last == word[word.count - 2] else { return false }
    switch last {
    case UInt8(ascii: "b"), UInt8(ascii: "d"), UInt8(ascii: "f"), UInt8(ascii: "g"), UInt8(ascii: "m"),
      UInt8(ascii: "n"), UInt8(ascii: "p"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return true
    default: return false
    }
  }

  private static func isStandaloneVowel(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "a") || byte == Letter.e || byte == UInt8(ascii: "o")
  }

  /// True if the first `end` letters end in a short syllable: vowel and consonant at the very beginning,
  /// consonant, vowel and a consonant other than `w`, `x` and `Y`, or `past`.
  private func endsWithShortSyllable(at end: Int) -> Bool {
    if word[..<end].suffix(4).elementsEqual("past".utf8) { return true }
    if end == 2 { return Self.isVowel(word[0]) && !Self.isVowel(word[1]) }
    guard end > 2, !Self.isVowel(word[end - 3]), Self.isVowel(word[end - 2]) else { return false }
    let last = word[end - 1]
    return !Self.isVowel(last) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
      && last != Letter.consonantY
  }

  private func isInRegion1(_ length: Int) -> Bool { word.count - length >= region1 }

  private func isInRegion2(_ length: Int) -> Bool { word.count - length >= region2 }

  private func firstEnding(_ endings: [StaticString]) -> Int? {
    endings.first(where: ends)?.utf8CodeUnitCount
  }

  private func ends(_ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard word.count >= count else { return false }
    let offset = word.count - count
    // From the end: most words differ there. In bounds of the literal, which is as long as it says.
    for place in stride(from: count - 1, through: 0, by: -1)
    where word[offset + place] != ending.utf8Start[place] { return false }
    return true
  }

  private mutating func replace(_ length: Int, _ replacement: StaticString) {
    word.removeLast(length)
    append(replacement)
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { word.append(contentsOf: $0) }
  }
}
