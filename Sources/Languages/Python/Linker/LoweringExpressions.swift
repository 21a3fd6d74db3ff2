import GraphModel
import LanguageSupport

/// Expressions: each takes its operands from the stack and leaves itself there.
extension Lowering {
  mutating func lower(_ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis) {
    switch kind {
    case .unknown, .none: pushValue(-1, node)
    case .integer:
      var entry = Entry(tag: .value, node: node)
      if item.value < 1000 { entry.text = a.world.names.intern("#\(item.value)") }
      entry.slot = a.constantSlot(a.wellKnown.integer, entry.text)
      push(entry)
    case .number: pushValue(instance(of: a.wellKnown.float, &a), node)
    case .boolean: pushValue(instance(of: a.wellKnown.boolean, &a), node)
    case .string:
      var entry = Entry(tag: .value, node: node)
      if item.name != .empty { entry.text = a.world.name(file, item.name) }
      entry.slot = a.constantSlot(a.wellKnown.string, entry.text)
      push(entry)
    case .bytes: pushValue(instance(of: a.wellKnown.bytes, &a), node)
    case .formatString:
      for entry in take(item.operandCount) { _ = value(entry, &a) }
      pushValue(instance(of: a.wellKnown.string, &a), node)
    case .slice:
      let bounds = take(item.operandCount).map { (value($0, &a), $0.text) }
      push(Entry(tag: .value, text: sliceKey(bounds.map(\.1), &a), node: node))
    case .name: lowerName(item, node, &a)
    case .attribute: lowerAttribute(item, node, &a)
    case .call: lowerCall(item, node, &a)
    case .subscript: lowerSubscript(item, node, &a)
    case .tuple, .list: lowerSequence(kind, item, node, &a)
    case .set: lowerSet(item, node, &a)
    case .dict: lowerDict(item, node, &a)
    case .dictItem:
      let element = popValue(&a)
      let key = pop()
      push(Entry(tag: .dictItem, slot: element, text: key.text, first: value(key, &a)))
    case .starred:
      let inner = pop()
      children.append(inner)
      push(
        Entry(tag: .starred, slot: value(inner, &a), first: Int32(children.count - 1), node: node))
    case .doubleStarred: push(Entry(tag: .doubleStarred, slot: popValue(&a)))
    case .keyword:
      let inner = pop()
      push(
        Entry(
          tag: .keyword, slot: value(inner, &a), reference: inner.reference,
          text: a.world.name(file, item.name), first: inner.text))
    case .comprehension: lowerComprehension(item, node, &a)
    case .forClause:
      let iterable = popValue(&a)
      let target = pop()
      let element = a.slot()
      iterate(iterable, element, isAsynchronous: item.value & 1 != 0, at: nil, &a)
      assign(target, element, &a)
      push(Entry(tag: .mark))
    case .ifClause:
      _ = popValue(&a)
      push(Entry(tag: .mark))
    case .lambda, .lambdaStart, .parameter, .typeParameter, .returns:
      lowerFunctionPart(kind, item, node, &a)
    case .binary, .contains, .unary: lowerOperator(kind, item, node, &a)
    case .shortCircuit:
      flow.enterBranches()
      if let left = stack.last { narrow(left, holds: item.value == 0, &a) }
      push(Entry(tag: .mark))
    case .and, .or:
      let right = popValue(&a)
      _ = pop()
      let left = popValue(&a)
      flow.leaveBranches(&a)
      pushValue(union([left, right], &a), node)
    case .conditional:
      let otherwise = popValue(&a)
      _ = popValue(&a)
      let then = popValue(&a)
      pushValue(union([then, otherwise], &a), node)
    case .walrus:
      let value = popValue(&a)
      let target = pop()
      assign(target, value >= 0 ? value : a.slot(), &a)
      var entry = Entry(tag: .value, slot: value, node: node)
      entry.reference = target.reference
      push(entry)
    case .yield, .yieldFrom, .await: lowerSuspension(kind, item, node, &a)
    default: lowerStatement(kind, item, node, &a)
    }
  }

