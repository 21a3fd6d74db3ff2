import LanguageSupport

/// Compares what two contents of a file declare, as other files see it: all but the bodies of functions and accessors.
///
/// A declaration's type never depends on a body: functions write theirs, and so do properties that compute their
/// value. Initial values do tell types, and are compared.
struct InterfaceComparison {
  private let old: FileFacts
  private let new: FileFacts

  init(_ old: FileFacts, _ new: FileFacts) {
    self.old = old
    self.new = new
  }

  /// True if no other file can tell the two apart. Linear.
  var isSame: Bool {
    areSame(old.definitions, new.definitions) { isSame($0, $1) }
      && areSame(old.imports, new.imports) { isSame($0, $1) } && haveSameTrees
  }

  private func areSame<Element>(
    _ left: [Element], _ right: [Element], _ isSame: (Element, Element) -> Bool
  ) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy(isSame)
  }

  private func isSame(_ left: NameID, _ right: NameID) -> Bool {
    old.names.bytes(left).elementsEqual(new.names.bytes(right))
  }

  private func isSame(_ left: Definition, _ right: Definition) -> Bool {
    left.kind == right.kind && left.parent == right.parent && left.modifiers == right.modifiers
      && isSame(left.name, right.name) && isSame(left.labels, right.labels)
      && isSame(left.overloadKey, right.overloadKey) && isSame(left.signature, right.signature)
      && areSame(left.attributes, right.attributes) { isSame($0, $1) }
  }

  private func isSame(_ left: Import, _ right: Import) -> Bool {
    left.level == right.level && left.flags == right.flags && left.owner == right.owner
      && isSame(left.module, right.module) && isSame(left.name, right.name) && isSame(left.alias, right.alias)
  }

  // MARK: Trees

  private var haveSameTrees: Bool {
    let left = TreeLinks(old.expressions)
    let right = TreeLinks(new.expressions)
    guard left.roots.count == right.roots.count else { return false }
    var open = Array(zip(left.roots, right.roots))
    while let (place, other) = open.popLast() {
      let item = old.expressions[place]
      guard haveSameHeads(item, new.expressions[other]) else { return false }
      let kind = TreeKind(rawValue: item.kind)
      if kind == .accessor { continue }
      let parts = left.operands(of: place)
      let others = right.operands(of: other)
      guard parts.count == others.count else { return false }
      for (part, counterpart) in zip(parts, others) {
        let isBody =
          kind == .functionDeclaration && old.expressions[part].kind == TreeKind.block.rawValue
          && new.expressions[counterpart].kind == TreeKind.block.rawValue
        if !isBody { open.append((part, counterpart)) }
      }
    }
    return true
  }

  private func haveSameHeads(_ left: Expression, _ right: Expression) -> Bool {
    guard left.kind == right.kind, isSame(left.name, right.name) else { return false }
    // Where the arguments of a call begin is a place.
    guard left.kind == TreeKind.call.rawValue || left.value == right.value else { return false }
    guard left.reference >= 0, right.reference >= 0 else { return left.reference == right.reference }
    let reference = old.references[Int(left.reference)]
    let other = new.references[Int(right.reference)]
    return reference.role == other.role && isSame(reference.name, other.name)
      && isSame(reference.detail, other.detail)
  }
}

/// Finds the operands of expressions, which are stored in post-order.
private struct TreeLinks {
  /// What is no operand, in order.
  private(set) var roots: [Int] = []
  private var first: [Int32] = []
  private var next: [Int32] = []

  init(_ expressions: [Expression]) {
    first = [Int32](repeating: -1, count: expressions.count)
    next = first
    for (place, item) in expressions.enumerated() {
      let taken = min(Int(item.operandCount), roots.count)
      var following: Int32 = -1
      for operand in roots.suffix(taken).reversed() {
        next[operand] = following
        following = Int32(operand)
      }
      first[place] = following
      roots.removeLast(taken)
      roots.append(place)
    }
  }

  func operands(of place: Int) -> [Int] {
    var result: [Int] = []
    var current = first[place]
    while current >= 0 {
      result.append(Int(current))
      current = next[Int(current)]
    }
    return result
  }
}
