import GraphModel

/// What ranking asks of a file's path, found once: paths are the same for every question.
public final class PathTraits: Sendable {
  /// The path itself.
  public let path: SourcePath
  let isTest: Bool
  let isAside: Bool
  let isInDocuments: Bool
  let isDocument: Bool
  let isHistory: Bool
  let isLegacy: Bool
  /// An `__init__.py`.
  let isPackageFile: Bool
  /// What else than the whole path means the file: `module.py`, `package.module`, `package/module`.
  let endings: [[UInt8]]
  /// The words of the last component without its ending.
  let stem: Set<String>
  /// The words of the folders.
  let folders: Set<String>

  /// Takes a path apart. O(its length).
  public init(_ path: SourcePath) {
    self.path = path
    isTest = path.isTest
    isAside = path.isAside
    isInDocuments = path.isInDocuments
    isDocument = path.isDocument
    isHistory = path.isHistory
    isLegacy = path.isLegacy
    let name = path.lastComponent.bytes
    isPackageFile = name.elementsEqual("__init__.py".utf8)
    endings = [name] + Self.modules(path.bytes)
    var tokenizer = CodeTokenizer()
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    stem = Self.words(name[..<end], &tokenizer)
    folders = Self.words(path.directory.bytes[...], &tokenizer)
  }

  /// The last two components without what follows the last dot, with a dot and with a slash between them.
  private static func modules(_ path: [UInt8]) -> [[UInt8]] {
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")) else { return [] }
    let components = path[..<dot].split(separator: UInt8(ascii: "/"))
    guard components.count > 1 else { return [] }
    let end = components.suffix(2)
    return [UInt8(ascii: "."), UInt8(ascii: "/")].map { Array(end.joined(separator: [$0])) }
  }

  private static func words(_ text: ArraySlice<UInt8>, _ tokenizer: inout CodeTokenizer) -> Set<String> {
    var words: Set<String> = []
    for run in text.split(whereSeparator: { ByteClass.of($0) == .separator }) {
      let tokens = tokenizer.tokenStrings(String(decoding: run, as: UTF8.self))
      // The whole comes first and says nothing that its parts do not.
      words.formUnion(tokens.count > 1 ? tokens.dropFirst() : tokens[...])
    }
    return words
  }
}
