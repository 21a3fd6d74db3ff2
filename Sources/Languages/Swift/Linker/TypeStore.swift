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
    var hash = Self.mixed(Self.mixed(Self.seed, shape.rawValue), head)
    for argument in arguments { hash = Self.mixed(hash, argument.raw) }
    var slot = Self.folded(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = Int(slots[slot]) - 1
      if isEqual(known, shape, head, arguments) { return TypeID(raw: Int32(known)) }
      slot = (slot + 1) & (slots.count - 1)
    }
    arena.append(shape.rawValue)
    arena.append(head)
    for argument in arguments { arena.append(argument.raw) }
    starts.append(Int32(arena.count))
    slots[slot] = Int32(starts.count - 1)
    if starts.count * 2 > slots.count { grow() }
    return TypeID(raw: Int32(starts.count - 2))
  }

  private func isEqual(_ known: Int, _ shape: TypeShape, _ head: Int32, _ arguments: [TypeID]) -> Bool {
    let start = Int(starts[known])
    guard Int(starts[known + 1]) - start == arguments.count + 2, arena[start] == shape.rawValue,
      arena[start + 1] == head
    else { return false }
    for place in arguments.indices where arena[start + 2 + place] != arguments[place].raw { return false }
    return true
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ hash: UInt64, _ value: Int32) -> UInt64 {
    let product = (hash ^ UInt64(UInt32(bitPattern: value))) &* 0xA076_1D64_78BD_642F
    return product ^ product >> 29
  }

  private static func folded(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 8) & Int.max }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in 0..<(starts.count - 1) {
      var hash = Self.seed
      for place in Int(starts[number])..<Int(starts[number + 1]) { hash = Self.mixed(hash, arena[place]) }
      var slot = Self.folded(hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }
}
