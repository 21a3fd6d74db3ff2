import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of declarations.
extension FactsExtractor {
  mutating func declarationTree(_ node: RawNode) {
    switch node.kind {
    case .classDecl, .structDecl, .enumDecl, .actorDecl, .protocolDecl: typeDeclarationTree(node)
    case .extensionDecl: extensionTree(node)
    case .functionDecl, .initializerDecl, .deinitializerDecl, .subscriptDecl, .macroDecl: functionTree(node)
    case .variableDecl: variableTree(node)
    case .enumCaseDecl: enumCaseTrees(node)
    case .typeAliasDecl, .associatedTypeDecl: typeNameTree(node)
    case .operatorDecl: operatorTree(node)
    default: treeChildren(node)
    }
  }

  private func definitionOf(_ token: RawNode?) -> DefinitionIndex {
    guard let token, !token.isEmpty else { return -1 }
    return definition(at: textRange(token).lowerBound)
  }

  private mutating func typeDeclarationTree(_ node: RawNode) {
    let parts = DeclarationParts(node)
    let index = definitionOf(parts.name)
    guard index >= 0 else { return treeChildren(node) }
    self.node(.typeDeclaration, value: index) { $0.nominalParts(parts) }
  }

  private mutating func nominalParts(_ parts: DeclarationParts) {
    if let list = parts.attributes { attributeTrees(list) }
    genericParameterTrees(parts.genericParameters)
    primaryTrees(parts.genericParameters)
    inheritedTrees(parts.inheritance)
    requirementTrees(parts.whereClause)
    if let body = parts.body { treeChildren(body) }
  }

  private mutating func extensionTree(_ node: RawNode) {
    let parts = DeclarationParts(node)
    var extended: RawNode?
    for child in node.children where Self.isType(child.kind) { extended = extended ?? child }
    guard let extended, !extended.isEmpty else { return treeChildren(node) }
    let index = definition(at: extended.textRange.lowerBound)
    guard index >= 0 else { return treeChildren(node) }
    self.node(.extensionDeclaration, value: index) { builder in
      builder.node(.extended) { $0.typeTree(extended) }
      builder.nominalParts(parts)
    }
  }

  // MARK: Generics

  private mutating func genericParameterTrees(_ clause: RawNode?) {
    guard let clause, clause.kind == .genericParameterClause else { return }
    for parameter in clause.child(.genericParameterList)?.children ?? RawChildren(clause) {
      guard parameter.kind == .genericParameter else { continue }
      var nameToken: RawNode?
      var constraint: RawNode?
      for part in parameter.children {
        switch part.kind {
        case .token: if part.tokenKind == .identifier { nameToken = nameToken ?? part }
        case .attributeList, .unexpectedNodes: break
        default: constraint = part
        }
      }
      guard let nameToken, !nameToken.isEmpty else { continue }
      let place = textRange(nameToken).lowerBound
      node(
        .genericParameter, reference: bound(at: place), name: name(nameToken),
        value: definition(at: place) + 1
      ) { builder in
        if let constraint { builder.oneType(constraint) }
      }
    }
    if let requirements = clause.child(.genericWhereClause) { requirementTrees(requirements) }
  }

  /// `protocol P<Element>` names associated types.
  private mutating func primaryTrees(_ clause: RawNode?) {
    guard let list = clause?.child(.primaryAssociatedTypeList) else { return }
    for entry in list.children {
      guard let token = entry.firstToken else { continue }
      node(.result) { builder in builder.node(.typeName, reference: builder.useOf(token)) }
    }
  }

  private mutating func requirementTrees(_ clause: RawNode?) {
    guard let list = clause?.child(.genericRequirementList) else { return }
    for entry in list.children {
      guard let requirement = entry.firstPart else { continue }
      let kind: TreeKind =
        requirement.kind == .sameTypeRequirement ? .sameTypeRequirement : .conformanceRequirement
      node(kind) { builder in
        for part in requirement.children where !part.isToken && part.kind != .unexpectedNodes {
          builder.oneType(part)
        }
      }
    }
  }

