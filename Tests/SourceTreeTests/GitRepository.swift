import Foundation
import GraphModel
import SourceTree
import TestSupport

/// A real git repository in a temporary directory.
final class GitRepository: Sendable {
  let directory: TemporaryDirectory

  var path: String { directory.path }

  /// Runs `git init` with more arguments.
  init(_ arguments: String...) throws {
    directory = try TemporaryDirectory()
    try git(["init", "-q", "-b", "main"] + arguments)
  }

  /// Runs git in the repository, or in a directory of it, without the user's settings.
  @discardableResult
  func git(_ arguments: [String], in folder: String = ".", input: [UInt8] = []) throws -> [UInt8] {
    try runGit(arguments, in: path + "/" + folder, input: input)
  }

  func write(_ text: String, to file: String) throws { try directory.write(text, to: file) }

  /// Adds everything and commits.
  func commit(_ message: String = "change") throws {
    try git(["add", "-A"])
    try git(["commit", "-q", "--allow-empty", "-m", message])
  }
}

struct GitFailure: Error, CustomStringConvertible {
  let description: String
}

/// Runs git without the user's settings and returns what it printed.
@discardableResult
func runGit(_ arguments: [String], in folder: String, input: [UInt8] = []) throws -> [UInt8] {
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

/// Scans with every file claimed, unless options say otherwise.
func scan(
  _ root: String, known: [SourcePath: KnownFile] = [:],
  _ adjust: (inout ScanOptions) -> Void = { _ in }
) async throws -> TreeScan {
  var options = ScanOptions { _ in true }
  adjust(&options)
  return try await TreeScanner(root: root, options: options).scan(known: known)
}

extension TreeScan {
  /// The paths of the entries, as shown to people.
  var paths: [String] { entries.map { $0.path.display } }

  /// The entry of a path.
  subscript(path: String) -> TreeEntry? { entries.first { $0.path == SourcePath(path) } }

  /// What the entries would be known as after a run.
  func known() throws -> [SourcePath: KnownFile] {
    let reader = try FileReader(self)
    var result: [SourcePath: KnownFile] = [:]
    for entry in entries {
      switch reader.read(entry) {
      case .content(let content):
        result[entry.path] = KnownFile(stamp: content.stamp, blob: content.blob, skip: nil)
      case .skipped(let reason, let blob, let stamp):
        result[entry.path] = KnownFile(stamp: stamp, blob: blob, skip: reason)
      }
    }
    return result
  }

  /// Reads a file of the tree.
  func read(_ path: String) throws -> ReadOutcome? {
    guard let entry = self[path] else { return nil }
    return try FileReader(self).read(entry)
  }
}

extension ReadOutcome {
  var content: SourceContent? {
    if case .content(let content) = self { content } else { nil }
  }

  var reason: SkipReason? {
    if case .skipped(let reason, _, _) = self { reason } else { nil }
  }
}
