/// The words that the parser recurses on or looks ahead for, in a hash table.
struct Keywords {
  /// What a word means for nesting.
  enum Kind {
    /// Begins something that nests without brackets until its braces come.
    case header
    /// `else`.
    case alternative
    /// Begins a declaration: types and expressions before it have ended.
    case declaration
    /// `case`: as `declaration`, and may be followed by any keyword as a name.
    case label
    /// A modifier of a declaration or type, an effect: the parser looks from it for what it modifies.
    case modifier
    /// `precedencegroup`: the parser looks from it for its braces.
    case group
    /// A prefix of an expression or type, and other words that begin something.
    case other
  }

  /// The one table. It is copied into each scanner, so that a look-up does not ask whether it was made yet.
  static let all = Keywords()

  private static let longest = 16

  private struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var kind: Kind?
  }

  /// Open addressing, linear probing; no kind is free. Three quarters are free.
  private var entries = [Entry](repeating: Entry(), count: 512)

  private init() {
    let lists: [(Kind, String)] = [
      (.header, "if switch while for guard"),
      (.alternative, "else"),
      (.declaration, "func let var import typealias subscript struct class enum protocol extension operator"),
      (.declaration, "associatedtype init deinit"),
      (.label, "case"),
      (.group, "precedencegroup"),
      (
        .modifier, "actor macro async throws rethrows reasync static public private internal fileprivate open"
      ),
      (
        .modifier,
        "package final override mutating nonmutating lazy weak unowned indirect nonisolated sending"
      ),
      (.modifier, "isolated convenience required dynamic optional prefix postfix infix __owned __shared"),
      (.modifier, "borrowing consuming distributed dependsOn _const _local _resultDependsOn using"),
      (
        .other, "do catch defer return throw yield try await unsafe consume copy borrow discard then in is as"
      ),
      (.other, "repeat any some each inout where of get set willSet didSet"),
    ]
    for (kind, words) in lists {
      for word in words.split(separator: " ") {
        let bytes = Array(word.utf8)
        bytes.withUnsafeBufferPointer { insert($0, kind) }
      }
    }
  }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ kind: Kind) {
    let low = Self.pack(word, 0)
    let high = Self.pack(word, 8)
    var slot = Self.slot(low, high)
    while entries[slot].kind != nil { slot = (slot + 1) & 511 }
    entries[slot] = Entry(low: low, high: high, kind: kind)
  }

  /// The kind of a word, or nil if it is a plain name.
  func kind(_ word: UnsafeBufferPointer<UInt8>) -> Kind? {
    guard word.count >= 2, word.count <= Self.longest else { return nil }
    let low = Self.pack(word, 0)
    let high = Self.pack(word, 8)
    var slot = Self.slot(low, high)
    while let kind = entries[slot].kind {
      if entries[slot].low == low && entries[slot].high == high { return kind }
      slot = (slot + 1) & 511
    }
    return nil
  }

  /// Up to eight bytes of a word from `start` on as one number. Words have no NUL, so the number tells length
  /// and bytes.
  private static func pack(_ word: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64 {
    var result: UInt64 = 0
    var index = start
    while index < word.count && index < start + 8 {
      result = result << 8 | UInt64(word[index])
      index += 1
    }
    return result
  }

  private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4).
    Int(truncatingIfNeeded: ((low ^ high &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 55)
  }
}
