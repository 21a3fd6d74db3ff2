import GraphModel

/// Patterns for paths in the syntax of `.gitignore` lines: `*.py` for names anywhere, `src/**` or `/src` from the
/// root, `tests/` for all that is in folders of that name. Here a match means "wanted".
public struct PathPatterns: Sendable {
  private let patterns: [IgnorePattern]

  /// Compiles patterns; empty ones and comments count for nothing.
  public init(_ patterns: [String]) {
    self.patterns = patterns.compactMap { IgnorePattern(line: Array($0.utf8)[...]) }
  }

  /// True if there is no pattern.
  public var isEmpty: Bool { patterns.isEmpty }

  /// True if a pattern matches the path or a folder around it; the last one that matches decides.
  public func match(_ path: SourcePath) -> Bool {
    let bytes = path.bytes
    var ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
    ends.append(bytes.count)
    for pattern in patterns.reversed() {
      for end in ends {
        let part = bytes[..<end]
        let name = part.lastIndex(of: UInt8(ascii: "/")).map { part[($0 + 1)...] } ?? part
        if pattern.matches(path: part, name: name, isDirectory: end < bytes.count) {
          return !pattern.isNegative
        }
      }
    }
    return false
  }
}
