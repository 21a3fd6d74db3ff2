import GraphModel
import LanguageSupport

/// Attributes: what `value.name` gives and what assigning to it does.
extension Analysis {
  mutating func load(_ name: Int32, of object: Int32, into result: Int32) {
    switch objects.kind(object) {
    case .module:
      switch world.member(name, of: objects.a(object)) {
      case .variable(let variable): constrain(publicSlot(variable), .copy, result)
      case .module(let module): graph.add(objects.make(.module, module), to: result)
      case .external(let dotted): graph.add(external(dotted), to: result)
      case .missing: break
      }
    case .external, .externalInstance:
      graph.add(external(world.names.join(objects.a(object), name)), to: result)
    case .class, .selfClass, .alias: loadFromClass(name, objects.a(object), object, result)
    case .instance, .selfInstance, .display, .tuple: loadFromInstance(name, classOf(object), object, result)
    case .super:
      let receiver = objects.b(object)
      let isClass = objects.kind(receiver) == .class || objects.kind(receiver) == .selfClass
      let own = isClass ? objects.a(receiver) : classOf(receiver)
      guard own >= 0 else { return }
      let found = lookUp(name, in: own, after: objects.a(object))
      if found >= 0 {
        constrain(members[Int(found)].slot, .bindMember, result, receiver, isClass ? 1 : 0)
      } else if classes[Int(own)].externalBase >= 0 {
        graph.add(external(world.names.join(classes[Int(own)].externalBase, name)), to: result)
      }
    case .function, .bound, .partial, .property:
      constrain(field(fieldOwner(object), name), .copy, result)
    case .externalResult, .builtin, .form, .typeVariable, .callable: break
    }
  }

  private mutating func loadFromClass(_ name: Int32, _ owner: Int32, _ object: Int32, _ result: Int32) {
    let found = waitsForClasses ? member(name, of: owner) : lookUp(name, in: owner)
    guard found < 0 else {
      let member = members[Int(found)]
      if classes[Int(owner)].isEnum, member.variable >= 0, isPlain(member) {
        graph.add(objects.make(.instance, owner), to: result)
        return
      }
      constrain(member.slot, .bindMember, result, object, 1)
      return
    }
    if let metaclass = metaclass(of: owner) {
      let found = lookUp(name, in: metaclass)
      if found >= 0 {
        constrain(members[Int(found)].slot, .bindMember, result, object, 0)
        return
      }
    }
    if classes[Int(owner)].externalBase >= 0 {
      graph.add(external(world.names.join(classes[Int(owner)].externalBase, name)), to: result)
    }
    constrain(field(fieldOwner(object), name), .copy, result)
  }

  /// What classes derived from one define under a name that it lacks itself (a mixin, an abstract class): at most a
  /// few, else none.
  mutating func membersBelow(_ name: Int32, _ owner: Int32) -> [Int32] {
    let key = IntegerTable.key(owner, name)
    let known = belowCache[key]
    if known >= 0 { return objects.lists[Int(known)] }
    var found: [Int32] = []
    let isOpen = classes[Int(owner)].externalBase >= 0 || classes[Int(owner)].hasUnknownBase
    for index in isOpen ? [] : derived[Int(owner)] {
      let member = lookUp(name, in: index)
      if member >= 0, !found.contains(member) { found.append(member) }
      if found.count > Self.mostBelow { break }
    }
    if found.count > Self.mostBelow { found = [] }
    belowCache[key] = objects.makeList(found)
    return found
  }

  private static let mostBelow = 6

  /// True for a variable of a class's body, as against functions and classes in it.
  private func isPlain(_ member: Member) -> Bool {
    let variable = world.variables[variable: member.variable]
    return variable.definition < 0 && variable.firstImport < 0
  }

  /// The class that a class is an instance of, if it is written.
  func metaclass(of owner: Int32) -> Int32? {
    for index in classes[Int(owner)].order {
      let slot = classes[Int(index)].metaclass
      guard slot >= 0 else { continue }
      for object in graph.values(slot) where objects.kind(object) == .class { return objects.a(object) }
    }
    return nil
  }

