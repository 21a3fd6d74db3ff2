/// A run of `*`, `_` or `~` that may open or close emphasis.
struct Delimiter {
  var byte: UInt8
  var canOpen: Bool
  var canClose: Bool
  /// The bytes of the run that are not used yet: `start..<start + count`.
  var start: Int32
  var count: Int32
  /// The run's length before any was used.
  var length: Int32
  /// The neighbours that are still in play, by index.
  var previous: Int32
  var next: Int32

  static let classCount = 14

  /// Closers of one class can be opened by the same runs.
  var closerClass: Int {
    switch byte {
    case ASCII.tilde: Int(length) - 1
    default: (byte == ASCII.asterisk ? 2 : 8) + (canOpen ? 3 : 0) + Int(length % 3)
    }
  }

  /// True if this run can open what `closer` closes (CommonMark 0.31, section 6.2, rules 9 and 10; for `~`
  /// both runs have one length).
  func opens(_ closer: Delimiter) -> Bool {
    guard byte == closer.byte, canOpen else { return false }
    if byte == ASCII.tilde { return length == closer.length }
    guard canClose || closer.canOpen else { return true }
    return (length + closer.length) % 3 != 0 || length % 3 == 0 && closer.length % 3 == 0
  }
}

extension InlineParser {
  /// A run of delimiter characters: noted if it can open or close.
  mutating func delimiterRun(_ start: Int) -> Int {
    let byte = text[start]
    var end = start
    while end < text.count && text[end] == byte { end += 1 }
    if byte == ASCII.tilde && end - start > 2 { return end }
    let before = CharacterClass.before(start, in: text)
    let after = CharacterClass.after(end, in: text)
    let isLeftFlanking = after != .whitespace && (after != .punctuation || before != .other)
    let isRightFlanking = before != .whitespace && (before != .punctuation || after != .other)
    var canOpen = isLeftFlanking
    var canClose = isRightFlanking
    if byte == ASCII.underscore {
      canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
      canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
    }
    if canOpen || canClose {
      let index = Int32(delimiters.count)
      delimiters.append(
        Delimiter(
          byte: byte, canOpen: canOpen, canClose: canClose, start: Int32(start), count: Int32(end - start),
          length: Int32(end - start), previous: index - 1, next: index + 1))
    }
    return end
  }

  /// Matches the delimiters from index `bottom` on, adds the nodes and removes the delimiters (CommonMark's
  /// "process emphasis"). Amortised linear: a search for an opener that failed is not repeated below its floor.
  mutating func matchDelimiters(from bottom: Int) {
    defer { delimiters.removeSubrange(bottom...) }
    guard delimiters.count - bottom >= 2 else { return }
    for index in 0..<Delimiter.classCount { openerFloors[index] = Int32(bottom) }
    var current = Int32(bottom)
    while current < delimiters.count {
      let closer = delimiters[Int(current)]
      guard closer.canClose else {
        current = closer.next
        continue
      }
      let floor = openerFloors[closer.closerClass]
      var candidate = closer.previous
      while candidate >= floor && !delimiters[Int(candidate)].opens(closer) {
        candidate = delimiters[Int(candidate)].previous
      }
      if candidate >= floor {
        current = match(candidate, current, bottom)
      } else {
        openerFloors[closer.closerClass] = current
        if !closer.canOpen { removeDelimiter(current, bottom) }
        current = closer.next
      }
    }
  }

  /// Adds the node between two delimiters, uses up their bytes and drops what lies between; returns the
  /// closer to go on with.
  private mutating func match(_ opener: Int32, _ closer: Int32, _ bottom: Int) -> Int32 {
    var first = delimiters[Int(opener)]
    var last = delimiters[Int(closer)]
    let used = first.byte == ASCII.tilde ? first.count : first.count >= 2 && last.count >= 2 ? 2 : 1
    let kind: Inline.Kind =
      first.byte == ASCII.tilde ? .strikethrough : used == 2 ? .strong : .emphasis
    let contentStart = Int(first.start + first.count)
    nodes.append(
      Inline(
        kind, contentStart - Int(used), Int(last.start + used), content: (contentStart, Int(last.start))))
    first.count -= used
    first.next = closer
    last.count -= used
    last.start += used
    last.previous = opener
    delimiters[Int(opener)] = first
    delimiters[Int(closer)] = last
    if first.count == 0 { removeDelimiter(opener, bottom) }
    if last.count == 0 {
      removeDelimiter(closer, bottom)
      return last.next
    }
    return closer
  }

  /// Unlinks a delimiter; those below `bottom` keep their links, because all from `bottom` on go in the end.
  private mutating func removeDelimiter(_ index: Int32, _ bottom: Int) {
    let delimiter = delimiters[Int(index)]
    if delimiter.previous >= bottom { delimiters[Int(delimiter.previous)].next = delimiter.next }
    if delimiter.next < delimiters.count { delimiters[Int(delimiter.next)].previous = delimiter.previous }
  }
}
