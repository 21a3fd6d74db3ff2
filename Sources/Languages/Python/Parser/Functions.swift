import GraphModel
import LanguageSupport

extension Parser {
  /// `async def name[T](…) -> T:` and the body. `start` is where the first decorator or the header begins.
  mutating func function(start: UInt32, _ decorators: Decorators) -> DefinitionIndex? {
    let startPosition = position
    let isAsync = accept(.async)
    advance()
    guard kind == .name else {
      skipLine()
      block(afterBrokenHeader: true)
      return nil
    }
    let name = token
    let definition = define(kindOfFunction(name, decorators), name, start: start)
    decorate(definition, decorators, name: name, isAsync: isAsync)
    advance()

    let outerScope = scope
    let outerContext = context
    let outer = mark()
    owner = definition
    var inner: ScopeIndex = -1
    var first = NameID.empty
    var isSound = true
    var operandCount: Int32 = 0
    do {
      if kind == .openBracket { operandCount = try typeParameters().count }
      inner = openScope(.function, inside: scope, start: token.start)
      let header = try signature(inner, defaultsIn: outerScope)
      first = header.first
      operandCount += header.count
    } catch {
      rollBack(to: outer)
      operandCount = 0
      skipLine()
      isSound = false
      owner = definition
      inner = openScope(.function, inside: outerScope, start: name.end)
    }
    setSignature(
      definition, from: startPosition, to: isSound ? position - 1 : startPosition + (isAsync ? 3 : 2))
    statementEnd = previousEnd
    produce(.functionStart, operandCount, value: definition)

    context = outerContext.body(.function)
    if outerContext.kind == .type { setReceiver(first, name, decorators, outerScope) }
    scope = inner
    block(afterBrokenHeader: !isSound, of: definition)
    if context.hasYield { facts.definitions[Int(definition)].modifiers.insert(.isGenerator) }
    context = outerContext
    produce(.functionEnd)
    closeDefinition(definition, inner)
    restore(outer)
    return definition
  }

  /// From the parentheses to the colon.
  private mutating func signature(_ inner: ScopeIndex, defaultsIn defaults: ScopeIndex) throws(Broken)
    -> (first: NameID, count: Int32)
  {
    let annotations = scope
    try expect(.openParenthesis)
    scope = defaults
    var header = try parameters(
      in: inner, until: .closeParenthesis, defaultsIn: defaults, annotationsIn: annotations)
    try expect(.closeParenthesis)
    scope = annotations
    if accept(.arrow) {
      try annotation()
      produce(.returns, 1)
      header.count += 1
    }
    try expect(.colon)
    return header
  }

  private func kindOfFunction(_ name: Token, _ decorators: Decorators) -> NodeKind {
    guard context.kind == .type else { return .function }
    if decorators.isProperty { return .property }
    return isWord(name, "__init__") ? .initializer : .method
  }

  private mutating func decorate(
    _ definition: DefinitionIndex, _ decorators: Decorators, name: Token, isAsync: Bool
  ) {
    let index = Int(definition)
    facts.definitions[index].attributes = decorators.attributes
    facts.definitions[index].overloadKey = decorators.accessor
    if isAsync { facts.definitions[index].modifiers.insert(.isAsync) }
    guard context.kind == .type else { return }
    if decorators.isStaticMethod || isWord(name, "__new__") {
      facts.definitions[index].modifiers.insert(.isStatic)
    }
    if decorators.isClassMethod || isImplicitClassMethod(name) {
      facts.definitions[index].modifiers.insert(.isClassMember)
    }
  }

  private func isImplicitClassMethod(_ name: Token) -> Bool {
    isWord(name, "__init_subclass__") || isWord(name, "__class_getitem__")
  }

  /// Makes the first parameter of a method the one whose attributes are the class's.
  private mutating func setReceiver(
    _ first: NameID, _ name: Token, _ decorators: Decorators, _ classScope: ScopeIndex
  ) {
    if decorators.isStaticMethod { return }
    context.receiverName = first
    context.receiverClass = facts.scopes[Int(classScope)].definition
    context.receiverScope = classScope
    context.receiverIsClass =
      decorators.isClassMethod || isImplicitClassMethod(name) || isWord(name, "__new__")
  }

  mutating func setSignature(_ definition: DefinitionIndex, from start: Int, to end: Int) {
    facts.definitions[Int(definition)].signature = text(from: start, to: end, limit: 1000)
  }

  /// Ends a definition and its scopes at the end of the last statement of its body.
  mutating func closeDefinition(_ definition: DefinitionIndex, _ inner: ScopeIndex) {
    let end = max(statementEnd, facts.definitions[Int(definition)].end)
    facts.definitions[Int(definition)].end = end
    closeScope(inner, end: end)
    let parent = facts.scopes[Int(inner)].parent
    if facts.scopes[Int(parent)].kind == .typeParameters, facts.scopes[Int(parent)].definition == definition {
      closeScope(parent, end: end)
    }
  }
}
