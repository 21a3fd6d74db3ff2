import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

/// The state of the second walk, which writes the file's trees.
struct TreeState {
  /// Finished trees that no node has taken as operands yet.
  var pending: Int32 = 0
  /// Offset and index of each reference, sorted.
  var references: [UInt64] = []
  /// Offset of the name and index of each definition, sorted.
  var definitions: [UInt64] = []
  /// True in manifests, whose strings are kept.
  var keepsStrings = false
}

/// The second walk over the raw tree: writes ``FileFacts/expressions`` in post-order, see ``TreeKind``.
extension FactsExtractor {
  /// Writes the trees of a whole file. The references and definitions are found already.
  mutating func buildTrees(_ root: RawNode) {
    tree.references = Self.sortedKeys(facts.references.lazy.map(\.offset))
    tree.definitions = Self.sortedKeys(facts.definitions.lazy.map(\.nameStart))
    tree.keepsStrings = facts.imports.contains { facts.names.string($0.module) == "PackageDescription" }
    facts.expressions.reserveCapacity(facts.references.count * 3)
    treeChildren(root)
  }

  private static func sortedKeys(_ offsets: some Sequence<UInt32>) -> [UInt64] {
    var keys = offsets.enumerated().map { UInt64($1) << 32 | UInt64($0) }
    keys.sort()
    return keys
  }

  /// Writes a node after what `operands` writes.
  mutating func node(
    _ kind: TreeKind, reference: ReferenceIndex = -1, name: NameID = .empty, value: Int32 = 0,
    _ operands: (inout FactsExtractor) -> Void = { _ in }
  ) {
    let before = tree.pending
    operands(&self)
    finish(kind, before, reference: reference, name: name, value: value)
  }

  /// Writes a node that takes all trees since `before` as operands.
  mutating func finish(
    _ kind: TreeKind, _ before: Int32, reference: ReferenceIndex = -1, name: NameID = .empty,
    value: Int32 = 0
  ) {
    facts.expressions.append(
      Expression(
        kind: kind.rawValue, operandCount: tree.pending - before, reference: reference, name: name,
        value: value))
    tree.pending = before + 1
  }

  // MARK: What was found at a place

  /// The use of a name at `offset`, -1 if there is none.
  func use(at offset: Int) -> ReferenceIndex {
    reference(at: offset) { $0.role != .write || $0.detail == .empty }
  }

  /// The binding of a name at `offset`, -1 if there is none.
  func bound(at offset: Int) -> ReferenceIndex {
    reference(at: offset) { $0.role == .write && $0.detail != .empty }
  }

  private func reference(at offset: Int, _ accepts: (Reference) -> Bool) -> ReferenceIndex {
    var place = Self.lowerBound(tree.references, offset)
    while place < tree.references.count, tree.references[place] >> 32 == UInt64(offset) {
      let index = Int(tree.references[place] & 0xFFFF_FFFF)
      if accepts(facts.references[index]) { return ReferenceIndex(index) }
      place += 1
    }
    return -1
  }

  /// The definition whose name stands at `offset`, -1 if there is none.
  func definition(at offset: Int) -> DefinitionIndex {
    let place = Self.lowerBound(tree.definitions, offset)
    guard place < tree.definitions.count, tree.definitions[place] >> 32 == UInt64(offset) else { return -1 }
    return DefinitionIndex(tree.definitions[place] & 0xFFFF_FFFF)
  }

  private static func lowerBound(_ keys: [UInt64], _ offset: Int) -> Int {
    let key = UInt64(offset) << 32
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func useOf(_ token: RawNode) -> ReferenceIndex { token.isEmpty ? -1 : use(at: textRange(token).lowerBound) }

  func bindingOf(_ token: RawNode) -> ReferenceIndex {
    token.isEmpty ? -1 : bound(at: textRange(token).lowerBound)
  }

  // MARK: Dispatch

  mutating func treeChildren(_ node: RawNode) {
    for child in node.children { buildTree(child) }
  }

  /// Writes the trees of a node of any kind: one for whatever is a type, a pattern, an expression; those of
  /// the parts for what has no kind of its own.
  mutating func buildTree(_ node: RawNode) {
    switch node.kind {
    case .token, .missingExpr, .missingType, .missingPattern, .availabilityCondition, .precedenceGroupDecl,
      .breakStmt, .continueStmt, .fallThroughStmt, .poundSourceLocation, .importDecl, .declModifierList,
      .moduleSelector:
      break
    case .identifierType, .memberType, .optionalType, .implicitlyUnwrappedOptionalType, .metatypeType,
      .arrayType, .dictionaryType, .inlineArrayType, .tupleType, .functionType, .attributedType,
      .compositionType, .someOrAnyType, .suppressedType, .classRestrictionType, .packExpansionType,
      .packElementType, .namedOpaqueReturnType:
      typeTree(node)
    case .identifierPattern, .tuplePattern, .valueBindingPattern, .expressionPattern, .isTypePattern,
      .wildcardPattern:
      patternTree(node)
    case .classDecl, .structDecl, .enumDecl, .actorDecl, .protocolDecl, .extensionDecl, .functionDecl,
      .initializerDecl, .deinitializerDecl, .subscriptDecl, .macroDecl, .variableDecl, .enumCaseDecl,
      .typeAliasDecl, .associatedTypeDecl, .operatorDecl:
      declarationTree(node)
    case .codeBlock: self.node(.block) { $0.treeChildren(node) }
    case .ifExpr, .whileStmt, .repeatStmt, .guardStmt, .forStmt, .switchExpr, .doStmt, .returnStmt,
      .throwStmt, .switchCaseList, .optionalBindingCondition, .matchingPatternCondition:
      statementTree(node)
    case .declReferenceExpr, .memberAccessExpr, .functionCallExpr, .subscriptCallExpr,
      .optionalChainingExpr, .forceUnwrapExpr, .postfixOperatorExpr, .genericSpecializationExpr,
      .postfixIfConfigExpr, .superExpr, .tupleExpr, .sequenceExpr, .closureExpr, .tryExpr, .awaitExpr,
      .unsafeExpr, .consumeExpr, .copyExpr, .borrowExpr, .inOutExpr, .prefixOperatorExpr, .keyPathExpr,
      .macroExpansionExpr, .macroExpansionDecl, .binaryOperatorExpr, .patternExpr, .arrayExpr,
      .dictionaryExpr, .typeExpr, .booleanLiteralExpr, .integerLiteralExpr, .floatLiteralExpr,
      .nilLiteralExpr, .regexLiteralExpr, .stringLiteralExpr, .simpleStringLiteralExpr,
      .discardAssignmentExpr, .unresolvedAsExpr, .unresolvedIsExpr, .unresolvedTernaryExpr, .arrowExpr,
      .assignmentExpr, .packElementExpr, .packExpansionExpr:
      expressionTree(node)
    case .ifConfigDecl:
      for clause in node.child(.ifConfigClauseList)?.children ?? RawChildren(node) {
        if let elements = conditionalElements(clause) { buildTree(elements) }
      }
    default: treeChildren(node)
    }
  }
}
