import LanguageSupport

extension Parser {
  /// Reads parameters up to `close`, which stays. Names are written in `inner`; defaults and annotations
  /// belong to scopes outside. Returns the first parameter that takes a positional argument, or empty, and
  /// how many there are.
  mutating func parameters(
    in inner: ScopeIndex, until close: TokenKind, defaultsIn defaults: ScopeIndex,
    annotationsIn annotations: ScopeIndex?
  ) throws(Broken) -> (first: NameID, count: Int32) {
    var first = NameID.empty
    var isFirst = true
    var count: Int32 = 0
    let start = facts.expressions.count
    var flags: Int32 = 0
    while kind != close {
      var isPositional = isFirst
      isFirst = false
      var own = flags
      switch kind {
      case .star, .doubleStar:
        own = kind == .star ? ExpressionKind.ParameterFlags.star : ExpressionKind.ParameterFlags.doubleStar
        flags = ExpressionKind.ParameterFlags.keywordOnly
        advance()
        isPositional = false
      case .otherOperator where source[Int(token.start)] == UInt8(ascii: "/"):
        advance()
        markPositionalOnly(from: start)
        if !accept(.comma) { return (first, count) }
        continue
      default:
        if kind != .name { throw Broken() }
      }
      if kind == .name {
        scope = inner
        let reference = emit(.write, token)
        if isPositional { first = facts.references[Int(reference)].name }
        advance()
        if let annotations, kind == .colon {
          scope = annotations
          advance()
          try annotation()
          own |= ExpressionKind.ParameterFlags.hasAnnotation
        }
        scope = defaults
        let mark = targets.count
        if accept(.equal) {
          _ = try expression()
          own |= ExpressionKind.ParameterFlags.hasDefault
        }
        targets.removeLast(targets.count - mark)
        produce(.parameter, Self.operandCount(ofParameter: own), reference: reference, value: own)
        count += 1
      }
      if !accept(.comma) { break }
    }
    return (first, count)
  }

  private static func operandCount(ofParameter flags: Int32) -> Int32 {
    (flags & ExpressionKind.ParameterFlags.hasAnnotation != 0 ? 1 : 0)
      + (flags & ExpressionKind.ParameterFlags.hasDefault != 0 ? 1 : 0)
  }

  /// A `/` makes the parameters before it take no keyword.
  private mutating func markPositionalOnly(from start: Int) {
    var index = facts.expressions.count - 1
    while index >= start {
      let item = facts.expressions[index]
      guard item.kind == ExpressionKind.parameter.rawValue else { return }
      facts.expressions[index].value |= ExpressionKind.ParameterFlags.positionalOnly
      // Operands of a parameter may be anything; those with some are left as they are.
      if item.operandCount > 0 { return }
      index -= 1
    }
  }

  /// `[T: bound = default, *Ts, **P]` (PEP 695, PEP 696). Returns the scope they open, which is entered, and how
  /// many there are.
  mutating func typeParameters() throws(Broken) -> (scope: ScopeIndex, count: Int32) {
    let inner = openScope(.typeParameters, inside: scope, start: token.start)
    scope = inner
    advance()
    var count: Int32 = 0
    while kind != .closeBracket {
      var value: Int32 = kind == .star ? 1 : kind == .doubleStar ? 2 : 0
      var operandCount: Int32 = 0
      if value != 0 { advance() }
      let reference = ReferenceIndex(truncatingIfNeeded: facts.references.count)
      try emitName(.write)
      if accept(.colon) {
        try annotation()
        value |= 4
        operandCount += 1
      }
      if accept(.equal) {
        try annotation()
        operandCount += 1
      }
      produce(.typeParameter, operandCount, reference: reference, value: value)
      count += 1
      if !accept(.comma) { break }
    }
    try expect(.closeBracket)
    return (inner, count)
  }
}
