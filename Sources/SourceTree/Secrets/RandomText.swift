/// What sorts of characters a text is made of, to tell keys drawn at random from names and words.
struct RandomText {
  private let length: Int
  private var lower = 0
  private var upper = 0
  private var digits = 0
  /// How often the sort of character changes, joining marks left out.
  private var changes = 0
  private var distinct = 0
  /// Pieces of nothing but lower case.
  private var lowerRuns = 0

  /// O(bytes).
  init(_ text: UnsafeBufferPointer<UInt8>) {
    length = text.count
    var seen: (UInt64, UInt64) = (0, 0)
    var last = 0
    for byte in text {
      let sort: Int
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        lower += 1
        sort = 1
        if last != 1 { lowerRuns += 1 }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        upper += 1
        sort = 2
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        sort = 3
      default: continue
      }
      if last != 0 && sort != last { changes += 1 }
      last = sort
      if byte < 64 { seen.0 |= 1 << UInt64(byte) } else { seen.1 |= 1 << UInt64(byte - 64) }
    }
    distinct = seen.0.nonzeroBitCount + seen.1.nonzeroBitCount
  }

  /// True for names of words: pieces of lower case are longer than chance makes them, which is 1.7 on average
  /// in base64.
  var looksLikeWords: Bool { lower * 10 >= lowerRuns * 23 }

  /// True for text like base64 of random bytes: of it, 31 of 50 neighbours are of different sorts, of names in
  /// camel case about one of four.
  var looksRandom: Bool {
    length >= 20 && lower >= 3 && upper >= 3 && digits >= 2 && distinct >= 12 && changes * 10 >= length * 4
  }

  /// True for text that may well be a key where a name says that it is one: letters and digits mixed.
  var couldBeAKey: Bool {
    length >= 16 && digits >= 2 && lower + upper >= 2 && distinct >= 8 && changes * 10 >= length * 2
  }

  /// True for text that is more than a word.
  var couldBeAPassword: Bool { digits >= 1 && lower + upper >= 1 && distinct >= 5 }
}