  private mutating func inheritedTrees(_ clause: RawNode?) {
    guard let list = clause?.child(.inheritedTypeList) else { return }
    for entry in list.children {
      if let type = entry.firstPart { node(.inherited) { $0.oneType(type) } }
    }
  }

  // MARK: Functions

  private mutating func functionTree(_ node: RawNode) {
    let parts = DeclarationParts(node)
    let named: RawNode?
    switch node.kind {
    case .initializerDecl, .deinitializerDecl, .subscriptDecl: named = parts.keyword
    default: named = parts.name
    }
    let index = definitionOf(named)
    guard index >= 0 else { return treeChildren(node) }
    let signature = node.kind == .subscriptDecl ? node : parts.signature
    let isSubscript = node.kind == .subscriptDecl
    self.node(.functionDeclaration, value: index) { builder in
      if let list = parts.attributes { builder.attributeTrees(list) }
      builder.genericParameterTrees(parts.genericParameters)
      if let list = signature?.child(.functionParameterClause)?.child(.functionParameterList) {
        for parameter in list.children where parameter.kind == .functionParameter {
          builder.parameterTree(parameter, isSubscript: isSubscript)
        }
      }
      if let type = signature?.child(.returnClause)?.firstPart {
        builder.node(.result) { $0.oneType(type) }
      }
      if let effects = signature?.child(.functionEffectSpecifiers)?.child(.throwsClause),
        let type = effects.firstPart
      {
        builder.node(.thrown) { $0.oneType(type) }
      }
      builder.requirementTrees(parts.whereClause)
      guard let body = parts.body else { return }
      if body.kind == .accessorBlock { builder.accessorTrees(body) } else { builder.buildTree(body) }
    }
  }

  private mutating func parameterTree(_ parameter: RawNode, isSubscript: Bool) {
    var names: [RawNode] = []
    var sawColon = false
    var traits: ParameterTraits = []
    for part in parameter.children where part.isToken && !part.isEmpty {
      if part.tokenKind == .ellipsis { traits.insert(.isVariadic) }
      if part.tokenKind == .colon { sawColon = true }
      if !sawColon && part.tokenKind != .comma { names.append(part) }
    }
    if parameter.child(.initializerClause) != nil { traits.insert(.hasDefault) }
    let label = isSubscript && names.count == 1 ? NameID.empty : names.first.map { name($0) } ?? .empty
    node(
      .parameter, reference: names.last.map { bindingOf($0) } ?? -1, name: label, value: traits.rawValue
    ) { builder in
      for part in parameter.children {
        switch part.kind {
        case .token, .unexpectedNodes, .declModifierList: break
        case .attributeList: builder.attributeTrees(part)
        case .initializerClause: builder.node(.defaultValue) { $0.oneExpression(part.firstPart) }
        default: builder.oneType(part)
        }
      }
    }
  }

  // MARK: Attributes

  mutating func attributeTrees(_ list: RawNode) {
    for attribute in list.children {
      if attribute.kind == .ifConfigDecl {
        for clause in attribute.child(.ifConfigClauseList)?.children ?? RawChildren(attribute) {
          if let inner = clause.child(.attributeList) { attributeTrees(inner) }
        }
      }
      guard attribute.kind == .attribute, let type = attribute.firstPart, isCustom(type) else { continue }
      node(.attribute) { builder in
        builder.oneType(type)
        if let arguments = attribute.child(.labeledExprList) { builder.argumentTrees(arguments) }
      }
    }
  }

  // MARK: Variables

  private mutating func variableTree(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let list = node.child(.patternBindingList) else { return treeChildren(node) }
    self.node(.variableDeclaration) { builder in
      if let attributes = parts.attributes { builder.attributeTrees(attributes) }
      for binding in list.children { builder.bindingTree(binding) }
    }
  }

