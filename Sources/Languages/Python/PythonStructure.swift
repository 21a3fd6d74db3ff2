import GraphModel
import LanguageSupport

/// Which packages and modules a tree's Python files form, and by which dotted names they are imported.
///
/// A folder with `__init__.py` is a package; the folder above a topmost package is an *import root*, and so
/// are the tree's root and folders called `src`. A file outside packages is named relative to its nearest
/// import root, as if that were on the module search path.
struct PythonStructure {
  /// In order of first appearance by path, parents first.
  private(set) var structures: [ModuleStructure] = []
  private var index: [Key: Int] = [:]
  private let packages: Set<[String]>
  private let roots: Set<[String]>
  /// The name of the package that the tree's root itself is, if it is one.
  private let rootName: [String]

  private struct Key: Hashable {
    let root: [String]
    let components: [String]
  }

  init(_ files: [ProgramFile]) {
    let paths = files.map { Self.components($0.path) }
    var packages: Set<[String]> = []
    for path in paths where Self.isInit(path.last ?? "") { packages.insert(Array(path.dropLast())) }
    self.packages = packages
    rootName = packages.contains([]) ? [Self.inferRootName(files, paths)] : []
    var roots: Set<[String]> = [[]]
    for path in paths {
      let folder = Array(path.dropLast())
      if packages.contains(folder) {
        roots.insert(Self.root(ofPackage: folder, packages))
      } else if let place = folder.lastIndex(of: "src") {
        roots.insert(Array(folder[...place]))
      }
    }
    self.roots = roots
    for (file, path) in paths.enumerated() { add(file, path) }
  }

  private mutating func add(_ file: Int, _ path: [String]) {
    let folder = Array(path.dropLast())
    let stem = Self.stem(path.last ?? "")
    let root = importRoot(of: folder)
    let outer = rootName(for: root) + folder.dropFirst(root.count)
    var parent = -1
    for count in stride(from: 1, through: outer.count, by: 1) {
      parent = structure(root, Array(outer.prefix(count)), .package, parent)
    }
    if stem == "__init__" && !outer.isEmpty {
      structures[parent].files.append(file)
    } else {
      let module = structure(root, outer + [stem], .module, parent)
      structures[module].files.append(file)
    }
  }

  /// The structure of these components, made if it is new.
  private mutating func structure(_ root: [String], _ components: [String], _ kind: NodeKind, _ parent: Int)
    -> Int
  {
    let key = Key(root: root, components: components)
    if let known = index[key] { return known }
    let made = structures.count
    structures.append(
      ModuleStructure(
        kind: kind, name: components.last ?? "", qualifiedName: components.joined(separator: "."),
        components: components, parent: parent, files: [], root: root.joined(separator: "/"),
        membersQualified: true))
    index[key] = made
    return made
  }

  /// The folder that imports of a file in `folder` are relative to.
  private func importRoot(of folder: [String]) -> [String] {
    if packages.contains(folder) { return Self.root(ofPackage: folder, packages) }
    var candidate = folder
    while !roots.contains(candidate) { candidate.removeLast() }
    return candidate
  }

  private func rootName(for root: [String]) -> [String] { root.isEmpty ? rootName : [] }

  /// The folder above the topmost package around `folder`; the tree's root if that is a package itself.
  private static func root(ofPackage folder: [String], _ packages: Set<[String]>) -> [String] {
    var candidate = folder
    while packages.contains(candidate) && !candidate.isEmpty { candidate.removeLast() }
    return candidate
  }

  /// When the tree's root is a package its name is not in any path inside it, and the name of the folder on
  /// this disk must not decide. Its own absolute imports tell: the first component under which most
  /// imports name modules that the root has.
  private static func inferRootName(_ files: [ProgramFile], _ paths: [[String]]) -> String {
    var tops: Set<String> = []
    for path in paths { tops.insert(path.count > 1 ? path[0] : stem(path[0])) }
    var votes: [String: Int] = [:]
    for file in files {
      let facts = file.facts
      for item in facts.imports where item.level == 0 {
        let parts = facts.names.string(item.module).split(separator: ".").map(String.init)
        guard let first = parts.first, !tops.contains(first) else { continue }
        let second = parts.count > 1 ? parts[1] : facts.names.string(item.name)
        if tops.contains(second) { votes[first, default: 0] += 1 }
      }
    }
    let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? "__init__"
  }

  private static func components(_ path: SourcePath) -> [String] {
    path.display.split(separator: "/").map(String.init)
  }

  private static func isInit(_ name: String) -> Bool { stem(name) == "__init__" }

  /// The name without `.py`, `.pyi` or `.pyw`.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
