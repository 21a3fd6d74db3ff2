import Foundation

/// Writes data to standard output and messages to standard error.
enum Output {
  /// Writes text and a line feed to standard output.
  static func line(_ text: String) throws(Failure) {
    try data(Array(text.utf8) + [0x0A])
  }

  /// Writes bytes to standard output; fails if they cannot all be written (a full disk, a closed pipe).
  static func data(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        throw Failure(.failed, "cannot write to standard output: \(reason)")
      }
    }
  }

  /// Writes a line to standard error; a message that cannot be delivered is dropped.
  static func message(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Text from files for a terminal: control characters and bidirectional overrides are replaced, so that
  /// what is indexed cannot drive the terminal.
  static func safe(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
