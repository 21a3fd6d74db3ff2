/// Turns the text of a wildcard pattern into segments (see gitignore(5), "PATTERN FORMAT").
struct GlobCompiler {
  private let pattern: ArraySlice<UInt8>
  private var place: Int
  private var segments: [PathGlob.Segment] = []
  private var name = NameGlob()

  init(_ pattern: ArraySlice<UInt8>) {
    self.pattern = pattern
    place = pattern.startIndex
  }

  /// The segments, or nil for a pattern that never matches.
  mutating func compile() -> [PathGlob.Segment]? {
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "/"): endSegment()
      case UInt8(ascii: "?"): name.append(.any)
      case UInt8(ascii: "*"): if star() { return segments }
      case UInt8(ascii: "["):
        guard let set = bracket() else { return nil }
        name.append(.set(set))
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return nil }
        if escaped == UInt8(ascii: "/") { endSegment() } else { name.append(.byte(escaped)) }
      default: name.append(.byte(byte))
      }
    }
    segments.append(.name(name))
    return segments
  }

  private func peek(_ offset: Int = 0) -> UInt8? {
    place + offset < pattern.endIndex ? pattern[place + offset] : nil
  }

  private mutating func next() -> UInt8? {
    guard let byte = peek() else { return nil }
    place += 1
    return byte
  }

  private mutating func endSegment() {
    segments.append(.name(name))
    name = NameGlob()
  }

  /// Takes a run of stars, of which the first is taken already. True if that ended the pattern.
  ///
  /// Two or more that fill a component stand for directories, others for one star.
  private mutating func star() -> Bool {
    let start = place - 1
    while peek() == UInt8(ascii: "*") { place += 1 }
    let opens = start == pattern.startIndex || pattern[start - 1] == UInt8(ascii: "/")
    guard place - start > 1, opens else {
      name.append(.star)
      return false
    }
    switch (peek(), peek(1)) {
    case (nil, _):
      segments.append(.directories(minimum: 1))
      return true
    case (UInt8(ascii: "/"), _):
      segments.append(.directories(minimum: 0))
      place += 1
    case (UInt8(ascii: "\\"), UInt8(ascii: "/")):
      // Git lets only a plain slash stand for no directory at all.
      segments.append(.directories(minimum: 1))
      place += 2
    default: name.append(.star)
    }
    return false
  }

  /// Takes a bracket expression after its `[`; nil if it is not closed or names an unknown class.
  private mutating func bracket() -> ByteSet? {
    var set = ByteSet()
    let inverted = peek() == UInt8(ascii: "!") || peek() == UInt8(ascii: "^")
    if inverted { place += 1 }
    // The byte a range may start from: the last single one.
    var low: UInt8?
    var isFirst = true
    while let byte = next() {
      if byte == UInt8(ascii: "]"), !isFirst {
        if inverted { set.invert() }
        return set
      }
      isFirst = false
      if byte == UInt8(ascii: "\\") {
        guard let escaped = next() else { return nil }
        set.insert(escaped)
        low = escaped
      } else if byte == UInt8(ascii: "-"), let from = low, let after = peek(), after != UInt8(ascii: "]") {
        place += 1
        guard let through = after == UInt8(ascii: "\\") ? next() : after else { return nil }
        if from <= through { (from...through).forEach { set.insert($0) } }
        low = nil
      } else if byte == UInt8(ascii: "["), peek() == UInt8(ascii: ":") {
        guard let isClass = namedClass(into: &set) else { return nil }
        low = isClass ? nil : byte
        if !isClass { set.insert(byte) }
      } else {
        set.insert(byte)
        low = byte
      }
    }
    return nil
  }

  /// Takes `:name:]` if that is what follows and adds the class; false if the `[` is an ordinary byte; nil if
  /// there is no such class or nothing closes the expression.
  private mutating func namedClass(into set: inout ByteSet) -> Bool? {
    guard let close = pattern[(place + 1)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    guard close > place + 1, pattern[close - 1] == UInt8(ascii: ":") else { return false }
    guard set.insertClass(pattern[(place + 1)..<(close - 1)]) else { return nil }
    place = close + 1
    return true
  }
}
