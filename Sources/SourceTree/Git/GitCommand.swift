import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs git on a tree that may be hostile: without a shell, without the caller's `GIT_…` variables, and
/// with everything turned off by which a repository's own configuration makes git start programs or
/// open connections. Only commands that look at file names are run; none that could put a file
/// through a filter.
enum GitCommand {
  /// Why there is no output.
  enum Failure: Error {
    /// There is no git on the PATH, or it could not be started.
    case notRun(String)
    /// Git ended with an error; its message.
    case failed(String)

    var reason: String {
      switch self {
      case .notRun(let reason), .failed(let reason): reason
      }
    }
  }

  struct Output {
    let bytes: [UInt8]
    /// What git wrote to its standard error, line by line.
    let messages: [String]
  }

  /// Runs git in `directory`, an absolute path.
  static func run(_ arguments: [String], in directory: [UInt8]) async throws(Failure) -> Output {
    let line = [Array("-C".utf8), directory] + (disarming + arguments).map { Array($0.utf8) }
    let result: ExecutionResult<Void, BytesOutput, StringOutput<UTF8>>
    do {
      result = try await Subprocess.run(
        .name("git"), arguments: Arguments(line.map { $0 + [0] }), environment: .custom(environment()),
        output: .bytes(limit: maximumOutput), error: .string(limit: maximumMessages))
    } catch {
      throw .notRun("\(error)")
    }
    let messages = result.standardError.split(whereSeparator: \.isNewline).map(String.init)
    guard result.terminationStatus.isSuccess else {
      throw .failed(messages.first ?? "\(result.terminationStatus)")
    }
    return Output(bytes: result.standardOutput, messages: messages)
  }

  /// 1 GiB: ten million files.
  private static let maximumOutput = 1 << 30
  private static let maximumMessages = 16 << 20

  private static let disarming: [String] =
    ["--no-optional-locks", "--no-pager", "--literal-pathspecs"]
    + [
      // Programs that listing files could start.
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
      // A partial clone would fetch what is missing: no transport is allowed, none has a program.
      "protocol.allow=never", "core.sshCommand=false", "core.gitProxy=", "core.askPass=",
      "credential.helper=",
      // A bare repository hidden in the tree is not taken for the repository of the tree.
      "safe.bareRepository=explicit",
    ].flatMap { ["-c", $0] }

  /// Variables of the caller that git may see: where programs and the user's own settings are. The user's
  /// ignore patterns (`core.excludesFile`) are respected that way.
  private static let passed: [Environment.Key] = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CEILING_DIRECTORIES", "TMPDIR",
    "DEVELOPER_DIR",
  ]

  private static func environment() -> [Environment.Key: String] {
    var result: [Environment.Key: String] = [
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
      "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C",
    ]
    for key in passed {
      if let value = getenv(key.rawValue) { result[key] = String(cString: value) }
    }
    return result
  }
}
