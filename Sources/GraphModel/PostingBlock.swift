/// A piece of the list of chunks that hold one term, which can be read by itself; search makes and reads
/// the bytes, the store only keeps them.
public struct PostingBlock: Sendable, Hashable {
  /// How many chunks it names.
  public var count: Int
  /// The chunks and how often they hold the term, packed.
  public var bytes: [UInt8]

  /// Makes a block of its parts.
  public init(count: Int, bytes: [UInt8]) {
    self.count = count
    self.bytes = bytes
  }
}
