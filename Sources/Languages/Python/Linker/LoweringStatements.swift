import GraphModel
import LanguageSupport

/// Statements and the marks of branches, loops and bodies.
extension Lowering {
  mutating func lowerStatement(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    switch kind {
    case .discard: _ = popValue(&a)
    case .assign: lowerAssignment(item, &a)
    case .annotatedAssign: lowerAnnotated(item, &a)
    case .augmentedAssign: lowerAugmented(item, &a)
    case .return:
      let slot = item.operandCount > 0 ? popValue(&a) : -1
      if slot >= 0, let function = frames[frames.count - 1].functionIndex {
        if let index = returnedParameter(slot, a.functions[function], a) {
          if !a.functions[function].returnedParameters.contains(index) {
            a.functions[function].returnedParameters.append(index)
          }
        } else {
          a.constrain(slot, .copy, a.functions[function].returned)
        }
      }
      flow.end()
    case .raise:
      for entry in take(item.operandCount) {
        let slot = value(entry, &a)
        // Raising a class makes an instance of it.
        if slot >= 0, entry.reference >= 0 {
          a.raisedReferences.append((referenceBase + entry.reference, slot))
        }
      }
      flow.end()
    case .assert:
      if item.operandCount > 1 { _ = popValue(&a) }
      let condition = pop()
      _ = value(condition, &a)
      narrow(condition, holds: true, &a)
    case .delete: unbind(pop(), &a)
    case .import: lowerImport(Int(item.value), &a)
    case .break, .continue:
      flow.closeLoop(&a)
      flow.end()
    case .typeAlias: lowerTypeAlias(item, &a)
    case .decorator:
      var entry = pop()
      entry.offset = UInt32(item.value)
      pendingDecorators.append(entry)
    case .noDefinition: pendingDecorators.removeAll()
    case .functionStart: startFunction(item, &a)
    case .functionEnd: endFunction(&a)
    case .classStart: startClass(item, &a)
    case .classEnd: endClass(&a)
    default: lowerFlow(kind, item, node, &a)
    }
  }

  /// The parameter that a slot is, if a call gives back what it was passed for it: not the receiver, whose type
  /// is known, and not where the result is wrapped.
  private func returnedParameter(_ slot: Int32, _ function: Function, _ a: borrowing Analysis) -> Int? {
    guard !function.isAsync, !function.isGenerator else { return nil }
    for index in function.firstParameter..<function.firstParameter + function.parameterCount
    where a.parameters[index].slot == slot && a.parameters[index].value == slot {
      return function.takesReceiver && index == function.firstParameter ? nil : index
    }
    return nil
  }

  private mutating func lowerFlow(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    switch kind {
    case .ifStart:
      let condition = pop()
      _ = value(condition, &a)
      flow.enterBranches()
      flow.setOtherwise(narrowings(condition, holds: false, a))
      narrow(condition, holds: true, &a)
    case .elseStart:
      flow.nextBranch()
      flow.markComplete()
      for item in flow.otherwise() { flow.narrow(item, &a) }
    case .ifEnd:
      if !flow.hasOutcome() {
        // No `else`: the state in which the condition does not hold.
        flow.nextBranch()
        flow.markComplete()
        for item in flow.otherwise() { flow.narrow(item, &a) }
      }
      flow.leaveBranches(&a)
    case .whileStart: flow.enterLoop(&a)
    case .whileTest:
      let condition = pop()
      _ = value(condition, &a)
      narrow(condition, holds: true, &a)
    case .forStart:
      let iterable = popValue(&a)
      let target = pop()
      flow.enterLoop(&a)
      let element = a.slot()
      iterate(
        iterable, element, isAsynchronous: item.value & 1 != 0, at: UInt32(item.value / 2), &a)
      assign(target, element, &a)
    case .loopElse: flow.enterLoopElse(&a)
    case .loopEnd: flow.leaveLoop(&a)
    case .tryStart: flow.enterBranches()
    case .exceptStart: lowerHandler(item, &a)
    case .tryElse: flow.enterTryElse()
    case .finallyStart: flow.mergeTry(&a)
    case .tryEnd: flow.leaveTry(&a)
    case .withItem: lowerWith(item, &a)
    default: lowerMatch(kind, item, node, &a)
    }
  }

  private mutating func lowerAssignment(_ item: Expression, _ a: inout Analysis) {
    let parts = Array(take(item.operandCount))
    guard let last = parts.last else { return }
    if parts.count == 2, assignInParallel(parts[0], last, &a) { return }
    let slot = value(last, &a)
    for target in parts.dropLast() {
      // An unknown value hides what was there before.
      assign(target, slot >= 0 ? slot : a.slot(), &a)
    }
  }

  /// `a, b = x, y`: element by element.
  private mutating func assignInParallel(_ target: Entry, _ source: Entry, _ a: inout Analysis) -> Bool {
    guard target.tag == .tuple || target.tag == .list, source.tag == .tuple || source.tag == .list,
      target.count == source.count
    else { return false }
    let targets = children[Int(target.first)..<Int(target.first + target.count)]
    let sources = children[Int(source.first)..<Int(source.first + source.count)]
    guard !targets.contains(where: { $0.tag == .starred }), !sources.contains(where: { $0.tag == .starred })
    else { return false }
    let slots = sources.map { value($0, &a) }
    for (target, slot) in zip(targets, slots) { assign(target, slot >= 0 ? slot : a.slot(), &a) }
    return true
  }

