import GraphModel
import LanguageSupport

/// What conditions and patterns say about the types of variables.
extension Lowering {
  /// Restricts variables to what a condition says where it holds, or does not.
  mutating func narrow(_ condition: Entry, holds: Bool, _ a: inout Analysis) {
    for item in narrowings(condition, holds: holds, a) { flow.narrow(item, &a) }
  }

  /// Reads `isinstance(name, type)`, `not`, `and` and `or` of such.
  func narrowings(_ condition: Entry, holds: Bool, _ a: borrowing Analysis) -> [Flow.Narrowing] {
    guard condition.node >= 0 else { return [] }
    var result: [Flow.Narrowing] = []
    var pending: [(node: Int32, holds: Bool)] = [(condition.node, holds)]
    while let (node, holds) = pending.popLast(), result.count < 8 {
      let item = facts.expressions[Int(node)]
      switch ExpressionKind(rawValue: item.kind) {
      case .unary where item.name == .empty: pending.append((node - 1, !holds))
      case .and where holds, .or where !holds:
        // left, mark, right: all of them hold (or none does).
        pending.append((node - 1, holds))
        if let left = operands(node).first { pending.append((left, holds)) }
      case .call:
        let parts = operands(node)
        guard parts.count >= 2, let variable = plainVariable(parts[1], a) else { continue }
        guard parts.count == 3, isInstanceCheck(parts[0]) else {
          if holds, let slot = calleeSlot(parts[0], a) {
            result.append(
              Flow.Narrowing(variable: variable, type: -1, isInstance: true, guardSlot: slot))
          }
          continue
        }
        if let type = typeSlots[parts[2]] {
          result.append(Flow.Narrowing(variable: variable, type: type, isInstance: holds))
        }
      default: continue
      }
    }
    return result
  }

  /// The operands of a node, first one first.
  func operands(_ node: Int32) -> [Int32] {
    var result: [Int32] = []
    var operand = node - 1
    for _ in 0..<facts.expressions[Int(node)].operandCount {
      result.append(operand)
      operand = subtreeStarts[Int(operand)] - 1
    }
    return result.reversed()
  }

  private func isInstanceCheck(_ node: Int32) -> Bool {
    let item = facts.expressions[Int(node)]
    guard item.kind == ExpressionKind.name.rawValue else { return false }
    let name = facts.names.bytes(facts.references[Int(item.reference)].name)
    return name.elementsEqual("isinstance".utf8) || name.elementsEqual("issubclass".utf8)
  }

  /// The slot of a function that is asked by name.
  private func calleeSlot(_ node: Int32, _ a: borrowing Analysis) -> Int32? {
    let item = facts.expressions[Int(node)]
    guard item.kind == ExpressionKind.name.rawValue || item.kind == ExpressionKind.attribute.rawValue else {
      return nil
    }
    let slot = a.referenceSlots[Int(referenceBase + item.reference)]
    return slot >= 0 ? slot : nil
  }

  /// The place in `flow` of the variable that a node names, if the body at hand owns it.
  private func plainVariable(_ node: Int32, _ a: borrowing Analysis) -> Int32? {
    let item = facts.expressions[Int(node)]
    guard item.kind == ExpressionKind.name.rawValue else { return nil }
    let found = a.referenceVariables[Int(referenceBase + item.reference)]
    guard found >= 0 else { return nil }
    return flowVariable(found, a, body: bodyScope)
  }

  // MARK: Patterns

  mutating func lowerMatch(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    switch kind {
    case .matchStart:
      let entry = pop()
      let slot = value(entry, &a)
      flow.enterBranches()
      let variable = entry.node >= 0 ? plainVariable(entry.node, a) : nil
      flow.setSubject(slot, variable ?? -1)
      isFirstCase = true
    case .caseStart:
      let pattern = pop()
      if isFirstCase { isFirstCase = false } else { flow.nextBranch() }
      let subject = flow.subject()
      if pattern.tag == .value, pattern.slot >= 0, subject.variable >= 0 {
        flow.narrow(
          Flow.Narrowing(variable: subject.variable, type: pattern.slot, isInstance: true), &a)
      }
      // Captures were bound while the pattern was read, in the state of the branch before: bind them here.
      for capture in pendingCaptures { bindCapture(capture, &a) }
      pendingCaptures.removeAll(keepingCapacity: true)
    case .caseGuard:
      let condition = pop()
      _ = value(condition, &a)
      narrow(condition, holds: true, &a)
    case .matchEnd: flow.leaveBranches(&a)
    case .patternAny: push(Entry(tag: .mark))
    case .patternValue:
      _ = popValue(&a)
      push(Entry(tag: .mark))
    case .patternCapture:
      pendingCaptures.append(Capture(reference: item.reference, slot: flow.subject().slot, attribute: Names.empty))
      push(Entry(tag: .mark, reference: item.reference))
    case .patternKeyword:
      let inner = pop()
      // The capture right inside is the attribute of that name.
      if inner.tag == .mark, inner.reference >= 0, let last = pendingCaptures.indices.last {
        pendingCaptures[last].attribute = a.world.name(file, item.name)
      }
      push(Entry(tag: .mark))
    case .patternClass:
      let parts = take(item.operandCount)
      var type: Int32 = -1
      if let first = parts.first { type = value(first, &a) }
      for index in pendingCaptures.indices where pendingCaptures[index].type < 0 {
        pendingCaptures[index].type = type
      }
      push(Entry(tag: .value, slot: type))
    case .patternAs:
      _ = pop()
      let inner = pop()
      if let last = pendingCaptures.indices.last, inner.tag == .value { pendingCaptures[last].whole = inner.slot }
      push(inner)
    case .patternOr:
      let slots = take(item.operandCount).map { $0.tag == .value ? $0.slot : -1 }
      push(slots.contains(-1) ? Entry(tag: .mark) : Entry(tag: .value, slot: union(slots, &a)))
    case .patternStar:
      _ = pop()
      push(Entry(tag: .mark))
    case .patternSequence, .patternMapping:
      _ = take(item.operandCount)
      for index in pendingCaptures.indices where pendingCaptures[index].type < 0 {
        pendingCaptures[index].slot = -1
      }
      push(Entry(tag: .mark))
    default: break
    }
  }

  /// A name that a pattern binds.
  struct Capture {
    var reference: ReferenceIndex
    /// The subject's, or -1 where the name is a part of it that nothing is known about.
    var slot: Int32
    /// The attribute of the class pattern around it, or 0.
    var attribute: Int32
    /// The class of that pattern.
    var type: Int32 = -1
    /// Of `pattern as name`: the class of the pattern.
    var whole: Int32 = -1
  }

  private mutating func bindCapture(_ capture: Capture, _ a: inout Analysis) {
    let slot = a.slot()
    if capture.whole >= 0 {
      a.constrain(capture.whole, .instantiate, slot)
    } else if capture.type >= 0 {
      if capture.attribute != Names.empty {
        let object = a.slot()
        a.constrain(capture.type, .instantiate, object)
        a.constrain(object, .load, slot, capture.attribute)
      }
    } else if capture.slot >= 0 {
      a.constrain(capture.slot, .copy, slot)
    }
    assign(Entry(tag: .nameTarget, reference: capture.reference), slot, &a)
  }
}
