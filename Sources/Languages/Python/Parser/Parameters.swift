import LanguageSupport

extension Parser {
  /// Reads parameters up to `close`, which stays. Names are written in `inner`; defaults and annotations
  /// belong to scopes outside. Returns the first parameter that takes a positional argument, or empty.
  mutating func parameters(
    in inner: ScopeIndex, until close: TokenKind, defaultsIn defaults: ScopeIndex,
    annotationsIn annotations: ScopeIndex?
  ) throws(Broken) -> NameID {
    var first = NameID.empty
    var isFirst = true
    while kind != close {
      var isPositional = isFirst
      isFirst = false
      switch kind {
      case .star, .doubleStar:
        advance()
        isPositional = false
      case .otherOperator where source[Int(token.start)] == UInt8(ascii: "/"):
        advance()
        if !accept(.comma) { return first }
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
        }
        scope = defaults
        let mark = targets.count
        if accept(.equal) { _ = try expression() }
        targets.removeLast(targets.count - mark)
      }
      if !accept(.comma) { break }
    }
    return first
  }

  /// `[T: bound = default, *Ts, **P]` (PEP 695, PEP 696). Returns the scope they open, which is entered.
  mutating func typeParameters() throws(Broken) -> ScopeIndex {
    let inner = openScope(.typeParameters, inside: scope, start: token.start)
    scope = inner
    advance()
    while kind != .closeBracket {
      if kind == .star || kind == .doubleStar { advance() }
      try emitName(.write)
      if accept(.colon) { try annotation() }
      if accept(.equal) { try annotation() }
      if !accept(.comma) { break }
    }
    try expect(.closeBracket)
    return inner
  }
}
