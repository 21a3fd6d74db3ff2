/// What happens to the values that reach a slot. `a`, `b`, `c` of ``Constraint`` are given in the comments.
enum ConstraintKind: UInt8 {
  /// They reach the slot a as well.
  case copy
  /// They reach a; a method's own `self` becomes the receiver, the object b.
  case copySelf
  /// Their attribute b reaches a.
  case load
  /// They are values of a class's member; seen through the object b (c: 1 if that is a class) they reach a.
  case bindMember
  /// The values of the slot a are assigned to their attribute b.
  case store
  /// They are called: site a.
  case call
  /// Their method b is called: site a.
  case callMethod
  /// Their element reaches a; b is the constant key or -1; c the site of the implicit call.
  case getItem
  /// They are keys of the value b, whose elements reach a.
  case getKeyed
  /// The values of the slot a become their element; b is the constant key or -1; c the site.
  case setItem
  /// What they iterate over reaches a; b is 1 for asynchronous iteration.
  case iterate
  /// They are types: values of these types reach a, under the substitution b (-1: none).
  case instantiate
  /// What awaiting them gives reaches a.
  case await
  /// What entering them gives reaches a; b is 1 for asynchronous context managers.
  case enter
  /// Their element at place b reaches a; c is the number of places after a starred target, or -1.
  case unpack
  /// Those that are instances of no class in the slot b reach a.
  case filter
  /// They are asked about the value in the slot b: what their annotation says of it reaches a, or it itself.
  case typeGuard
  /// They are matched with the types in the slot a, which binds type variables of the substitution b.
  case bindType
  /// Their class reaches a.
  case typeOf
  /// Those that are types reach a.
  case typeUnion
  /// They decorate the value in the slot a; those whose work is not known let it reach b.
  case decorate
  /// What a generator gives back when it ends reaches a.
  case generatorResult
  /// What is sent to a generator reaches a.
  case sent
}

struct Constraint {
  var kind: ConstraintKind
  var a: Int32
  var b: Int32
  var c: Int32
  var next: Int32
}

/// A value that reached a slot and has not gone on yet.
struct Arrival {
  var slot: Int32
  /// Its place; see ``ConstraintGraph/object(_:)``.
  var value: Int32
}

/// A value that meets a constraint.
struct Encounter {
  var constraint: Int32
  var object: Int32
}

/// Slots, each with the set of values that reach it and the constraints on them.
///
/// Inclusion constraints solved by a worklist of differences (Andersen 1994; Pearce, Kelly, Hankin 2003): each
/// pair of a value and a constraint is handled once. Sets are bounded by ``limit``, so the work is linear
/// in the number of constraints; a set that would grow beyond says so.
struct ConstraintGraph {
  /// The most values a slot holds.
  static let limit: UInt8 = 16

  private var firstValue: [Int32] = []
  private var lastValue: [Int32] = []
  private(set) var valueCount: [UInt8] = []
  private var firstConstraint: [Int32] = []
  private var isOverfull: [Bool] = []
  /// Slots that only written types fill.
  private var isSealed: [Bool] = []

  private var valueObject: [Int32] = []
  private var valueNext: [Int32] = []
  private var hasArrived: [Bool] = []
  private(set) var constraints: [Constraint] = []
  private var arrivals: [Arrival] = []
  private var nextArrival = 0
  private var encounters: [Encounter] = []
  private var nextEncounter = 0

  /// The number of slots.
  var count: Int { firstValue.count }

  /// Makes room for what a program of so many expressions usually needs: growing step by step would touch twice the
  /// memory.
  mutating func reserve(forExpressions count: Int) {
    let slots = count / 4 * 3
    firstValue.reserveCapacity(slots)
    lastValue.reserveCapacity(slots)
    valueCount.reserveCapacity(slots)
    firstConstraint.reserveCapacity(slots)
    isOverfull.reserveCapacity(slots)
    isSealed.reserveCapacity(slots)
    valueObject.reserveCapacity(slots)
    valueNext.reserveCapacity(slots)
    hasArrived.reserveCapacity(slots)
    constraints.reserveCapacity(count / 4 * 5)
  }

