import GraphModel

/// Something a scan could not do as usual and that the user should hear about; the scan goes on.
public enum TreeWarning: Sendable, Hashable, CustomStringConvertible {
  /// The tree is in a git repository, but git could not list it; it was walked with its `.gitignore`
  /// files instead. The reason is git's message or why git did not run.
  case gitUnusable(reason: String)
  /// Git listed the tree and had a complaint, for example a directory it could not open.
  case git(message: String)
  /// A directory could not be read; what it holds is not listed.
  case directory(path: SourcePath, cause: SystemFailure)
  /// An ignore file could not be read or is larger than 8 MiB; its patterns do not apply.
  case ignoreFile(path: SourcePath)

  /// One line for people, safe to show on a terminal.
  public var description: String {
    switch self {
    case .gitUnusable(let reason):
      "git could not list the files (\(Self.printable(reason))); walked the directory instead"
    case .git(let message): "git: \(Self.printable(message))"
    case .directory(let path, let cause): "cannot list \(path.display): \(cause)"
    case .ignoreFile(let path): "cannot use \(path.display): unreadable or too large"
    }
  }

  private static func printable(_ text: String) -> String { SourcePath(text).display }
}
