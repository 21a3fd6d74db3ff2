/// The patterns of one `.gitignore` file.
struct IgnoreFile: Sendable {
  private let patterns: [IgnorePattern]

  /// Files of more bytes are not read: nobody writes them by hand.
  static let maximumSize = 8 << 20

  /// Compiles the file's content. Lines end with LF or CR LF; a UTF-8 byte order mark is skipped.
  init(_ content: [UInt8]) {
    let text = content.starts(with: [0xEF, 0xBB, 0xBF]) ? content.dropFirst(3) : content[...]
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }

  /// Whether the last pattern that is about the path ignores it; nil if none is.
  ///
  /// - Parameters:
  ///   - path: relative to the directory of the ignore file.
  ///   - name: its last component.
  func ignores(path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isDirectory: Bool) -> Bool? {
    patterns.last { $0.matches(path: path, name: name, isDirectory: isDirectory) }.map { !$0.isNegative }
  }
}
