import LanguageSupport

extension Parser {
  /// An expression as a statement, or an assignment of any form.
  mutating func assignmentOrExpression() throws(Broken) {
    let mark = targets.count
    let startPosition = position
    let operand = try yieldOrExpressionList()
    switch kind {
    case .equal: try assignment(operand, mark, startPosition)
    case .colon: try annotatedAssignment(operand, startPosition)
    case .augmentedEqual:
      // A read as well, which goes without saying.
      if operand.shape == .name { facts.references[Int(operand.reference)].role = .write }
      let method = method(of: token, prefix: "__i")
      let offset = Int32(truncatingIfNeeded: token.start)
      advance()
      _ = try yieldOrExpressionList()
      produce(.augmentedAssign, 2, name: method, value: offset)
    default: produce(.discard, 1)
    }
    targets.removeLast(targets.count - mark)
    readExports(from: startPosition)
  }

  /// `a = b, c = …`, from the first `=` on.
  private mutating func assignment(_ first: Operand, _ mark: Int, _ startPosition: Int) throws(Broken) {
    var operand = first
    var startPosition = startPosition
    variables.pending.removeAll(keepingCapacity: true)
    var count: Int32 = 1
    while accept(.equal) {
      if operand.shape == .name { targets.append(operand.reference) }
      for target in targets[mark...] {
        let definition = bind(target)
        if definition >= 0 { variables.pending.append(.init(definition: definition, start: startPosition)) }
      }
      targets.removeLast(targets.count - mark)
      startPosition = position
      operand = try yieldOrExpressionList()
      count += 1
    }
    produce(.assign, count)
    for variable in variables.pending { finish(variable.definition, signatureFrom: variable.start) }
  }

  /// `a: T` and `a: T = …`, from the colon on.
  private mutating func annotatedAssignment(_ operand: Operand, _ startPosition: Int) throws(Broken) {
    guard operand.shape == .name || operand.shape == .subscript || operand.shape == .other else {
      throw Broken()
    }
    advance()
    let definition = operand.shape == .name ? bind(operand.reference) : -1
    let outer = owner
    if definition >= 0 { owner = definition }
    try annotation()
    owner = outer
    var count: Int32 = 2
    if accept(.equal) {
      _ = try yieldOrExpressionList()
      count = 3
    }
    produce(.annotatedAssign, count)
    if definition >= 0 { finish(definition, signatureFrom: startPosition) }
  }

  /// Reads names, attributes, subscripts and tuples of them up to something that is none of these, and
  /// makes them writes: the targets of `for` and `as`.
  mutating func targetList() throws(Broken) {
    let mark = targets.count
    var count: Int32 = 0
    var hasComma = false
    repeat {
      let isStarred = accept(.star)
      let item = try primary()
      if isStarred { produce(.starred, 1) }
      if item.shape == .name { targets.append(item.reference) }
      count += 1
      if kind != .comma { break }
      advance()
      hasComma = true
    } while kind.beginsExpression
    if hasComma { produce(.tuple, count) }
    for target in targets[mark...] { facts.references[Int(target)].role = .write }
    targets.removeLast(targets.count - mark)
  }

  /// The target after `as` in a `with` statement.
  mutating func target() throws(Broken) {
    let mark = targets.count
    let item = try primary()
    if item.shape == .name { targets.append(item.reference) }
    for target in targets[mark...] { facts.references[Int(target)].role = .write }
    targets.removeLast(targets.count - mark)
  }
}
