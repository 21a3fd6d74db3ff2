import GraphModel
import LanguageSupport

/// What a call of a declaration takes and gives.
struct Signature {
  struct Parameter {
    /// The empty name for none.
    var label: Name
    var type: TypeID
    var traits: ParameterTraits
    /// The type whose attribute makes closures for it result builders' bodies.
    var isBuilder = false
  }

  var parameters: [Parameter] = []
  var result = TypeID.unknown
  /// The type of the errors it throws, if it is written; `Never` for what does not throw.
  var thrown = TypeID.unknown
  /// Generic parameters of the function itself.
  var generics: [DeclID] = []
}

/// Types of declarations: of what is called and of what is read.
extension SwiftModel {
  /// The signature of a function, initializer, subscript, enum case or macro, in its own parameters.
  mutating func signature(of declaration: DeclID) -> Signature {
    if let known = signatureCache[declaration] { return known }
    let item = declarations[Int(declaration)]
    guard item.tree >= 0, begin(declaration, .signature) else { return Signature() }
    let outer = check.head
    check.head = declaration
    defer {
      check.head = outer
      end(declaration, .signature)
    }
    var result = Signature()
    result.generics = genericParameters[declaration] ?? []
    for node in children(item.tree) {
      switch kind(node) {
      case .parameter: result.parameters.append(parameter(node, scope: declaration, unit: item.unit))
      case .result:
        let owner = container(of: declaration)
        check.keepsSelf = owner >= 0 && declarations[Int(owner)].kind == .class
        result.result = type(firstChild(node), scope: declaration, unit: item.unit)
        check.keepsSelf = false
      case .thrown: result.thrown = type(firstChild(node), scope: declaration, unit: item.unit)
      default: break
      }
    }
    if !item.modifiers.contains(.isThrowing) { result.thrown = check.neverType }
    switch item.kind {
    case .enumCase: result.result = declaredSelf(container(of: declaration))
    case .initializer:
      let own = declaredSelf(container(of: declaration))
      result.result = isFailable(declaration) ? optional(own) : own
    default:
      if result.result == .unknown, child(item.tree, .result) < 0 {
        result.result = types.make(.tuple, 0, [])
      }
    }
    signatureCache[declaration] = result
    return result
  }

