import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of closures.
extension FactsExtractor {
  mutating func closureTree(_ node: RawNode) {
    self.node(.closure) { builder in
      for part in node.children {
        if part.kind == .closureSignature {
          builder.signatureTrees(part)
        } else {
          builder.buildTree(part)
        }
      }
    }
  }

  private mutating func signatureTrees(_ node: RawNode) {
    for part in node.children {
      switch part.kind {
      case .attributeList: attributeTrees(part)
      case .closureCaptureClause:
        for capture in part.child(.closureCaptureList)?.children ?? RawChildren(part) {
          captureTree(capture)
        }
      case .closureShorthandParameterList:
        for parameter in part.children {
          if let token = parameter.firstToken { closureName(token, type: nil) }
        }
      case .closureParameterClause:
        for parameter in part.child(.closureParameterList)?.children ?? RawChildren(part) {
          if parameter.kind == .closureParameter { closureParameterTree(parameter) }
        }
      case .returnClause: self.node(.result) { $0.oneType(part.firstPart) }
      default: break
      }
    }
  }

  private mutating func captureTree(_ capture: RawNode) {
    guard capture.kind == .closureCapture, let token = capture.firstToken, !token.isEmpty else { return }
    let place = textRange(token).lowerBound
    node(.capture, reference: bound(at: place), name: name(token)) { builder in
      if let initial = capture.child(.initializerClause)?.firstPart {
        builder.oneExpression(initial)
      } else {
        builder.node(.name, reference: builder.use(at: place))
      }
    }
  }

  private mutating func closureName(_ token: RawNode, type: RawNode?) {
    node(.parameter, reference: bindingOf(token), name: name(token)) { builder in
      if let type { builder.oneType(type) }
    }
  }

  private mutating func closureParameterTree(_ node: RawNode) {
    var binding: RawNode?
    var type: RawNode?
    for part in node.children {
      switch part.kind {
      case .token:
        switch part.tokenKind {
        case .colon, .comma, .ellipsis: break
        default: if type == nil { binding = part }
        }
      case .attributeList, .declModifierList, .unexpectedNodes: break
      default: type = part
      }
    }
    if let binding { closureName(binding, type: type) }
  }
}
