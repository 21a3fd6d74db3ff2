@_spi(RawSyntax) import SwiftSyntax

/// The parts that most declarations have, found in one pass over the children.
struct DeclarationParts {
  var attributes: RawNode?
  var modifiers: RawNode?
  /// The first token: the introducing keyword.
  var keyword: RawNode?
  /// The second token, if it stands directly after the keyword or after other tokens: the declared name.
  var name: RawNode?
  var genericParameters: RawNode?
  var inheritance: RawNode?
  var whereClause: RawNode?
  var signature: RawNode?
  var initializer: RawNode?
  /// The braces with members, statements or accessors.
  var body: RawNode?

  init(_ node: RawNode) {
    for child in node.children {
      switch child.kind {
      case .attributeList: attributes = child
      case .declModifierList: modifiers = child
      case .token:
        if keyword == nil { keyword = child } else if name == nil { name = child }
      case .genericParameterClause, .primaryAssociatedTypeClause: genericParameters = child
      case .inheritanceClause: inheritance = child
      case .genericWhereClause: whereClause = child
      case .functionSignature: signature = child
      case .initializerClause, .typeInitializerClause: initializer = child
      case .memberBlock, .codeBlock, .accessorBlock: body = child
      default: break
      }
    }
  }
}
