import SwiftSyntax

extension ManifestInterpreter {
  /// An expression that stands as a statement: assignments and calls that change a variable.
  mutating func evaluateStatement(_ expression: ExprSyntax) {
    if let sequence = expression.as(SequenceExprSyntax.self) {
      let elements = Array(sequence.elements)
      if elements.count >= 3 {
        let rest = ExprSyntax(SequenceExprSyntax(elements: ExprListSyntax(elements[2...])))
        let right = elements.count == 3 ? elements[2] : rest
        if elements[1].is(AssignmentExprSyntax.self) {
          return assign(value(of: right), to: elements[0])
        }
        if elements[1].as(BinaryOperatorExprSyntax.self)?.operator.text == "+=" {
          return assign(value(of: elements[0]).appending(value(of: right)), to: elements[0])
        }
      }
    }
    if let call = expression.as(FunctionCallExprSyntax.self), mutate(call) { return }
    _ = value(of: expression)
  }

  /// Gives a variable or a part of one its value.
  mutating func assign(_ value: ManifestValue, to place: ExprSyntax) {
    defer { leave() }
    guard enter() else { return }
    if let name = place.as(DeclReferenceExprSyntax.self)?.baseName.text {
      scope[name] = value
    } else if let access = place.as(MemberAccessExprSyntax.self), let base = access.base {
      var whole = self.value(of: base)
      whole[access.declName.baseName.text] = value
      assign(whole, to: base)
    } else if let wrapped = place.as(OptionalChainingExprSyntax.self) {
      assign(value, to: wrapped.expression)
    } else if let wrapped = place.as(ForceUnwrapExprSyntax.self) {
      assign(value, to: wrapped.expression)
    }
  }

  /// `list.append(x)` and its relatives; false for other calls.
  private mutating func mutate(_ call: FunctionCallExprSyntax) -> Bool {
    guard let access = call.calledExpression.as(MemberAccessExprSyntax.self), let base = access.base,
      ["append", "insert", "forEach"].contains(access.declName.baseName.text)
    else { return false }
    let list = value(of: base)
    if access.declName.baseName.text == "forEach" {
      for element in list.elements ?? [] {
        _ = apply(closure(of: call), [element])
      }
      return true
    }
    guard let argument = call.arguments.first else { return true }
    let added = value(of: argument.expression)
    let isList = argument.label?.text == "contentsOf"
    assign(list.appending(isList ? added : .array([added])), to: base)
    return true
  }

  /// The closure that a call passes, trailing or not.
  private mutating func closure(of call: FunctionCallExprSyntax) -> ManifestValue {
    if let trailing = call.trailingClosure { return .closure(trailing, scope) }
    return call.arguments.last.map { value(of: $0.expression) } ?? .unknown
  }

  mutating func call(_ call: FunctionCallExprSyntax) -> ManifestValue {
    let callee = call.calledExpression
    if let access = callee.as(MemberAccessExprSyntax.self) {
      let name = access.declName.baseName.text
      if let base = access.base, !isTypeName(base) { return methodCall(name, base, call) }
      let given = arguments(call.arguments)
      if name == "init", let base = access.base?.as(DeclReferenceExprSyntax.self) {
        return construct(base.baseName.text, given)
      }
      if let function = Self.fitting(types.staticMethods[name], given) { return invoke(function, given, nil) }
      return .call(name, given)
    }
    let given = arguments(call.arguments)
    if callee.is(ArrayExprSyntax.self) { return given.first?.value ?? .array([]) }
    guard let name = callee.as(DeclReferenceExprSyntax.self)?.baseName.text else { return .unknown }
    if let function = Self.fitting(functions[name], given) { return invoke(function, given, nil) }
    if case .closure? = scope[name] { return apply(scope[name] ?? .unknown, given.map(\.value)) }
    if let receiver = scope["self"], let method = Self.fitting(types.methods[name], given) {
      return invoke(method, given, receiver)
    }
    return construct(name, given)
  }

  /// A function whose parameters take the arguments: labels in order, what is left out has a default.
  private static func fitting(
    _ candidates: [FunctionDeclSyntax]?, _ given: [ManifestValue.Argument]
  ) -> FunctionDeclSyntax? {
    candidates?.first { matches($0.signature.parameterClause.parameters, given) }
  }

  private static func label(_ parameter: FunctionParameterSyntax) -> String {
    parameter.firstName.text == "_" ? "" : parameter.firstName.text
  }

  private static func matches(
    _ parameters: FunctionParameterListSyntax, _ given: [ManifestValue.Argument]
  ) -> Bool {
    var rest = given[...]
    for parameter in parameters {
      if rest.first?.label == label(parameter) {
        rest = rest.dropFirst()
        if parameter.ellipsis != nil { rest = rest.drop { $0.label.isEmpty } }
      } else if parameter.defaultValue == nil && parameter.ellipsis == nil {
        return false
      }
    }
    return rest.isEmpty
  }

  /// A scope with the parameters bound.
  private mutating func frame(
    _ parameters: FunctionParameterListSyntax, _ given: [ManifestValue.Argument]
  ) -> ManifestScope {
    var frame = scope.outermost()
    var rest = given[...]
    for parameter in parameters {
      let name = (parameter.secondName ?? parameter.firstName).text
      if rest.first?.label == Self.label(parameter), let first = rest.popFirst() {
        if parameter.ellipsis != nil {
          let more = rest.prefix { $0.label.isEmpty }
          rest = rest.dropFirst(more.count)
          frame.declare(name, .array([first.value] + more.map(\.value)))
        } else {
          frame.declare(name, first.value)
        }
      } else if let initial = parameter.defaultValue?.value {
        frame.declare(name, value(of: initial))
      } else {
        frame.declare(name, parameter.ellipsis == nil ? .unknown : .array([]))
      }
    }
    return frame
  }