  mutating func makeSlot() -> Int32 {
    firstValue.append(-1)
    lastValue.append(-1)
    valueCount.append(0)
    firstConstraint.append(-1)
    isOverfull.append(false)
    isSealed.append(false)
    return Int32(truncatingIfNeeded: firstValue.count - 1)
  }

  /// Adds a value to a slot; false if it was there already, or the slot is full.
  @discardableResult
  mutating func add(_ object: Int32, to slot: Int32) -> Bool {
    let index = Int(slot)
    var value = firstValue[index]
    while value >= 0 {
      if valueObject[Int(value)] == object { return false }
      value = valueNext[Int(value)]
    }
    if valueCount[index] >= Self.limit {
      isOverfull[index] = true
      return false
    }
    let made = Int32(truncatingIfNeeded: valueObject.count)
    valueObject.append(object)
    valueNext.append(-1)
    hasArrived.append(false)
    if lastValue[index] < 0 { firstValue[index] = made } else { valueNext[Int(lastValue[index])] = made }
    lastValue[index] = made
    valueCount[index] += 1
    arrivals.append(Arrival(slot: slot, value: made))
    return true
  }

  /// Adds a constraint and returns its index. Values that are in the slot but have not arrived yet meet it
  /// when they do; those that have are met by ``revisit(_:_:)``.
  mutating func add(_ constraint: Constraint, to slot: Int32) -> Int32 {
    let made = Int32(truncatingIfNeeded: constraints.count)
    constraints.append(constraint)
    constraints[Int(made)].next = firstConstraint[Int(slot)]
    firstConstraint[Int(slot)] = made
    return made
  }

  mutating func popArrival() -> Arrival? {
    guard nextArrival < arrivals.count else {
      arrivals.removeAll(keepingCapacity: true)
      nextArrival = 0
      return nil
    }
    nextArrival += 1
    let arrival = arrivals[nextArrival - 1]
    hasArrived[Int(arrival.value)] = true
    return arrival
  }

  @inline(__always)
  func constraintHead(_ slot: Int32) -> Int32 { firstConstraint[Int(slot)] }

  @inline(__always)
  func isEmpty(_ slot: Int32) -> Bool { firstValue[Int(slot)] < 0 }

  /// From now on only written types fill the slot: see ``isSealed(_:)``.
  mutating func seal(_ slot: Int32) { isSealed[Int(slot)] = true }

  @inline(__always)
  func isSealed(_ slot: Int32) -> Bool { isSealed[Int(slot)] }

  /// True if values had to be left out.
  func isOverfull(_ slot: Int32) -> Bool { isOverfull[Int(slot)] }

  /// The place of the first value, or -1; with ``next(_:)`` and ``object(_:)``.
  @inline(__always)
  func valueHead(_ slot: Int32) -> Int32 { firstValue[Int(slot)] }

  @inline(__always)
  func next(_ value: Int32) -> Int32 { valueNext[Int(value)] }

  @inline(__always)
  func object(_ value: Int32) -> Int32 { valueObject[Int(value)] }

  /// Lets a new constraint meet the values that have arrived at its slot already.
  mutating func revisit(_ slot: Int32, _ constraint: Int32) {
    var value = firstValue[Int(slot)]
    while value >= 0 {
      if hasArrived[Int(value)] {
        encounters.append(Encounter(constraint: constraint, object: valueObject[Int(value)]))
      }
      value = valueNext[Int(value)]
    }
  }

  mutating func popEncounter() -> Encounter? {
    guard nextEncounter < encounters.count else {
      encounters.removeAll(keepingCapacity: true)
      nextEncounter = 0
      return nil
    }
    nextEncounter += 1
    return encounters[nextEncounter - 1]
  }

  /// The values of a slot in order of arrival.
  func values(_ slot: Int32) -> [Int32] {
    var result: [Int32] = []
    guard slot >= 0 else { return result }
    var value = firstValue[Int(slot)]
    while value >= 0 {
      result.append(valueObject[Int(value)])
      value = valueNext[Int(value)]
    }
    return result
  }
}
