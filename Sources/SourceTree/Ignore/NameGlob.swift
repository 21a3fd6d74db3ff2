/// A compiled wildcard pattern for one path component: `?`, `*`, bracket expressions and escapes.
///
/// Matching goes back to the last `*` only, which suffices for globs: a longer match of an earlier `*`
/// never helps a later one. So it takes at most O(pattern × name) steps, whatever the pattern.
struct NameGlob: Sendable {
  enum Token: Sendable {
    case byte(UInt8)
    case any
    case set(ByteSet)
    case star
  }

  private var tokens: [Token] = []
  /// Number of bytes that every match has at least.
  private var minimumLength = 0

  /// Appends a token; a `*` after a `*` adds nothing.
  mutating func append(_ token: Token) {
    if case .star = token {
      if case .star? = tokens.last { return }
    } else {
      minimumLength += 1
    }
    tokens.append(token)
  }

  /// True if the pattern matches all of `name`, which holds no `/`.
  func matches(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count >= minimumLength else { return false }
    var token = 0
    var place = name.startIndex
    var retry: (token: Int, place: Int)?
    while place < name.endIndex {
      if token < tokens.count {
        if case .star = tokens[token] {
          token += 1
          if token == tokens.count { return true }
          retry = (token, place)
          continue
        }
        if matches(tokens[token], name[place]) {
          token += 1
          place += 1
          continue
        }
      }
      guard let last = retry else { return false }
      retry = (last.token, last.place + 1)
      token = last.token
      place = last.place + 1
    }
    if token < tokens.count, case .star = tokens[token] { token += 1 }
    return token == tokens.count
  }

  private func matches(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .byte(let expected): expected == byte
    case .any: true
    case .set(let members): members.contains(byte)
    case .star: false
    }
  }
}
