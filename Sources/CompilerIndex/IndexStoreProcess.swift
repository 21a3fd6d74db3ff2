import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Reads an index store in a process of its own, which may crash or hang without harm.
public struct IndexStoreProcess: Sendable {
  /// An executable that answers a ``ReadRequest`` on standard input with a ``CompiledProgram`` on standard output
  /// and the names of what it reads on standard error, when started with `arguments`.
  public var executable: String
  /// What makes the executable do that.
  public var arguments: [String]
  /// The process is killed then.
  public var timeLimit: Duration

  /// Makes a reader of its parts.
  public init(executable: String, arguments: [String], timeLimit: Duration = .seconds(60)) {
    self.executable = executable
    self.arguments = arguments
    self.timeLimit = timeLimit
  }

  /// What the stores say about the files asked for.
  public func read(_ request: ReadRequest) async throws(IndexStoreError) -> CompiledProgram {
    for store in request.stores where !IndexStoreFinder.isStore(store.path) {
      throw .store(path: store.path, problem: "it holds no units")
    }
    // The reader looks for the library, too; found here, its absence is an error of its own.
    var request = request
    let candidates =
      request.library.map { [$0] }
      ?? IndexStoreLibrary.candidates(environment: ProcessInfo.processInfo.environment)
    guard let library = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .noLibrary(searched: candidates)
    }
    request.library = library
    let stores = request.stores.map(\.path).joined(separator: ", ")
    let result: Execution?
    do { result = try await execute(request.encoded) } catch {
      throw .reader(store: stores, problem: "\(executable) cannot be started (\(error))")
    }
    guard let result else { throw .reader(store: stores, problem: "no answer within \(timeLimit)") }
    let messages = result.standardError.split(separator: UInt8(ascii: "\n"))
    let last = messages.last.map { String(decoding: $0, as: UTF8.self) } ?? "the beginning"
    guard result.terminationStatus.isSuccess else {
      throw .reader(store: stores, problem: "the library failed at \(last)")
    }
    guard let program = CompiledProgram(encoded: result.standardOutput) else {
      throw .reader(store: stores, problem: "the answer was cut off at \(last)")
    }
    return program
  }

  private typealias Execution = ExecutionResult<Void, BytesOutput, BytesOutput>

  /// Nil if the time is over.
  private func execute(_ input: [UInt8]) async throws -> Execution? {
    try await withThrowingTaskGroup(of: Execution?.self) { group in
      group.addTask {
        // Outputs without a limit: the library reserves memory for the whole of a limit.
        try await Subprocess.run(
          .path(FilePath(executable)), arguments: Arguments(arguments),
          environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), input: .array(input),
          output: .bytes(limit: .max), error: .bytes(limit: .max))
      }
      group.addTask {
        try await Task.sleep(for: timeLimit)
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }
}
