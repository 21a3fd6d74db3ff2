import GraphModel
import LanguageSupport

/// Written types: which values they stand for, and what they say about type variables.
extension Analysis {
  /// Adds values of a type to a slot, with type variables replaced by what a substitution binds them to.
  mutating func instantiate(_ type: Int32, substitution: Int32, into result: Int32) {
    switch objects.kind(type) {
    case .class: graph.add(objects.make(.instance, objects.a(type)), to: result)
    case .selfClass: graph.add(objects.make(.selfInstance, objects.a(type)), to: result)
    case .alias:
      let owner = objects.a(type)
      let slots = objects.lists[Int(objects.b(type))]
      if owner == wellKnown.type, owner >= 0 {
        instantiateTypeOf(slots, substitution, result)
      } else if owner == wellKnown.tuple, !(slots.count == 2 && slots[1] == emptySlot) {
        let made = instances(of: slots, type, substitution)
        graph.add(objects.make(.tuple, made), to: result)
      } else {
        let some = owner == wellKnown.tuple ? Array(slots.prefix(1)) : slots
        graph.add(objects.make(.display, owner, instances(of: some, type, substitution)), to: result)
      }
    case .form:
      let list = objects.b(type)
      if objects.a(type) == Builtin.typeOf.rawValue {
        instantiateTypeOf(objects.lists[Int(list)], substitution, result)
      } else if objects.a(type) == Builtin.callable.rawValue {
        // The result's type first, then the parameters'.
        graph.add(objects.make(.callable, callableList(list), substitution), to: result)
      }
    case .tuple:
      // A tuple of types may hold itself: once for each element and place.
      for slot in objects.lists[Int(objects.a(type))]
      where instantiatedElements[IntegerTable.key(slot, result)] < 0 {
        instantiatedElements[IntegerTable.key(slot, result)] = 1
        constrain(slot, .instantiate, result, substitution)
      }
    case .typeVariable:
      if let bound = binding(of: type, substitution) {
        constrain(bound, .copy, result)
      } else if substitution < 0, let bound = bounds[type],
        instantiatedElements[IntegerTable.key(bound, result)] < 0
      {
        instantiatedElements[IntegerTable.key(bound, result)] = 1
        constrain(bound, .instantiate, result)
      }
    case .builtin where objects.a(type) == Builtin.typeGuard.rawValue: break
    case .builtin:
      if objects.a(type) == Builtin.selfType.rawValue, let bound = binding(of: type, substitution) {
        constrain(bound, .copy, result)
      }
    case .external: graph.add(objects.make(.externalInstance, objects.a(type)), to: result)
    default: break
    }
  }

  /// What a value is known to be after a function said yes to it. Source: PEP 647, PEP 742.
  mutating func narrow(_ value: Int32, askedOf function: Int32, into result: Int32) {
    var isGuard = false
    if objects.kind(function) == .function || objects.kind(function) == .bound {
      for type in graph.values(functions[Int(objects.a(function))].returnType)
      where objects.kind(type) == .form && objects.a(type) == Builtin.typeGuard.rawValue {
        isGuard = true
        if let first = objects.lists[Int(objects.b(type))].first { constrain(first, .instantiate, result) }
      }
    }
    if !isGuard { constrain(value, .copy, result) }
  }

  /// `type[X]`: the classes themselves.
  private mutating func instantiateTypeOf(_ slots: [Int32], _ substitution: Int32, _ result: Int32) {
    guard let first = slots.first else { return }
    for object in graph.values(first) {
      switch objects.kind(object) {
      case .class, .alias, .external: graph.add(object, to: result)
      case .typeVariable, .builtin:
        guard let bound = binding(of: object, substitution) else {
          if substitution < 0, let bound = bounds[object] { constrain(bound, .typeUnion, result) }
          continue
        }
        constrain(bound, .typeOf, result)
      default: continue
      }
    }
  }

  /// A list with values for each of the types, made once for each type and substitution.
  private mutating func instances(of slots: [Int32], _ type: Int32, _ substitution: Int32) -> Int32 {
    let key = IntegerTable.key(type, substitution)
    let known = instantiationCache[key]
    if known >= 0 { return known }
    let made = objects.makeList(slots.map { _ in slot() })
    instantiationCache[key] = made
    for (source, target) in zip(slots, objects.lists[Int(made)]) {
      constrain(source, .instantiate, target, substitution)
      if isInformative(source) { graph.seal(target) }
    }
    return made
  }

  /// Of `Callable[[A, B], R]`: R, A, B. Of `Callable[..., R]`: R.
  private mutating func callableList(_ list: Int32) -> Int32 {
    if let known = callableLists[list] { return known }
    let slots = objects.lists[Int(list)]
    var made = [slots.count > 1 ? slots[slots.count - 1] : emptySlot]
    if slots.count > 1 {
      for object in graph.values(slots[0]) where objects.kind(object) == .display {
        var place = 0
        while true {
          let field = fields[IntegerTable.key(object, world.names.intern("#\(place)"))]
          if field < 0 { break }
          made.append(field)
          place += 1
        }
      }
    }
    let number = objects.makeList(made)
    callableLists[list] = number
    return number
  }

