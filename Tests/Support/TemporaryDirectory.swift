import Foundation

/// A fresh directory that is removed, with all it holds, when the value is released.
public final class TemporaryDirectory: Sendable {
  /// The real, absolute path.
  public let path: String

  /// Makes the directory below the system's temporary directory.
  public init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    let url = base.appendingPathComponent("kg-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit {
    // `rm` walks by descriptors, so it also removes trees deeper than a path can be long.
    let remover = Process()
    remover.executableURL = URL(fileURLWithPath: "/bin/rm")
    remover.arguments = ["-rf", path]
    remover.standardError = FileHandle.nullDevice
    if (try? remover.run()) != nil { remover.waitUntilExit() }
  }

  /// The absolute path of something inside, as bytes.
  public func bytes(_ relative: String) -> [UInt8] { Array((path + "/" + relative).utf8) }

  /// Writes a file, making the directories above it.
  public func write(_ text: String, to relative: String) throws {
    try write(Array(text.utf8), to: relative)
  }

  /// Writes a file, making the directories above it.
  public func write(_ content: [UInt8], to relative: String) throws {
    let parent = (path + "/" + relative as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try RawFiles.write(content, to: bytes(relative))
  }
}
