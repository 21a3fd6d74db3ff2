import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

extension FactsExtractor {
  /// Walks a closure: a lambda scope with its captures, parameters and statements.
  mutating func closure(_ node: RawNode) {
    let callee = context.closureCallee
    scoped { extractor in
      extractor.context.closureCallee = Reference.Receiver.none
      extractor.context.isPattern = false
      extractor.context.postfixBase = Reference.Receiver.implicit
      var captured: [(token: RawNode, value: ReferenceIndex)] = []
      if let clause = node.child(.closureSignature)?.child(.closureCaptureClause) {
        captured = extractor.captures(clause)
      }
      extractor.openScope(.lambda, from: node.textStart, to: node.textEnd)
      extractor.context.body = .local
      extractor.context.isLocal = true
      for capture in captured {
        extractor.bind(token: capture.token, extractor.words.bindings.capture, value: capture.value)
      }
      for part in node.children {
        if part.kind == .closureSignature {
          extractor.closureSignature(part, callee: callee)
        } else {
          extractor.visit(part)
        }
      }
    }
  }

  /// Captured values are evaluated outside the closure.
  private mutating func captures(_ clause: RawNode) -> [(token: RawNode, value: ReferenceIndex)] {
    var result: [(token: RawNode, value: ReferenceIndex)] = []
    for capture in clause.child(.closureCaptureList)?.children ?? RawChildren(clause) {
      guard capture.kind == .closureCapture, let token = capture.firstToken, !token.isEmpty else { continue }
      let value: ReferenceIndex
      if let initial = capture.child(.initializerClause)?.firstPart {
        value = expression(initial)
      } else {
        value = refer(.read, name(token), at: textRange(token).lowerBound)
      }
      result.append((token, value))
    }
    return result
  }

  private mutating func closureSignature(_ node: RawNode, callee: ReferenceIndex) {
    for part in node.children {
      switch part.kind {
      case .attributeList: typeAttributes(part)
      case .closureShorthandParameterList:
        for parameter in part.children {
          if let token = parameter.firstToken {
            bind(token: token, words.bindings.closureParameter, value: callee)
          }
        }
      case .closureParameterClause:
        for parameter in part.child(.closureParameterList)?.children ?? RawChildren(part) {
          closureParameter(parameter, callee: callee)
        }
      case .returnClause, .typeEffectSpecifiers: visitChildren(part)
      default: break
      }
    }
  }

  private mutating func closureParameter(_ node: RawNode, callee: ReferenceIndex) {
    guard node.kind == .closureParameter else { return }
    var binding: RawNode?
    var sawColon = false
    var head = callee
    for part in node.children {
      switch part.kind {
      case .token:
        switch part.tokenKind {
        case .colon: sawColon = true
        case .comma, .ellipsis: break
        default: if !sawColon { binding = part }
        }
      case .attributeList: typeAttributes(part)
      case .declModifierList, .unexpectedNodes: break
      default: head = type(part, role: .type)
      }
    }
    if let binding { bind(token: binding, words.bindings.closureParameter, value: head) }
  }
}
