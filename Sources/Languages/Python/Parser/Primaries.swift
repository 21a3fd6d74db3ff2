import LanguageSupport

extension Parser {
  /// An atom with the attributes, calls and subscripts behind it.
  mutating func primary() throws(Broken) -> Operand {
    let mark = targets.count
    var operand: Operand
    switch kind {
    case .name:
      operand = Operand(shape: .name, reference: emit(mode == .type ? .type : .read, token))
      produce(.name, reference: operand.reference)
      advance()
    case .number, .ellipsis, .true, .false, .none:
      produceConstant()
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
        produce(.attribute, 1, reference: operand.reference)
        advance()
      case .openParenthesis:
        if operand.shape == .name {
          facts.references[Int(operand.reference)].role = .call
          operand.shape = .call
        } else {
          operand = .other
        }
        let offset = Int32(truncatingIfNeeded: token.start)
        let count = try arguments()
        produce(
          .call, 1 + count, reference: operand.shape == .call ? operand.reference : -1, value: offset)
      case .openBracket:
        let offset = Int32(truncatingIfNeeded: token.start)
        try subscription(of: operand)
        produce(.subscript, 2, value: offset)
        operand =
          operand.shape == .name || operand.shape == .subscript
          ? Operand(shape: .subscript, reference: operand.reference) : .other
      default: return operand
      }
      targets.removeLast(targets.count - mark)
    }
  }

  /// A constant that is no string.
  private mutating func produceConstant() {
    switch kind {
    case .number:
      let digits = source[Int(token.start)..<Int(token.end)]
      if !digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
        // Prefixed integers hold a letter right behind the zero; all else with one is a float.
        let isPrefixed = digits.count > 2 && digits.dropFirst().first.map { $0 | 0x20 > 0x5F } == true
        produce(isPrefixed ? .integer : .number, value: isPrefixed ? Int32.max : 0)
      } else {
        var value: Int32 = 0
        if digits.count < 9 { for digit in digits { value = value * 10 + Int32(digit & 15) } }
        produce(.integer, value: digits.count < 9 ? value : Int32.max)
      }
    case .true, .false: produce(.boolean)
    case .none: produce(.none)
    default: produce(.unknown)
    }
  }

  /// The arguments of a call, with their parentheses; returns how many. Keywords' names are no references.
  mutating func arguments() throws(Broken) -> Int32 {
    try enter()
    let outer = mode
    mode = .value
    var count: Int32 = 0
    if token.flags & Token.opensComprehension != 0 {
      try comprehension(until: .closeParenthesis, ExpressionKind.Display.generator)
      count = 1
    } else {
      advance()
      while kind != .closeParenthesis {
        let mark = targets.count
        try argument()
        targets.removeLast(targets.count - mark)
        count += 1
        if !accept(.comma) { break }
      }
      try expect(.closeParenthesis)
    }
    mode = outer
    leave()
    return count
  }

  /// `a`, `*a`, `**a` or `name=a`.
  @inline(__always)
  private mutating func argument() throws(Broken) {
    switch kind {
    case .star, .doubleStar:
      let made: ExpressionKind = kind == .star ? .starred : .doubleStarred
      advance()
      _ = try expression()
      produce(made, 1)
    case .name where nextKind == .equal:
      let name = intern(token)
      advance()
      advance()
      _ = try expression()
      produce(.keyword, 1, name: name)
    default: _ = try namedExpression()
    }
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
    var items: Int32 = 0
    var hasComma = false
    while kind != .closeBracket {
      let mark = targets.count
      try subscriptItem()
      items += 1
      targets.removeLast(targets.count - mark)
      if kind == .comma && isAnnotated { mode = .value }
      if kind != .comma { break }
      hasComma = true
      advance()
    }
    try expect(.closeBracket)
    if hasComma || items == 0 { produce(.tuple, items) }
    mode = outer
    leave()
  }

  /// An index or a slice.
  @inline(__always)
  private mutating func subscriptItem() throws(Broken) {
    var bounds: Int32 = 0
    if kind != .colon && kind != .comma {
      _ = try element()
      if kind != .colon { return }
      bounds = 1
    }
    while kind == .colon {
      advance()
      if kind == .colon || kind == .comma || kind == .closeBracket { continue }
      _ = try element()
      bounds += 1
    }
    produce(.slice, bounds)
  }

  private func isNamed(_ reference: ReferenceIndex, _ name: StaticString) -> Bool {
    let bytes = facts.names.bytes(facts.references[Int(reference)].name)
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    return zip(bytes, 0..<bytes.count).allSatisfy { $0 == name.utf8Start[$1] }
  }
}
