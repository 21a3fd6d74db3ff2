import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Names in the place of types.
extension FactsExtractor {
  /// Walks a type. The last name of a qualified type gets `role`, its qualifiers and generic arguments are
  /// plain types. Returns the reference that a value of this type is a value of, or
  /// `Receiver.expression` where no one name says it (tuples, functions, arrays, metatypes).
  @discardableResult
  mutating func type(_ node: RawNode, role: Reference.Role) -> ReferenceIndex {
    let base = spine.count
    var current = node
    descend: while true {
      switch current.kind {
      case .memberType, .optionalType, .implicitlyUnwrappedOptionalType, .metatypeType: break
      default: break descend
      }
      guard let inner = current.firstPart else { break descend }
      spine.append(current)
      current = inner
    }
    // The outermost member type is what the whole names.
    var outermost = base
    while outermost < spine.count && spine[outermost].kind != .memberType { outermost += 1 }
    var result = typeLeaf(current, role: outermost == spine.count ? role : .type)
    while spine.count > base {
      let position = spine.count - 1
      let part = spine.removeLast()
      switch part.kind {
      case .memberType:
        result = typeMember(part, role: position == outermost ? role : .type, receiver: result)
      case .metatypeType: result = Reference.Receiver.expression
      default: break
      }
    }
    return result
  }

  private mutating func typeMember(
    _ node: RawNode, role: Reference.Role, receiver: ReferenceIndex
  ) -> ReferenceIndex {
    var nameToken: RawNode?
    var arguments: RawNode?
    for part in node.children {
      if part.isToken { nameToken = part }
      if part.kind == .genericArgumentClause { arguments = part }
    }
    var result = Reference.Receiver.expression
    if let nameToken, !nameToken.isEmpty {
      result = refer(role, name(nameToken), at: textRange(nameToken).lowerBound, receiver: receiver)
    }
    if let arguments { visitChildren(arguments) }
    return result
  }

  private mutating func typeLeaf(_ node: RawNode, role: Reference.Role) -> ReferenceIndex {
    switch node.kind {
    case .identifierType:
      guard let token = node.firstToken, !token.isEmpty, token.tokenKind != .wildcard else {
        return Reference.Receiver.expression
      }
      let result = refer(role, name(token), at: textRange(token).lowerBound)
      if let arguments = node.child(.genericArgumentClause) { visitChildren(arguments) }
      return result
    case .attributedType:
      var result = Reference.Receiver.expression
      for part in node.children {
        switch part.kind {
        case .typeSpecifierList, .token, .unexpectedNodes: break
        case .attributeList: typeAttributes(part)
        default: result = type(part, role: role)
        }
      }
      return result
    case .someOrAnyType, .packExpansionType, .packElementType:
      return node.firstPart.map { type($0, role: role) } ?? Reference.Receiver.expression
    case .suppressedType:
      if let part = node.firstPart { type(part, role: .type) }
      return Reference.Receiver.expression
    case .compositionType:
      for element in node.firstPart?.children ?? node.children {
        if let part = element.firstPart { type(part, role: role) }
      }
      return Reference.Receiver.expression
    case .tupleType:
      let elements = node.firstPart.map { Array($0.children) } ?? []
      if elements.count == 1, let only = elements.first, only.firstToken == nil, let part = only.firstPart {
        return type(part, role: role)
      }
      for element in elements { visitChildren(element) }
      return Reference.Receiver.expression
    case .namedOpaqueReturnType:
      var result = Reference.Receiver.expression
      scoped { extractor in
        extractor.genericParameters(node.child(.genericParameterClause), until: node.textEnd, define: false)
        if let part = node.lastPart, part.kind != .genericParameterClause {
          result = extractor.type(part, role: role)
        }
      }
      return result
    case .arrayType, .dictionaryType, .inlineArrayType, .functionType, .classRestrictionType:
      visitChildren(node)
      return Reference.Receiver.expression
    default:
      visit(node)
      return Reference.Receiver.expression
    }
  }
}
