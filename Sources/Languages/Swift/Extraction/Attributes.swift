import GraphModel
import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Attributes, attached macros, property wrappers, result builders, global actors; and modifiers.
extension FactsExtractor {
  /// Records the attributes of a definition and what they refer to.
  mutating func attributes(_ list: RawNode?, of index: DefinitionIndex) {
    guard let list, !list.isEmpty else { return }
    addAttributeTexts(list, to: index)
    scoped { extractor in
      extractor.context.owner = index
      extractor.attributeReferences(list)
    }
  }

  /// Adds the text of each attribute, without `@` and on one line.
  mutating func addAttributeTexts(_ list: RawNode?, to index: DefinitionIndex) {
    guard let list, !list.isEmpty else { return }
    for attribute in list.children {
      if attribute.kind == .attribute, let mark = attribute.firstToken {
        let start = textRange(mark).upperBound
        facts.definitions[Int(index)].attributes.append(oneLine(start..<max(start, attribute.textEnd)))
      } else if attribute.kind == .ifConfigDecl {
        for clause in attribute.child(.ifConfigClauseList)?.children ?? RawChildren(attribute) {
          if let inner = clause.child(.attributeList) { addAttributeTexts(inner, to: index) }
        }
      }
    }
  }

  /// Refers to the types and macros behind attributes, as `decorator`.
  mutating func attributeReferences(_ list: RawNode) { attributeReferences(list, role: .decorator) }

  /// Attributes of types, parameters and closures: what they name is a type that decorates no definition.
  mutating func typeAttributes(_ list: RawNode) { attributeReferences(list, role: .type) }

  private mutating func attributeReferences(_ list: RawNode, role: Reference.Role) {
    for attribute in list.children {
      switch attribute.kind {
      case .attribute: attributeReference(attribute, role: role)
      case .ifConfigDecl:
        for clause in attribute.child(.ifConfigClauseList)?.children ?? RawChildren(attribute) {
          if let inner = clause.child(.attributeList) { attributeReferences(inner, role: role) }
        }
      default: break
      }
    }
  }

  private mutating func attributeReference(_ node: RawNode, role: Reference.Role) {
    guard let attributeType = node.firstPart, isCustom(attributeType) else { return }
    let arguments = node.child(.labeledExprList)
    let reference = type(attributeType, role: role)
    guard let arguments, reference >= 0 else { return }
    facts.references[Int(reference)].detail = argumentLabels(arguments, closure: nil, more: nil)
    scoped { extractor in
      if extractor.context.body != .local { extractor.context.body = .local }
      extractor.arguments(arguments, callee: reference)
    }
  }

  /// The language's own attributes begin with a lowercase letter; types and macros by convention do not.
  func isCustom(_ attributeType: RawNode) -> Bool {
    if attributeType.kind == .memberType { return true }
    for offset in attributeType.textRange {
      switch source[offset] {
      case UInt8(ascii: "_"), UInt8(ascii: "`"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: return true
      default: return false
      }
    }
    return false
  }

  /// The modifiers of access levels.
  static var accessLevels: Modifiers {
    [.isPublic, .isOpen, .isPackage, .isInternal, .isFilePrivate, .isPrivate]
  }

  /// Adds the modifiers written before a declaration, and the access level it has without one. Extensions,
  /// operators and local declarations have none.
  mutating func addModifiers(_ list: RawNode?, to index: DefinitionIndex) {
    var result = list.map { modifiers(of: $0) } ?? []
    let definition = facts.definitions[Int(index)]
    if result.isDisjoint(with: Self.accessLevels), definition.kind != .extension,
      definition.kind != .operator, !definition.modifiers.contains(.isLocal)
    {
      // Members' defaults never exceed what their kind allows: an enum's cases are as visible as the enum,
      // an `open` class has `internal` members.
      result.formUnion(definition.kind == .enumCase || !isEnumBody ? context.access : .isInternal)
    }
    facts.definitions[Int(index)].modifiers.formUnion(result)
  }

  private var isEnumBody: Bool {
    context.owner >= 0 && facts.definitions[Int(context.owner)].kind == .enum
  }

  /// The modifiers written before a declaration.
  private func modifiers(of list: RawNode) -> Modifiers {
    var result: Modifiers = []
    for modifier in list.children {
      guard modifier.kind == .declModifier, let token = modifier.firstToken else { continue }
      // `private(set)` restricts the setter only; `nonisolated(unsafe)` and `unowned(safe)` are what they say.
      if let detail = modifier.child(.declModifierDetail), isSetter(detail) { continue }
      for (word, flag) in Self.modifierWords where isText(token, word) {
        result.insert(flag)
        break
      }
    }
    return result
  }

  private func isSetter(_ detail: RawNode) -> Bool {
    for token in detail.children where isText(token, "set") { return true }
    return false
  }

  private static let modifierWords: [(StaticString, Modifiers)] = [
    ("public", .isPublic), ("private", .isPrivate), ("static", .isStatic), ("final", .isFinal),
    ("internal", .isInternal), ("fileprivate", .isFilePrivate), ("open", .isOpen), ("package", .isPackage),
    ("override", .isOverride), ("mutating", .isMutating), ("class", .isClassMember), ("lazy", .isLazy),
    ("weak", .isWeak), ("unowned", .isWeak), ("indirect", .isIndirect), ("nonisolated", .isNonisolated),
  ]
}
