/// A compiled wildcard pattern for paths, as in `.gitignore` files: the globs of the components, and `**`
/// for any number of directories.
///
/// The components are matched like the bytes of a ``NameGlob``, with `**` in the part of `*`: at most
/// O(pattern × path) steps.
struct PathGlob: Sendable {
  enum Segment: Sendable {
    case name(NameGlob)
    /// `**`: this number of components or more.
    case directories(minimum: Int)
  }

  private let segments: [Segment]

  /// Compiles a pattern; nil if it can never match (an unclosed bracket, a class that does not exist, an
  /// escape at the end).
  init?(_ pattern: ArraySlice<UInt8>) {
    var compiler = GlobCompiler(pattern)
    guard let segments = compiler.compile() else { return nil }
    self.segments = segments
  }

  /// True if the pattern matches all of `path`.
  func matches(_ path: ArraySlice<UInt8>) -> Bool {
    let components = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var segment = 0
    var place = 0
    var retry: (segment: Int, place: Int)?
    while place < components.count {
      if segment < segments.count {
        switch segments[segment] {
        case .directories(let minimum):
          segment += 1
          if segment == segments.count { return true }
          place += minimum
          retry = (segment, place)
          continue
        case .name(let glob):
          if glob.matches(components[place]) {
            segment += 1
            place += 1
            continue
          }
        }
      }
      guard let last = retry else { return false }
      retry = (last.segment, last.place + 1)
      segment = last.segment
      place = last.place + 1
    }
    // `**` at the end matches what is in a directory, not the directory itself, so nothing may be left.
    return segment == segments.count
  }
}
