import Foundation

/// Which folder is indexed and where its database lies.
public struct IndexLocation: Sendable, Equatable {
  /// The indexed folder, absolute, symbolic links resolved.
  public var root: String
  /// The database file, absolute.
  public var database: String

  /// Makes a location of its parts.
  public init(root: String, database: String) {
    self.root = root
    self.database = database
  }

  /// The place of the database below an indexed folder.
  public static let databasePath = ".kg/graph.db"

  /// The location of a folder with its own database.
  public static func inRoot(_ root: String) -> IndexLocation {
    IndexLocation(root: root, database: join(root, databasePath))
  }

  /// True if the database lies where the root's own does.
  public var isDatabaseInRoot: Bool { database == Self.join(root, Self.databasePath) }

  /// The file that remembers what is being parsed.
  public var journal: String {
    let folder = (database as NSString).deletingLastPathComponent
    return (folder as NSString).lastPathComponent == ".kg" ? folder + "/inflight" : database + ".inflight"
  }

  /// Where to write: `path` if given, else the repository around `directory`, else `directory` itself.
  ///
  /// - Parameter database: overrides the database's place.
  public static func forIndexing(path: String?, database: String?, directory: String) -> IndexLocation {
    let start = canonical(path ?? directory, relativeTo: directory)
    let root = path == nil ? enclosing(start, holding: [databasePath, ".git"]) ?? start : start
    return IndexLocation(
      root: root,
      database: database.map { absolute($0, relativeTo: directory) } ?? join(root, databasePath))
  }

  /// Where to read: the database given, else the nearest one in `directory` or a folder around it; nil if
  /// there is none. The root of a database outside a `.kg` folder is the repository around `directory`, unless the
  /// database says otherwise.
  public static func forReading(database: String?, directory: String) -> IndexLocation? {
    let start = canonical(directory, relativeTo: directory)
    guard let database else {
      guard let root = enclosing(start, holding: [databasePath]) else { return nil }
      return IndexLocation(root: root, database: join(root, databasePath))
    }
    let file = absolute(database, relativeTo: directory)
    let folder = (file as NSString).deletingLastPathComponent
    let root =
      (folder as NSString).lastPathComponent == ".kg"
      ? (folder as NSString).deletingLastPathComponent
      : enclosing(start, holding: [databasePath, ".git"]) ?? start
    return IndexLocation(root: root, database: file)
  }

  private static func enclosing(_ start: String, holding marks: [String]) -> String? {
    var folder = start
    while true {
      if marks.contains(where: { FileManager.default.fileExists(atPath: join(folder, $0)) }) { return folder }
      let outer = (folder as NSString).deletingLastPathComponent
      if outer == folder || outer.isEmpty { return nil }
      folder = outer
    }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func absolute(_ path: String, relativeTo directory: String) -> String {
    path.hasPrefix("/") ? path : join(directory, path)
  }

  private static func canonical(_ path: String, relativeTo directory: String) -> String {
    URL(fileURLWithPath: absolute(path, relativeTo: directory)).resolvingSymlinksInPath().standardizedFileURL
      .path
  }
}
