/// Why a file that is in the tree has no facts.
///
/// A skipped file stays in the graph as a file with its reason: nothing is dropped silently.
/// The raw values appear in exports and databases and never change.
public enum SkipReason: String, Sendable, Hashable, CaseIterable {
  /// A NUL byte within the first 8 KiB (git's rule).
  case binary
  /// Larger than the size limit (2 MiB unless set otherwise).
  case tooLarge
  /// A line longer than the line limit: minified or generated data, not source.
  case lineTooLong
  /// Brackets, indentation or directives nested deeper than a parser can safely follow.
  case nestingTooDeep
  /// Not UTF-8 nor a superset of ASCII that the language's parser can read by bytes (UTF-16, UTF-32).
  case encoding
  /// Reading was refused by the file's permissions.
  case permission
  /// Reading failed, or the file vanished while it was read.
  case unreadable
  /// Neither a regular file nor a symbolic link: a FIFO, a socket, a device.
  case specialFile
  /// A symbolic link; its target is indexed where it really lies, when that is inside the tree.
  case symlink
  /// A symbolic link whose target is outside the tree.
  case symlinkOutsideTree
  /// Generated: named as well-known generators name their files, or marked by a comment and over 1 MiB. Smaller
  /// marked files are part of the program.
  case generated
  /// Third-party code by well-known folder names (`node_modules`, `vendor`, …).
  case vendored
  /// A file that holds credentials by its well-known name.
  case credentials
  /// Changed repeatedly while it was read; taken up by the next run.
  case unstable
  /// The process died while parsing this content before; it is left alone until the parser's version changes.
  case parserCrashed
  /// The parser did not finish within its time limit, or stood still.
  case parserTimeout

  /// True if the file should have had facts and something went wrong, as against files that are left out by
  /// rule.
  public var isFailure: Bool {
    switch self {
    case .permission, .unreadable, .unstable, .parserCrashed, .parserTimeout: true
    default: false
    }
  }
}
