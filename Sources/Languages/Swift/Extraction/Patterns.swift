import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Bindings: writes that introduce a name. Their `detail` says how the name is bound, their `receiver` where
/// its type comes from.
extension FactsExtractor {
  /// Records that `token` binds a name; `_` and missing tokens bind nothing.
  mutating func bind(token: RawNode, _ detail: NameID, value: ReferenceIndex) {
    guard !token.isEmpty, token.tokenKind != .wildcard else { return }
    bind(name(token), at: textRange(token).lowerBound, detail, value: value)
  }

  mutating func bind(_ name: NameID, at offset: Int, _ detail: NameID, value: ReferenceIndex) {
    refer(.write, name, at: offset, receiver: value, detail: detail)
  }

  /// Walks a pattern. `value` is the reference whose value is matched.
  mutating func pattern(_ node: RawNode, detail: NameID, value: ReferenceIndex) {
    switch node.kind {
    case .identifierPattern:
      if let token = node.firstToken { bind(token: token, detail, value: value) }
    case .valueBindingPattern:
      let isVariable = node.firstToken.map { isText($0, "var") } ?? false
      let inner = isVariable ? words.bindings.variable : words.bindings.constant
      if let part = node.firstPart { pattern(part, detail: inner, value: value) }
    case .tuplePattern:
      for element in node.child(.tuplePatternElementList)?.children ?? RawChildren(node) {
        if let part = element.firstPart {
          pattern(part, detail: detail, value: Reference.Receiver.expression)
        }
      }
    case .isTypePattern, .missingPattern, .wildcardPattern: visitChildren(node)
    case .expressionPattern:
      guard let part = node.firstPart else { return }
      if part.kind == .optionalChainingExpr, let inner = part.firstPart, inner.kind == .patternExpr,
        let bound = inner.firstPart
      {
        // `let x?` binds what the optional holds.
        return pattern(bound, detail: detail, value: value)
      }
      scoped { extractor in
        extractor.context.isPattern = true
        extractor.expression(part)
      }
    default: visit(node)
    }
  }

  /// A pattern in the middle of an expression: what it binds is a payload of the call it is an argument of.
  mutating func patternExpression(_ node: RawNode) {
    guard let part = node.firstPart else { return }
    pattern(part, detail: words.bindings.constant, value: context.closureCallee)
  }
}
