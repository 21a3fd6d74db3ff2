import Foundation

/// The toolchain's compiler, for tests that need what it leaves behind.
public enum SwiftCompiler {
  /// Compiles files of a directory as one module and leaves the index store in `.build/debug/index/store`, as the
  /// package manager does. `sources` are relative paths.
  public static func compile(_ sources: [String], module: String, in directory: TemporaryDirectory) throws {
    let objects = directory.path + "/.build/debug"
    try FileManager.default.createDirectory(atPath: objects, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // The working directory is the package's, as in a build.
    process.arguments =
      ["swiftc", "-module-name", module, "-parse-as-library", "-c"]
      + ["-index-store-path", objects + "/index/store", "-working-directory", directory.path] + sources
    process.currentDirectoryURL = directory.url
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(message: String(decoding: messages, as: UTF8.self))
    }
    for source in sources {
      let name = (source as NSString).lastPathComponent as NSString
      try directory.remove(name.deletingPathExtension + ".o")
    }
  }

  /// What the compiler complained about.
  public struct Failure: Error {
    /// Its messages.
    public let message: String
  }
}
