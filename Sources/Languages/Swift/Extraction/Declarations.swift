import GraphModel
import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

extension FactsExtractor {
  /// Adds a definition at `node` to the current scope. `signatureEnd` is where its header ends; the header
  /// begins after the attributes.
  mutating func define(
    _ kind: NodeKind, _ name: NameID, at nameRange: Range<Int>, node: RawNode, modifiers: RawNode?,
    signatureEnd: Int
  ) -> DefinitionIndex {
    let start = node.textStart
    let index = define(kind, name, at: nameRange, from: start, to: node.textEnd)
    let definition = Int(index)
    let documentation = documentation(before: start, from: node.start)
    facts.definitions[definition].doc = documentation.text
    documentedStarts[definition] = UInt32(documentation.start)
    CommentNames.add(in: documentation.start..<start, of: source, markup: .docc, owner: index, to: &facts)
    let headerStart = headerStart(of: node)
    facts.definitions[definition].signature = oneLine(headerStart..<max(headerStart, signatureEnd))
    addModifiers(modifiers, to: index)
    return index
  }

  private func headerStart(of node: RawNode) -> Int {
    for child in node.children where !child.isEmpty && child.kind != .attributeList { return child.textStart }
    return node.textStart
  }

  /// Adds a definition of that span with what the context says about it, and nothing else.
  mutating func define(
    _ kind: NodeKind, _ name: NameID, at nameRange: Range<Int>, from start: Int, to end: Int
  ) -> DefinitionIndex {
    var definition = Definition(
      kind: kind, name: name, parent: context.owner, scope: context.scope, start: UInt32(start),
      end: UInt32(max(start, end)), nameStart: UInt32(nameRange.lowerBound),
      nameLength: UInt32(nameRange.count))
    if context.isConditional { definition.modifiers.insert(.isConditional) }
    if context.isInactive { definition.modifiers.insert(.isInactive) }
    if context.isLocal || context.body == .local { definition.modifiers.insert(.isLocal) }
    facts.definitions.append(definition)
    documentedStarts.append(UInt32(start))
    return DefinitionIndex(facts.definitions.count - 1)
  }

  // MARK: Types and extensions

  mutating func typeDeclaration(_ node: RawNode) {
    let parts = DeclarationParts(node)
    let extended = node.kind == .extensionDecl ? extendedType(of: node) : nil
    // What has no name is not a definition, but what stands inside it may be.
    guard let named = node.kind == .extensionDecl ? extended : parts.name, !named.isEmpty,
      let body = parts.body
    else { return visitChildren(node) }
    let range = named.textRange
    let name = extended.map { extendedName($0) } ?? self.name(named)
    let headerEnd = (parts.whereClause ?? parts.inheritance ?? parts.genericParameters)?.textEnd
    let index = define(
      Self.kind(of: node.kind), name, at: range, node: node, modifiers: parts.modifiers,
      signatureEnd: headerEnd ?? range.upperBound)
    if node.kind == .extensionDecl {
      facts.definitions[Int(index)].overloadKey = canonical([parts.inheritance, parts.whereClause])
    }
    attributes(parts.attributes, of: index)
    scoped { extractor in
      extractor.context.owner = index
      if let extended { extractor.extendedReference(extended) }
      extractor.genericParameters(parts.genericParameters, until: node.textEnd, define: true)
      if let clause = parts.inheritance { extractor.inheritance(clause) }
      if let clause = parts.whereClause { extractor.visitChildren(clause) }
      extractor.openScope(.type, from: body.textStart, to: body.textEnd)
      extractor.context.body = .type
      extractor.context.access = extractor.memberAccess(of: index)
      extractor.primaryAssociatedTypes(parts.genericParameters)
      extractor.visitChildren(body)
    }
  }

  /// The access level of members without one of their own.
  private func memberAccess(of index: DefinitionIndex) -> Modifiers {
    let definition = facts.definitions[Int(index)]
    switch definition.kind {
    case .protocol, .enum, .extension:
      let written = definition.modifiers.intersection(Self.accessLevels)
      return written.isEmpty ? .isInternal : written
    default: return .isInternal
    }
  }

  private func extendedType(of node: RawNode) -> RawNode? {
    for child in node.children {
      switch child.kind {
      case .token, .attributeList, .declModifierList, .unexpectedNodes: continue
      case .inheritanceClause, .genericWhereClause, .memberBlock: return nil
      default: return child
      }
    }
    return nil
  }

  private mutating func extendedName(_ type: RawNode) -> NameID {
    Self.sugar(type.kind).map { facts.names.intern($0) } ?? typeName(type)
  }

  private mutating func extendedReference(_ node: RawNode) {
    guard let name = Self.sugar(node.kind) else {
      type(node, role: .extended)
      return
    }
    refer(.extended, facts.names.intern(name), at: node.textStart)
    type(node, role: .type)
  }

