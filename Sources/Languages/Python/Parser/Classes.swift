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
    var operandCount: Int32 = 0
    do {
      if kind == .openBracket { operandCount = try typeParameters().count }
      if kind == .openParenthesis { operandCount += try bases() }
      try expect(.colon)
    } catch {
      rollBack(to: outer)
      operandCount = 0
      skipLine()
      isSound = false
      owner = definition
    }
    setSignature(definition, from: startPosition, to: isSound ? position - 1 : startPosition + 2)
    statementEnd = previousEnd
    produce(.classStart, operandCount, value: definition)

    context = outerContext.body(.type)
    let inner = openScope(.type, inside: scope, start: previousEnd)
    scope = inner
    block(afterBrokenHeader: !isSound, of: definition)
    context = outerContext
    produce(.classEnd)
    closeDefinition(definition, inner)
    restore(outer)
    return definition
  }

  /// Base classes and keyword arguments, with their parentheses; returns how many.
  private mutating func bases() throws(Broken) -> Int32 {
    advance()
    var count: Int32 = 0
    while kind != .closeParenthesis {
      let mark = targets.count
      switch kind {
      case .star, .doubleStar:
        let made: ExpressionKind = kind == .star ? .starred : .doubleStarred
        advance()
        _ = try expression()
        produce(made, 1)
      case .name where nextKind == .equal:
        let isMetaclass = isWord("metaclass")
        let name = intern(token)
        advance()
        advance()
        let operand = try expression()
        produce(.keyword, 1, name: name)
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
      count += 1
      if !accept(.comma) { break }
    }
    try expect(.closeParenthesis)
    return count
  }
}
