import GraphModel
import LanguageSupport

/// Calls: which function runs, what its parameters get and what comes out.
extension Analysis {
  mutating func call(_ object: Int32, at index: Int32) {
    let site = sites[Int(index)]
    switch objects.kind(object) {
    case .function: invoke(objects.a(object), receiver: -1, at: index)
    case .bound: invoke(objects.a(object), receiver: objects.b(object), at: index)
    case .class, .alias: construct(object, at: index)
    case .selfClass:
      let made = objects.make(.selfInstance, objects.a(object))
      graph.add(made, to: site.result)
      initialize(objects.a(object), made, at: index)
    case .instance, .selfInstance, .display: callMethod(world.known.call, of: object, at: index)
    case .external:
      let name = objects.a(object)
      let kind: ValueKind = world.names.looksLikeClass(name) ? .externalInstance : .externalResult
      graph.add(objects.make(kind, name), to: site.result)
    case .partial: callPartial(objects.a(object), at: index)
    case .callable:
      let list = objects.lists[Int(objects.a(object))]
      if let first = list.first { constrain(first, .instantiate, site.result, objects.b(object)) }
    case .builtin:
      if let builtin = Builtin(rawValue: objects.a(object)) { call(builtin, site, at: index) }
    case .module, .super, .externalInstance, .externalResult, .form, .typeVariable, .tuple, .property: break
    }
  }

  /// The method `name` of a value is called.
  mutating func callMethod(_ name: Int32, of object: Int32, at index: Int32) {
    let result = sites[Int(index)].result
    switch objects.kind(object) {
    case .display where name == world.known.next || name == world.known.asyncNext:
      if let element = objects.lists[Int(objects.b(object))].first { constrain(element, .copy, result) }
    case .display where name == world.known.iter || name == world.known.asyncIter:
      graph.add(object, to: result)
    case .instance, .selfInstance, .display, .tuple:
      let owner = classOf(object)
      let found = lookUp(name, in: owner)
      guard found >= 0 else { return }
      let method = slot()
      constrain(members[Int(found)].slot, .bindMember, method, object, 0)
      constrain(method, .call, index)
    case .class:
      guard let metaclass = metaclass(of: objects.a(object)) else { return }
      let found = lookUp(name, in: metaclass)
      guard found >= 0 else { return }
      let method = slot()
      constrain(members[Int(found)].slot, .bindMember, method, object, 0)
      constrain(method, .call, index)
    default: break
    }
  }

  // MARK: Instances

  private mutating func construct(_ object: Int32, at index: Int32) {
    let owner = objects.a(object)
    let record = classes[Int(owner)]
    let result = sites[Int(index)].result
    if let metaclass = metaclass(of: owner) {
      let found = lookUp(world.known.call, in: metaclass)
      if found >= 0 {
        let method = slot()
        constrain(members[Int(found)].slot, .bindMember, method, object, 0)
        constrain(method, .call, index)
      }
    }
    var made = objects.make(.instance, owner)
    if objects.kind(object) == .alias {
      let scratch = slot()
      instantiate(object, substitution: -1, into: scratch)
      made = graph.values(scratch).first ?? made
    } else if !record.typeParameters.isEmpty {
      made = objects.make(
        .display, owner, objects.makeList(record.typeParameters.map { _ in slot() }))
    }
    graph.add(made, to: result)
    initialize(owner, made, at: index)
  }

  /// Runs `__new__` and `__init__` of a new instance.
  private mutating func initialize(_ owner: Int32, _ made: Int32, at index: Int32) {
    let site = sites[Int(index)]
    for name in [world.known.new, world.known.initializer] {
      let found = lookUp(name, in: owner)
      guard found >= 0 else { continue }
      let scratch = anonymousCopy(of: site, result: slot())
      let method = slot()
      let receiver = name == world.known.new ? objects.make(.class, owner) : made
      constrain(members[Int(found)].slot, .bindMember, method, receiver, name == world.known.new ? 1 : 0)
      constrain(method, .call, scratch)
    }
  }

