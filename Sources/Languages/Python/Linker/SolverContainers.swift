import GraphModel
import LanguageSupport

/// Elements, iteration, awaiting and entering.
extension Analysis {
  mutating func getItem(of object: Int32, _ constraint: Constraint) {
    switch objects.kind(object) {
    case .tuple, .display:
      guard constraint.b < 0, constraint.c >= 0, isContainer(object) || objects.kind(object) == .tuple,
        sites[Int(constraint.c)].argumentCount == 1
      else { return getElement(of: object, constraint) }
      let key = arguments[sites[Int(constraint.c)].firstArgument].slot
      guard key >= 0 else { return getElement(of: object, constraint) }
      // The key is a value itself: its constants decide. Where nothing reaches it in the end, any element.
      constrain(key, .getKeyed, constraint.a, object, constraint.c)
      keyedLoads.append((key, constraint, object))
    case .instance, .selfInstance:
      if constraint.c >= 0 { callMethod(world.known.getItem, of: object, at: constraint.c) }
    case .class, .alias: subscriptClass(object, constraint)
    case .external: graph.add(object, to: constraint.a)
    case .builtin:
      guard constraint.c >= 0, let builtin = Builtin(rawValue: objects.a(object)) else { return }
      subscriptForm(builtin, object, constraint)
    default: break
    }
  }

  /// The elements of the value b of a constraint by a key.
  mutating func getKeyed(_ key: Int32, _ constraint: Constraint) {
    var item = Constraint(kind: .getItem, a: constraint.a, b: -1, c: constraint.c, next: -1)
    if objects.kind(key) == .instance { item.b = objects.b(key) }
    getElement(of: constraint.b, item)
  }

  /// The element of a tuple or a display: by constant key, or any.
  mutating func getElement(of object: Int32, _ constraint: Constraint) {
    let result = constraint.a
    if isSlice(constraint.b) {
      graph.add(slice(of: object, constraint.b), to: result)
      return
    }
    switch objects.kind(object) {
    case .tuple:
      let slots = objects.lists[Int(objects.a(object))]
      if constraint.b >= 0, let place = placeNumber(constraint.b) {
        if place < slots.count { constrain(slots[place], .copy, result) }
      } else {
        for slot in slots { constrain(slot, .copy, result) }
      }
    default:
      if constraint.b >= 0 {
        let known = fields[IntegerTable.key(object, constraint.b)]
        if known >= 0 { return constrain(known, .copy, result) }
      }
      if let element = objects.lists[Int(objects.b(object))].last, isContainer(object) {
        constrain(element, .copy, result)
      } else if constraint.c >= 0 {
        callMethod(world.known.getItem, of: object, at: constraint.c)
      }
    }
  }

  private func isSlice(_ key: Int32) -> Bool { key >= 0 && world.names.bytes(key).starts(with: "#:".utf8) }

  /// A part of a list whose elements are known by place; of anything else the whole.
  private mutating func slice(of object: Int32, _ key: Int32) -> Int32 {
    let parts = world.names.string(key).dropFirst(2).split(separator: ":").compactMap { Int($0) }
    guard objects.kind(object) == .display, parts.count == 2, parts[0] < parts[1], parts[1] - parts[0] <= 32,
      !slices.contains(object)
    else { return object }
    let cacheKey = IntegerTable.key(object, key)
    if sliceCache[cacheKey] >= 0 { return sliceCache[cacheKey] }
    let known = (parts[0]..<parts[1]).map { fields[IntegerTable.key(object, world.names.intern("#\($0)"))] }
    guard known.allSatisfy({ $0 >= 0 }) else { return object }
    let element = slot()
    let made = objects.make(.display, objects.a(object), objects.makeList([element]))
    for (place, source) in known.enumerated() {
      constrain(source, .copy, element)
      constrain(source, .copy, field(made, world.names.intern("#\(place)")))
    }
    // A part of a part is not made: a loop could ask for ever smaller ones.
    slices.insert(made)
    sliceCache[cacheKey] = made
    return made
  }

  /// True for lists, dictionaries, sets and tuples with any number of elements, whose elements are known.
  private func isContainer(_ object: Int32) -> Bool {
    let owner = objects.a(object)
    return owner < 0 || owner == wellKnown.list || owner == wellKnown.dict || owner == wellKnown.tuple
      || owner == wellKnown.set
  }

  /// The number in a key that stands for an integer.
  private func placeNumber(_ name: Int32) -> Int? {
    let bytes = world.names.bytes(name)
    guard bytes.first == UInt8(ascii: "#") else { return nil }
    return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
  }

  private mutating func subscriptClass(_ object: Int32, _ constraint: Constraint) {
    let owner = objects.a(object)
    if classes[Int(owner)].isEnum {
      graph.add(objects.make(.instance, owner), to: constraint.a)
      return
    }
    if !waitsForClasses, let metaclass = metaclass(of: owner), constraint.c >= 0,
      lookUp(world.known.getItem, in: metaclass) >= 0
    {
      return callMethod(world.known.getItem, of: object, at: constraint.c)
    }
    guard constraint.c >= 0 else { return }
    graph.add(objects.make(.alias, owner, argumentList(constraint.c)), to: constraint.a)
  }

  /// The slots of a site's arguments as a list, made once.
  private mutating func argumentList(_ index: Int32) -> Int32 {
    if let known = argumentLists[index] { return known }
    let site = sites[Int(index)]
    let slots = (site.firstArgument..<site.firstArgument + site.argumentCount).map { number in
      arguments[number].slot
    }
    let made = objects.makeList(slots.map { $0 >= 0 ? $0 : emptySlot })
    argumentLists[index] = made
    return made
  }

