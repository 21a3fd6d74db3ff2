#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphModel

/// Refuses contents that no parser should see.
struct ContentGuard: Sendable {
  let maximumLineLength: Int
  let includesGenerated: Bool

  /// Code that a generator wrote and somebody checked in is part of the program: what it declares is called. Beyond
  /// this many bytes it is taken for a table.
  static let generatedLimit = 1_048_576

  /// The reasons that depend on the content (and the options) alone.
  static let reasons: [SkipReason] = [.encoding, .binary, .lineTooLong, .generated]

  /// Why the content is refused, or nil. O(bytes).
  func refusal(of content: [UInt8]) -> SkipReason? {
    if Self.hasWideByteOrderMark(content) { return .encoding }
    if content.prefix(8_192).contains(0) { return .binary }
    if hasLongLine(content) { return .lineTooLong }
    if !includesGenerated, content.count > Self.generatedLimit, GeneratedMarks.isGenerated(content) {
      return .generated
    }
    return nil
  }

  /// UTF-16 and UTF-32 in both byte orders; UTF-32's little-endian mark begins with UTF-16's.
  private static func hasWideByteOrderMark(_ content: [UInt8]) -> Bool {
    content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF])
      || content.starts(with: [0, 0, 0xFE, 0xFF])
  }

  /// A line ends with LF or CR; its end is not part of its length.
  private func hasLongLine(_ content: [UInt8]) -> Bool {
    if content.count <= maximumLineLength { return false }
    return content.withUnsafeBufferPointer { bytes in  // indices stay below bytes.count
      var start = 0
      for place in 0..<bytes.count where bytes[place] == 0x0A || bytes[place] == 0x0D {
        if place - start > maximumLineLength { return true }
        start = place + 1
      }
      return bytes.count - start > maximumLineLength
    }
  }
}
