import GraphModel
import LanguageSupport

/// The propagation: values go along constraints until nothing changes.
extension Analysis {
  /// How often each slot that there is at the start is handled at most, on average, and how many constraints may be
  /// made for each that there is: bounds that no real program comes near. What is beyond stays unresolved.
  private static let arrivalsPerSlot = 64
  private static let growth = 16

  mutating func solve() {
    var budget = (graph.count + 1000) * Self.arrivalsPerSlot
    let most = (constraintsAtStart + 10_000) * Self.growth
    while true {
      budget -= 1
      if budget < 0 || graph.constraints.count > most { return }
      if let encounter = graph.popEncounter() {
        apply(encounter.constraint, encounter.object)
        continue
      }
      guard let arrival = graph.popArrival() else { return }
      let object = graph.object(arrival.value)
      var index = graph.constraintHead(arrival.slot)
      while index >= 0 {
        let next = graph.constraints[Int(index)].next
        apply(index, object)
        index = next
      }
    }
  }

  mutating func resumeWaiting() {
    let resumed = waiting
    waiting.removeAll()
    for item in resumed { apply(item.constraint, item.object) }
  }

  /// Handles one value that meets one constraint.
  mutating func apply(_ index: Int32, _ object: Int32) {
    let constraint = graph.constraints[Int(index)]
    if waitsForClasses, mustWait(constraint, object) {
      waiting.append(Encounter(constraint: index, object: object))
      return
    }
    switch constraint.kind {
    case .copy:
      if !graph.isSealed(constraint.a) { graph.add(plain(object, for: constraint.a), to: constraint.a) }
    case .copySelf: graph.add(substituteSelf(object, constraint.b), to: constraint.a)
    case .load: load(constraint.b, of: object, into: constraint.a)
    case .bindMember: bindMember(object, to: constraint.b, isClass: constraint.c == 1, into: constraint.a)
    case .store: store(constraint.a, to: constraint.b, of: object)
    case .call: call(object, at: constraint.a)
    case .callMethod: callMethod(constraint.b, of: object, at: constraint.a)
    case .getItem: getItem(of: object, constraint)
    case .setItem: setItem(of: object, constraint)
    case .getKeyed: getKeyed(object, constraint)
    case .iterate: iterate(object, constraint)
    case .instantiate: instantiate(object, substitution: constraint.b, into: constraint.a)
    case .await: awaitValue(object, into: constraint.a)
    case .enter: enter(object, into: constraint.a, isAsynchronous: constraint.b == 1)
    case .unpack: unpack(object, constraint)
    case .filter: if !isInstance(object, ofAnyIn: constraint.b) { graph.add(object, to: constraint.a) }
    case .bindType: bind(object, toTypesIn: constraint.a, substitution: constraint.b)
    case .typeGuard: narrow(constraint.b, askedOf: object, into: constraint.a)
    case .typeOf: if let made = typeOf(object) { graph.add(made, to: constraint.a) }
    case .decorate: if lets(object) { constrain(constraint.a, .copy, constraint.b) }
    case .generatorResult: generatorResult(object, into: constraint.a)
    case .sent: sent(to: object, into: constraint.a)
    case .typeUnion: if isType(object) { graph.add(object, to: constraint.a) }
    }
  }

  /// True for what needs the hierarchy of classes while that is not known.
  private mutating func mustWait(_ constraint: Constraint, _ object: Int32) -> Bool {
    switch constraint.kind {
    case .copy, .typeUnion: return false
    case .load:
      switch objects.kind(object) {
      case .module, .external: return false
      case .class: return member(constraint.b, of: objects.a(object)) < 0
      default: return true
      }
    case .bindMember: return constraint.c != 1
    case .getItem:
      switch objects.kind(object) {
      case .class, .builtin, .external, .alias: return false
      default: return true
      }
    case .call:
      return objects.kind(object) != .builtin || objects.a(object) != Builtin.typeVariable.rawValue
    default: return true
    }
  }

  // MARK: Small rules