  private mutating func invoke(
    _ function: FunctionDeclSyntax, _ given: [ManifestValue.Argument], _ receiver: ManifestValue?
  ) -> ManifestValue {
    guard let body = function.body?.statements else { return .unknown }
    var inner = frame(function.signature.parameterClause.parameters, given)
    if let receiver { inner.declare("self", receiver) }
    return run(body: body, in: inner)
  }

  /// A value of a type of the manifest's own, or a call of something else.
  private mutating func construct(_ name: String, _ given: [ManifestValue.Argument]) -> ManifestValue {
    guard let type = types.own[name] else {
      // `Set(x)`, `Array(x)`: the elements count, not the container.
      return ["Set", "Array"].contains(name) ? given.first?.value ?? .array([]) : .call(name, given)
    }
    var fields = type.fields.map { field in
      ManifestValue.Argument(label: field.name, value: field.initial.map { value(of: $0) } ?? .none)
    }
    let initializer = type.initializers.first { Self.matches($0.signature.parameterClause.parameters, given) }
    if let initializer, let body = initializer.body?.statements {
      var inner = frame(initializer.signature.parameterClause.parameters, given)
      inner.declare("self", .object(type: name, fields: fields))
      let saved = scope
      scope = inner
      _ = run(body)
      let made = scope["self"] ?? .unknown
      let changed = scope
      scope = saved
      scope.adoptGlobals(of: changed)
      return made
    }
    for argument in given {
      if let place = fields.firstIndex(where: { $0.label == argument.label }) {
        fields[place].value = argument.value
      }
    }
    return .object(type: name, fields: fields)
  }

  // MARK: Methods

  private mutating func methodCall(
    _ name: String, _ base: ExprSyntax, _ call: FunctionCallExprSyntax
  ) -> ManifestValue {
    let receiver = value(of: base)
    if let elements = receiver.elements { return listMethod(name, elements, call) }
    let given = arguments(call.arguments)
    if let method = Self.fitting(types.methods[name], given) { return invoke(method, given, receiver) }
    guard let text = receiver.text else { return .unknown }
    switch name {
    case "lowercased": return .string(text.lowercased())
    case "uppercased": return .string(text.uppercased())
    case "hasPrefix": return given.first?.value.text.map { .bool(text.hasPrefix($0)) } ?? .unknown
    case "hasSuffix": return given.first?.value.text.map { .bool(text.hasSuffix($0)) } ?? .unknown
    default: return .unknown
    }
  }

  private mutating func listMethod(
    _ name: String, _ elements: [ManifestValue], _ call: FunctionCallExprSyntax
  ) -> ManifestValue {
    switch name {
    case "map": return .array(mapped(elements, call))
    case "compactMap":
      return .array(
        mapped(elements, call).filter {
          if case .none = $0 { false } else { true }
        })
    case "flatMap": return .array(mapped(elements, call).flatMap { $0.elements ?? [] })
    case "filter":
      let function = closure(of: call)
      return .array(elements.filter { apply(function, [$0]).truth != false })
    case "contains":
      guard let wanted = call.arguments.first.map({ value(of: $0.expression) }) else { return .unknown }
      let answers = elements.map { $0.isEqual(to: wanted) }
      if answers.contains(true) { return .bool(true) }
      return answers.contains(nil) ? .unknown : .bool(false)
    case "joined":
      let separator = call.arguments.first.map { value(of: $0.expression) }?.text ?? ""
      let texts = elements.compactMap(\.text)
      return texts.count == elements.count ? .string(texts.joined(separator: separator)) : .unknown
    case "sorted", "reversed", "shuffled": return .array(elements)
    default: return .unknown
    }
  }

  private mutating func mapped(_ elements: [ManifestValue], _ call: FunctionCallExprSyntax) -> [ManifestValue]
  {
    let function = closure(of: call)
    return elements.map { apply(function, [$0]) }
  }

  /// Calls a closure, or follows a key path.
  private mutating func apply(_ function: ManifestValue, _ given: [ManifestValue]) -> ManifestValue {
    if case .keyPath(let names) = function, let root = given.first {
      var value = root
      for name in names { value = property(name, of: value) }
      return value
    }
    guard case .closure(let closure, var inner) = function else { return .unknown }
    inner.adoptGlobals(of: scope)
    inner.open()
    for (index, value) in given.enumerated() { inner.declare("$\(index)", value) }
    var names: [String] = []
    switch closure.signature?.parameterClause {
    case .simpleInput(let list): names = list.map(\.name.text)
    case .parameterClause(let clause): names = clause.parameters.map { ($0.secondName ?? $0.firstName).text }
    case nil: break
    }
    if names.count > 1, given.count == 1 {
      // A pair is taken apart by a closure with two parameters.
      for (index, name) in names.enumerated() { inner.declare(name, given[0]["\(index)"] ?? .unknown) }
    } else {
      for (name, value) in zip(names, given) { inner.declare(name, value) }
    }
    return run(body: closure.statements, in: inner)
  }
}