  // MARK: Substitutions

  func binding(of variable: Int32, _ substitution: Int32) -> Int32? {
    guard substitution >= 0 else { return nil }
    for item in substitutions[Int(substitution)] where item.variable == variable { return item.slot }
    return nil
  }

  private mutating func bindingOrNew(of variable: Int32, _ substitution: Int32) -> Int32? {
    guard substitution >= 0 else { return nil }
    if let known = binding(of: variable, substitution) { return known }
    let made = slot()
    substitutions[Int(substitution)].append((variable, made))
    return made
  }

  /// What type variables mean in a call of a function on a receiver: those of the receiver's class are bound by
  /// its type arguments, the function's own get slots. -1 if its annotations have none.
  mutating func substitution(for number: Int32, receiver: Int32) -> Int32 {
    let function = functions[Int(number)]
    guard function.returnType >= 0 || function.parameterCount > 0, isGeneric(number) else { return -1 }
    var made: [(variable: Int32, slot: Int32)] = []
    if receiver >= 0 {
      let own = objects.make(.builtin, Builtin.selfType.rawValue)
      let isClass = objects.kind(receiver) == .class || objects.kind(receiver) == .selfClass
      let value = isClass ? classInstance(receiver) : receiver
      made.append((own, slot(with: value)))
      if function.owner >= 0, let slots = project(value, to: function.owner) {
        for (variable, slot) in zip(classes[Int(function.owner)].typeParameters, slots) {
          made.append((variable, slot))
        }
      }
    }
    var seen: [Int32] = made.map(\.variable)
    for variable in variables(of: number) where !seen.contains(variable) {
      seen.append(variable)
      made.append((variable, slot()))
    }
    substitutions.append(made)
    return Int32(substitutions.count - 1)
  }

  private mutating func classInstance(_ receiver: Int32) -> Int32 {
    objects.make(objects.kind(receiver) == .class ? .instance : .selfInstance, objects.a(receiver))
  }

  /// The type arguments of a value as seen by a class it is derived from.
  mutating func project(_ object: Int32, to target: Int32) -> [Int32]? {
    let owner = classOf(object)
    guard owner >= 0, isDerived(owner, from: target) else { return nil }
    if owner == target {
      switch objects.kind(object) {
      case .display: return objects.lists[Int(objects.b(object))]
      case .tuple: return [tupleElement(object)]
      default: return nil
      }
    }
    let key = IntegerTable.key(object, target)
    let known = projectionCache[key]
    if known >= 0 { return objects.lists[Int(known)] }
    guard let made = projectAlong(object, owner, target) else { return nil }
    projectionCache[key] = objects.makeList(made)
    return made
  }

  /// One step along the bases' type arguments, then the rest of the way.
  private mutating func projectAlong(_ object: Int32, _ owner: Int32, _ target: Int32) -> [Int32]? {
    var pairs: [(variable: Int32, slot: Int32)] = []
    let own: [Int32]
    switch objects.kind(object) {
    case .display: own = objects.lists[Int(objects.b(object))]
    case .tuple: own = [tupleElement(object)]
    default: own = []
    }
    for (variable, slot) in zip(classes[Int(owner)].typeParameters, own) { pairs.append((variable, slot)) }
    substitutions.append(pairs)
    let substitution = Int32(substitutions.count - 1)
    for alias in classes[Int(owner)].aliases where isDerived(objects.a(alias), from: target) {
      let slots = objects.lists[Int(objects.b(alias))].map { source -> Int32 in
        let made = slot()
        constrain(source, .instantiate, made, substitution)
        return made
      }
      if objects.a(alias) == target { return slots }
      let step = objects.make(.display, objects.a(alias), objects.makeList(slots))
      if let found = project(step, to: target) { return found }
    }
    for index in classes[Int(owner)].order.dropFirst() where isDerived(index, from: target) {
      for alias in classes[Int(index)].aliases where isDerived(objects.a(alias), from: target) {
        let step = objects.make(.instance, index)
        if let found = project(step, to: target) { return found }
      }
    }
    return nil
  }

  /// A slot with all elements of a tuple.
  private mutating func tupleElement(_ object: Int32) -> Int32 {
    let made = field(object, world.names.intern("#*"))
    for slot in objects.lists[Int(objects.a(object))] { constrain(slot, .copy, made) }
    return made
  }

  // MARK: Which annotations have type variables

  /// True if the annotations of a function have type variables (or `Self`).
  private mutating func isGeneric(_ number: Int32) -> Bool { !variables(of: number).isEmpty }

