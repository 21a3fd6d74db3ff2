import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Statements that open scopes or bind names.
///
/// Order of references is order of visibility: what initialises a name is recorded before the write that
/// binds it, so `let x = x` reads the outer `x`.
extension FactsExtractor {
  /// `if … else if … else …`: names bound by a condition reach to the end of its body, not into `else`.
  mutating func ifExpression(_ node: RawNode) {
    var current: RawNode? = node
    while let branch = current {
      current = nil
      var conditions: RawNode?
      for part in branch.children {
        switch part.kind {
        case .conditionElementList: conditions = part
        case .codeBlock:
          if let list = conditions {
            conditions = nil
            inBlock(from: list.textStart, to: part.textEnd) { extractor in
              extractor.visitChildren(list)
              extractor.visitChildren(part)
            }
          } else {
            visit(part)
          }
        case .ifExpr: current = part
        default: visit(part)
        }
      }
    }
  }

  mutating func conditionalLoop(_ node: RawNode) {
    inBlock(node) { extractor in
      for part in node.children {
        if part.kind == .codeBlock { extractor.visitChildren(part) } else { extractor.visit(part) }
      }
    }
  }

  mutating func forLoop(_ node: RawNode) {
    var bound: RawNode?
    var annotation = Reference.Receiver.none
    var sequence: RawNode?
    var rest: [RawNode] = []
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .typeAnnotation: annotation = part.firstPart.map { type($0, role: .type) } ?? annotation
      case .whereClause, .codeBlock: rest.append(part)
      default: if bound == nil { bound = part } else { sequence = part }
      }
    }
    let elements = sequence.map { expression($0) } ?? Reference.Receiver.none
    inBlock(node) { extractor in
      if let bound {
        let hasType = annotation != Reference.Receiver.none
        extractor.pattern(
          bound, detail: hasType ? extractor.words.bindings.constant : extractor.words.bindings.loop,
          value: hasType ? annotation : elements)
      }
      for part in rest { extractor.visitChildren(part) }
    }
  }

  mutating func switchExpression(_ node: RawNode) {
    var subject = Reference.Receiver.none
    for part in node.children {
      switch part.kind {
      case .token: break
      case .switchCaseList: switchCases(part, subject)
      default: subject = expression(part)
      }
    }
  }

  mutating func switchCases(_ list: RawNode, _ subject: ReferenceIndex) {
    for entry in list.children {
      guard entry.kind == .switchCase else {
        // `#if` among the cases.
        visit(entry)
        continue
      }
      inBlock(entry) { extractor in
        for part in entry.children {
          if part.kind == .switchCaseLabel, let items = part.child(.switchCaseItemList) {
            for item in items.children { extractor.matchItem(item, subject) }
          } else {
            extractor.visit(part)
          }
        }
      }
    }
  }

  /// `pattern where condition`, in a `case` or a `catch`.
  private mutating func matchItem(_ item: RawNode, _ subject: ReferenceIndex) {
    for part in item.children {
      switch part.kind {
      case .token: break
      case .whereClause, .unexpectedNodes: visitChildren(part)
      default: pattern(part, detail: words.bindings.constant, value: subject)
      }
    }
  }

  mutating func catchClause(_ node: RawNode) {
    inBlock(node) { extractor in
      for part in node.children {
        switch part.kind {
        case .catchItemList:
          for item in part.children { extractor.matchItem(item, Reference.Receiver.expression) }
        case .codeBlock: extractor.visitChildren(part)
        default: extractor.visit(part)
        }
      }
    }
  }

  /// `let x = value`, `let x`, `case pattern = value` in a condition.
  mutating func bindingCondition(_ node: RawNode) {
    var bound: RawNode?
    var annotation = Reference.Receiver.none
    var value = Reference.Receiver.none
    var hasValue = false
    var detail = words.bindings.constant
    for part in node.children {
      switch part.kind {
      case .token: if isText(part, "var") { detail = words.bindings.variable }
      case .unexpectedNodes: break
      case .typeAnnotation: annotation = part.firstPart.map { type($0, role: .type) } ?? annotation
      case .initializerClause:
        hasValue = true
        if let initial = part.firstPart { value = expression(initial) }
      default: bound = part
      }
    }
    guard let bound else { return }
    if !hasValue, bound.kind == .identifierPattern, let token = bound.firstToken, !token.isEmpty {
      // `if let x` reads the outer `x` and binds an inner one at the same place.
      value = refer(.read, name(token), at: textRange(token).lowerBound)
    }
    pattern(bound, detail: detail, value: annotation == Reference.Receiver.none ? value : annotation)
  }
}
