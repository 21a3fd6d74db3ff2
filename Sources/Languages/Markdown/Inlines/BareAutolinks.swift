/// Addresses without angle brackets (GFM, section 6.9).
extension InlineParser {
  /// A `:`, `.` or `@` that may stand in an address. Addresses are taken at once, so that `_` or `*` in them
  /// is no emphasis; inside brackets, which may become links, and for mail the decision is left to the end.
  mutating func bareAutolink(_ index: Int) -> Int {
    let byte = text[index]
    if byte == ASCII.at || !brackets.isEmpty {
      if byte != ASCII.period || startsWithWWW(index) { candidates.append(Int32(index)) }
      return index + 1
    }
    guard let node = addressNode(index, within: (0, text.count)) else { return index + 1 }
    nodes.append(node)
    return Int(node.end)
  }

  /// Adds the addresses at the places that were left to the end. `nodes` is sorted before and after.
  mutating func addLateAutolinks() {
    var bounds: [Int] = []
    for node in nodes {
      bounds.append(Int(node.start))
      bounds.append(Int(node.end))
      if node.kind.isContainer {
        bounds.append(Int(node.contentStart))
        bounds.append(Int(node.contentEnd))
      }
    }
    bounds.sort()
    var found: [Inline] = []
    var bound = 0
    var node = 0
    var linkEnd = 0
    var lastEnd = 0
    badDomainEnd = 0
    for place in candidates.lazy.map(Int.init) {
      while bound < bounds.count && bounds[bound] <= place { bound += 1 }
      while node < nodes.count && nodes[node].start <= place {
        if isOpaque(nodes[node].kind) { linkEnd = max(linkEnd, Int(nodes[node].end)) }
        node += 1
      }
      guard place >= linkEnd, place >= lastEnd else { continue }
      let low = max(lastEnd, bound == 0 ? 0 : bounds[bound - 1])
      let high = bound < bounds.count ? bounds[bound] : text.count
      let late =
        text[place] == ASCII.at
        ? mailNode(place, within: (low, high)) : addressNode(place, within: (low, high))
      guard let late else { continue }
      found.append(late)
      lastEnd = Int(late.end)
    }
    guard !found.isEmpty else { return }
    nodes.append(contentsOf: found)
    sortNodes()
  }

  /// True for nodes inside which no address is looked for.
  private func isOpaque(_ kind: Inline.Kind) -> Bool {
    switch kind {
    case .emphasis, .strong, .strikethrough, .image: false
    default: true
    }
  }

  /// The address around the `:` of a scheme or the first `.` of `www.`.
  private mutating func addressNode(_ index: Int, within bounds: (low: Int, high: Int)) -> Inline? {
    text[index] == ASCII.colon ? schemeNode(index, bounds) : wwwNode(index, bounds)
  }

  private func startsWithWWW(_ period: Int) -> Bool { text.has("www", at: period - 3) }

  private mutating func wwwNode(_ period: Int, _ bounds: (low: Int, high: Int)) -> Inline? {
    let start = period - 3
    guard start >= bounds.low, startsWithWWW(period) else { return nil }
    if start > 0 {
      let before = text[start - 1]
      guard
        before.isWhitespace || before == ASCII.asterisk || before == ASCII.underscore
          || before == ASCII.tilde || before == ASCII.openParenthesis
      else { return nil }
    }
    guard let domain = domainEnd(period + 1, bounds.high) else { return nil }
    return Inline(.wwwAutolink, start, addressEnd(start, domain, bounds.high))
  }

  private mutating func schemeNode(_ colon: Int, _ bounds: (low: Int, high: Int)) -> Inline? {
    var start = colon
    while start > bounds.low && colon - start < 7 && text[start - 1].isLetter { start -= 1 }
    let length = colon - start
    guard text.has("//", at: colon + 1),
      length == 4 && text.has("http", at: start, ignoringCase: true)
        || length == 5 && text.has("https", at: start, ignoringCase: true)
        || length == 3 && text.has("ftp", at: start, ignoringCase: true),
      let domain = domainEnd(colon + 3, bounds.high), domain > colon + 3
    else { return nil }
    return Inline(.autolink, start, addressEnd(start, domain, bounds.high))
  }

