import GraphModel
import LanguageSupport

/// Functions, lambdas and classes.
extension Lowering {
  mutating func lowerFunctionPart(
    _ kind: ExpressionKind, _ item: Expression, _ node: Int32, _ a: inout Analysis
  ) {
    switch kind {
    case .parameter: lowerParameter(item, &a)
    case .typeParameter:
      let parts = Array(take(item.operandCount))
      let reference = facts.references[Int(item.reference)]
      let variable = boundVariable(reference.name, reference.scope, &a)
      let object = a.objects.make(.typeVariable, variable)
      if item.value & 4 != 0, let bound = parts.first {
        let slot = value(bound, &a)
        if slot >= 0 { a.bounds[object] = slot }
      }
      if variable >= 0 { a.graph.add(object, to: a.publicSlot(variable)) }
      push(Entry(tag: .typeParameter, first: object))
    case .returns: push(Entry(tag: .returns, slot: popValue(&a)))
    case .lambdaStart: startLambda(item, &a)
    default: endLambda(item, node, &a)
    }
  }

  private mutating func lowerParameter(_ item: Expression, _ a: inout Analysis) {
    let assigned =
      item.value & ExpressionKind.ParameterFlags.hasDefault != 0 ? popValue(&a) : -1
    let type =
      item.value & ExpressionKind.ParameterFlags.hasAnnotation != 0 ? popValue(&a) : -1
    let reference = facts.references[Int(item.reference)]
    let slot = a.slot()
    if type >= 0 { a.constrain(type, .instantiate, slot) }
    if assigned >= 0 {
      if type >= 0 {
        a.declarations.append(Declaration(type: type, assigned: assigned, slot: slot))
      } else {
        a.constrain(assigned, .copy, slot)
      }
    }
    var value = slot
    if item.value & ExpressionKind.ParameterFlags.star != 0 {
      value = a.slot(
        with: a.objects.make(.display, a.wellKnown.tuple, a.objects.makeList([slot])))
    } else if item.value & ExpressionKind.ParameterFlags.doubleStar != 0 {
      let key = a.constantSlot(a.wellKnown.string)
      value = a.slot(
        with: a.objects.make(.display, a.wellKnown.dict, a.objects.makeList([key, slot])))
    }
    pendingParameters.append(
      Parameter(
        name: a.world.name(file, reference.name), flags: item.value, slot: slot, type: type, value: value,
        assigned: assigned, reference: item.reference))
    push(Entry(tag: .parameter, first: Int32(pendingParameters.count - 1)))
  }

  /// Makes a function of parameters on the stack and enters its body.
  private mutating func enterFunction(
    _ made: Function, _ entries: ArraySlice<Entry>, scope: ScopeIndex, kind: Frame.Kind,
    owner: DefinitionIndex, _ a: inout Analysis
  ) -> Int32 {
    var function = made
    function.firstParameter = a.parameters.count
    function.scope = scope
    for entry in entries {
      switch entry.tag {
      case .parameter:
        a.parameters.append(pendingParameters[Int(entry.first)])
        function.parameterCount += 1
      case .returns: function.returnType = entry.slot
      default: break
      }
    }
    let number = Int32(a.functions.count)
    var frame = Frame(kind: kind, scope: scope, owner: owner, mark: flow.enterBody())
    frame.function = number
    frame.enclosingClass = frames[frames.count - 1].enclosingClass
    frame.selfSlot = frames[frames.count - 1].selfSlot
    if function.takesReceiver, function.parameterCount > 0 {
      let isClass = function.isClassMethod
      let object = a.objects.make(isClass ? .selfClass : .selfInstance, function.owner)
      let own = a.slot(with: object)
      a.parameters[function.firstParameter].value = own
      frame.enclosingClass = function.owner
      frame.selfSlot = own
    } else if function.owner >= 0 {
      frame.enclosingClass = function.owner
      if function.parameterCount > 0 { frame.selfSlot = a.parameters[function.firstParameter].value }
    }
    a.functions.append(function)
    frames.append(frame)
    for index in function.firstParameter..<function.firstParameter + function.parameterCount {
      let parameter = a.parameters[index]
      let reference = facts.references[Int(parameter.reference)]
      let variable = boundVariable(reference.name, reference.scope, &a)
      if variable >= 0 {
        a.referenceVariables[Int(referenceBase + parameter.reference)] = variable
        bind(variable, parameter.value, &a)
      }
    }
    return number
  }

  private mutating func leaveFrame(_ a: inout Analysis) -> Frame {
    let frame = frames.removeLast()
    flow.leaveBody(frame.mark)
    return frame
  }

  // MARK: Lambdas

  private mutating func startLambda(_ item: Expression, _ a: inout Analysis) {
    var count = 0
    while count < stack.count, stack[stack.count - 1 - count].tag == .parameter {
      let parameter = pendingParameters[Int(stack[stack.count - 1 - count].first)]
      guard facts.references[Int(parameter.reference)].scope == item.value else { break }
      count += 1
    }
    let returned = a.slot()
    let function = Function(
      file: Int32(file), definition: -1, returned: returned, result: returned)
    let number = enterFunction(
      function, stack[(stack.count - count)...], scope: item.value, kind: .lambda,
      owner: frames[frames.count - 1].owner, &a)
    push(Entry(tag: .mark, first: number))
  }

  private mutating func endLambda(_ item: Expression, _ node: Int32, _ a: inout Analysis) {
    let body = popValue(&a)
    let mark = pop()
    _ = take(item.operandCount - 2)
    guard mark.first >= 0 else { return pushValue(-1, node) }
    _ = leaveFrame(&a)
    let function = a.functions[Int(mark.first)]
    if body >= 0 { a.constrain(body, .copy, function.returned) }
    pushValue(a.slot(with: a.objects.make(.function, mark.first)), node)
  }

