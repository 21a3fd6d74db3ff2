import GraphModel

/// What search knows of one chunk of text, field by field.
public struct ChunkDocument: Sendable {
  /// The path of the file it lies in.
  public var path: SourcePath
  /// The qualified name of the definition it shows.
  public var qualifiedName: String
  /// The definition's signature.
  public var signature: String
  /// The definition's documentation.
  public var doc: String
  /// The chunk's text as it stands in the file.
  public var body: ArraySlice<UInt8>

  /// Makes a document of its fields; empty ones are fine.
  public init(
    path: SourcePath, qualifiedName: String, signature: String, doc: String, body: ArraySlice<UInt8>
  ) {
    self.path = path
    self.qualifiedName = qualifiedName
    self.signature = signature
    self.doc = doc
    self.body = body
  }
}

/// The columns of the index, in the order of their weights.
public enum LexicalColumn: Int, Sendable, CaseIterable {
  case path = 0
  case qualifiedName, signature, doc, body

  /// How many times the same identifier is taken from one text of the column.
  public var cap: UInt32 { self == .body ? 4 : .max }
}
