import LanguageSupport

/// Everything a broken statement may have changed.
struct Mark {
  fileprivate let references: Int
  fileprivate let expressions: Int
  fileprivate let operators: Int
  fileprivate let imports: Int
  fileprivate let definitions: Int
  fileprivate let scopes: Int
  fileprivate let targets: Int
  fileprivate let scope: ScopeIndex
  fileprivate let owner: DefinitionIndex
  fileprivate let mode: ExpressionMode
  fileprivate let depth: Int
  fileprivate let hasYield: Bool
}

extension Parser {
  @inline(__always)
  func mark() -> Mark {
    Mark(
      references: facts.references.count, expressions: facts.expressions.count,
      operators: operators.count, imports: facts.imports.count,
      definitions: facts.definitions.count, scopes: facts.scopes.count, targets: targets.count,
      scope: scope, owner: owner, mode: mode, depth: depth, hasYield: context.hasYield)
  }

  /// Takes back what was written since `mark`.
  mutating func rollBack(to mark: Mark) {
    for definition in facts.definitions[mark.definitions...] {
      bound.remove(Self.key(definition.scope, definition.name))
    }
    variables.forget(from: DefinitionIndex(mark.definitions))
    facts.references.removeLast(facts.references.count - mark.references)
    facts.expressions.removeLast(facts.expressions.count - mark.expressions)
    facts.imports.removeLast(facts.imports.count - mark.imports)
    facts.definitions.removeLast(facts.definitions.count - mark.definitions)
    facts.scopes.removeLast(facts.scopes.count - mark.scopes)
    restore(mark)
  }

  /// Returns to the state of `mark` but keeps the facts.
  mutating func restore(_ mark: Mark) {
    targets.removeLast(targets.count - mark.targets)
    operators.removeLast(operators.count - mark.operators)
    scope = mark.scope
    owner = mark.owner
    mode = mark.mode
    depth = mark.depth
    context.hasYield = mark.hasYield
  }

  /// Skips the rest of a broken logical line; the line break stays.
  mutating func skipLine() {
    facts.parseErrors += 1
    while kind != .newline && kind != .endOfFile { advance() }
    statementEnd = max(statementEnd, previousEnd)
  }
}
