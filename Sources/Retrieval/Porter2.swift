/// The English stemmer Porter2: strips inflections so that `parsing`, `parsed` and `parses` meet in `pars`.
///
/// Source: M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org, the revision of
/// Snowball 3, which keeps `organic` from `organ` and `international` from `intern`. Words hold lower-case ASCII letters only; apostrophes never reach the stemmer.
public struct Porter2: Sendable {
  /// The word being stemmed; `y` that acts as a consonant is written `Y` meanwhile.
  var word: [UInt8] = []
  /// Offsets where the regions R1 and R2 begin; the word's length if a region is empty.
  var region1 = 0
  var region2 = 0

  /// Makes a stemmer; it can be used for any number of words.
  public init() { word.reserveCapacity(64) }

  /// The stem of `text`, or `text` itself if it holds anything but the letters `a` to `z`.
  public static func stem(_ text: String) -> String {
    var stemmer = Porter2()
    var bytes = Array(text.utf8)
    stemmer.stem(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces the bytes of `buffer` from `start` to its end by their stem. Anything but lower-case ASCII
  /// letters, and words of less than three letters, stay as they are. O(bytes).
  public mutating func stem(_ buffer: inout [UInt8], from start: Int) {
    guard buffer.count - start > 2, buffer[start...].allSatisfy({ $0 &- 97 < 26 }) else { return }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: buffer[start...])
    if !applyException() {
      markConsonantY()
      findRegions()
      step1a()
      if !isInvariantAfterStep1a {
        step1b()
        step1c()
        step2()
        step3()
        step4()
        step5()
      }
      for index in word.indices where word[index] == Letter.consonantY { word[index] = Letter.y }
    }
    buffer.replaceSubrange(start..., with: word)
  }

  /// The letters that the rules name, as ASCII bytes.
  enum Letter {
    static let e = UInt8(ascii: "e")
    static let i = UInt8(ascii: "i")
    static let l = UInt8(ascii: "l")
    static let s = UInt8(ascii: "s")
    static let t = UInt8(ascii: "t")
    static let y = UInt8(ascii: "y")
    static let consonantY = UInt8(ascii: "Y")
  }

  static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), Letter.e, Letter.i, UInt8(ascii: "o"), UInt8(ascii: "u"), Letter.y: true
    default: false
    }
  }

  private mutating func markConsonantY() {
    for index in word.indices where word[index] == Letter.y {
      if index == 0 || Self.isVowel(word[index - 1]) { word[index] = Letter.consonantY }
    }
  }

  private mutating func findRegions() {
    let start = PackedWord(word.prefix(8))
    region1 = Self.regionPrefixes.first(where: { start.begins(with: $0) })?.count ?? regionStart(after: 0)
    region2 = regionStart(after: region1)
  }

  /// Where the region begins that follows the first non-vowel after a vowel at or after `start`.
  private func regionStart(after start: Int) -> Int {
    var index = start
    while index < word.count, !Self.isVowel(word[index]) { index += 1 }
    while index < word.count, Self.isVowel(word[index]) { index += 1 }
    return min(index + 1, word.count)
  }

  /// Words whose R1 begins after a prefix that the general rule would cut too early.
  private static let regionPrefixes: [PackedWord] = [
    "arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers",
  ].map { PackedWord($0.utf8) }

  /// Handles words whose stem is listed; true if this was one.
  private mutating func applyException() -> Bool {
    guard word.count <= 6 else { return false }
    let packed = PackedWord(word)
    guard let exception = Self.exceptions.first(where: { $0.word == packed }) else { return false }
    word.replaceSubrange(0..., with: exception.stem.utf8)
    return true
  }

  private static let exceptions: [(word: PackedWord, stem: String)] = [
    ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"),
    ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"), ("only", "onli"),
    ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
    ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
  ].map { (PackedWord($0.utf8), $1) }

  private var isInvariantAfterStep1a: Bool {
    guard (6...7).contains(word.count) else { return false }
    let packed = PackedWord(word)
    return Self.invariants.contains { $0 == packed }
  }

  private static let invariants: [PackedWord] = [
    "inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed",
  ].map { PackedWord($0.utf8) }
}

/// A word of up to eight bytes in one number, so that comparing two is one instruction.
private struct PackedWord: Equatable {
  let bits: UInt64
  let count: Int

  /// Takes the first eight bytes.
  init(_ bytes: some Collection<UInt8>) {
    var bits: UInt64 = 0
    var count = 0
    for byte in bytes.prefix(8) {
      bits |= UInt64(byte) << UInt64(8 * count)
      count += 1
    }
    self.bits = bits
    self.count = count
  }

  /// True if the first bytes are those of `other`, which has less than eight.
  func begins(with other: PackedWord) -> Bool {
    (bits ^ other.bits) & (1 << UInt64(8 * other.count) - 1) == 0
  }
}
