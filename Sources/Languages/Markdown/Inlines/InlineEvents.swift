/// The inline structure of a leaf as a sequence, without recursion.
enum InlineEvent {
  /// Plain text: a range of the leaf's text.
  case text(Int, Int)
  /// A node without inline content.
  case leaf(Inline)
  case enter(Inline)
  case exit(Inline)
}

extension InlineParser {
  /// Calls `body` with the events of `text[start..<end]`, whose nodes are those from index `first` on. O(nodes).
  func forEachEvent(_ body: (InlineEvent) -> Void) {
    var place = 0
    var stack: [Inline] = []
    func leave(before limit: Int) {
      while let top = stack.last, Int(top.contentEnd) <= limit {
        if place < top.contentEnd { body(.text(place, Int(top.contentEnd))) }
        body(.exit(top))
        place = Int(top.end)
        stack.removeLast()
      }
    }
    for node in nodes {
      leave(before: Int(node.start))
      if place < node.start { body(.text(place, Int(node.start))) }
      if node.kind.isContainer {
        body(.enter(node))
        place = Int(node.contentStart)
        stack.append(node)
      } else {
        body(.leaf(node))
        place = Int(node.end)
      }
    }
    leave(before: text.count)
    if place < text.count { body(.text(place, text.count)) }
  }
}
