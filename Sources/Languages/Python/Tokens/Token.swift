/// One token: its kind and the bytes it covers.
struct Token {
  var start: UInt32
  var end: UInt32
  var kind: TokenKind
  /// On an opening bracket (or a field's brace): a `for` stands directly inside, so it opens a
  /// comprehension. On a string: see ``StringPrefix``.
  var flags: UInt8

  static let opensComprehension: UInt8 = 1
  /// On a name: it holds bytes beyond ASCII.
  static let isNotASCII: UInt8 = 1
}

/// What the letters before a string's quotes say, as bits of ``Token/flags``.
enum StringPrefix {
  static let raw: UInt8 = 1
  static let bytes: UInt8 = 2
  static let format: UInt8 = 4
  static let triple: UInt8 = 8
}
