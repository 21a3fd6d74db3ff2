/// A place in a file: 1-based line, 1-based column counted in UTF-8 bytes.
public struct Position: Sendable, Hashable, Comparable {
  /// 1-based.
  public var line: Int32
  /// 1-based, in bytes.
  public var column: Int32

  /// Makes a position of a 1-based line and a 1-based byte column.
  public init(line: Int32, column: Int32) {
    self.line = line
    self.column = column
  }

  /// Orders by line, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
