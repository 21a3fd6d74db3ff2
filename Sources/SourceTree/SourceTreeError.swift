#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a tree could not be scanned at all. What is wrong with one file is never an error: it is the
/// file's `SkipReason`, or a ``TreeWarning``.
public enum SourceTreeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The root does not exist or cannot be opened.
  case rootUnusable(path: String, cause: SystemFailure)
  /// The root is a bare git repository, which holds no working files.
  case bareRepository(path: String)

  /// One line for people: what happened, where, and what to do.
  public var description: String {
    switch self {
    case .rootUnusable(let path, let cause):
      "cannot read the directory \(path): \(cause)"
    case .bareRepository(let path):
      "\(path) is a bare git repository without working files; clone it and index the clone"
    }
  }
}

/// A call of the operating system that failed.
public struct SystemFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call's name, for example `open`.
  public let call: String
  /// The value of `errno`.
  public let code: Int32

  /// Takes a failure as it is.
  public init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// The system's words for the code, and the call.
  public var description: String { "\(String(cString: strerror(code))) (\(call))" }
}
