import GraphModel
import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// `let` and `var`: properties in types, variables at the top level, bindings in bodies.
extension FactsExtractor {
  mutating func variableDeclaration(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let keyword = parts.keyword, let list = node.child(.patternBindingList) else {
      return visitChildren(node)
    }
    let detail = isText(keyword, "let") ? words.bindings.constant : words.bindings.variable
    if context.body == .local {
      if let attributes = parts.attributes { typeAttributes(attributes) }
      for binding in list.children { localBinding(binding, detail) }
      return
    }
    let bindings = Array(list.children)
    for (position, binding) in bindings.enumerated() {
      let header = BindingHeader(
        declaration: node, parts: parts, keyword: keyword, detail: detail, isFirst: position == 0,
        isOnly: bindings.count == 1)
      declaredBinding(binding, header)
    }
  }

  /// What the bindings of one declaration share.
  private struct BindingHeader {
    let declaration: RawNode
    let parts: DeclarationParts
    let keyword: RawNode
    let detail: NameID
    let isFirst: Bool
    let isOnly: Bool
  }

  /// The parts of `pattern: Type = value { accessors }`.
  private struct BindingParts {
    var pattern: RawNode?
    var annotation: RawNode?
    var initializer: RawNode?
    var accessors: RawNode?

    init(_ binding: RawNode) {
      for part in binding.children {
        switch part.kind {
        case .token, .unexpectedNodes: break
        case .typeAnnotation: annotation = part
        case .initializerClause: initializer = part
        case .accessorBlock: accessors = part
        default: pattern = pattern ?? part
        }
      }
    }
  }

  private mutating func declaredBinding(_ binding: RawNode, _ header: BindingHeader) {
    let parts = BindingParts(binding)
    guard let pattern = parts.pattern else { return visitChildren(binding) }
    var names: [RawNode] = []
    boundNames(pattern, into: &names)
    let first = DefinitionIndex(facts.definitions.count)
    let kind: NodeKind = context.body == .type ? .property : .variable
    let end = header.isOnly ? header.declaration.textEnd : elementEnd(binding)
    for token in names {
      let index: DefinitionIndex
      if header.isFirst {
        index = define(
          kind, name(token), at: textRange(token), node: header.declaration,
          modifiers: header.parts.modifiers,
          signatureEnd: signatureEnd(parts, pattern))
        facts.definitions[Int(index)].end = UInt32(end)
      } else {
        index = define(kind, name(token), at: textRange(token), from: binding.textStart, to: end)
        scratch.append(contentsOf: source[textRange(header.keyword)])
        scratch.append(UInt8(ascii: " "))
        facts.definitions[Int(index)].signature = oneLine(
          binding.textStart..<signatureEnd(parts, pattern))
        addModifiers(header.parts.modifiers, to: index)
      }
      if header.detail == words.bindings.constant {
        facts.definitions[Int(index)].modifiers.insert(.isConstant)
      }
      addAttributeTexts(header.parts.attributes, to: index)
    }
    scoped { extractor in
      if !names.isEmpty { extractor.context.owner = first }
      if header.isFirst, let list = header.parts.attributes { extractor.attributeReferences(list) }
      let value = extractor.value(of: parts)
      extractor.pattern(pattern, detail: header.detail, value: value)
      if let accessors = parts.accessors { extractor.accessors(accessors, of: extractor.context.owner) }
    }
  }

  private mutating func localBinding(_ binding: RawNode, _ detail: NameID) {
    let parts = BindingParts(binding)
    let value = value(of: parts)
    if let bound = parts.pattern { pattern(bound, detail: detail, value: value) }
    if let block = parts.accessors { scoped { $0.accessors(block, of: $0.context.owner) } }
  }

  /// Walks annotation and initial value; the result is the reference that tells the type best.
  private mutating func value(of parts: BindingParts) -> ReferenceIndex {
    var head = Reference.Receiver.none
    if let annotation = parts.annotation?.firstPart { head = type(annotation, role: .type) }
    if let initial = parts.initializer?.firstPart {
      var found = Reference.Receiver.none
      scoped { extractor in
        if extractor.context.body != .local { extractor.context.body = .local }
        found = extractor.expression(initial)
      }
      if parts.annotation == nil { head = found }
    }
    return head
  }

  /// The header ends after the annotation; without one, a short initial value on the same line belongs to it.
  private func signatureEnd(_ parts: BindingParts, _ pattern: RawNode) -> Int {
    if let annotation = parts.annotation { return annotation.textEnd }
    guard let initial = parts.initializer else { return pattern.textEnd }
    let range = initial.textRange
    let isShort = range.count <= 60 && !source[range].contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x7B }
    return isShort ? range.upperBound : pattern.textEnd
  }

  /// The names that a pattern of a declaration binds, in order.
  private func boundNames(_ pattern: RawNode, into names: inout [RawNode]) {
    switch pattern.kind {
    case .identifierPattern:
      if let token = pattern.firstToken, !token.isEmpty { names.append(token) }
    case .tuplePattern, .tuplePatternElementList, .tuplePatternElement:
      for child in pattern.children where !child.isToken { boundNames(child, into: &names) }
    default: break
    }
  }

  // MARK: Accessors

  /// Walks the accessors of a property or subscript; each is a function scope of its definition.
  mutating func accessors(_ block: RawNode, of index: DefinitionIndex) {
    scoped { extractor in
      extractor.context.owner = index
      extractor.context.body = .local
      extractor.context.isLocal = true
      for child in block.children {
        if child.kind == .accessorDeclList {
          for accessor in child.children { extractor.accessor(accessor, of: index) }
        } else if !child.isToken {
          extractor.scoped { getter in
            getter.openScope(.function, from: block.textStart, to: block.textEnd)
            getter.visit(child)
          }
        }
      }
    }
  }

  private mutating func accessor(_ node: RawNode, of index: DefinitionIndex) {
    guard node.kind == .accessorDecl else { return visit(node) }
    scoped { extractor in
      extractor.openScope(.function, from: node.textStart, to: node.textEnd)
      for part in node.children {
        switch part.kind {
        case .attributeList: extractor.typeAttributes(part)
        case .accessorParameters:
          for token in part.children where token.tokenKind == .identifier {
            extractor.bind(
              token: token, extractor.words.bindings.parameter, value: Reference.Receiver.none)
          }
        case .accessorEffectSpecifiers:
          if index >= 0 { extractor.addEffects(part, to: index) }
          extractor.visitChildren(part)
        case .codeBlock: extractor.visitChildren(part)
        default: break
        }
      }
    }
  }
}