  /// The same arguments with another place for the result.
  private mutating func anonymousCopy(of site: Site, result: Int32) -> Int32 {
    var copy = site
    copy.result = result
    sites.append(copy)
    return Int32(truncatingIfNeeded: sites.count - 1)
  }

  private mutating func callPartial(_ made: Int32, at index: Int32) {
    let first = sites[Int(made)]
    let second = sites[Int(index)]
    // A function may be wrapped again and again in a loop.
    guard first.argumentCount > 0, second.depth < 3 else { return }
    let callee = arguments[first.firstArgument].slot
    guard callee >= 0 else { return }
    let start = arguments.count
    for place in 1..<max(1, first.argumentCount) { arguments.append(arguments[first.firstArgument + place]) }
    for place in 0..<second.argumentCount { arguments.append(arguments[second.firstArgument + place]) }
    sites.append(
      Site(
        firstArgument: start, argumentCount: arguments.count - start, result: second.result,
        file: second.file, depth: second.depth + 1))
    constrain(callee, .call, Int32(sites.count - 1))
  }

  // MARK: Functions

  private mutating func invoke(_ number: Int32, receiver: Int32, at index: Int32) {
    let function = functions[Int(number)]
    let site = sites[Int(index)]
    if function.isOverload, !fits(site, function, hasReceiver: receiver >= 0) { return }
    var offset = 0
    if receiver >= 0 {
      offset = 1
      if !function.takesReceiver, function.parameterCount > 0 {
        graph.add(receiver, to: parameters[function.firstParameter].slot)
      }
    }
    let substitution = self.substitution(for: number, receiver: receiver)
    pass(site, to: function, offset: offset, substitution)
    resultOf(number, receiver: receiver, substitution: substitution, into: site.result)
  }

  /// Binds arguments to parameters. Source: The Python Language Reference, 6.3.4 "Calls".
  private mutating func pass(
    _ site: Site, to function: Function, offset: Int, _ substitution: Int32
  ) {
    let range = function.firstParameter..<function.firstParameter + function.parameterCount
    var place = range.lowerBound + offset
    passed.removeAll(keepingCapacity: true)
    for number in site.firstArgument..<site.firstArgument + site.argumentCount {
      let argument = arguments[number]
      guard argument.slot >= 0 else {
        if argument.kind == .positional { place += 1 }
        continue
      }
      switch argument.kind {
      case .positional:
        if place < range.upperBound, isPositional(place) {
          pass(argument.slot, place, function, substitution, site.result, argument.reference)
          place += 1
        } else if let star = range.first(where: { parameters[$0].has(ExpressionKind.ParameterFlags.star) }) {
          pass(argument.slot, star, function, substitution, site.result, argument.reference)
        }
      case .keyword: passKeyword(argument, range, function, substitution, site.result)
      case .star:
        var index = place
        while index < range.upperBound, isPositional(index) {
          let element = slot()
          constrain(argument.slot, .unpack, element, Int32(index - place), -1)
          pass(element, index, function, substitution, site.result)
          index += 1
        }
        if let star = range.first(where: { parameters[$0].has(ExpressionKind.ParameterFlags.star) }) {
          let element = slot()
          constrain(argument.slot, .iterate, element, 0)
          pass(element, star, function, substitution, site.result)
        }
      case .doubleStar:
        for index in range where parameters[index].has(ExpressionKind.ParameterFlags.doubleStar) {
          constrain(argument.slot, .getItem, parameters[index].slot, -1, -1)
        }
        for index in max(place, range.lowerBound)..<max(place, range.upperBound)
        where !parameters[index].has(
          ExpressionKind.ParameterFlags.doubleStar | ExpressionKind.ParameterFlags.star)
        {
          let element = slot()
          constrain(argument.slot, .getItem, element, parameters[index].name, -1)
          pass(element, index, function, substitution, site.result)
        }
      }
    }
    // What is returned as it came is the default where nothing was passed.
    for index in function.returnedParameters where !passed.contains(index) {
      let assigned = parameters[index].assigned
      if assigned >= 0 { constrain(assigned, .copy, site.result) }
    }
  }

