@_spi(RawSyntax) import SwiftSyntax

/// A node of swift-syntax's raw tree together with its place in the file.
///
/// Raw nodes have no identity, no parents and no reference counts, so walking them costs a fraction of walking
/// `Syntax`; the price is that positions must be carried along: each child starts where the one before ends.
/// The tree that owns the nodes must be kept alive by the caller.
struct RawNode {
  let raw: RawSyntax
  /// Byte offset of the node's first byte, leading trivia included.
  let start: Int

  var kind: SyntaxKind { raw.kind }

  /// Byte offset after the node's last byte, trailing trivia included.
  var end: Int { start + raw.byteLength }

  /// True if no token of the node stands in the source.
  var isEmpty: Bool { raw.byteLength == 0 }

  var isToken: Bool { raw.isToken }

  /// The children that exist, in order of their places. Tokens have none.
  var children: RawChildren { RawChildren(self) }

  /// The first child of that kind. O(children).
  func child(_ kind: SyntaxKind) -> RawNode? {
    for child in children where child.kind == kind { return child }
    return nil
  }

  /// The first child that is a token, or nil. O(children).
  var firstToken: RawNode? {
    for child in children where child.isToken { return child }
    return nil
  }

  /// The first child that is neither a token nor something the parser skipped. O(children).
  var firstPart: RawNode? {
    for child in children where !child.isToken && child.kind != .unexpectedNodes { return child }
    return nil
  }

  /// The last child that is neither a token nor something the parser skipped. O(children).
  var lastPart: RawNode? {
    var last: RawNode?
    for child in children where !child.isToken && child.kind != .unexpectedNodes { last = child }
    return last
  }

  /// Byte offset of the first token's text: `start` without the leading trivia. O(depth).
  var textStart: Int {
    var node = self
    descend: while !node.isToken {
      for child in node.children where !child.isEmpty {
        node = child
        continue descend
      }
      return node.start
    }
    guard !node.isEmpty, let token = node.raw.tokenView else { return node.start }
    return node.start + token.leadingTriviaByteLength
  }

  /// Byte offset after the last token's text: `end` without the trailing trivia. O(depth).
  var textEnd: Int {
    var node = self
    descend: while !node.isToken {
      var last: RawNode?
      for child in node.children where !child.isEmpty { last = child }
      guard let last else { return node.end }
      node = last
    }
    guard !node.isEmpty, let token = node.raw.tokenView else { return node.end }
    return node.end - token.trailingTriviaByteLength
  }

  /// The bytes without leading and trailing trivia. O(depth).
  var textRange: Range<Int> {
    let start = textStart
    return start..<Swift.max(start, textEnd)
  }

  /// The kind of a token, or nil for other nodes.
  var tokenKind: RawTokenKind? { raw.tokenView?.rawKind }
}

/// The children of a node with their places; absent ones are left out.
struct RawChildren: Sequence, IteratorProtocol {
  private let buffer: RawSyntaxBuffer?
  private let count: Int
  private var index = 0
  private var offset: Int

  init(_ node: RawNode) {
    buffer = node.raw.layoutView?.children
    count = buffer?.count ?? 0
    offset = node.start
  }

  mutating func next() -> RawNode? {
    guard let buffer else { return nil }
    while index < count {
      let child = buffer[index]
      index += 1
      guard let child else { continue }
      let node = RawNode(raw: child, start: offset)
      offset += child.byteLength
      return node
    }
    return nil
  }
}