  private mutating func variables(of number: Int32) -> [Int32] {
    if let known = functionVariables[number] { return known }
    let function = functions[Int(number)]
    var found: [Int32] = []
    if function.returnType >= 0 { collectVariables(function.returnType, 0, &found) }
    for index in function.firstParameter..<function.firstParameter + function.parameterCount
    where parameters[index].type >= 0 {
      collectVariables(parameters[index].type, 0, &found)
    }
    functionVariables[number] = found
    return found
  }

  private func collectVariables(_ slot: Int32, _ depth: Int, _ found: inout [Int32]) {
    guard depth < 5, slot >= 0 else { return }
    for object in graph.values(slot) {
      switch objects.kind(object) {
      case .typeVariable: if !found.contains(object) { found.append(object) }
      case .builtin where objects.a(object) == Builtin.selfType.rawValue:
        if !found.contains(object) { found.append(object) }
      case .alias, .form:
        for inner in objects.lists[Int(objects.b(object))] { collectVariables(inner, depth + 1, &found) }
      case .display:
        // The parameters of a `Callable`.
        for inner in objects.lists[Int(objects.b(object))] { collectVariables(inner, depth + 1, &found) }
      default: continue
      }
    }
  }

  /// True if matching a value with the annotation can bind a variable or call the value.
  mutating func mentionsVariables(_ type: Int32) -> Bool {
    if let known = typeMentions[type] { return known }
    var found: [Int32] = []
    collectVariables(type, 0, &found)
    let result = !found.isEmpty || graph.values(type).contains { isCallableType($0) }
    typeMentions[type] = result
    return result
  }

  private func isCallableType(_ object: Int32) -> Bool {
    objects.kind(object) == .form && objects.a(object) == Builtin.callable.rawValue
      || objects.kind(object) == .builtin && objects.a(object) == Builtin.callable.rawValue
  }

  // MARK: Matching

  /// Matches a value with types: binds type variables to it or to its parts, and calls it where it is a callable.
  mutating func bind(_ object: Int32, toTypesIn types: Int32, substitution: Int32) {
    for type in graph.values(types) {
      switch objects.kind(type) {
      case .typeVariable:
        if let bound = bindingOrNew(of: type, substitution), !graph.isSealed(bound) {
          graph.add(object, to: bound)
        }
      case .alias: bind(object, toAlias: type, substitution)
      case .form:
        let slots = objects.lists[Int(objects.b(type))]
        if objects.a(type) == Builtin.callable.rawValue {
          callBack(object, callableList(objects.b(type)), substitution)
        } else if objects.a(type) == Builtin.typeOf.rawValue, let first = slots.first {
          bindClass(object, first, substitution)
        }
      case .builtin where objects.a(type) == Builtin.callable.rawValue:
        callBack(object, emptyList, substitution)
      default: continue
      }
    }
  }

  private mutating func bindClass(_ object: Int32, _ types: Int32, _ substitution: Int32) {
    let kind = objects.kind(object)
    guard kind == .class || kind == .selfClass else { return }
    bind(classInstance(object), toTypesIn: types, substitution: substitution)
  }

  private mutating func bind(_ object: Int32, toAlias type: Int32, _ substitution: Int32) {
    let owner = objects.a(type)
    let slots = objects.lists[Int(objects.b(type))]
    if owner == wellKnown.type {
      if let first = slots.first { bindClass(object, first, substitution) }
      return
    }
    if let own = project(object, to: owner) {
      for (part, types) in zip(own, slots) { constrain(part, .bindType, types, substitution) }
      return
    }
    // Whatever can be iterated over fits types that only promise that.
    guard slots.count >= 1, lookUp(world.known.iter, in: owner) >= 0 || lookUp(world.known.asyncIter, in: owner) >= 0
    else {
      if lookUp(world.known.await, in: owner) >= 0, let last = slots.last {
        let awaited = slot()
        awaitValue(object, into: awaited)
        constrain(awaited, .bindType, last, substitution)
      }
      return
    }
    let isAsynchronous = lookUp(world.known.asyncIter, in: owner) >= 0
    let element = slot()
    iterate(
      object, Constraint(kind: .iterate, a: element, b: isAsynchronous ? 1 : 0, c: -1, next: -1))
    constrain(element, .bindType, slots[0], substitution)
  }

  /// A value passed where a callable is wanted is taken to be called with values of the parameters' types.
  private mutating func callBack(_ object: Int32, _ list: Int32, _ substitution: Int32) {
    let slots = objects.lists[Int(list)]
    let result = slot()
    let passed = slots.dropFirst().map { type -> Int32 in
      let made = slot()
      constrain(type, .instantiate, made, substitution)
      return made
    }
    call(object, at: anonymousSite(Array(passed), result: result))
    if let first = slots.first { constrain(result, .bindType, first, substitution) }
  }
}
