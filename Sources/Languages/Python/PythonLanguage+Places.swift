import LanguageSupport

extension PythonLanguage {
  /// Where the operator stands, or the token that makes an implicit call; see ``ExpressionKind``.
  public func place(of expression: Expression) -> ExpressionPlace? {
    switch ExpressionKind(rawValue: expression.kind) {
    case .call, .subscript, .binary, .contains, .unary, .await, .and, .or, .conditional, .augmentedAssign,
      .decorator:
      ExpressionPlace(offset: UInt32(bitPattern: expression.value))
    case .forStart, .withItem:
      ExpressionPlace(offset: UInt32(bitPattern: expression.value / 2), rest: expression.value % 2)
    default: nil
    }
  }
}
