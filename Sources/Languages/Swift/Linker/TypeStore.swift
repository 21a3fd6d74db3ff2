/// A type, as its number in a ``TypeStore``.
struct TypeID: Hashable {
  var raw: Int32
  /// Nothing is known.
  static let unknown = TypeID(raw: 0)
  /// A value that code outside the tree made, of a type that is not known.
  static let outside = TypeID(raw: 1)
  var isKnown: Bool { raw > 1 }
}

/// The shapes of types.
enum TypeShape: Int32 {
  case unknown, outside
  /// `head` is the declaration; arguments for its generic parameters, those of outer types first.
  case nominal
  /// `head` is the declaration of a generic parameter.
  case parameter
  /// `Self` of the protocol `head`.
  case protocolSelf
  /// The associated type called `head` of the first argument.
  case associated
  /// Pairs of label (a name) and type.
  case tuple
  /// Parameters, then the result.
  case function
  /// The type of the first argument itself.
  case metatype
  /// A value that conforms to all arguments: `some P`, `any P & Q`.
  case bounded
}

/// Numbers distinct types: equal types have equal numbers, so comparing and copying types is free.
struct TypeStore {
  /// Shape, head and arguments of all types in a row.
  private var arena: [Int32] = []
  private var starts: [Int32] = [0]
  /// Open addressing: number plus one, or 0.
  private var slots = [Int32](repeating: 0, count: 1 << 10)

  init() {
    _ = make(.unknown, 0, [])
    _ = make(.outside, 0, [])
  }

  func shape(_ type: TypeID) -> TypeShape {
    TypeShape(rawValue: arena[Int(starts[Int(type.raw)])]) ?? .unknown
  }

  func head(_ type: TypeID) -> Int32 { arena[Int(starts[Int(type.raw)]) + 1] }

  func count(_ type: TypeID) -> Int {
    Int(starts[Int(type.raw) + 1] - starts[Int(type.raw)]) - 2
  }

  func argument(_ type: TypeID, _ index: Int) -> TypeID {
    TypeID(raw: arena[Int(starts[Int(type.raw)]) + 2 + index])
  }

  func arguments(_ type: TypeID) -> [TypeID] { (0..<count(type)).map { argument(type, $0) } }

  mutating func make(_ shape: TypeShape, _ head: Int32, _ arguments: [TypeID]) -> TypeID {
    let start = arena.count
    arena.append(shape.rawValue)
    arena.append(head)
    for argument in arguments { arena.append(argument.raw) }
    var slot = hash(start, arena.count) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if isEqual(known, start) {
        arena.removeSubrange(start...)
        return TypeID(raw: Int32(known))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    starts.append(Int32(arena.count))
    slots[slot] = Int32(starts.count - 1)
    if starts.count * 2 > slots.count { grow() }
    return TypeID(raw: Int32(starts.count - 2))
  }

  private func isEqual(_ known: Int, _ start: Int) -> Bool {
    let other = Int(starts[known])
    let length = arena.count - start
    guard Int(starts[known + 1]) - other == length else { return false }
    for offset in 0..<length where arena[other + offset] != arena[start + offset] { return false }
    return true
  }

  private func hash(_ start: Int, _ end: Int) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in start..<end {
      hash = (hash ^ UInt64(UInt32(bitPattern: arena[place]))) &* 0xA076_1D64_78BD_642F
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash >> 8) & Int.max
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 0..<(starts.count - 1) {
      var slot = hash(Int(starts[number]), Int(starts[number + 1])) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }
}