  /// True if a function can take the arguments of a site: not too many, and none missing.
  private func fits(_ site: Site, _ function: Function, hasReceiver: Bool) -> Bool {
    var positional = hasReceiver ? 1 : 0
    var names: [Int32] = []
    for number in site.firstArgument..<site.firstArgument + site.argumentCount {
      switch arguments[number].kind {
      case .positional: positional += 1
      case .keyword: names.append(arguments[number].name)
      case .star, .doubleStar: return true
      }
    }
    var taken = 0
    for index in function.firstParameter..<function.firstParameter + function.parameterCount {
      let parameter = parameters[index]
      if parameter.has(ExpressionKind.ParameterFlags.star) {
        taken = Int.max
        continue
      }
      if parameter.has(ExpressionKind.ParameterFlags.doubleStar) {
        names.removeAll()
        continue
      }
      if let place = names.firstIndex(of: parameter.name) {
        names.remove(at: place)
      } else if taken < positional, !parameter.has(ExpressionKind.ParameterFlags.keywordOnly) {
        if taken != Int.max { taken += 1 }
      } else if !parameter.has(ExpressionKind.ParameterFlags.hasDefault) {
        return false
      }
    }
    return positional <= taken && names.isEmpty
  }

  private func isPositional(_ index: Int) -> Bool {
    !parameters[index].has(
      ExpressionKind.ParameterFlags.star | ExpressionKind.ParameterFlags.doubleStar
        | ExpressionKind.ParameterFlags.keywordOnly)
  }

  private mutating func passKeyword(
    _ argument: Argument, _ range: Range<Int>, _ function: Function, _ substitution: Int32, _ result: Int32
  ) {
    let special = ExpressionKind.ParameterFlags.star | ExpressionKind.ParameterFlags.doubleStar
    if let index = range.first(where: { parameters[$0].name == argument.name && !parameters[$0].has(special) }
    ) {
      pass(argument.slot, index, function, substitution, result, argument.reference)
    } else if let index = range.first(where: {
      parameters[$0].has(ExpressionKind.ParameterFlags.doubleStar)
    }) {
      pass(argument.slot, index, function, substitution, result)
      for object in graph.values(parameters[index].value) where objects.kind(object) == .display {
        constrain(argument.slot, .copy, field(object, argument.name))
      }
    }
  }

  private mutating func pass(
    _ slot: Int32, _ index: Int, _ function: Function, _ substitution: Int32, _ result: Int32,
    _ reference: Int32 = -1
  ) {
    let parameter = parameters[index]
    if function.returnedParameters.contains(index) {
      passed.append(index)
      if !isInformative(parameter.type) {
        constrain(slot, .copy, result)
      } else {
        constrain(parameter.slot, .copy, result)
      }
    }
    if parameter.type >= 0 {
      if mentionsVariables(parameter.type) { constrain(slot, .bindType, parameter.type, substitution) }
      if reference >= 0, world.files[Int(function.file)].isOutside, wantsCallable(parameter.type) {
        callbacks.append((reference, slot))
      }
      if isInformative(parameter.type) { return }
    }
    if !world.files[Int(function.file)].isOutside { constrain(slot, .copy, parameter.slot) }
  }

  // MARK: Results

  /// What a property's getter, called without arguments, gives.
  mutating func resultOf(_ number: Int32, receiver: Int32, into result: Int32) {
    resultOf(
      number, receiver: receiver, substitution: substitution(for: number, receiver: receiver), into: result)
  }

