import GraphModel

/// The distinct strings of one file, each with a dense id in order of first appearance.
///
/// Parsers intern tens of thousands of identifiers per second and most are never looked at as text again.
/// Ids are deterministic for a given sequence of `intern` calls. Id 0 is always the empty string.
public struct NameTable: Sendable, Equatable {
  private var strings = ByteInterner()

  /// Makes a table that holds only the empty string.
  public init() { _ = intern(UnsafeBufferPointer(start: nil, count: 0)) }

  /// The number of strings; ids are `0..<count`.
  public var count: Int { strings.count }

  /// The id of the bytes `source[start..<end]`, which are added if they are new. Amortised O(length).
  public mutating func intern(_ source: [UInt8], _ start: Int, _ end: Int) -> NameID {
    // The buffer is used inside the closure only.
    source.withUnsafeBufferPointer { intern(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// The id of a string, which is added if it is new.
  public mutating func intern(_ string: String) -> NameID {
    var string = string
    // The buffer is used inside the closure only.
    return string.withUTF8 { intern($0) }
  }

  /// The id of `piece`, which is added if it is new. The pointer is only read, and only during the call.
  public mutating func intern(_ piece: UnsafeBufferPointer<UInt8>) -> NameID {
    NameID(rawValue: strings.intern(piece))
  }

  /// The bytes of a string.
  public func bytes(_ id: NameID) -> ArraySlice<UInt8> { strings[id.rawValue] }

  /// The text of a string, with undecodable bytes replaced.
  public func string(_ id: NameID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  /// The text of a string, or nil for the empty one.
  public func text(_ id: NameID) -> String? { id == .empty ? nil : string(id) }
}

/// The id of a string in its file's ``NameTable``.
public struct NameID: RawRepresentable, Sendable, Hashable {
  /// The place in the table.
  public let rawValue: Int32

  /// Makes an id of a place.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The empty string: "none".
  public static let empty = NameID(rawValue: 0)
}
