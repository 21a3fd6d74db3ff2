import GraphModel
import LanguageSupport

/// Which modules a tree's Swift files form, by the package manager's conventions.
///
/// Under a folder with `Package.swift`, a folder in `Sources`, `Source`, `src`, `srcs`, `Tests` or
/// `Plugins` is a module of its own name; any other file belongs to the module named after its first
/// folder below the package, or to the package's own folder's module when it lies directly in it. Without
/// a manifest the tree's root counts as the package's folder.
enum SwiftStructure {
  private static let sourceFolders: Set<String> = ["Sources", "Source", "src", "srcs", "Tests", "Plugins"]

  static func structures(of files: [ProgramFile]) -> [ModuleStructure] {
    let paths = files.map { $0.path.display.split(separator: "/").map(String.init) }
    var manifests: Set<[String]> = []
    for path in paths where path.last == "Package.swift" { manifests.insert(Array(path.dropLast())) }

    var result: [ModuleStructure] = []
    var packages: [[String]: Int] = [:]
    var modules: [[String]: Int] = [:]
    for (file, path) in paths.enumerated() {
      let folder = Array(path.dropLast())
      let root = packageFolder(of: folder, manifests)
      var parent = -1
      if let root { parent = package(root, &packages, &result) }
      if let root, path.count == root.count + 1, path.last?.hasPrefix("Package") == true {
        result[parent].files.append(file)  // the manifest, also `Package@swift-5.10.swift`
        continue
      }
      let inside = Array(folder.dropFirst(root?.count ?? 0))
      let name = moduleName(inside)
      let place = (root ?? []) + ["\u{0}"] + [name]
      if let known = modules[place] {
        result[known].files.append(file)
        continue
      }
      modules[place] = result.count
      result.append(
        ModuleStructure(
          kind: .module, name: name, qualifiedName: name, components: [name], parent: parent, files: [file],
          root: (root ?? []).joined(separator: "/"), membersQualified: false))
    }
    return result
  }

  private static func package(
    _ root: [String], _ packages: inout [[String]: Int], _ result: inout [ModuleStructure]
  ) -> Int {
    if let known = packages[root] { return known }
    // The tree's own folder has no name that does not depend on where it lies.
    let name = root.last ?? "Package"
    let made = result.count
    result.append(
      ModuleStructure(
        kind: .package, name: name, qualifiedName: name, components: ["package " + name], parent: -1,
        files: [], root: root.joined(separator: "/"), membersQualified: false))
    packages[root] = made
    return made
  }

  private static func packageFolder(of folder: [String], _ manifests: Set<[String]>) -> [String]? {
    var candidate = folder
    while true {
      if manifests.contains(candidate) { return candidate }
      if candidate.isEmpty { return nil }
      candidate.removeLast()
    }
  }

  private static func moduleName(_ inside: [String]) -> String {
    guard let first = inside.first else { return "main" }
    if sourceFolders.contains(first), inside.count > 1 { return inside[1] }
    return first
  }
}
