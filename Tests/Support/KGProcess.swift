import Foundation

/// Runs the real `kg` binary, as a user would.
public struct KGProcess: Sendable {
  /// What a finished process left.
  public struct Result: Sendable {
    /// The exit code, or minus the signal that ended it.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: Data
    /// What it wrote to standard error.
    public var errors: String
    /// Seconds from start to end.
    public var seconds: Double

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard output as one JSON object.
    public func object() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: output)
      return value as? [String: Any] ?? [:]
    }

    /// Standard output as one JSON object a line.
    public func objects() throws -> [[String: Any]] {
      try output.split(separator: 0x0A).map {
        try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
      }
    }
  }

  /// The folder the process is started in.
  public var directory: URL
  /// Added to the environment.
  public var environment: [String: String]

  /// Makes a runner that starts processes in `directory`.
  public init(in directory: URL, environment: [String: String] = [:]) {
    self.directory = directory
    self.environment = environment
  }

  /// The binary that the package's tests were built with, or the one that `KG_BINARY` names.
  public static let binary: URL = {
    if let path = ProcessInfo.processInfo.environment["KG_BINARY"] { return URL(fileURLWithPath: path) }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("kg")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return RepositoryFiles.root.appendingPathComponent(".build/debug/kg")
  }()

  /// Runs `kg` with these arguments and waits for its end.
  public func callAsFunction(_ arguments: String...) throws -> Result { try run(arguments) }

  /// Runs `kg` with these arguments and waits for its end.
  public func run(_ arguments: [String]) throws -> Result {
    let process = try start(arguments)
    return process.wait()
  }

  /// Starts `kg` and returns at once.
  public func start(_ arguments: [String]) throws -> Running {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = directory
    var environment = ProcessInfo.processInfo.environment
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment["KG_DB"] = nil
    environment.merge(self.environment) { $1 }
    process.environment = environment
    // Files rather than pipes: nothing has to be drained while the process runs.
    let folder = FileManager.default.temporaryDirectory
    let output = folder.appendingPathComponent("kg-out-\(UUID().uuidString)")
    let errors = folder.appendingPathComponent("kg-err-\(UUID().uuidString)")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return Running(process: process, output: output, errors: errors, start: Date())
  }

  /// A process that was started.
  public struct Running {
    /// The process itself.
    public let process: Process
    let output: URL
    let errors: URL
    let start: Date

    /// Waits for the end and collects what was written.
    public func wait() -> Result {
      process.waitUntilExit()
      let seconds = Date().timeIntervalSince(start)
      defer {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
      }
      let status = process.terminationStatus
      return Result(
        status: process.terminationReason == .uncaughtSignal ? -status : status,
        output: (try? Data(contentsOf: output)) ?? Data(),
        errors: String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self),
        seconds: seconds)
    }
  }
}
