import LanguageSupport

extension Parser {
  /// An atom with the attributes, calls and subscripts behind it.
  mutating func primary() throws(Broken) -> Operand {
    let mark = targets.count
    var operand: Operand
    switch kind {
    case .name:
      operand = Operand(shape: .name, reference: emit(mode == .type ? .type : .read, token))
      advance()
    case .number, .ellipsis, .true, .false, .none:
      advance()
      operand = .other
    case .string, .formatStart:
      try strings()
      operand = .other
    case .openParenthesis: operand = try parenthesized()
    case .openBracket: operand = try listDisplay()
    case .openBrace: operand = try braceDisplay()
    default: throw Broken()
    }
    while true {
      switch kind {
      case .dot:
        advance()
        guard kind == .name else { throw Broken() }
        let receiver = operand.receiver
        // Of a dotted type only the last name is the type.
        if mode == .type, receiver >= 0, facts.references[Int(receiver)].role == .type {
          facts.references[Int(receiver)].role = .read
        }
        operand = Operand(
          shape: .name, reference: emit(mode == .type ? .type : .read, token, receiver: receiver))
        advance()
      case .openParenthesis:
        if operand.shape == .name {
          facts.references[Int(operand.reference)].role = .call
          operand.shape = .call
        } else {
          operand = .other
        }
        try arguments()
      case .openBracket:
        try subscription(of: operand)
        operand =
          operand.shape == .name || operand.shape == .subscript
          ? Operand(shape: .subscript, reference: operand.reference) : .other
      default: return operand
      }
      targets.removeLast(targets.count - mark)
    }
  }

  /// The arguments of a call, with their parentheses. Keywords' names are no references.
  private mutating func arguments() throws(Broken) {
    try enter()
    let outer = mode
    mode = .value
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeParenthesis)
    } else {
      advance()
      while kind != .closeParenthesis {
        let mark = targets.count
        switch kind {
        case .star, .doubleStar:
          advance()
          _ = try expression()
        case .name where nextKind == .equal:
          advance()
          advance()
          _ = try expression()
        default: _ = try namedExpression()
        }
        targets.removeLast(targets.count - mark)
        if !accept(.comma) { break }
      }
      try expect(.closeParenthesis)
    }
    mode = outer
    leave()
  }

  /// What stands in a subscript's brackets: expressions and slices.
  private mutating func subscription(of operand: Operand) throws(Broken) {
    try enter()
    let outer = mode
    if mode != .value {
      mode = .type
      if operand.shape == .name, isNamed(operand.reference, "Literal") { mode = .value }
    }
    let isAnnotated = mode == .type && operand.shape == .name && isNamed(operand.reference, "Annotated")
    advance()
    while kind != .closeBracket {
      let mark = targets.count
      if kind != .colon && kind != .comma { _ = try element() }
      targets.removeLast(targets.count - mark)
      if kind == .comma && isAnnotated { mode = .value }
      if kind != .colon && kind != .comma { break }
      advance()
    }
    try expect(.closeBracket)
    mode = outer
    leave()
  }

  private func isNamed(_ reference: ReferenceIndex, _ name: StaticString) -> Bool {
    let bytes = facts.names.bytes(facts.references[Int(reference)].name)
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return zip(bytes, 0..<bytes.count).allSatisfy { $0 == name.utf8Start[$1] }
  }
}
