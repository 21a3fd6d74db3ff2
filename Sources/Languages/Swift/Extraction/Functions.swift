import GraphModel
import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Functions, initializers, deinitializers, subscripts and macros.
extension FactsExtractor {
  mutating func functionDeclaration(_ node: RawNode) {
    let parts = DeclarationParts(node)
    guard let keyword = parts.keyword, let declared = declaredName(node, parts, keyword) else {
      return visitChildren(node)
    }
    // A subscript's clause and result stand where other declarations have a signature.
    let signature = node.kind == .subscriptDecl ? node : parts.signature
    let parameters = signature?.child(.functionParameterClause)
    let result = signature?.child(.returnClause)
    let header = [
      parts.genericParameters, parameters, parts.signature, result, parts.initializer, parts.whereClause,
    ]
    let range = textRange(declared.token)
    let end = header.compactMap { $0.map { $0.isEmpty ? 0 : $0.textEnd } }.max() ?? 0
    let index = define(
      declared.kind, declared.name, at: range, node: node, modifiers: parts.modifiers,
      signatureEnd: max(end, range.upperBound))
    let list = parameters?.child(.functionParameterList)
    if let list {
      facts.definitions[Int(index)].labels =
        declared.isOperator
        ? operatorLabels(list) : labels(of: list, isSubscript: node.kind == .subscriptDecl)
    }
    if let effects = signature?.child(.functionEffectSpecifiers) { addEffects(effects, to: index) }
    facts.definitions[Int(index)].overloadKey = overloadKey(
      node, parts, parameters: list, result: result, effects: signature?.child(.functionEffectSpecifiers))
    attributes(parts.attributes, of: index)
    scoped { extractor in
      extractor.context.owner = index
      extractor.genericParameters(parts.genericParameters, until: node.textEnd, define: false)
      extractor.openScope(.function, from: (parameters ?? parts.body ?? node).textStart, to: node.textEnd)
      extractor.context.body = .local
      if let list { extractor.functionParameters(list) }
      if let effects = signature?.child(.functionEffectSpecifiers) { extractor.visitChildren(effects) }
      if let type = result?.firstPart {
        let head = extractor.type(type, role: .type)
        extractor.bind(declared.name, at: range.lowerBound, extractor.words.bindings.result, value: head)
      }
      if let clause = parts.whereClause { extractor.visitChildren(clause) }
      if let definition = parts.initializer { extractor.visitChildren(definition) }
      guard let body = parts.body else { return }
      extractor.context.isLocal = true
      if body.kind == .accessorBlock {
        extractor.accessors(body, of: index)
      } else {
        extractor.visitChildren(body)
      }
    }
  }

  private mutating func declaredName(
    _ node: RawNode, _ parts: DeclarationParts, _ keyword: RawNode
  ) -> (kind: NodeKind, name: NameID, token: RawNode, isOperator: Bool)? {
    if keyword.isEmpty { return nil }
    switch node.kind {
    case .initializerDecl: return (.initializer, words.initializer, keyword, false)
    case .deinitializerDecl: return (.method, words.deinitializer, keyword, false)
    case .subscriptDecl: return (.subscript, words.subscriptName, keyword, false)
    case .macroDecl:
      guard let token = parts.name, !token.isEmpty else { return nil }
      return (.macro, name(token), token, false)
    default:
      guard let token = parts.name, !token.isEmpty else { return nil }
      let isOperator =
        switch token.tokenKind {
        case .binaryOperator, .prefixOperator, .postfixOperator: true
        default: false
        }
      return (context.body == .type ? .method : .function, name(token), token, isOperator)
    }
  }

  /// Walks parameters: attributes, types and default values are references, names are bindings.
  mutating func functionParameters(_ list: RawNode) {
    for parameter in list.children where parameter.kind == .functionParameter {
      var binding: RawNode?
      var head = Reference.Receiver.none
      var sawColon = false
      for part in parameter.children {
        switch part.kind {
        case .token:
          if part.tokenKind == .colon { sawColon = true } else if !sawColon { binding = part }
        case .attributeList: typeAttributes(part)
        case .initializerClause: visitChildren(part)
        case .declModifierList, .unexpectedNodes: break
        default: head = type(part, role: .type)
        }
      }
      if let binding { bind(token: binding, words.bindings.parameter, value: head) }
    }
  }

  /// `<T: P, each U>`: a scope up to `end` that stays open in ``context``. The parameters of types are
  /// definitions, because members of extensions name them; those of functions are only bindings.
  mutating func genericParameters(_ clause: RawNode?, until end: Int, define isDefined: Bool) {
    guard let clause, clause.kind == .genericParameterClause else { return }
    openScope(.typeParameters, from: clause.textStart, to: end)
    for parameter in clause.child(.genericParameterList)?.children ?? RawChildren(clause) {
      guard parameter.kind == .genericParameter else { continue }
      var nameToken: RawNode?
      var constraint: RawNode?
      for part in parameter.children {
        switch part.kind {
        case .token:
          // `each T` and `let N: Int` have a word before the name.
          if part.tokenKind == .identifier { nameToken = nameToken ?? part }
        case .attributeList, .unexpectedNodes: break
        default: constraint = part
        }
      }
      guard let nameToken, !nameToken.isEmpty else { continue }
      if isDefined {
        let range = textRange(nameToken)
        let index = define(
          .typeParameter, name(nameToken), at: range, from: parameter.textStart,
          to: elementEnd(parameter))
        facts.definitions[Int(index)].signature = oneLine(parameter.textStart..<elementEnd(parameter))
      }
      let head = constraint.map { type($0, role: .type) } ?? Reference.Receiver.none
      bind(token: nameToken, words.bindings.typeParameter, value: head)
    }
    if let requirements = clause.child(.genericWhereClause) { visitChildren(requirements) }
  }

  /// Records effects of a declaration's header as modifiers.
  mutating func addEffects(_ effects: RawNode, to index: DefinitionIndex) {
    for part in effects.children {
      if part.isToken && isText(part, "async") { facts.definitions[Int(index)].modifiers.insert(.isAsync) }
      if part.kind == .throwsClause && !part.isEmpty {
        facts.definitions[Int(index)].modifiers.insert(.isThrowing)
      }
    }
  }
}
