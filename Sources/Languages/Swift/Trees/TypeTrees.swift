import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of types.
extension FactsExtractor {
  /// Writes one tree. What nests to the left (`A.B.C`, `T??`) is taken apart by a loop.
  mutating func typeTree(_ node: RawNode) {
    let base = spine.count
    let before = tree.pending
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
    typeLeafTree(current)
    while spine.count > base {
      let part = spine.removeLast()
      switch part.kind {
      case .memberType:
        var nameToken: RawNode?
        for child in part.children where child.isToken { nameToken = child }
        genericArgumentTrees(part)
        finish(.typeMember, before, reference: nameToken.map { useOf($0) } ?? -1)
      case .metatypeType: finish(.typeMetatype, before)
      default: finish(.typeOptional, before)
      }
    }
  }

  mutating func genericArgumentTrees(_ node: RawNode) {
    guard let list = node.child(.genericArgumentClause)?.child(.genericArgumentList) else { return }
    for argument in list.children {
      guard let part = argument.firstPart else { continue }
      // Value generics: `Vector<3, Int>`.
      if Self.isType(part.kind) { typeTree(part) } else { self.node(.typeOther) }
    }
  }

  static func isType(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .identifierType, .memberType, .optionalType, .implicitlyUnwrappedOptionalType, .metatypeType,
      .arrayType, .dictionaryType, .inlineArrayType, .tupleType, .functionType, .attributedType,
      .compositionType, .someOrAnyType, .suppressedType, .classRestrictionType, .packExpansionType,
      .packElementType, .namedOpaqueReturnType, .missingType:
      true
    default: false
    }
  }

  private mutating func typeLeafTree(_ node: RawNode) {
    switch node.kind {
    case .identifierType:
      let token = node.firstToken
      self.node(.typeName, reference: token.map { useOf($0) } ?? -1) { $0.genericArgumentTrees(node) }
    case .attributedType: attributedTypeTree(node)
    case .someOrAnyType:
      let isAny = node.firstToken.map { isText($0, "any") } ?? false
      self.node(isAny ? .typeAny : .typeSome) { $0.treeChildren(node) }
    case .packExpansionType, .packElementType: self.node(.typePack) { $0.treeChildren(node) }
    case .compositionType: self.node(.typeComposition) { $0.treeChildren(node) }
    case .arrayType: self.node(.typeArray) { $0.treeChildren(node) }
    case .dictionaryType: self.node(.typeDictionary) { $0.treeChildren(node) }
    case .tupleType:
      let elements = node.firstPart.map { Array($0.children) } ?? []
      if elements.count == 1, let only = elements.first, only.firstToken == nil, let part = only.firstPart {
        return typeTree(part)
      }
      self.node(.typeTuple) { builder in for element in elements { builder.tupleTypeElement(element) } }
    case .functionType:
      self.node(.typeFunction) { builder in
        for element in node.child(.tupleTypeElementList)?.children ?? RawChildren(node) {
          if element.kind == .tupleTypeElement { builder.functionTypeParameter(element) }
        }
        builder.oneType(node.child(.returnClause)?.firstPart)
      }
    case .namedOpaqueReturnType:
      if let part = node.lastPart, part.kind != .genericParameterClause {
        typeTree(part)
      } else {
        self.node(.typeOther)
      }
    case .suppressedType, .inlineArrayType: self.node(.typeOther) { $0.treeChildren(node) }
    default: self.node(.typeOther)
    }
  }

  mutating func oneType(_ node: RawNode?) {
    if let node, Self.isType(node.kind) { typeTree(node) } else { self.node(.typeOther) }
  }

  private mutating func tupleTypeElement(_ element: RawNode) {
    var label: RawNode?
    for token in element.children where token.isToken {
      if token.tokenKind == .colon || token.tokenKind == .comma { break }
      label = label ?? token
    }
    guard let label, label.tokenKind != .wildcard else { return oneType(element.firstPart) }
    node(.typeElement, name: name(label)) { $0.oneType(element.firstPart) }
  }

  private mutating func functionTypeParameter(_ element: RawNode) {
    for token in element.children where token.isToken && token.tokenKind == .ellipsis {
      return node(.typePack) { $0.oneType(element.firstPart) }
    }
    oneType(element.firstPart)
  }

  private mutating func attributedTypeTree(_ node: RawNode) {
    var isAutoclosure = false
    var isInout = false
    var base: RawNode?
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .typeSpecifierList:
        for specifier in part.children {
          if let token = specifier.firstToken, isText(token, "inout") { isInout = true }
        }
      case .attributeList:
        for attribute in part.children {
          guard let name = attribute.firstPart, name.kind == .identifierType else { continue }
          if isText(name.textRange, "autoclosure") { isAutoclosure = true }
        }
      default: base = part
      }
    }
    if isAutoclosure {
      self.node(.typeAutoclosure) { $0.oneType(base) }
    } else if isInout {
      self.node(.typeInout) { $0.oneType(base) }
    } else {
      oneType(base)
    }
  }
}