  /// `Union[…]` and its kin.
  private mutating func subscriptForm(_ builtin: Builtin, _ object: Int32, _ constraint: Constraint) {
    let site = sites[Int(constraint.c)]
    let slots = (site.firstArgument..<site.firstArgument + site.argumentCount).map { arguments[$0].slot }
    switch builtin {
    case .union, .optional:
      for slot in slots where slot >= 0 { constrain(slot, .copy, constraint.a) }
    case .transparent:
      if let first = slots.first, first >= 0 { constrain(first, .copy, constraint.a) }
    case .callable, .generic, .typeOf, .type, .typeGuard:
      let form: Builtin = builtin == .type ? .typeOf : builtin
      graph.add(objects.make(.form, form.rawValue, argumentList(constraint.c)), to: constraint.a)
    default: break
    }
  }

  mutating func setItem(of object: Int32, _ constraint: Constraint) {
    switch objects.kind(object) {
    case .display where isContainer(object) && isSlice(constraint.b):
      // What is assigned to a part gives its elements.
      if let element = objects.lists[Int(objects.b(object))].last {
        constrain(constraint.a, .iterate, element, 0)
      }
    case .display where isContainer(object):
      if constraint.b >= 0 { constrain(constraint.a, .copy, field(object, constraint.b)) }
      let slots = objects.lists[Int(objects.b(object))]
      if let element = slots.last { constrain(constraint.a, .copy, element) }
      if slots.count == 2, constraint.c >= 0 {
        let key = arguments[sites[Int(constraint.c)].firstArgument].slot
        if key >= 0 { constrain(key, .copy, slots[0]) }
      }
    case .instance, .selfInstance, .display:
      if constraint.c >= 0 { callMethod(world.known.setItem, of: object, at: constraint.c) }
    default: break
    }
  }

  // MARK: Iteration

  mutating func iterate(_ object: Int32, _ constraint: Constraint) {
    let isAsynchronous = constraint.b == 1
    switch objects.kind(object) {
    case .tuple:
      for slot in objects.lists[Int(objects.a(object))] { constrain(slot, .copy, constraint.a) }
    case .display where isContainer(object) || objects.a(object) == wellKnown.generator
      || objects.a(object) == wellKnown.asyncGenerator:
      if let element = objects.lists[Int(objects.b(object))].first { constrain(element, .copy, constraint.a) }
    case .instance, .selfInstance, .display:
      let iterator = constraint.c >= 0 ? constraint.c : slot()
      let name = isAsynchronous ? world.known.asyncIter : world.known.iter
      callMethod(name, of: object, at: anonymousSite([], result: iterator))
      if graph.constraintHead(iterator) < 0 {
        constrain(
          iterator, .callMethod, anonymousSite([], result: nextResult(constraint.a, isAsynchronous)),
          isAsynchronous ? world.known.asyncNext : world.known.next)
      }
    case .class where classes[Int(objects.a(object))].isEnum:
      graph.add(objects.make(.instance, objects.a(object)), to: constraint.a)
    default: break
    }
  }

  /// Where the result of `__next__` goes; that of `__anext__` is awaited first.
  private mutating func nextResult(_ element: Int32, _ isAsynchronous: Bool) -> Int32 {
    guard isAsynchronous else { return element }
    let made = slot()
    constrain(made, .await, element)
    return made
  }

  mutating func unpack(_ object: Int32, _ constraint: Constraint) {
    switch objects.kind(object) {
    case .tuple:
      let slots = objects.lists[Int(objects.a(object))]
      let place = constraint.c == 1 ? slots.count - 1 - Int(constraint.b) : Int(constraint.b)
      if slots.indices.contains(place) { constrain(slots[place], .copy, constraint.a) }
    case .display:
      let known =
        constraint.c == 1 ? -1 : fields[IntegerTable.key(object, world.names.intern("#\(constraint.b)"))]
      if known >= 0 { return constrain(known, .copy, constraint.a) }
      iterate(object, Constraint(kind: .iterate, a: constraint.a, b: 0, c: -1, next: -1))
    default: iterate(object, Constraint(kind: .iterate, a: constraint.a, b: 0, c: -1, next: -1))
    }
  }

  // MARK: Suspension

  mutating func awaitValue(_ object: Int32, into result: Int32) {
    switch objects.kind(object) {
    case .display where objects.a(object) == wellKnown.coroutine:
      if let last = objects.lists[Int(objects.b(object))].last { constrain(last, .copy, result) }
    case .instance, .selfInstance, .display:
      let generator = slot()
      callMethod(world.known.await, of: object, at: anonymousSite([], result: generator))
      constrain(generator, .generatorResult, result)
    default: break
    }
  }

  mutating func generatorResult(_ object: Int32, into result: Int32) {
    guard objects.kind(object) == .display else { return }
    let slots = objects.lists[Int(objects.b(object))]
    if slots.count == 3 { constrain(slots[2], .copy, result) }
  }

  mutating func sent(to object: Int32, into result: Int32) {
    guard objects.kind(object) == .display else { return }
    let slots = objects.lists[Int(objects.b(object))]
    if slots.count >= 2, objects.a(object) == wellKnown.generator || objects.a(object) == wellKnown.asyncGenerator {
      constrain(slots[1], .copy, result)
    }
  }

  mutating func enter(_ object: Int32, into result: Int32, isAsynchronous: Bool) {
    switch objects.kind(object) {
    case .instance, .selfInstance, .display:
      let name = isAsynchronous ? world.known.asyncEnter : world.known.enter
      guard isAsynchronous else {
        return callMethod(name, of: object, at: anonymousSite([], result: result))
      }
      let made = slot()
      callMethod(name, of: object, at: anonymousSite([], result: made))
      constrain(made, .await, result)
    default: break
    }
  }
}
