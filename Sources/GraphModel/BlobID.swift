/// Git's name for a file's content: the SHA-1 of `blob <size>\0<content>` (or SHA-256 in repositories
/// that use it), in lowercase hexadecimal.
public struct BlobID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 40 (SHA-1) or 64 (SHA-256) lowercase hexadecimal digits.
  public let hex: String

  /// Makes an id of `hex`, which is taken as it is.
  public init(hex: String) { self.hex = hex }

  /// The same text as `hex`.
  public var description: String { hex }

  /// Orders by bytes.
  public static func < (left: Self, right: Self) -> Bool { left.hex < right.hex }
}
