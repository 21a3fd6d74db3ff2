/// A way to nest or repeat a piece of syntax `n` times: one file that a careless parser answers with
/// stack overflow, exponential or quadratic time.
public struct HostileShape: Sendable, CustomStringConvertible {
  /// Unique among all shapes, for example `swift-array-types`.
  public let name: String
  /// `py`, `swift`, `md`, `html` or `rst`.
  public let fileExtension: String
  /// The greatest `n` that still makes a file of at most about two megabytes. Shapes that need a deeper
  /// indentation with every level grow with the square of `n`.
  public let maximumCount: Int
  private let source: @Sendable (Int) -> String

  init(
    _ name: String, _ fileExtension: String, maximumCount: Int = .max,
    _ source: @escaping @Sendable (Int) -> String
  ) {
    self.name = name
    self.fileExtension = fileExtension
    self.maximumCount = maximumCount
    self.source = source
  }

  /// The file's bytes with `min(n, maximumCount)` levels.
  public func bytes(_ n: Int) -> [UInt8] { Array(source(min(n, maximumCount)).utf8) }

  /// The name.
  public var description: String { name }

  /// Every shape of every language.
  public static let all = python + swift + markdown + html + restructuredText
}

extension String {
  /// The string `n` times in a row, for writing shapes briefly.
  static func * (piece: String, n: Int) -> String { String(repeating: piece, count: n) }
}