  /// The end of a domain: labels of letters, digits, `-` and `_` with periods between; no `_` in the last two.
  private mutating func domainEnd(_ start: Int, _ limit: Int) -> Int? {
    guard start >= badDomainEnd, start < limit else { return nil }
    var index = start
    var underscores = (last: 0, before: 0)
    while index < limit {
      let byte = text[index]
      if byte == ASCII.underscore {
        underscores.last += 1
      } else if byte == ASCII.period {
        underscores = (0, underscores.last)
      } else if !(byte.isAlphanumeric || byte == ASCII.hyphen || byte >= 0x80) {
        break
      }
      index += 1
    }
    guard underscores.last == 0, underscores.before == 0, text[start].isAlphanumeric || text[start] >= 0x80
    else {
      badDomainEnd = index
      return nil
    }
    return index
  }

  /// The end of an address whose domain ends at `domain`: everything up to white space or `<`, without
  /// punctuation at the end that belongs to the sentence.
  private func addressEnd(_ start: Int, _ domain: Int, _ limit: Int) -> Int {
    var end = domain
    var depth = 0
    for index in start..<domain where text[index] == ASCII.openParenthesis { depth += 1 }
    while end < limit, !text[end].isWhitespace, text[end] != ASCII.less {
      if text[end] == ASCII.openParenthesis { depth += 1 }
      if text[end] == ASCII.closeParenthesis { depth -= 1 }
      end += 1
    }
    while end > domain {
      let last = text[end - 1]
      if last == ASCII.closeParenthesis {
        guard depth < 0 else { break }
        depth += 1
        end -= 1
      } else if last == ASCII.semicolon {
        var entity = end - 2
        while entity > domain && text[entity].isAlphanumeric { entity -= 1 }
        end = entity < end - 2 && text[entity] == ASCII.ampersand ? entity : end - 1
      } else if Self.trailing.contains(last) {
        end -= 1
      } else {
        break
      }
    }
    while end > start && Self.trailing.contains(text[end - 1]) { end -= 1 }
    return end
  }

  private static let trailing = ByteSet("?!.,:*_~'\"")

  /// The mail address around the `@` at `index`.
  private func mailNode(_ index: Int, within bounds: (low: Int, high: Int)) -> Inline? {
    var start = index
    while start > bounds.low, text[start - 1].isAlphanumeric || Self.mailMarks.contains(text[start - 1]) {
      start -= 1
    }
    guard start < index else { return nil }
    var end = index + 1
    var periods = 0
    while end < bounds.high {
      let byte = text[end]
      if byte == ASCII.period {
        guard end + 1 < bounds.high, text[end + 1].isAlphanumeric else { break }
        periods += 1
      } else if !(byte.isAlphanumeric || byte == ASCII.hyphen || byte == ASCII.underscore) {
        break
      }
      end += 1
    }
    guard periods > 0, text[end - 1].isAlphanumeric, text.at(end) != ASCII.at else { return nil }
    if hasScheme("mailto:", before: start, bounds.low) { return Inline(.autolink, start - 7, end) }
    if hasScheme("xmpp:", before: start, bounds.low) {
      return Inline(.autolink, start - 5, resourceEnd(end, bounds.high))
    }
    return Inline(.mailAutolink, start, end)
  }

  private func hasScheme(_ scheme: StaticString, before end: Int, _ low: Int) -> Bool {
    let start = end - scheme.utf8CodeUnitCount
    return start >= low && text.has(scheme, at: start, ignoringCase: true)
      && !text.at(start - 1).isAlphanumeric
  }

  /// The end of the `/resource` that may follow an `xmpp:` address.
  private func resourceEnd(_ start: Int, _ limit: Int) -> Int {
    guard start < limit, text[start] == ASCII.slash else { return start }
    var end = start + 1
    while end < limit, text[end].isAlphanumeric || text[end] == ASCII.at || text[end] == ASCII.period {
      end += 1
    }
    while end > start + 1, text[end - 1] == ASCII.period { end -= 1 }
    return end > start + 1 ? end : start
  }

  private static let mailMarks = ByteSet(".+-_")
}
