import GraphModel

/// What search knows of one chunk of text, field by field.
public struct ChunkDocument: Sendable {
  public var path: SourcePath
  public var qualifiedName: String
  public var signature: String
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

/// The token texts of one chunk: tokens separated by spaces, ready for an index that splits at spaces.
///
/// Meant to be reused from chunk to chunk, so that the buffers are allocated once.
public struct TokenTexts: Sendable {
  public private(set) var path: [UInt8] = []
  public private(set) var qualifiedName: [UInt8] = []
  public private(set) var signature: [UInt8] = []
  public private(set) var doc: [UInt8] = []
  public private(set) var body: [UInt8] = []

  /// How many times the same identifier is taken from one body.
  public static let bodyCap: UInt32 = 4

  /// Makes empty texts.
  public init() {}

  /// Replaces the texts by those of `document`. Linear in its size.
  public mutating func fill(from document: ChunkDocument, with tokenizer: inout CodeTokenizer) {
    path.removeAll(keepingCapacity: true)
    qualifiedName.removeAll(keepingCapacity: true)
    signature.removeAll(keepingCapacity: true)
    doc.removeAll(keepingCapacity: true)
    body.removeAll(keepingCapacity: true)
    // The buffers are used inside the closures only.
    document.path.bytes.withUnsafeBufferPointer { tokenizer.append($0, to: &path) }
    tokenizer.append(document.qualifiedName, to: &qualifiedName)
    tokenizer.append(document.signature, to: &signature)
    tokenizer.append(document.doc, to: &doc)
    document.body.withUnsafeBufferPointer { tokenizer.append($0, to: &body, cap: Self.bodyCap) }
  }
}
