import GraphModel
import LanguageSupport

extension Parser {
  mutating func simpleStatement() throws(Broken) {
    switch kind {
    case .pass: advance()
    case .break, .continue:
      produce(kind == .break ? .break : .continue)
      advance()
    case .return:
      advance()
      let hasValue = kind.beginsExpression
      if hasValue { _ = try expressionList() }
      produce(.return, hasValue ? 1 : 0)
    case .import: try importStatement()
    case .from: try fromStatement()
    case .global: try scopeStatement(.global)
    case .nonlocal: try scopeStatement(.nonlocal)
    case .del: try deleteStatement()
    case .raise:
      advance()
      var count: Int32 = 0
      if kind.beginsExpression {
        _ = try expression()
        count += 1
        if accept(.from) {
          _ = try expression()
          count += 1
        }
      }
      produce(.raise, count)
    case .assert:
      advance()
      _ = try expression()
      let hasMessage = accept(.comma)
      if hasMessage { _ = try expression() }
      produce(.assert, hasMessage ? 2 : 1)
    case .name where isTypeAlias(): try typeAlias()
    default: try assignmentOrExpression()
    }
  }

  /// `global a, b` and `nonlocal a, b`.
  private mutating func scopeStatement(_ role: Reference.Role) throws(Broken) {
    repeat {
      advance()
      try emitName(role)
    } while kind == .comma
  }

  private mutating func deleteStatement() throws(Broken) {
    advance()
    let mark = targets.count
    let operand = try expressionList()
    if operand.shape == .name { targets.append(operand.reference) }
    for target in targets[mark...] { facts.references[Int(target)].role = .delete }
    targets.removeLast(targets.count - mark)
    produce(.delete, 1)
  }

  /// `type` is a keyword only before a name and `=` or `[`.
  private func isTypeAlias() -> Bool {
    guard nextKind == .name, isWord(token, "type") else { return false }
    let third = tokens[position + 2].kind
    return third == .equal || third == .openBracket
  }

  /// `type X[T] = …` (PEP 695).
  private mutating func typeAlias() throws(Broken) {
    let startPosition = position
    let start = token.start
    advance()
    let definition = define(.typeAlias, token, start: start)
    let outerScope = scope
    let outerOwner = owner
    owner = definition
    advance()
    var parameterCount: Int32 = 0
    if kind == .openBracket { (scope, parameterCount) = try typeParameters() }
    try expect(.equal)
    mode = .type
    _ = try expression()
    mode = .value
    produce(.typeAlias, parameterCount + 1, value: definition)
    finish(definition, signatureFrom: startPosition)
    if scope != outerScope { closeScope(scope, end: previousEnd) }
    scope = outerScope
    owner = outerOwner
  }
}