  // MARK: Functions

  mutating func startFunction(_ item: Expression, _ a: inout Analysis) {
    let definition = facts.definitions[Int(item.value)]
    let decorators = pendingDecorators
    pendingDecorators.removeAll(keepingCapacity: true)
    let entries = take(item.operandCount)
    let returned = a.slot()
    var function = Function(file: Int32(file), definition: item.value, returned: returned, result: returned)
    function.isAsync = definition.modifiers.contains(.isAsync)
    function.isGenerator = definition.modifiers.contains(.isGenerator)
    function.isStatic = definition.modifiers.contains(.isStatic)
    function.isClassMethod = definition.modifiers.contains(.isClassMember)
    function.isProperty = definition.kind == .property
    let outer = frames[frames.count - 1]
    if outer.kind == .type { function.owner = outer.classIndex }
    // `__new__` is static but gets the class.
    let name = a.world.name(file, definition.name)
    if function.owner >= 0, name == a.world.known.new {
      function.isStatic = false
      function.isClassMethod = true
    }
    if function.isGenerator {
      let yielded = a.slot()
      let known = function.isAsync ? a.wellKnown.asyncGenerator : a.wellKnown.generator
      // Type arguments of Generator: what it yields, what is sent, what it returns.
      let object = a.objects.make(.display, known, a.objects.makeList([yielded, a.slot(), returned]))
      function.result = a.slot(with: object)
    } else if function.isAsync {
      let object = a.objects.make(
        .display, a.wellKnown.coroutine, a.objects.makeList([a.slot(), a.slot(), returned]))
      function.result = a.slot(with: object)
    }
    let own = a.objects.make(.function, Int32(a.functions.count))
    let number = Int32(a.functions.count)
    a.functionOfDefinition[Int(definitionBase + item.value)] = number
    let value = decorated(a.definedSlot(own, file, item.value), decorators, &a)
    // The name is bound outside, before the body is entered: a body sees itself.
    let variable = boundVariable(definition.name, definition.scope, &a)
    if variable >= 0, !isAccessor(definition) { bind(variable, value, &a) }
    _ = enterFunction(
      function, entries, scope: bodyScopes[Int(item.value)], kind: .function, owner: item.value, &a)
  }

  /// Setters and deleters leave the property as it is.
  private func isAccessor(_ definition: Definition) -> Bool {
    definition.kind == .property && definition.overloadKey != .empty
  }

  mutating func endFunction(_ a: inout Analysis) { _ = leaveFrame(&a) }

  /// What decorators make of a value, innermost first.
  private mutating func decorated(_ value: Int32, _ decorators: [Entry], _ a: inout Analysis) -> Int32 {
    var current = value
    for decorator in decorators.reversed() {
      let slot = self.value(decorator, &a)
      guard slot >= 0 else { continue }
      let result = a.slot()
      let made = site(
        [Argument(kind: .positional, name: Names.empty, slot: current)], result: result, &a)
      a.constrain(slot, .call, made)
      a.constrain(slot, .decorate, current, result)
      if decorator.reference < 0 { note(slot, Names.empty, at: decorator.offset, &a) }
      a.decorations.append((slot, current, result))
      current = result
    }
    return current
  }

  // MARK: Classes

  mutating func startClass(_ item: Expression, _ a: inout Analysis) {
    let scope = bodyScopes[Int(item.value)]
    let number = Int32(a.classes.count)
    var made = ClassRecord(
      file: Int32(file), definition: item.value, scope: a.world.files[file].scopeBase + scope)
    for entry in take(item.operandCount) {
      switch entry.tag {
      case .typeParameter: made.typeParameters.append(entry.first)
      case .keyword:
        if entry.text == a.world.known.metaclass { made.metaclass = entry.slot }
      case .starred, .doubleStarred: break
      default:
        let slot = value(entry, &a)
        made.bases.append(slot >= 0 ? slot : a.slot())
      }
    }
    a.classes.append(made)
    a.classOfDefinition[Int(definitionBase + item.value)] = number
    let object = a.objects.make(.class, number)
    var frame = Frame(kind: .type, scope: scope, owner: item.value, mark: flow.enterBody())
    frame.classIndex = number
    frame.enclosingClass = frames[frames.count - 1].enclosingClass
    frame.selfSlot = frames[frames.count - 1].selfSlot
    frame.decorators = pendingDecorators
    frame.slot = a.definedSlot(object, file, item.value)
    pendingDecorators.removeAll(keepingCapacity: true)
    frames.append(frame)
    var attribute = lastAttribute[item.value]
    while let current = attribute {
      a.addMember(file, current, of: number)
      attribute = previousAttribute[current]
    }
  }

  mutating func endClass(_ a: inout Analysis) {
    guard let frame = frames.last, frame.kind == .type else { return }
    publish(frame.scope, &a)
    _ = leaveFrame(&a)
    for decorator in frame.decorators.reversed() {
      let slot = value(decorator, &a)
      guard slot >= 0 else { continue }
      let made = site(
        [Argument(kind: .positional, name: Names.empty, slot: frame.slot)], result: a.slot(), &a)
      a.constrain(slot, .call, made)
      if decorator.reference < 0 { note(slot, Names.empty, at: decorator.offset, &a) }
    }
    let definition = facts.definitions[Int(frame.owner)]
    let variable = boundVariable(definition.name, definition.scope, &a)
    if variable >= 0 { bind(variable, frame.slot, &a) }
  }
}
