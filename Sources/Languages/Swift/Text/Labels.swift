import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Argument labels in the form of full names, `(_:with:)`, and the keys that tell overloads apart.
extension FactsExtractor {
  /// Labels of declared parameters. A subscript's parameter has a label only where two names are written.
  mutating func labels(of list: RawNode, isSubscript: Bool) -> NameID {
    scratch.append(UInt8(ascii: "("))
    for parameter in list.children {
      var label: RawNode?
      var names = 0
      for part in parameter.children where part.isToken && !part.isEmpty {
        if part.tokenKind == .colon || part.tokenKind == .comma { break }
        names += 1
        label = label ?? part
      }
      if let label, names > 1 || !isSubscript { appendName(label) } else { scratch.append(UInt8(ascii: "_")) }
      scratch.append(UInt8(ascii: ":"))
    }
    scratch.append(UInt8(ascii: ")"))
    return internScratch()
  }

  /// Operators are called without labels, whatever their parameters are called.
  mutating func operatorLabels(_ list: RawNode) -> NameID {
    scratch.append(UInt8(ascii: "("))
    for _ in list.children { scratch.append(contentsOf: "_:".utf8) }
    scratch.append(UInt8(ascii: ")"))
    return internScratch()
  }

  /// Labels of a call or subscript with what follows its brackets.
  mutating func callLabels(_ node: RawNode) -> NameID {
    var list: RawNode?
    var closure: RawNode?
    var more: RawNode?
    var isFirst = true
    for part in node.children where !part.isToken && part.kind != .unexpectedNodes {
      if isFirst {
        isFirst = false
        continue
      }
      switch part.kind {
      case .labeledExprList: list = part
      case .closureExpr: closure = part
      case .multipleTrailingClosureElementList: more = part
      default: break
      }
    }
    return argumentLabels(list, closure: closure, more: more)
  }

  /// Labels of arguments. The first trailing closure, which fits any label, is written `{`: `(_:{:)`.
  /// Whatever is in ``scratch`` comes first.
  mutating func argumentLabels(_ list: RawNode?, closure: RawNode?, more: RawNode?) -> NameID {
    scratch.append(UInt8(ascii: "("))
    if let list {
      for argument in list.children {
        var parts = argument.children
        if let label = parts.next(), label.isToken, label.tokenKind != .colon, !label.isEmpty {
          appendName(label)
        } else {
          scratch.append(UInt8(ascii: "_"))
        }
        scratch.append(UInt8(ascii: ":"))
      }
    }
    if closure != nil { scratch.append(contentsOf: "{:".utf8) }
    if let more {
      for element in more.children {
        if let label = element.firstToken { appendName(label) }
        scratch.append(UInt8(ascii: ":"))
      }
    }
    scratch.append(UInt8(ascii: ")"))
    return internScratch()
  }

  /// Labels written in a full name: `foo(_:with:)`.
  mutating func writtenLabels(_ node: RawNode) -> NameID {
    appendCanonical(node.textRange)
    return internScratch()
  }

  private mutating func appendName(_ token: RawNode) {
    for offset in textRange(token) where source[offset] != UInt8(ascii: "`") {
      scratch.append(source[offset])
    }
  }

  /// What tells apart functions of the same name and labels: `static`, fixity, generic parameters, parameter
  /// types, effects, result and requirements, without default values and white space.
  mutating func overloadKey(
    _ node: RawNode, _ parts: DeclarationParts, parameters: RawNode?, result: RawNode?, effects: RawNode?
  ) -> NameID {
    for modifier in parts.modifiers?.children ?? RawChildren(node) where modifier.kind == .declModifier {
      for word: StaticString in ["static", "class", "prefix", "postfix"] {
        guard let token = modifier.firstToken, isText(token, word) else { continue }
        scratch.append(contentsOf: source[textRange(token)])
        scratch.append(UInt8(ascii: ":"))
      }
    }
    if let generic = parts.genericParameters { appendCanonical(generic.textRange) }
    if let parameters {
      scratch.append(UInt8(ascii: "("))
      var isFirst = true
      for parameter in parameters.children {
        if !isFirst { scratch.append(UInt8(ascii: ",")) }
        isFirst = false
        appendParameterType(parameter)
      }
      scratch.append(UInt8(ascii: ")"))
    }
    for part in [effects, result, parts.whereClause] {
      if let part, !part.isEmpty { appendCanonical(part.textRange) }
    }
    return internScratch()
  }

  private mutating func appendParameterType(_ parameter: RawNode) {
    for part in parameter.children {
      switch part.kind {
      case .token: if part.tokenKind == .ellipsis { scratch.append(contentsOf: "...".utf8) }
      case .attributeList, .declModifierList, .initializerClause, .unexpectedNodes: break
      default: if !part.isEmpty { appendCanonical(part.textRange) }
      }
    }
  }
}
