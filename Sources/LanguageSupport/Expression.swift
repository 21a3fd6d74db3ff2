/// One node of a file's expressions, which linkers evaluate: to types, to sets of values, whatever the
/// language needs to know who is meant.
///
/// ``FileFacts/expressions`` holds a forest in post-order: the operands of a node come right before it, first
/// operand first, each with its own operands before it. So a node is found by its last place, a subtree is a
/// contiguous range, and a pass over the array in order evaluates operands before what uses them, without
/// recursion whatever the depth.
public struct Expression: Sendable, Equatable {
  /// What it does; each language has its own kinds. The raw values are stored.
  public var kind: UInt8
  /// How many operands it has.
  public var operandCount: Int32
  /// The reference that this node resolves (the name read, the member called), or -1.
  public var reference: ReferenceIndex
  /// A name that is no reference (a keyword argument's, a literal's text), or empty.
  public var name: NameID
  /// A number by kind (a scope, a definition, a place among parameters), 0 where there is none. Decoding checks
  /// only that it is not negative: whoever uses it as an index checks its range.
  public var value: Int32

  /// Makes a value of its parts.
  public init(
    kind: UInt8, operandCount: Int32 = 0, reference: ReferenceIndex = -1, name: NameID = .empty,
    value: Int32 = 0
  ) {
    self.kind = kind
    self.operandCount = operandCount
    self.reference = reference
    self.name = name
    self.value = value
  }
}

extension FileFacts {
  /// For each expression where its subtree starts: itself if it has no operands. The last operand of
  /// expression `i` is `i - 1`, the one before an operand `o` is `starts[o] - 1`. O(n).
  public func expressionStarts() -> [Int32] {
    var starts: [Int32] = []
    starts.reserveCapacity(expressions.count)
    for (index, item) in expressions.enumerated() {
      var start = Int32(index)
      for _ in 0..<item.operandCount where start > 0 { start = starts[Int(start) - 1] }
      starts.append(start)
    }
    return starts
  }
}