  /// The key of a slice, with its bounds where both are constant.
  private func sliceKey(_ bounds: [Int32], _ a: inout Analysis) -> Int32 {
    guard bounds.count == 2, !bounds.contains(Names.empty) else { return a.sliceKey }
    let texts = bounds.map { a.world.names.string($0) }
    guard texts.allSatisfy({ $0.hasPrefix("#") }) else { return a.sliceKey }
    return a.world.names.intern("#:" + texts.map { String($0.dropFirst()) }.joined(separator: ":"))
  }

  /// A value of a class of the standard library: each class has one slot for all of its constants.
  func instance(of known: Int32, _ a: inout Analysis) -> Int32 {
    known < 0 ? -1 : a.constantSlot(known)
  }

  /// A slot that any of the values may be in; -1 if there are none.
  func union(_ slots: [Int32], _ a: inout Analysis) -> Int32 {
    let some = slots.filter { $0 >= 0 }
    guard let first = some.first else { return -1 }
    if some.count == 1 || some.allSatisfy({ $0 == first }) { return first }
    let made = a.slot()
    for slot in some { a.constrain(slot, .copy, made) }
    return made
  }

  private mutating func lowerName(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    switch facts.references[Int(item.reference)].role {
    case .write, .delete: push(Entry(tag: .nameTarget, reference: item.reference, node: node))
    default:
      push(Entry(tag: .value, slot: readName(item.reference, &a), reference: item.reference, node: node))
    }
  }

  private mutating func lowerAttribute(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let receiver = popValue(&a)
    let reference = facts.references[Int(item.reference)]
    let global = Int(referenceBase + item.reference)
    a.receiverSlots[global] = receiver
    switch reference.role {
    case .write, .delete:
      push(Entry(tag: .attributeTarget, slot: receiver, reference: item.reference, node: node))
    default:
      guard receiver >= 0 else {
        push(Entry(tag: .value, reference: item.reference, node: node))
        return
      }
      let result = a.slot()
      a.constrain(receiver, .load, result, a.world.name(file, reference.name))
      a.referenceSlots[global] = result
      push(Entry(tag: .value, slot: result, reference: item.reference, node: node))
    }
  }

  private mutating func lowerCall(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    var list: [Argument] = []
    for entry in take(item.operandCount - 1) {
      switch entry.tag {
      case .starred: list.append(Argument(kind: .star, name: Names.empty, slot: entry.slot))
      case .doubleStarred: list.append(Argument(kind: .doubleStar, name: Names.empty, slot: entry.slot))
      case .keyword:
        var argument = Argument(kind: .keyword, name: entry.text, slot: entry.slot)
        if entry.reference >= 0 { argument.reference = referenceBase + entry.reference }
        list.append(argument)
      default:
        let slot = value(entry, &a)
        var argument = Argument(kind: .positional, name: Names.empty, slot: slot, text: entry.text)
        if entry.reference >= 0 { argument.reference = referenceBase + entry.reference }
        list.append(argument)
        if list.count == 2, entry.node >= 0, slot >= 0 { typeSlots[entry.node] = slot }
      }
    }
    let callee = pop()
    let slot = value(callee, &a)
    guard slot >= 0 else {
      pushValue(-1, node)
      return
    }
    let result = a.slot()
    let made = site(list, result: result, &a)
    a.sites[Int(made)].offset = UInt32(item.value)
    a.constrain(slot, .call, made)
    if callee.tag == .item, callee.object >= 0 {
      a.subscriptedCalls.append((referenceBase + callee.object, slot))
    }
    if item.reference >= 0, facts.references[Int(item.reference)].role == .decorator {
      a.calledDecorators.append(referenceBase + item.reference)
    }
    if item.reference < 0 { note(slot, Names.empty, at: UInt32(item.value), &a) }
    if a.world.hasMetaclasses { note(slot, a.world.known.call, at: UInt32(item.value), &a) }
    if a.isLength(slot), let first = list.first {
      note(first.slot, a.world.known.length, at: UInt32(item.value), &a)
    }
    var entry = Entry(tag: .value, slot: result, node: node)
    entry.reference = -1
    push(entry)
  }