  private mutating func bindingTree(_ binding: RawNode) {
    node(.binding) { builder in
      for part in binding.children {
        switch part.kind {
        case .token, .unexpectedNodes: break
        case .typeAnnotation: builder.oneType(part.firstPart)
        case .initializerClause: builder.node(.initialValue) { $0.oneExpression(part.firstPart) }
        case .accessorBlock: builder.accessorTrees(part)
        default: builder.patternTree(part)
        }
      }
    }
  }

  private mutating func accessorTrees(_ block: RawNode) {
    for child in block.children {
      if child.kind == .accessorDeclList {
        for accessor in child.children { accessorTree(accessor) }
      } else if !child.isToken {
        node(.accessor) { builder in builder.node(.block) { $0.buildTree(child) } }
      }
    }
  }

  private mutating func accessorTree(_ accessor: RawNode) {
    guard accessor.kind == .accessorDecl else { return buildTree(accessor) }
    let keyword = accessor.firstToken.map { name($0) } ?? .empty
    node(.accessor, name: keyword) { builder in
      for part in accessor.children {
        switch part.kind {
        case .accessorParameters:
          for token in part.children where token.tokenKind == .identifier {
            builder.node(.parameter, reference: builder.bindingOf(token), name: builder.name(token))
          }
        case .codeBlock: builder.buildTree(part)
        default: break
        }
      }
    }
  }

  // MARK: Other declarations

  private mutating func enumCaseTrees(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let list = node.child(.enumCaseElementList) else { return treeChildren(node) }
    for (position, element) in list.children.enumerated() {
      let index = definitionOf(element.firstToken)
      guard index >= 0 else { continue }
      self.node(.enumCase, value: index) { builder in
        if position == 0, let attributes = parts.attributes { builder.attributeTrees(attributes) }
        let clause = element.child(.enumCaseParameterClause)
        if let list = clause?.child(.enumCaseParameterList) {
          for parameter in list.children { builder.payloadTree(parameter) }
        }
      }
    }
  }

  private mutating func payloadTree(_ parameter: RawNode) {
    var label = NameID.empty
    var traits: ParameterTraits = []
    for token in parameter.children where token.isToken && !token.isEmpty {
      if token.tokenKind == .colon || token.tokenKind == .comma { break }
      label = name(token)
      break
    }
    if parameter.child(.initializerClause) != nil { traits.insert(.hasDefault) }
    node(.parameter, name: label, value: traits.rawValue) { builder in
      for part in parameter.children {
        switch part.kind {
        case .token, .unexpectedNodes, .declModifierList: break
        case .initializerClause: builder.node(.defaultValue) { $0.oneExpression(part.firstPart) }
        default: builder.oneType(part)
        }
      }
    }
  }

  private mutating func typeNameTree(_ node: RawNode) {
    let parts = DeclarationParts(node)
    let index = definitionOf(parts.name)
    guard index >= 0 else { return treeChildren(node) }
    self.node(node.kind == .typeAliasDecl ? .aliasDeclaration : .associatedDeclaration, value: index) {
      if let list = parts.attributes { $0.attributeTrees(list) }
      $0.genericParameterTrees(parts.genericParameters)
      $0.inheritedTrees(parts.inheritance)
      if let type = parts.initializer?.firstPart { $0.oneType(type) }
      $0.requirementTrees(parts.whereClause)
    }
  }

  private mutating func operatorTree(_ node: RawNode) {
    var last: RawNode?
    for child in node.children where child.isToken { last = child }
    let index = definitionOf(last)
    guard index >= 0 else { return }
    var group = NameID.empty
    if let part = node.firstPart {
      for child in part.children where child.tokenKind == .identifier { group = name(child) }
    }
    self.node(.operatorDeclaration, name: group, value: index)
  }
}
