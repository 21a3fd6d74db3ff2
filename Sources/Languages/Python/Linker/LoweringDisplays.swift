import GraphModel
import LanguageSupport

/// Tuples, lists, sets, dictionaries and comprehensions.
extension Lowering {
  mutating func lowerSequence(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    let first = Int32(children.count)
    children.append(contentsOf: take(item.operandCount))
    push(
      Entry(
        tag: kind == .tuple ? .tuple : .list, first: first, count: item.operandCount, node: node))
  }

  /// The value of a tuple or a list: its elements are kept apart by place unless a starred one is among them.
  mutating func display(_ entry: Entry, _ a: inout Analysis, isTuple: Bool) -> Int32 {
    let range = Int(entry.first)..<Int(entry.first + entry.count)
    var slots: [Int32] = []
    var hasStar = false
    for index in range {
      let child = children[index]
      var slot = value(child, &a)
      if child.tag == .starred {
        hasStar = true
        let element = a.slot()
        if slot >= 0 { a.constrain(slot, .iterate, element, 0) }
        slot = element
      }
      slots.append(slot >= 0 ? slot : a.slot())
    }
    if isTuple && !hasStar { return a.slot(with: a.objects.make(.tuple, a.objects.makeList(slots))) }
    let known = isTuple ? a.wellKnown.tuple : a.wellKnown.list
    let element = a.slot()
    for slot in slots { a.constrain(slot, .copy, element) }
    let object = a.objects.make(.display, known, a.objects.makeList([element]))
    if !hasStar && slots.count <= 32 {
      for (place, slot) in slots.enumerated() {
        let field = a.field(object, a.world.names.intern("#\(place)"))
        a.constrain(slot, .copy, field)
      }
    }
    return a.slot(with: object)
  }

  mutating func lowerSet(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let element = a.slot()
    for entry in take(item.operandCount) {
      let slot = value(entry, &a)
      guard slot >= 0 else { continue }
      if entry.tag == .starred {
        a.constrain(slot, .iterate, element, 0)
      } else {
        a.constrain(slot, .copy, element)
      }
    }
    let object = a.objects.make(.display, a.wellKnown.set, a.objects.makeList([element]))
    pushValue(a.slot(with: object), node)
  }

  mutating func lowerDict(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let key = a.slot()
    let element = a.slot()
    let object = a.objects.make(.display, a.wellKnown.dict, a.objects.makeList([key, element]))
    for entry in take(item.operandCount) {
      if entry.tag == .doubleStarred {
        if entry.slot >= 0 { a.constrain(entry.slot, .getItem, element, -1, -1) }
        continue
      }
      if entry.first >= 0 { a.constrain(entry.first, .copy, key) }
      guard entry.slot >= 0 else { continue }
      a.constrain(entry.slot, .copy, element)
      if entry.text != Names.empty { a.constrain(entry.slot, .copy, a.field(object, entry.text)) }
    }
    pushValue(a.slot(with: object), node)
  }

  mutating func lowerComprehension(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let parts = take(item.operandCount)
    guard let head = parts.first else { return pushValue(-1, node) }
    let element = a.slot()
    let slot = value(head, &a)
    if slot >= 0 { a.constrain(slot, .copy, element) }
    let known: Int32
    var list = [element]
    switch item.value {
    case ExpressionKind.Display.list: known = a.wellKnown.list
    case ExpressionKind.Display.set: known = a.wellKnown.set
    case ExpressionKind.Display.dict:
      known = a.wellKnown.dict
      let key = a.slot()
      if head.first >= 0 { a.constrain(head.first, .copy, key) }
      list = [key, element]
    default: known = a.wellKnown.generator
    }
    pushValue(a.slot(with: a.objects.make(.display, known, a.objects.makeList(list))), node)
  }
}