  /// The type behind `[T]`, `[K: V]` and `T?`.
  private static func sugar(_ kind: SyntaxKind) -> String? {
    switch kind {
    case .arrayType: "Array"
    case .dictionaryType: "Dictionary"
    case .optionalType: "Optional"
    default: nil
    }
  }

  private static func kind(of kind: SyntaxKind) -> NodeKind {
    switch kind {
    case .classDecl: .class
    case .structDecl: .struct
    case .enumDecl: .enum
    case .actorDecl: .actor
    case .protocolDecl: .protocol
    default: .extension
    }
  }

  private mutating func inheritance(_ clause: RawNode) {
    guard let list = clause.child(.inheritedTypeList) else { return }
    for entry in list.children {
      if let inherited = entry.firstPart { type(inherited, role: .base) }
    }
  }

  /// `protocol P<Element>` names an associated type that is declared among the members.
  private mutating func primaryAssociatedTypes(_ clause: RawNode?) {
    guard let list = clause?.child(.primaryAssociatedTypeList) else { return }
    for entry in list.children {
      guard let token = entry.firstToken, !token.isEmpty else { continue }
      refer(.type, name(token), at: textRange(token).lowerBound)
    }
  }

  // MARK: Names for types, operators, enum cases

  mutating func typeNameDeclaration(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let name = parts.name, !name.isEmpty else { return visitChildren(node) }
    let isAlias = node.kind == .typeAliasDecl
    let end = [parts.initializer, parts.inheritance, parts.whereClause].compactMap { $0?.textEnd }.max()
    let range = textRange(name)
    let index = define(
      isAlias ? .typeAlias : .associatedType, self.name(name), at: range, node: node,
      modifiers: parts.modifiers,
      signatureEnd: end ?? range.upperBound)
    attributes(parts.attributes, of: index)
    scoped { extractor in
      extractor.context.owner = index
      extractor.genericParameters(parts.genericParameters, until: node.textEnd, define: isAlias)
      if let clause = parts.inheritance { extractor.inheritance(clause) }
      if let value = parts.initializer?.firstPart {
        let target = extractor.type(value, role: .type)
        extractor.bind(
          extractor.facts.definitions[Int(index)].name, at: range.lowerBound,
          extractor.words.bindings.alias, value: target)
      }
      if let clause = parts.whereClause { extractor.visitChildren(clause) }
    }
  }

  mutating func operatorDeclaration(_ node: RawNode) {
    var tokens: [RawNode] = []
    for child in node.children where child.isToken { tokens.append(child) }
    // Fixity, the word `operator`, the name.
    guard tokens.count == 3, !tokens[2].isEmpty else { return visitChildren(node) }
    let index = define(
      .operator, name(tokens[2]), at: textRange(tokens[2]), node: node, modifiers: nil,
      signatureEnd: node.textEnd)
    facts.definitions[Int(index)].overloadKey = name(tokens[0])
  }

  mutating func enumCaseDeclaration(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let list = node.child(.enumCaseElementList) else { return visitChildren(node) }
    let elements = Array(list.children)
    for (position, element) in elements.enumerated() {
      guard let token = element.firstToken, !token.isEmpty else { continue }
      let clause = element.child(.enumCaseParameterClause)
      let range = textRange(token)
      let end = elementEnd(element)
      let index: DefinitionIndex
      if position == 0 {
        index = define(
          .enumCase, name(token), at: range, node: node, modifiers: parts.modifiers,
          signatureEnd: end)
        facts.definitions[Int(index)].end = UInt32(elements.count == 1 ? node.textEnd : end)
        attributes(parts.attributes, of: index)
      } else {
        index = define(.enumCase, name(token), at: range, from: element.textStart, to: end)
        scratch.append(contentsOf: "case ".utf8)
        facts.definitions[Int(index)].signature = oneLine(range.lowerBound..<end)
        addModifiers(parts.modifiers, to: index)
      }
      scoped { extractor in
        extractor.context.owner = index
        if let clause { extractor.enumPayload(clause, of: index) }
        if let value = element.child(.initializerClause) { extractor.visitChildren(value) }
      }
    }
  }

  private mutating func enumPayload(_ clause: RawNode, of index: DefinitionIndex) {
    guard let list = clause.child(.enumCaseParameterList) else { return }
    facts.definitions[Int(index)].labels = labels(of: list, isSubscript: false)
    facts.definitions[Int(index)].overloadKey = canonical([clause])
    for parameter in list.children { visitChildren(parameter) }
  }

  /// Where an element of a comma-separated list ends, its comma left out.
  func elementEnd(_ element: RawNode) -> Int {
    var end = element.start
    for child in element.children where !child.isEmpty {
      if child.tokenKind == .comma { break }
      end = child.textEnd
    }
    return end
  }
}
