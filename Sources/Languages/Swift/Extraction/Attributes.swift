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
      case .ifConfigDecl: visit(attribute)
      case .attributeList: attributeReferences(attribute, role: role)
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
  private func isCustom(_ attributeType: RawNode) -> Bool {
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

  /// The modifiers written before a declaration. Only what is written: a missing access level stays missing.
  func modifiers(of list: RawNode) -> Modifiers {
    var result: Modifiers = []
    for modifier in list.children {
      guard modifier.kind == .declModifier, let token = modifier.firstToken else { continue }
      if let detail = modifier.child(.declModifierDetail) {
        // `private(set)` restricts the setter only; `nonisolated(unsafe)` is still `nonisolated`.
        guard isText(token, "nonisolated") else { continue }
        _ = detail
      }
      for (word, flag) in Self.modifierWords where isText(token, word) {
        result.insert(flag)
        break
      }
    }
    return result
  }

  private static let modifierWords: [(StaticString, Modifiers)] = [
    ("public", .isPublic), ("private", .isPrivate), ("static", .isStatic), ("final", .isFinal),
    ("internal", .isInternal), ("fileprivate", .isFilePrivate), ("open", .isOpen), ("package", .isPackage),
    ("override", .isOverride), ("mutating", .isMutating), ("class", .isClassMember), ("lazy", .isLazy),
    ("weak", .isWeak), ("indirect", .isIndirect), ("nonisolated", .isNonisolated),
  ]
}
