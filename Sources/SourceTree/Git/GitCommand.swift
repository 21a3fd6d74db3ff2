import Subprocess

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs git on a tree that may be hostile: without a shell, without the caller's `GIT_…` variables, and
/// with everything turned off by which a repository's own configuration makes git start programs or
/// open connections. Only commands that look at file names and at stored contents are run; none that could put
/// a file through a filter.
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
  ///
  /// - Parameters:
  ///   - input: what git reads from its standard input.
  ///   - timeLimit: git is killed then. Git opens ignore files without looking what they are, so a pipe of that
  ///     name would stop it for ever.
  static func run(
    _ arguments: [String], in directory: [UInt8], input: [UInt8] = [], timeLimit: Duration
  ) async throws(Failure) -> Output {
    let line = [Array("-C".utf8), directory] + (disarming + arguments).map { Array($0.utf8) }
    let result = try await withTimeLimit(timeLimit) { try await execute(line, input) }
    let messages = result.standardError.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard result.terminationStatus.isSuccess else {
      throw .failed(messages.first ?? "\(result.terminationStatus)")
    }
    return Output(bytes: result.standardOutput, messages: messages)
  }

  /// Runs git in `directory` and hands over what it writes piece by piece, as it comes: for outputs that are
  /// too large to be kept.
  ///
  /// - Returns: `state` after all pieces.
  static func fold<State: Sendable>(
    _ arguments: [String], in directory: [UInt8], timeLimit: Duration, into state: State,
    _ step: @escaping @Sendable (inout State, UnsafeBufferPointer<UInt8>) -> Void
  ) async throws(Failure) -> State {
    let line = [Array("-C".utf8), directory] + (disarming + arguments).map { Array($0.utf8) }
    let result = try await withTimeLimit(timeLimit) {
      try await Subprocess.run(
        .name("git"), arguments: Arguments(line.map { $0 + [0] }), environment: .custom(environment()),
        input: .none, output: .sequence, error: .discarded
      ) { execution in
        var state = state
        for try await piece in execution.standardOutput {
          // The pointer is used during the call only.
          piece.withUnsafeBytes { bytes in bytes.withMemoryRebound(to: UInt8.self) { step(&state, $0) } }
        }
        return state
      }
    }
    guard result.terminationStatus.isSuccess else { throw .failed("\(result.terminationStatus)") }
    return result.closureResult
  }

  /// Git is killed when the time is over.
  private static func withTimeLimit<Value: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
  ) async throws(Failure) -> Value {
    let value: Value?
    do {
      value = try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
          try await Task.sleep(for: limit)
          return nil
        }
        defer { group.cancelAll() }
        return try await group.next() ?? nil
      }
    } catch {
      throw .notRun("\(error)")
    }
    guard let value else { throw .failed("no answer within \(limit)") }
    return value
  }

  private typealias Execution = ExecutionResult<Void, BytesOutput, BytesOutput>

  private static func execute(_ line: [[UInt8]], _ input: [UInt8]) async throws -> Execution {
    // The outputs are collected without a limit because the library reserves memory for the whole limit.
    try await Subprocess.run(
      .name("git"), arguments: Arguments(line.map { $0 + [0] }), environment: .custom(environment()),
      input: .array(input), output: .bytes(limit: .max), error: .bytes(limit: .max))
  }

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
