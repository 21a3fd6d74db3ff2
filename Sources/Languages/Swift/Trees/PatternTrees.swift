import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of patterns.
extension FactsExtractor {
  /// Writes one tree.
  mutating func patternTree(_ node: RawNode) {
    switch node.kind {
    case .identifierPattern:
      guard let token = node.firstToken, !token.isEmpty else { return self.node(.patternWildcard) }
      nameTree(token)
    case .valueBindingPattern, .patternExpr:
      if let part = node.firstPart { patternTree(part) } else { self.node(.patternWildcard) }
    case .tuplePattern:
      self.node(.patternTuple) { builder in
        for element in node.child(.tuplePatternElementList)?.children ?? RawChildren(node) {
          builder.patternElement(element)
        }
      }
    case .isTypePattern: self.node(.patternIs) { $0.oneType(node.firstPart) }
    case .expressionPattern:
      guard let part = node.firstPart else { return self.node(.patternWildcard) }
      if part.kind == .optionalChainingExpr, let inner = part.firstPart, inner.kind == .patternExpr {
        return self.node(.patternOptional) { $0.patternTree(inner) }
      }
      self.node(.patternExpression) { $0.oneExpression(part) }
    default: self.node(.patternWildcard)
    }
  }

  private mutating func nameTree(_ token: RawNode) {
    guard token.tokenKind != .wildcard else { return node(.patternWildcard) }
    let place = textRange(token).lowerBound
    node(
      .patternName, reference: bound(at: place), name: name(token), value: definition(at: place) + 1)
  }

  private mutating func patternElement(_ element: RawNode) {
    guard let part = element.firstPart else { return }
    guard let label = element.firstToken, label.tokenKind != .comma else { return patternTree(part) }
    node(.patternElement, name: name(label)) { $0.patternTree(part) }
  }
}
