import LanguageSupport

/// What can only be decided at the end of the file.
extension Parser {
  /// In place of the new number of a definition that is dropped.
  private static let dropped: DefinitionIndex = -2

  /// Drops attributes that the class's own body defines as well, further down, and renumbers the rest.
  mutating func settleAttributes() {
    let dropped = variables.attributes.filter { bound.contains($0.key) }.map { Int($0.definition) }
    if dropped.isEmpty { return }
    var numbers: [DefinitionIndex] = []
    numbers.reserveCapacity(facts.definitions.count)
    var kept: [Definition] = []
    kept.reserveCapacity(facts.definitions.count - dropped.count)
    var next = dropped[...]
    for (index, definition) in facts.definitions.enumerated() {
      if next.first == index {
        next.removeFirst()
        numbers.append(Self.dropped)
      } else {
        numbers.append(DefinitionIndex(truncatingIfNeeded: kept.count))
        kept.append(definition)
      }
    }
    for index in kept.indices where kept[index].parent >= 0 {
      kept[index].parent = numbers[Int(kept[index].parent)]
    }
    facts.definitions = kept
    // What belonged to a dropped attribute, its annotation, belongs to the method that assigns it: the
    // definition of the scope around it.
    for index in facts.expressions.indices {
      switch ExpressionKind(rawValue: facts.expressions[index].kind) {
      case .functionStart, .classStart, .typeAlias:
        facts.expressions[index].value = numbers[Int(facts.expressions[index].value)]
      default: continue
      }
    }
    for index in facts.scopes.indices where facts.scopes[index].definition >= 0 {
      let number = numbers[Int(facts.scopes[index].definition)]
      facts.scopes[index].definition =
        number == Self.dropped ? facts.scopes[Int(facts.scopes[index].parent)].definition : number
    }
    for index in facts.references.indices where facts.references[index].owner >= 0 {
      let number = numbers[Int(facts.references[index].owner)]
      facts.references[index].owner =
        number == Self.dropped ? facts.scopes[Int(facts.references[index].scope)].definition : number
    }
    for index in facts.imports.indices where facts.imports[index].owner >= 0 {
      facts.imports[index].owner = numbers[Int(facts.imports[index].owner)]
    }
    // Attributes have no documentation, so no owner here was dropped.
    for index in facts.mentions.indices where facts.mentions[index].owner >= 0 {
      facts.mentions[index].owner = numbers[Int(facts.mentions[index].owner)]
    }
  }
}
