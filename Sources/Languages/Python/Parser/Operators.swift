import LanguageSupport

/// An operator whose right operand has not been read completely.
struct PendingOperator {
  /// How tightly it binds; 0 is `… if … else …`, whose `else` has been read.
  var rank: UInt8
  var kind: ExpressionKind
  var operandCount: Int32
  /// The method it calls, or empty.
  var method = NameID.empty
  /// Where its token stands.
  var offset: UInt32
}

/// The ranks of Python's operators: operands and operators are read in one flat loop and written in
/// post-order by Dijkstra's shunting-yard algorithm.
extension Parser {
  enum Rank {
    static let conditional: UInt8 = 0
    static let or: UInt8 = 1
    static let and: UInt8 = 2
    static let not: UInt8 = 3
    static let comparison: UInt8 = 4
    static let sign: UInt8 = 11
    static let power: UInt8 = 12
    static let await: UInt8 = 13
  }

  /// Adds a node to the expressions.
  @inline(__always)
  mutating func produce(
    _ kind: ExpressionKind, _ operandCount: Int32 = 0, reference: ReferenceIndex = -1,
    name: NameID = .empty, value: Int32 = 0
  ) {
    facts.expressions.append(
      Expression(
        kind: kind.rawValue, operandCount: operandCount, reference: reference, name: name, value: value))
  }

  /// The operator at hand, which stands between two operands.
  func binaryOperator() -> PendingOperator {
    let token = token
    var made = PendingOperator(rank: Rank.comparison, kind: .binary, operandCount: 2, offset: token.start)
    switch kind {
    case .or: (made.rank, made.kind, made.operandCount) = (Rank.or, .or, 3)
    case .and: (made.rank, made.kind, made.operandCount) = (Rank.and, .and, 3)
    case .in, .not: made.kind = .contains
    case .is: break
    default: made.rank = OperatorMethod.rank(of: source, token)
    }
    return made
  }

  /// Writes pending operators down to `base` that bind more tightly than `rank`, or as tightly if they
  /// group to the left.
  @inline(__always)
  mutating func reduce(to base: Int, above rank: UInt8) {
    while operators.count > base, let last = operators.last, last.rank >= rank,
      !(last.rank == rank && (rank == Rank.power || rank == Rank.conditional))
    {
      operators.removeLast()
      write(last)
    }
  }

  /// Writes all pending operators down to `base`.
  @inline(__always)
  mutating func reduceAll(to base: Int) {
    while operators.count > base, let last = operators.popLast() { write(last) }
  }

  private mutating func write(_ item: PendingOperator) {
    produce(
      item.kind, item.operandCount, name: item.method, value: Int32(truncatingIfNeeded: item.offset))
  }

  /// The name of the method that the operator token calls on its left operand, without `=` at the end of an
  /// augmented assignment's.
  mutating func method(of token: Token, prefix: StaticString = "__") -> NameID {
    guard let stem = OperatorMethod.stem(of: source, token) else { return .empty }
    scratch.removeAll(keepingCapacity: true)
    for index in 0..<prefix.utf8CodeUnitCount { scratch.append(prefix.utf8Start[index]) }
    for index in 0..<stem.utf8CodeUnitCount { scratch.append(stem.utf8Start[index]) }
    scratch.append(UInt8(ascii: "_"))
    scratch.append(UInt8(ascii: "_"))
    return internScratch()
  }
}

/// Which methods operators stand for: The Python Language Reference, 3.3.8 "Emulating numeric types" and
/// 3.3.1 "Basic customization".
enum OperatorMethod {
  /// `add` for `+` and `+=`; nil for what calls nothing (`is`).
  static func stem(of source: UnsafeBufferPointer<UInt8>, _ token: Token) -> StaticString? {
    let first = source[Int(token.start)]
    var length = Int(token.end - token.start)
    if token.kind == .augmentedEqual { length -= 1 }
    let second = length > 1 ? source[Int(token.start) + 1] : 0
    switch (first, second) {
    case (UInt8(ascii: "+"), _): return "add"
    case (UInt8(ascii: "-"), _): return "sub"
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): return "pow"
    case (UInt8(ascii: "*"), _): return "mul"
    case (UInt8(ascii: "@"), _): return "matmul"
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): return "floordiv"
    case (UInt8(ascii: "/"), _): return "truediv"
    case (UInt8(ascii: "%"), _): return "mod"
    case (UInt8(ascii: "|"), _): return "or"
    case (UInt8(ascii: "&"), _): return "and"
    case (UInt8(ascii: "^"), _): return "xor"
    case (UInt8(ascii: "<"), UInt8(ascii: "<")): return "lshift"
    case (UInt8(ascii: ">"), UInt8(ascii: ">")): return "rshift"
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return "le"
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return "ge"
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): return "ne"
    case (UInt8(ascii: "<"), _): return "lt"
    case (UInt8(ascii: ">"), _): return "gt"
    case (UInt8(ascii: "="), UInt8(ascii: "=")): return "eq"
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return "ne"
    default: return nil
    }
  }

  /// How tightly an operator between two operands binds.
  static func rank(of source: UnsafeBufferPointer<UInt8>, _ token: Token) -> UInt8 {
    let first = source[Int(token.start)]
    let isDouble = token.end - token.start > 1
    switch first {
    case UInt8(ascii: "|"): return 5
    case UInt8(ascii: "^"): return 6
    case UInt8(ascii: "&"): return 7
    case UInt8(ascii: "<") where isDouble && source[Int(token.start) + 1] == first: return 8
    case UInt8(ascii: ">") where isDouble && source[Int(token.start) + 1] == first: return 8
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return 9
    case UInt8(ascii: "*"): return isDouble ? Parser.Rank.power : 10
    case UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "@"): return 10
    default: return Parser.Rank.comparison
    }
  }
}
