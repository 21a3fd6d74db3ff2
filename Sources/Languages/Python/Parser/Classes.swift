import GraphModel
import LanguageSupport

extension Parser {
  /// `class Name[T](Base, metaclass=M):` and the body.
  mutating func classDefinition(start: UInt32, _ decorators: Decorators) -> DefinitionIndex? {
    let startPosition = position
    advance()
    guard kind == .name else {
      skipLine()
      block(afterBrokenHeader: true)
      return nil
    }
    let name = token
    let definition = define(.class, name, start: start)
    facts.definitions[Int(definition)].attributes = decorators.attributes
    advance()

    let outerContext = context
    let outer = mark()
    owner = definition
    var isSound = true
    do {
      if kind == .openBracket { _ = try typeParameters() }
      if kind == .openParenthesis { try bases() }
      try expect(.colon)
    } catch {
      rollBack(to: outer)
      skipLine()
      isSound = false
      owner = definition
    }
    setSignature(definition, from: startPosition, to: isSound ? position - 1 : startPosition + 2)
    statementEnd = previousEnd

    context = outerContext.body(.type)
    let inner = openScope(.type, inside: scope, start: previousEnd)
    scope = inner
    block(afterBrokenHeader: !isSound, of: definition)
    context = outerContext
    closeDefinition(definition, inner)
    restore(outer)
    return definition
  }

  /// Base classes and keyword arguments, with their parentheses.
  private mutating func bases() throws(Broken) {
    advance()
    while kind != .closeParenthesis {
      let mark = targets.count
      switch kind {
      case .star, .doubleStar:
        advance()
        _ = try expression()
      case .name where nextKind == .equal:
        let isMetaclass = isWord("metaclass")
        advance()
        advance()
        let operand = try expression()
        if isMetaclass, operand.shape == .name {
          facts.references[Int(operand.reference)].detail = facts.names.intern("metaclass")
        }
      default:
        mode = .base
        let operand = try namedExpression()
        mode = .value
        if operand.shape == .name || operand.shape == .subscript {
          facts.references[Int(operand.reference)].role = .base
        }
      }
      targets.removeLast(targets.count - mark)
      if !accept(.comma) { break }
    }
    try expect(.closeParenthesis)
  }
}