  private func isFailable(_ declaration: DeclID) -> Bool {
    let item = declarations[Int(declaration)]
    guard item.definition >= 0 else { return false }
    let facts = units[Int(item.unit)].facts
    let text = facts.names.bytes(facts.definitions[Int(item.definition)].signature)
    // `init?(`, `init!<T>(`: the mark follows the keyword.
    var matched = 0
    let word = Array("init".utf8)
    for byte in text {
      if matched == word.count { return byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") }
      matched = byte == word[matched] ? matched + 1 : (byte == word[0] ? 1 : 0)
    }
    return false
  }

  private mutating func parameter(_ node: TreeID, scope: DeclID, unit: Int32) -> Signature.Parameter {
    let tree = nodes[Int(node)]
    let label = tree.name == words.underscore ? words.empty : tree.name
    let typeNode = child(node) { $0.isType }
    var result = Signature.Parameter(
      label: label, type: typeNode < 0 ? .unknown : type(typeNode, scope: scope, unit: unit),
      traits: ParameterTraits(rawValue: tree.value))
    if typeNode >= 0, kind(typeNode) == .typePack { result.traits.insert(.isVariadic) }
    result.isBuilder = child(node, .attribute) >= 0
    return result
  }

  /// The labels of what a declaration takes, for properties none.
  mutating func labels(of declaration: DeclID) -> [Name] {
    let item = declarations[Int(declaration)]
    return item.isFunctionLike ? signature(of: declaration).parameters.map(\.label) : []
  }

  /// The type of the value that a property, a variable, an enum case or a function (as a value) is, in its
  /// own parameters.
  mutating func valueType(of declaration: DeclID) -> TypeID {
    if let known = valueTypeCache[declaration] { return known }
    let item = declarations[Int(declaration)]
    var result = TypeID.unknown
    switch item.kind {
    case .property, .variable:
      guard item.tree >= 0, begin(declaration, .value) else { return .unknown }
      result = variableType(declaration, item)
      end(declaration, .value)
    case .enumCase:
      let signature = signature(of: declaration)
      result =
        signature.parameters.isEmpty
        ? signature.result
        : types.make(.function, 0, signature.parameters.map(\.type) + [signature.result])
    case .function, .method, .initializer:
      let signature = signature(of: declaration)
      result = types.make(.function, 0, signature.parameters.map(\.type) + [signature.result])
    default: return .unknown
    }
    valueTypeCache[declaration] = result
    return result
  }

  private mutating func variableType(_ declaration: DeclID, _ item: Declaration) -> TypeID {
    let pattern = firstChild(item.tree)
    let annotation = child(item.tree) { $0.isType }
    let whole: TypeID
    if annotation >= 0 {
      whole = type(annotation, scope: declaration, unit: item.unit)
    } else {
      let value = child(item.tree, .initialValue)
      if value >= 0 {
        whole = evaluateAlone(firstChild(value), scope: declaration, unit: item.unit)
      } else {
        whole = wrappedValueType(declaration, item)
      }
    }
    guard pattern >= 0, kind(pattern) != .patternName else { return whole }
    return part(of: pattern, for: declaration, type: whole)
  }

  /// The part of a tuple that a pattern binds to a declaration.
  private func part(of pattern: TreeID, for declaration: DeclID, type: TypeID) -> TypeID {
    var open = [(pattern, type)]
    while let (node, type) = open.popLast() {
      switch kind(node) {
      case .patternName where nodes[Int(node)].value == declaration + 1: return type
      case .patternElement: open.append((firstChild(node), type))
      case .patternTuple:
        for (place, child) in children(node).enumerated() {
          open.append((child, tupleElement(type, place)))
        }
      default: break
      }
    }
    return .unknown
  }

  func tupleElement(_ type: TypeID, _ place: Int) -> TypeID {
    guard types.shape(type) == .tuple, place * 2 + 1 < types.count(type) else { return .unknown }
    return types.argument(type, place * 2 + 1)
  }

  // MARK: Property wrappers

  /// The type of a property's wrapper, unknown if it has none.
  mutating func wrapperType(of declaration: DeclID) -> TypeID {
    let item = declarations[Int(declaration)]
    guard item.outerTree >= 0 else { return .unknown }
    for node in children(item.outerTree) where kind(node) == .attribute {
      let found = type(firstChild(node), scope: declaration, unit: item.unit)
      guard types.shape(found) == .nominal, isWrapper(types.head(found)) else { continue }
      // `@Flag var x: Bool` is a `Flag<Bool>`.
      let parameters = allParameters(of: types.head(found))
      let wrapped = wrappedProperty(types.head(found))
      guard !parameters.isEmpty, wrapped >= 0 else { return found }
      var map = Substitution()
      addArguments(found, to: &map)
      let variables = parameters.map { types.make(.parameter, $0, []) }
      bind(valueType(of: wrapped), to: valueType(of: declaration), &map, variables)
      return substitute(declaredSelf(types.head(found)), map)
    }
    return .unknown
  }

  private mutating func wrappedValueType(_ declaration: DeclID, _ item: Declaration) -> TypeID {
    guard item.outerTree >= 0 else { return .unknown }
    for node in children(item.outerTree) where kind(node) == .attribute {
      let found = type(firstChild(node), scope: declaration, unit: item.unit)
      guard types.shape(found) == .nominal, isWrapper(types.head(found)) else { continue }
      let wrapped = wrappedProperty(types.head(found))
      guard wrapped >= 0 else { return .unknown }
      return substitute(valueType(of: wrapped), substitution(from: found, declaration: wrapped, base: found))
    }
    return .unknown
  }

  func isWrapper(_ type: DeclID) -> Bool { hasAttribute(type, "propertyWrapper") }

  private func wrappedProperty(_ type: DeclID) -> DeclID {
    (table[Self.tableKey(type, words.wrappedValue)] ?? []).first ?? -1
  }

  /// True if a declaration has one of the language's own attributes.
  func hasAttribute(_ declaration: DeclID, _ text: String) -> Bool {
    let item = declarations[Int(declaration)]
    guard item.unit >= 0, item.definition >= 0 else { return false }
    let facts = units[Int(item.unit)].facts
    for attribute in facts.definitions[Int(item.definition)].attributes
    where facts.names.bytes(attribute).elementsEqual(text.utf8) {
      return true
    }
    return false
  }
}