  /// What a call of the function gives: what its annotation says, else what its body returns.
  private mutating func resultOf(
    _ number: Int32, receiver: Int32, substitution: Int32, into result: Int32
  ) {
    let function = functions[Int(number)]
    let type = function.returnType
    guard type >= 0, !graph.isEmpty(type) else {
      constrain(function.result, .copySelf, result, receiver)
      return
    }
    if function.isAsync && !function.isGenerator {
      let awaited = slot()
      constrain(type, .instantiate, awaited, substitution)
      if !isInformative(type) { constrain(function.returned, .copySelf, awaited, receiver) }
      graph.add(
        objects.make(
          .display, wellKnown.coroutine, objects.makeList([slot(), slot(), awaited])), to: result)
      return
    }
    constrain(type, .instantiate, result, substitution)
    if !isInformative(type) { constrain(function.result, .copySelf, result, receiver) }
  }

  // MARK: What the linker knows

  private mutating func call(_ builtin: Builtin, _ site: Site, at index: Int32) {
    let first = site.argumentCount > 0 ? arguments[site.firstArgument] : nil
    switch builtin {
    case .super:
      guard site.enclosingClass >= 0, site.selfSlot >= 0 else { return }
      for object in graph.values(site.selfSlot) {
        graph.add(objects.make(.super, site.enclosingClass, object), to: site.result)
      }
    case .getAttribute:
      guard let first, first.slot >= 0, site.argumentCount > 1 else { return }
      let name = arguments[site.firstArgument + 1].text
      if name != Names.empty { constrain(first.slot, .load, site.result, name) }
      if site.argumentCount > 2, arguments[site.firstArgument + 2].slot >= 0 {
        constrain(arguments[site.firstArgument + 2].slot, .copy, site.result)
      }
    case .setAttribute:
      guard let first, first.slot >= 0, site.argumentCount > 2 else { return }
      let name = arguments[site.firstArgument + 1].text
      let value = arguments[site.firstArgument + 2].slot
      if name != Names.empty, value >= 0 { constrain(first.slot, .store, value, name) }
    case .type:
      if let first, first.slot >= 0, site.argumentCount == 1 { constrain(first.slot, .typeOf, site.result) }
    case .partial: graph.add(objects.make(.partial, index), to: site.result)
    case .wraps: graph.add(objects.make(.builtin, Builtin.identity.rawValue), to: site.result)
    case .identity, .length:
      if builtin == .identity, let first, first.slot >= 0 { constrain(first.slot, .copy, site.result) }
    case .importModule:
      guard let first, first.text != Names.empty else { return }
      let found = world.module(world.names.string(first.text), from: max(0, Int(site.file)))
      dynamicImports.append(
        DynamicImport(file: max(0, site.file), owner: site.owner, offset: site.offset, module: found))
      constrain(slot(of: found), .copy, site.result)
    case .cast: if let first, first.slot >= 0 { constrain(first.slot, .instantiate, site.result) }
    case .typeVariable:
      let made = objects.make(.typeVariable, -2 - index)
      for number in site.firstArgument..<site.firstArgument + site.argumentCount
      where arguments[number].kind == .keyword && arguments[number].name == world.known.bound {
        if arguments[number].slot >= 0 { bounds[made] = arguments[number].slot }
      }
      graph.add(made, to: site.result)
    case .newType: graph.add(objects.make(.builtin, Builtin.identity.rawValue), to: site.result)
    case .iter:
      if let first, first.slot >= 0 {
        let element = slot()
        constrain(first.slot, .iterate, element, 0, slot())
        graph.add(
          objects.make(.display, wellKnown.generator, objects.makeList([element])), to: site.result)
      }
    case .next:
      if let first, first.slot >= 0 {
        constrain(
          first.slot, .callMethod, anonymousSite([], result: site.result), world.known.next)
      }
    case .property: graph.add(objects.make(.property, index), to: site.result)
    case .isInstance, .union, .optional, .transparent, .literal, .callable, .typeOf, .generic, .selfType,
      .any, .typeAlias, .typeGuard:
      break
    }
  }
}
