import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// Trees of statements that bind names or have parts; the others are the trees of their expressions.
extension FactsExtractor {
  mutating func statementTree(_ node: RawNode) {
    switch node.kind {
    case .ifExpr: self.node(.ifElse) { $0.treeChildren(node) }
    case .guardStmt: self.node(.guardElse) { $0.treeChildren(node) }
    case .whileStmt: self.node(.whileLoop) { $0.treeChildren(node) }
    case .repeatStmt: self.node(.repeatLoop) { $0.treeChildren(node) }
    case .forStmt: self.node(.forLoop) { $0.loopParts(node) }
    case .switchExpr: self.node(.switchOver) { $0.switchParts(node) }
    case .doStmt: self.node(.doCatch) { $0.doParts(node) }
    case .returnStmt: self.node(.returned) { $0.treeChildren(node) }
    case .throwStmt: self.node(.thrown) { $0.treeChildren(node) }
    case .switchCaseList: caseTrees(node)
    case .optionalBindingCondition: self.node(.conditionBinding) { $0.bindingParts(node) }
    case .matchingPatternCondition: self.node(.conditionMatch) { $0.bindingParts(node) }
    default: treeChildren(node)
    }
  }

  private mutating func bindingParts(_ node: RawNode) {
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .typeAnnotation: oneType(part.firstPart)
      case .initializerClause: oneExpression(part.firstPart)
      default:
        patternTree(part)
        // `if let x` reads the outer `x` at the same place.
        if node.kind == .optionalBindingCondition, node.child(.initializerClause) == nil,
          part.kind == .identifierPattern, let token = part.firstToken
        {
          self.node(.name, reference: useOf(token))
        }
      }
    }
  }

  private mutating func loopParts(_ node: RawNode) {
    var hasPattern = false
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .typeAnnotation: oneType(part.firstPart)
      case .whereClause: whereTree(part)
      case .codeBlock: buildTree(part)
      default:
        if hasPattern { oneExpression(part) } else { patternTree(part) }
        hasPattern = true
      }
    }
  }

  private mutating func whereTree(_ clause: RawNode) {
    node(.whereCondition) { $0.oneExpression(clause.firstPart) }
  }

  private mutating func switchParts(_ node: RawNode) {
    for part in node.children {
      switch part.kind {
      case .token, .unexpectedNodes: break
      case .switchCaseList: caseTrees(part)
      default: oneExpression(part)
      }
    }
  }

  private mutating func caseTrees(_ list: RawNode) {
    for entry in list.children {
      guard entry.kind == .switchCase else {
        buildTree(entry)
        continue
      }
      node(.switchCase) { builder in
        for part in entry.children {
          if part.kind == .switchCaseLabel, let items = part.child(.switchCaseItemList) {
            for item in items.children { builder.itemTree(item) }
          } else if part.kind == .codeBlockItemList {
            builder.treeChildren(part)
          }
        }
      }
    }
  }

  private mutating func itemTree(_ item: RawNode) {
    node(.caseItem) { builder in
      for part in item.children {
        switch part.kind {
        case .token, .unexpectedNodes: break
        case .whereClause: builder.whereTree(part)
        default: builder.patternTree(part)
        }
      }
    }
  }

  private mutating func doParts(_ node: RawNode) {
    for part in node.children {
      switch part.kind {
      case .throwsClause: if let type = part.firstPart { oneType(type) }
      case .codeBlock: buildTree(part)
      case .catchClauseList:
        for clause in part.children { catchTree(clause) }
      default: break
      }
    }
  }

  private mutating func catchTree(_ clause: RawNode) {
    node(.catchClause) { builder in
      for part in clause.children {
        if part.kind == .catchItemList {
          for item in part.children { builder.itemTree(item) }
        } else {
          builder.buildTree(part)
        }
      }
    }
  }
}
