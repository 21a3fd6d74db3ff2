import GraphModel

/// Refuses files that swift-syntax cannot parse on a thread of `ParserThreads` or in reasonable time.
///
/// The parser recurses for everything that nests, cannot be cancelled, tries some constructs twice at each
/// level (`[[[…`: twice the time per level) and looks far ahead for others. So one linear pass over the bytes
/// counts what it would recurse on and refuses what no reader could follow either. The limits are far beyond
/// what people write and far below what the stack holds; the README lists both.
enum NestingGuard {
  /// Given to the parser: above every depth that the guard lets through, so that the guard alone decides,
  /// equally in debug and release builds (the parser's own defaults differ).
  static let parserNestingLevel = 1024

  /// What may stand in a file.
  enum Limit {
    /// Open brackets of all kinds, interpolations among them.
    static let brackets = 128
    /// Open `[` that may begin a type, each in the other: time doubles with each.
    static let squares = 12
    /// Tokens inside such brackets, each counted as often as the parser may read it.
    static let squareWork = 4_000_000
    /// Open interpolations.
    static let interpolations = 32
    /// Open `#if`.
    static let conditionals = 64
    /// `->` in one type, open `<`, `? :` in the middle operand of `? :`, labels in a row.
    static let chain = 64
    /// `else if` in a row.
    static let alternatives = 512
    /// `if`, `switch` and the like without their braces.
    static let headers = 32
    /// Keywords in a row.
    static let keywords = 64
    /// Words in a row between round or square brackets.
    static let words = 64
    /// Attributes, modifiers, effects and placeholders in a row without a brace or a declaration.
    static let strays = 128
    /// `precedencegroup` in one file.
    static let groups = 128
    /// All of it together: what is open at one place.
    static let weight = 1200
    /// Brackets left open in strings and comments of a file that may hold regular expressions, where the
    /// scan may have taken code for text.
    static let text = 200
  }

  /// The reason to skip `source`, or nil. O(bytes).
  static func refusal(of source: [UInt8]) -> SkipReason? {
    source.withUnsafeBufferPointer { bytes in
      // The scanner reads only inside this closure.
      var scanner = NestingScanner(bytes)
      return scanner.isTooDeep() ? .nestingTooDeep : nil
    }
  }
}