  private mutating func loadFromInstance(_ name: Int32, _ owner: Int32, _ object: Int32, _ result: Int32) {
    guard owner >= 0 else { return }
    if name == world.known.class, let made = typeOf(object) {
      graph.add(made, to: result)
      return
    }
    let found = lookUp(name, in: owner)
    guard found < 0 else {
      constrain(members[Int(found)].slot, .bindMember, result, object, 0)
      // An attribute of the instance is one place, whichever class along the order assigns it.
      if members[Int(found)].variable < 0 {
        for index in classes[Int(owner)].order.dropFirst() {
          let other = memberTable[IntegerTable.key(index, name)]
          if other >= 0, other != found, members[Int(other)].variable < 0 {
            constrain(members[Int(other)].slot, .bindMember, result, object, 0)
          }
        }
      }
      return
    }
    if objects.kind(object) == .selfInstance {
      for found in membersBelow(name, owner) { constrain(members[Int(found)].slot, .bindMember, result, object, 0) }
    }
    let proxy = lookUp(world.known.getAttribute, in: owner)
    if proxy >= 0 {
      let made = slot()
      constrain(members[Int(proxy)].slot, .bindMember, made, object, 0)
      constrain(made, .call, anonymousSite([], result: result))
    } else if classes[Int(owner)].externalBase >= 0 {
      graph.add(external(world.names.join(classes[Int(owner)].externalBase, name)), to: result)
    }
    constrain(field(fieldOwner(object), name), .copy, result)
  }

  /// A member's value as seen through an object: functions are bound, properties and descriptors asked.
  mutating func bindMember(_ value: Int32, to receiver: Int32, isClass: Bool, into result: Int32) {
    switch objects.kind(value) {
    case .function:
      let function = functions[Int(objects.a(value))]
      if function.isStatic {
        graph.add(value, to: result)
      } else if function.isClassMethod {
        let owner = isClass ? receiver : (typeOf(receiver) ?? receiver)
        graph.add(objects.make(.bound, objects.a(value), owner), to: result)
      } else if isClass {
        graph.add(value, to: result)
      } else if function.isProperty {
        resultOf(objects.a(value), receiver: receiver, into: result)
      } else {
        graph.add(objects.make(.bound, objects.a(value), receiver), to: result)
      }
    case .property where !isClass:
      let site = sites[Int(objects.a(value))]
      guard site.argumentCount > 0 else { return }
      let getter = arguments[site.firstArgument].slot
      if getter >= 0 {
        constrain(getter, .call, anonymousSite([slot(with: receiver)], result: result))
      }
    case .instance:
      let get = lookUp(world.known.descriptorGet, in: objects.a(value))
      guard get >= 0 else {
        graph.add(value, to: result)
        return
      }
      let made = slot()
      constrain(members[Int(get)].slot, .bindMember, made, value, 0)
      let owner = isClass ? slot(with: receiver) : typeOf(receiver).map { slot(with: $0) } ?? slot()
      constrain(made, .call, anonymousSite([isClass ? slot() : slot(with: receiver), owner], result: result))
    default: graph.add(value, to: result)
    }
  }

  mutating func store(_ source: Int32, to name: Int32, of object: Int32) {
    switch objects.kind(object) {
    case .module:
      if case .variable(let variable) = world.member(name, of: objects.a(object)) {
        constrain(source, .copy, publicSlot(variable))
      }
    case .instance, .selfInstance, .display, .class, .selfClass, .alias:
      let owner = objects.a(object)
      guard owner >= 0 else { return }
      let found = lookUp(name, in: owner)
      if found >= 0 {
        if !members[Int(found)].isDeclared, !isFunction(members[Int(found)]) {
          constrain(source, .copy, members[Int(found)].slot)
        }
      } else {
        constrain(source, .copy, field(fieldOwner(object), name))
      }
    case .function, .bound, .partial: constrain(source, .copy, field(fieldOwner(object), name))
    default: break
    }
  }

  /// True for methods and properties, which assignments do not replace.
  private func isFunction(_ member: Member) -> Bool {
    member.definition >= 0 && functionOfDefinition[Int(member.definition)] >= 0
      && functions[Int(functionOfDefinition[Int(member.definition)])].isProperty
  }

  /// A site that no text stands for.
  mutating func anonymousSite(_ slots: [Int32], result: Int32) -> Int32 {
    let first = arguments.count
    for slot in slots { arguments.append(Argument(kind: .positional, name: Names.empty, slot: slot)) }
    sites.append(Site(firstArgument: first, argumentCount: slots.count, result: result))
    return Int32(truncatingIfNeeded: sites.count - 1)
  }
}
