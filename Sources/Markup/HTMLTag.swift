/// A start tag that is written in the source.
public struct HTMLTag: Sendable, Equatable {
  /// In lower case; in XML as written.
  public let name: String
  /// Names in lower case (in XML as written), values with character references resolved, in the order of the source.
  public let attributes: [Attribute]
  /// Where `<` stands; a byte offset.
  public let start: Int
  /// Where the tag's `>` (or `/>`) stands.
  public let end: Int

  /// One attribute of a tag.
  public struct Attribute: Sendable, Equatable {
    /// In lower case; in XML as written.
    public let name: String
    /// Empty if none is written.
    public let value: String
    /// Where the value stands, without quotes; the tag's start where that could not be told.
    public let offset: Int
  }

  /// The attribute of that name.
  public func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
}

/// What an HTML text is made of, in the order of the source.
public enum HTMLEvent {
  /// A start tag. Elements that HTML implies without a tag are not reported.
  case open(HTMLTag)
  /// The end of an element that was opened, written or implied; `offset` is where the parser noticed.
  case close(name: String, offset: Int)
  /// Text with character references resolved. The bytes are valid during the call only.
  case text(UnsafeBufferPointer<UInt8>, offset: Int)
}
