/// Where a graph database lies: the path of its file, as bytes.
public struct DatabaseLocation: Sendable, Hashable, CustomStringConvertible {
  /// The path of the database file, absolute or relative to the working directory; without NUL.
  public let path: [UInt8]

  /// Makes a location of a path's raw bytes; what follows a NUL is dropped, as the system would.
  public init(bytes: [UInt8]) { path = Array(bytes.prefix { $0 != 0 }) }

  /// Makes a location of a path.
  public init(_ path: String) { self.init(bytes: Array(path.utf8)) }

  /// The default place for a repository: `root/.kg/graph.db`.
  public static func inRepository(_ root: [UInt8]) -> Self {
    var bytes = root
    if let last = bytes.last, last != Self.slash { bytes.append(Self.slash) }
    return Self(bytes: bytes + Array("\(ownFolderName)/graph.db".utf8))
  }

  /// The name of the folder that kg makes, owns and hides from version control.
  public static let ownFolderName = ".kg"

  /// The path for messages, with undecodable bytes replaced.
  public var description: String { String(decoding: path, as: UTF8.self) }

  /// The folder the file lies in.
  var folder: [UInt8] {
    guard let slash = path.lastIndex(of: Self.slash) else { return [UInt8(ascii: ".")] }
    return slash == 0 ? [Self.slash] : Array(path[..<slash])
  }

  /// The file's name in its folder.
  var fileName: [UInt8] {
    guard let slash = path.lastIndex(of: Self.slash) else { return path }
    return Array(path[(slash + 1)...])
  }

  /// True if the folder is kg's own, by its name.
  var isInOwnFolder: Bool {
    let name = Array(Self.ownFolderName.utf8)
    return folder == name || folder.suffix(name.count + 1) == [Self.slash] + name
  }

  /// The file that the writer locks. It stays when nobody writes: removing locked files is a race.
  var lockPath: [UInt8] {
    isInOwnFolder ? folder + Array("/lock".utf8) : path + Array(".lock".utf8)
  }

  /// The file that holds a work tree's own stamps where it shares a generation; see ``StampsFile``.
  var stampsPath: [UInt8] { path + Array(".stamps".utf8) }

  /// What a writer makes before it takes its name.
  enum Temporary: String, CaseIterable {
    /// A new generation.
    case whole = ""
    /// The same, made thin.
    case thin
    /// The link that becomes its base.
    case base
  }

  /// The file that something new is written to before it takes its name.
  func temporaryPath(process: Int32, _ part: Temporary = .whole) -> [UInt8] {
    path + Array(".\(process)\(part.rawValue).tmp".utf8)
  }

  /// True if `name` is one of ``temporaryPath(process:_:)`` of any process.
  func isTemporaryName(_ name: [UInt8]) -> Bool {
    let prefix = fileName + [UInt8(ascii: ".")]
    let suffix = Array(".tmp".utf8)
    guard name.count > prefix.count + suffix.count, name.starts(with: prefix),
      name.suffix(suffix.count).elementsEqual(suffix)
    else { return false }
    let middle = name[prefix.count..<(name.count - suffix.count)]
    let part = middle.drop { $0 &- 48 < 10 }
    return part.startIndex > middle.startIndex
      && Temporary.allCases.contains { $0.rawValue.utf8.elementsEqual(part) }
  }

  /// The link to the base of a thin database; the name says the digest of all its pages.
  func basePath(_ digest: UInt64) -> [UInt8] {
    let hex = String(digest, radix: 16)
    return path + Array((Self.baseMark + String(repeating: "0", count: 16 - hex.count) + hex).utf8)
  }

  /// The digest that the name of a base says; nil for other names.
  func baseDigest(ofName name: [UInt8]) -> UInt64? {
    let prefix = fileName + Array(Self.baseMark.utf8)
    guard name.count == prefix.count + 16, name.starts(with: prefix),
      let digest = UInt64(String(decoding: name[prefix.count...], as: UTF8.self), radix: 16)
    else { return nil }
    // One name for one digest: no capitals, no sign.
    return basePath(digest).suffix(name.count).elementsEqual(name) ? digest : nil
  }

  /// The name that a damaged database gets; `time` is made of ASCII digits and letters.
  func setAsidePath(time: String) -> [UInt8] { path + Array("\(Self.setAsideMark)\(time)".utf8) }

  /// True if `name` is one of ``setAsidePath(time:)`` of any time.
  func isSetAsideName(_ name: [UInt8]) -> Bool {
    let prefix = fileName + Array(Self.setAsideMark.utf8)
    return name.count > prefix.count && name.starts(with: prefix)
  }

  private static let setAsideMark = ".corrupt-"
  private static let baseMark = ".base-"

  static let slash = UInt8(ascii: "/")
}