  private mutating func lowerAnnotated(_ item: Expression, _ a: inout Analysis) {
    let assigned = item.operandCount > 2 ? popValue(&a) : -1
    let type = popValue(&a)
    let target = pop()
    let slot = declaredSlot(type: type, assigned: assigned, &a)
    if target.tag == .attributeTarget {
      let name = a.world.name(file, facts.references[Int(target.reference)].name)
      if target.slot == frames[frames.count - 1].selfSlot, frames[frames.count - 1].enclosingClass >= 0 {
        a.declareMember(name, of: frames[frames.count - 1].enclosingClass, type: type, slot: slot)
        return
      }
    }
    if frames[frames.count - 1].kind == .type, target.tag == .nameTarget {
      let reference = facts.references[Int(target.reference)]
      a.declareMember(
        a.world.name(file, reference.name), of: frames[frames.count - 1].classIndex, type: type, slot: slot)
    }
    assign(target, slot, &a)
  }

  /// The slot of a variable with an annotation: values of the type, or what is assigned if it says nothing.
  mutating func declaredSlot(type: Int32, assigned: Int32, _ a: inout Analysis) -> Int32 {
    let slot = a.slot()
    if type >= 0 { a.constrain(type, .instantiate, slot) }
    if assigned >= 0 { a.declarations.append(Declaration(type: type, assigned: assigned, slot: slot)) }
    return slot
  }

  private mutating func lowerAugmented(_ item: Expression, _ a: inout Analysis) {
    let right = popValue(&a)
    let target = pop()
    var left: Int32 = -1
    switch target.tag {
    case .nameTarget:
      left = readName(target.reference, &a)
    case .attributeTarget:
      guard target.slot >= 0 else { break }
      left = a.slot()
      a.constrain(
        target.slot, .load, left, a.world.name(file, facts.references[Int(target.reference)].name))
    case .item: left = readItem(target, &a)
    default: break
    }
    guard left >= 0, item.name != .empty else { return }
    let result = a.slot()
    let method = callMethod(a.world.name(file, item.name), of: left, [right], at: UInt32(item.value), &a)
    a.constrain(method, .copy, result)
    // What has no such method is replaced by the result of the plain operator, of the same sort as a rule.
    a.constrain(left, .copy, result)
    if right >= 0 { a.constrain(right, .copy, result) }
    assign(target, result, &a)
  }

  /// After `del name` the name holds nothing.
  private mutating func unbind(_ target: Entry, _ a: inout Analysis) {
    switch target.tag {
    case .nameTarget: assign(target, a.slot(), &a)
    case .tuple, .list:
      for index in Int(target.first)..<Int(target.first + target.count) { unbind(children[index], &a) }
    default: break
    }
  }

  private mutating func lowerImport(_ number: Int, _ a: inout Analysis) {
    let item = facts.imports[number]
    if item.flags.contains(.star) { return }
    let name = a.world.boundName(item, file, facts)
    let variable = a.world.variables[a.world.files[file].scopeBase + item.scope, name]
    guard variable >= 0 else { return }
    let target = a.world.target(ofImport: number, in: file)
    if case .missing = target { return bind(variable, a.slot(), &a) }
    bind(variable, a.slot(of: target), &a)
  }

  private mutating func lowerTypeAlias(_ item: Expression, _ a: inout Analysis) {
    let type = popValue(&a)
    _ = take(item.operandCount - 1)
    let definition = facts.definitions[Int(item.value)]
    let variable = boundVariable(definition.name, definition.scope, &a)
    if variable >= 0 { bind(variable, type >= 0 ? type : a.slot(), &a) }
  }

  private mutating func lowerHandler(_ item: Expression, _ a: inout Analysis) {
    let target = item.operandCount > 1 ? pop() : nil
    let types = item.operandCount > 0 ? pop() : nil
    var slots: [Int32] = []
    if let types {
      if types.tag == .tuple {
        for index in Int(types.first)..<Int(types.first + types.count) {
          slots.append(value(children[index], &a))
        }
      } else {
        slots.append(value(types, &a))
      }
    }
    flow.enterHandler(&a)
    guard let target else { return }
    let caught = a.slot()
    for slot in slots where slot >= 0 { a.constrain(slot, .instantiate, caught) }
    assign(target, caught, &a)
  }

  private mutating func lowerWith(_ item: Expression, _ a: inout Analysis) {
    let target = item.operandCount > 1 ? pop() : nil
    let context = popValue(&a)
    let isAsynchronous = item.value & 1 != 0
    let entered = a.slot()
    if context >= 0 {
      let offset = UInt32(item.value / 2)
      a.constrain(context, .enter, entered, isAsynchronous ? 1 : 0)
      let known = a.world.known
      note(context, isAsynchronous ? known.asyncEnter : known.enter, at: offset, &a)
      note(context, isAsynchronous ? known.asyncExit : known.exit, at: offset, &a)
    }
    if let target { assign(target, entered, &a) }
  }
}

/// A variable with an annotation and a value: the value counts where the annotation says nothing.
struct Declaration {
  var type: Int32
  var assigned: Int32
  var slot: Int32
}

extension Lowering.Frame {
  var functionIndex: Int? { function >= 0 ? Int(function) : nil }
}
