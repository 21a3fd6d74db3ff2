/// One line of a `.gitignore` file.
struct IgnorePattern: Sendable {
  private enum Matcher: Sendable {
    case name([UInt8])
    case nameSuffix([UInt8])
    case nameGlob(PathGlob)
    case path([UInt8])
    /// The bytes before the first wildcard, and the rest.
    case pathGlob([UInt8], PathGlob)
    case nothing
  }

  /// True for `!pattern`: what matches is not ignored.
  let isNegative: Bool
  private let directoriesOnly: Bool
  private let matcher: Matcher

  /// Compiles a line without its end; nil for comments and empty lines.
  init?(line: ArraySlice<UInt8>) {
    var text = line.prefix { $0 != 0 }
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    text = Self.trimmed(text)
    isNegative = text.first == UInt8(ascii: "!")
    if isNegative { text = text.dropFirst() }
    directoriesOnly = text.last == UInt8(ascii: "/")
    if directoriesOnly { text = text.dropLast() }
    matcher = text.contains(UInt8(ascii: "/")) ? Self.pathMatcher(text) : Self.nameMatcher(text)
  }

  /// True if the pattern is about this path.
  ///
  /// - Parameters:
  ///   - path: relative to the directory of the ignore file.
  ///   - name: its last component.
  func matches(path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if directoriesOnly && !isDirectory { return false }
    switch matcher {
    case .name(let expected):
      return name.count == expected.count && name.elementsEqual(expected)
    case .nameSuffix(let suffix):
      return name.count >= suffix.count && name.last == suffix.last
        && name.suffix(suffix.count).elementsEqual(suffix)
    case .nameGlob(let glob): return glob.matches(name)
    case .path(let expected):
      return path.count == expected.count && path.elementsEqual(expected)
    case .pathGlob(let prefix, let glob):
      return path.starts(with: prefix) && glob.matches(path.dropFirst(prefix.count))
    case .nothing: return false
    }
  }

  /// Without the spaces at the end that no backslash protects.
  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = text.startIndex
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "\\") {
        // An escape that nothing follows: git leaves the line alone.
        if place + 1 == text.endIndex { return text }
        place += 1
        end = place + 1
      } else if text[place] != UInt8(ascii: " ") {
        end = place + 1
      }
      place += 1
    }
    return text[..<end]
  }

  private static func nameMatcher(_ text: ArraySlice<UInt8>) -> Matcher {
    if wildcard(text) == nil { return .name(Array(text)) }
    if text.first == UInt8(ascii: "*"), text.count > 1, wildcard(text.dropFirst()) == nil {
      return .nameSuffix(Array(text.dropFirst()))
    }
    return PathGlob(text).map { .nameGlob($0) } ?? .nothing
  }

  private static func pathMatcher(_ text: ArraySlice<UInt8>) -> Matcher {
    let anchored = text.first == UInt8(ascii: "/") ? text.dropFirst() : text
    guard let start = wildcard(anchored) else { return .path(Array(anchored)) }
    // Git compares the part before the first wildcard by bytes and starts its glob there, so `/a**/b`
    // begins with a `**` that counts as a component; so it does here.
    return PathGlob(anchored[start...]).map { .pathGlob(Array(anchored[..<start]), $0) } ?? .nothing
  }

  /// Place of the first byte that is not literal.
  private static func wildcard(_ text: ArraySlice<UInt8>) -> Int? {
    text.firstIndex { byte in
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
        || byte == UInt8(ascii: "\\")
    }
  }
}
