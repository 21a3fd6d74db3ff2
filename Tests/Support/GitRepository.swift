import Foundation

/// A real git repository in a temporary directory.
public final class GitRepository: Sendable {
  /// Where it lies.
  public let directory: TemporaryDirectory

  /// The real, absolute path.
  public var path: String { directory.path }

  /// Runs `git init` with more arguments.
  public init(_ arguments: String...) throws {
    directory = try TemporaryDirectory()
    try git(["init", "-q", "-b", "main"] + arguments)
  }

  /// Runs git in the repository, or in a directory of it, without the user's settings.
  @discardableResult
  public func git(_ arguments: [String], in folder: String = ".", input: [UInt8] = []) throws -> [UInt8] {
    try runGit(arguments, in: path + "/" + folder, input: input)
  }

  /// Writes a file, making the directories above it.
  public func write(_ text: String, to file: String) throws { try directory.write(text, to: file) }

  /// Adds everything and commits.
  public func commit(_ message: String = "change") throws {
    try git(["add", "-A"])
    try git(["commit", "-q", "--allow-empty", "-m", message])
  }
}

/// Git ended with an error.
public struct GitFailure: Error, CustomStringConvertible {
  /// The call and git's message.
  public let description: String
}

/// Runs git without the user's settings and returns what it printed.
@discardableResult
public func runGit(_ arguments: [String], in folder: String, input: [UInt8] = []) throws -> [UInt8] {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["git"] + arguments
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z",
  ]
  let (output, errors, source) = (Pipe(), Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = source
  try process.run()
  let writer = Thread {
    try? source.fileHandleForWriting.write(contentsOf: Data(input))
    try? source.fileHandleForWriting.close()
  }
  writer.start()
  let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
  let message = try errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw GitFailure(description: "git \(arguments): \(String(decoding: message, as: UTF8.self))")
  }
  return Array(bytes)
}