  private mutating func lowerSubscript(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let index = pop()
    let whole = pop()
    let object = value(whole, &a)
    var entry = Entry(tag: .item, slot: object, text: index.text, node: node)
    entry.object = whole.reference
    entry.offset = UInt32(item.value)
    if index.tag == .tuple {
      // Of a type the elements are its arguments.
      entry.count = index.count
      entry.reference = index.first
    }
    entry.first = value(index, &a)
    push(entry)
  }

  /// Reads an element.
  mutating func readItem(_ entry: Entry, _ a: inout Analysis) -> Int32 {
    guard entry.slot >= 0 else { return -1 }
    let result = a.slot()
    var arguments = [entry.first]
    if entry.count > 0 {
      arguments = (0..<entry.count).map { place in
        let child = children[Int(entry.reference + place)]
        return value(child, &a)
      }
    }
    let made = site(
      arguments.map { Argument(kind: .positional, name: Names.empty, slot: $0) }, result: result, &a)
    a.constrain(entry.slot, .getItem, result, entry.text == Names.empty ? -1 : entry.text, made)
    note(entry.slot, a.world.known.getItem, at: entry.offset, &a)
    return result
  }

  private mutating func lowerOperator(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    let offset = UInt32(item.value)
    switch kind {
    case .binary:
      let right = popValue(&a)
      let left = popValue(&a)
      guard item.name != .empty, left >= 0 else {
        pushValue(item.name == .empty ? instance(of: a.wellKnown.boolean, &a) : -1, node)
        return
      }
      let name = a.world.name(file, item.name)
      let result = callMethod(name, of: left, [right], at: offset, &a)
      // `X | Y` among types is either.
      if name == a.orMethod { a.constrainUnion(left, right, result) }
      pushValue(result, node)
    case .contains:
      let right = popValue(&a)
      let left = popValue(&a)
      _ = callMethod(a.world.known.contains, of: right, [left], at: offset, &a)
      pushValue(instance(of: a.wellKnown.boolean, &a), node)
    default:
      let operand = popValue(&a)
      if item.name == .empty || operand < 0 {
        var entry = Entry(tag: .value, slot: instance(of: a.wellKnown.boolean, &a), node: node)
        if operand < 0 { entry.slot = -1 }
        push(entry)
      } else {
        pushValue(callMethod(a.world.name(file, item.name), of: operand, [], at: offset, &a), node)
      }
    }
  }

  private mutating func lowerSuspension(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    let operand = item.operandCount > 0 ? popValue(&a) : -1
    let result = a.slot()
    let function = frames.last(where: { $0.kind == .function || $0.kind == .lambda })?.function ?? -1
    switch kind {
    case .await:
      if operand >= 0 { a.constrain(operand, .await, result) }
    case .yield:
      if function >= 0, operand >= 0 { a.constrain(operand, .copy, a.yielded(by: function)) }
      if function >= 0, a.functions[Int(function)].returnType >= 0 {
        let generator = a.slot()
        a.constrain(a.functions[Int(function)].returnType, .instantiate, generator)
        a.constrain(generator, .sent, result)
      }
    default:
      if function >= 0, operand >= 0 {
        a.constrain(operand, .iterate, a.yielded(by: function), 0)
        a.constrain(operand, .generatorResult, result)
      }
    }
    pushValue(result, node)
  }

  /// What iterating over a value gives reaches `element`; where it is written at `offset` the implicit calls
  /// are noted.
  mutating func iterate(
    _ iterable: Int32, _ element: Int32, isAsynchronous: Bool, at offset: UInt32?, _ a: inout Analysis
  ) {
    guard iterable >= 0 else { return }
    let iterator = a.slot()
    a.constrain(iterable, .iterate, element, isAsynchronous ? 1 : 0, iterator)
    guard let offset else { return }
    let known = a.world.known
    note(iterable, isAsynchronous ? known.asyncIter : known.iter, at: offset, &a)
    note(iterator, isAsynchronous ? known.asyncNext : known.next, at: offset, &a)
  }
}
