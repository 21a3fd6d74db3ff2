import GraphModel
import LanguageSupport

/// Finds files of the tree by the paths that prose gives for them.
struct PathIndex {
  /// What a path stands for.
  enum Entry: Equatable {
    /// A parsed file: its place in ``Program/files``.
    case parsed(Int)
    /// A file that is not parsed: skipped, or of no language.
    case other(SourcePath)
    case folder
  }

  private var entries: [[UInt8]: Entry] = [:]
  /// Files by their names, extension and letter case aside; several for a name in path order.
  private var byStem: [String: [SourcePath]] = [:]
  /// Files by their last components.
  private var byName: [[UInt8]: [SourcePath]] = [:]
  /// Folders that hold a `conf.py`: where absolute paths in Sphinx documents start.
  private(set) var sphinxRoots: Set<[UInt8]> = []

  /// - Parameters:
  ///   - program: the parsed files.
  ///   - others: every other file of the tree.
  init(_ program: Program, others: [SourcePath]) {
    for (index, file) in program.files.enumerated() { add(file.path, .parsed(index)) }
    for path in others { add(path, .other(path)) }
  }

  private mutating func add(_ path: SourcePath, _ entry: Entry) {
    guard entries.updateValue(entry, forKey: path.bytes) == nil else { return }
    let name = path.lastComponent.bytes
    byName[name, default: []].append(path)
    byStem[Self.stem(name), default: []].append(path)
    var folder = path.directory.bytes
    if name == Self.configuration { sphinxRoots.insert(folder) }
    while !folder.isEmpty, entries[folder] == nil {
      entries[folder] = .folder
      folder = SourcePath(bytes: folder).directory.bytes
    }
  }

  private static let configuration = Array("conf.py".utf8)

  /// What lies at a path; the empty path is the root.
  func entry(_ path: [UInt8]) -> Entry? { path.isEmpty ? .folder : entries[path] }

  /// The files called `name`, in path order.
  func files(named name: some StringProtocol) -> [SourcePath] { byName[Array(name.utf8)] ?? [] }

  /// The files whose name without its extension is `stem`, case, spaces and hyphens aside, in path order.
  func files(withStem stem: some StringProtocol) -> [SourcePath] {
    byStem[Self.folded(String(stem))] ?? []
  }

  /// `name` for `name.md`, `name~dark@2x.png`.
  private static func stem(_ name: [UInt8]) -> String {
    let end = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    var stem = String(decoding: name[..<(end == 0 ? name.endIndex : end)], as: UTF8.self)
    for mark in ["@1x", "@2x", "@3x"] where stem.hasSuffix(mark) { stem.removeLast(3) }
    if stem.hasSuffix("~dark") { stem.removeLast(5) }
    return folded(stem)
  }

  private static func folded(_ stem: String) -> String {
    String(stem.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }

  /// `relative` as seen from `folder`, without `.` and `..`; nil if it leads out of the tree.
  static func join(_ folder: [UInt8], _ relative: some StringProtocol) -> [UInt8]? {
    var parts = folder.split(separator: UInt8(ascii: "/")).map(Array.init)
    for part in relative.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else {
        parts.append(Array(part))
      }
    }
    return Array(parts.joined(separator: [UInt8(ascii: "/")]))
  }
}
