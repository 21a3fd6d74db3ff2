import GraphModel

/// Where the lines of a file start; turns byte offsets into lines and columns.
///
/// A line ends with LF, CR LF or a lone CR. U+2028, form feed and the like do not end one.
public struct LineTable: Sendable, Equatable {
  /// `starts[i]` is the offset of line i + 1's first byte; `starts[0]` is 0; strictly ascending.
  public private(set) var starts: [UInt32]
  /// The file's size in bytes.
  public let byteCount: UInt32
  /// For code inside of a document where in the document each line begins; empty for a file's own lines.
  public private(set) var places: [Position] = []

  /// Finds the lines of `source`. O(bytes).
  public init(_ source: [UInt8]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(source.count / 32 + 1)
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte <= 0x0D, byte == 0x0A || byte == 0x0D else { continue }
        if byte == 0x0D && index < bytes.count && bytes[index] == 0x0A { index += 1 }
        starts.append(UInt32(index))
      }
    }
    self.starts = starts
    byteCount = UInt32(source.count)
  }

  /// Takes line starts found before; `starts[0]` must be 0 and all strictly ascending.
  public init(starts: [UInt32], byteCount: UInt32) {
    self.starts = starts
    self.byteCount = byteCount
  }

  /// The same lines as those of code inside of a document, of which line i + 1 begins at `places[i]`; nil unless
  /// there is one place for each line.
  public func standing(at places: [Position]) -> LineTable? {
    guard places.count == starts.count else { return nil }
    var result = self
    result.places = places
    return result
  }

  /// The number of lines; a file that ends with a line break has no empty line after it, and an empty
  /// file has none.
  public var lineCount: Int {
    starts.last == byteCount ? starts.count - 1 : starts.count
  }

  /// The line and column of a byte offset, for code inside of a document those in the document. O(log lines).
  public func position(_ offset: UInt32) -> Position {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = Int32(offset - starts[low])
    guard places.isEmpty else {
      return Position(line: places[low].line, column: places[low].column + column)
    }
    return Position(line: Int32(low + 1), column: column + 1)
  }
}
