/// What a token is. The order matters: kinds that the parser asks for together are adjacent.
enum TokenKind: UInt8 {
  case endOfFile
  case newline
  case indent
  case dedent
  /// Bytes that no token begins with, an unterminated string, a stray closing bracket.
  case invalid

  // Atoms.
  case name
  case number
  /// A whole string or bytes literal that is not an f-string or a t-string.
  case string
  case ellipsis
  case `true`
  case `false`
  case none

  // Parts of f-strings and t-strings; the literal text between them has no tokens.
  /// The prefix and the opening quotes.
  case formatStart
  /// The closing quotes.
  case formatEnd
  /// The `{` of a replacement field.
  case fieldOpen
  /// The `}` of a replacement field.
  case fieldClose
  /// The `:` before a field's format specification.
  case fieldColon
  /// The `!` before a field's conversion.
  case exclamation

  // Brackets.
  case openParenthesis
  case closeParenthesis
  case openBracket
  case closeBracket
  case openBrace
  case closeBrace

  // Punctuation.
  case comma
  case colon
  case semicolon
  case dot
  case arrow
  case equal
  case colonEqual
  /// `+=` and its kin.
  case augmentedEqual

  // Operators between operands; `star` to `minus` may also come before one.
  case doubleStar
  case star
  case plus
  case minus
  case tilde
  case at
  case otherOperator
  case and
  case or
  case `in`
  case `is`
  case not

  // Other keywords inside expressions.
  case `if`
  case `else`
  case lambda
  case await
  case `for`
  case async
  case from
  case `as`
  case yield

  // Keywords that only begin a statement: none of them can begin a line inside brackets.
  case assert
  case `break`
  case `class`
  case `continue`
  case def
  case del
  case elif
  case except
  case finally
  case global
  case `import`
  case nonlocal
  case pass
  case raise
  case `return`
  case `try`
  case `while`
  case with

  /// True for operators that stand between two operands.
  @inline(__always)
  var isBinaryOperator: Bool {
    rawValue >= Self.doubleStar.rawValue && rawValue <= Self.not.rawValue && self != .tilde
  }

  /// True for keywords that only begin statements.
  @inline(__always)
  var onlyBeginsStatement: Bool { rawValue >= Self.assert.rawValue }

  /// True if an operand (or a statement's subject) can begin with such a token.
  var beginsExpression: Bool {
    switch self {
    case .name, .number, .string, .ellipsis, .true, .false, .none, .formatStart, .openParenthesis,
      .openBracket, .openBrace, .star, .plus, .minus, .tilde, .not, .lambda, .await, .yield:
      true
    default: false
    }
  }
}