  /// A constant is only told apart from others of its class where there are few.
  private mutating func plain(_ object: Int32, for slot: Int32) -> Int32 {
    guard graph.valueCount[Int(slot)] > 2, objects.kind(object) == .instance, objects.b(object) >= 0 else {
      return object
    }
    return objects.make(.instance, objects.a(object))
  }

  /// In what a method gives back its own `self` stands for the object it was called on.
  func substituteSelf(_ object: Int32, _ receiver: Int32) -> Int32 {
    guard receiver >= 0 else { return object }
    switch objects.kind(object) {
    case .selfInstance:
      let own = classOf(receiver)
      if own >= 0, isDerived(own, from: objects.a(object)), isInstanceLike(receiver) { return receiver }
      if objects.kind(receiver) == .class || objects.kind(receiver) == .selfClass,
        isDerived(objects.a(receiver), from: objects.a(object))
      {
        return instanceOf(receiver) ?? object
      }
      return object
    case .selfClass:
      if objects.kind(receiver) == .class, isDerived(objects.a(receiver), from: objects.a(object)) {
        return receiver
      }
      return object
    default: return object
    }
  }

  private func isInstanceLike(_ object: Int32) -> Bool {
    switch objects.kind(object) {
    case .instance, .selfInstance, .display, .tuple: true
    default: false
    }
  }

  /// The instance of a class value, if that was made before.
  private func instanceOf(_ receiver: Int32) -> Int32? {
    let kind: ValueKind = objects.kind(receiver) == .class ? .instance : .selfInstance
    return objects.find(kind, objects.a(receiver), -1)
  }

  /// The class that a value is an instance of, or -1.
  func classOf(_ object: Int32) -> Int32 {
    switch objects.kind(object) {
    case .instance, .selfInstance, .display: objects.a(object)
    case .tuple: wellKnown.tuple
    default: -1
    }
  }

  mutating func typeOf(_ object: Int32) -> Int32? {
    switch objects.kind(object) {
    case .instance, .display: objects.a(object) >= 0 ? objects.make(.class, objects.a(object)) : nil
    case .selfInstance: objects.make(.selfClass, objects.a(object))
    case .externalInstance: objects.make(.external, objects.a(object))
    default: nil
    }
  }

  private func isInstance(_ object: Int32, ofAnyIn types: Int32) -> Bool {
    let own = classOf(object)
    for type in graph.values(types) {
      switch objects.kind(type) {
      case .class, .alias:
        if own >= 0, isDerived(own, from: objects.a(type)) { return true }
      case .external:
        if objects.kind(object) == .externalInstance, objects.a(object) == objects.a(type) { return true }
      case .tuple:
        for slot in objects.lists[Int(objects.a(type))] where isInstance(object, ofAnyIn: slot) { return true }
      default: continue
      }
    }
    return false
  }

  /// True for decorators whose work is not known: what they decorate passes through.
  private func lets(_ object: Int32) -> Bool {
    switch objects.kind(object) {
    case .external, .externalInstance, .externalResult, .callable, .partial, .typeVariable: return true
    case .builtin: return objects.a(object) != Builtin.property.rawValue
    case .function, .bound: return world.files[Int(functions[Int(objects.a(object))].file)].isOutside
    case .class, .instance, .display:
      let index = objects.a(object)
      return index < 0 || world.files[Int(classes[Int(index)].file)].isOutside
    default: return false
    }
  }

  func isType(_ object: Int32) -> Bool {
    switch objects.kind(object) {
    case .class, .alias, .form, .external, .typeVariable, .builtin: true
    default: false
    }
  }

  /// The slot of an attribute or an element of a value that no class declares.
  mutating func field(_ object: Int32, _ name: Int32) -> Int32 {
    let key = IntegerTable.key(object, name)
    let known = fields[key]
    if known >= 0 { return known }
    let made = slot()
    fields[key] = made
    return made
  }

  /// Whose attributes a value has: all instances of a class share theirs.
  mutating func fieldOwner(_ object: Int32) -> Int32 {
    switch objects.kind(object) {
    case .instance, .selfInstance: objects.make(.instance, objects.a(object))
    case .selfClass: objects.make(.class, objects.a(object))
    case .bound: objects.make(.function, objects.a(object))
    default: object
    }
  }
}
