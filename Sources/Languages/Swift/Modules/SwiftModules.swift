import GraphModel
import LanguageSupport

/// The packages and modules that a tree's Swift files form, and which module an import means.
///
/// A folder with a manifest is a package; its files belong to the targets that the manifest declares, by the package
/// manager's rules. Files that no target takes, and packages whose manifest could not be read, go by the convention
/// that a folder in `Sources` or `Tests` is a module. What lies in no package is one module, save folders that
/// files elsewhere import by name.
struct SwiftModules {
  /// In order of first appearance by path, packages before their modules.
  private(set) var structures: [ModuleStructure] = []
  /// For each of the files given its module's index in `structures`; -1 for manifests and other languages' files.
  private(set) var moduleOfFile: [Int]

  private var packages: [SwiftPackage] = []
  /// For each structure its package's index in `packages`, -1 for none.
  private var packageOfStructure: [Int] = []
  private var packageAt: [[String]: Int] = [:]
  private var structureAt: [Place: Int] = [:]
  private var modulesByName: [String: [Int]] = [:]
  /// For each package those it depends on, itself first, nearest first.
  private var reachable: [[Int]] = []

  /// What makes a module one: its package, its name, and for leftovers its folder.
  private struct Place: Hashable {
    let package: Int
    let name: String
    let folder: [String]
  }

  /// Files of other languages are passed over, so that a program's files can be given as they are.
  init(_ files: [ProgramFile]) {
    let paths = files.map { $0.path.display.split(separator: "/").map(String.init) }
    let isManifest = files.indices.map { index in
      files[index].language == .swift
        && SwiftPackage.isManifest(paths[index].last ?? "", files[index].facts)
    }
    moduleOfFile = [Int](repeating: -1, count: files.count)
    findPackages(files, paths, isManifest)
    let sources = files.indices.filter { files[$0].language == .swift }
    let owners = files.indices.map { packageIndex(of: Array(paths[$0].dropLast())) }
    let folders = foldersByPackage(sources, paths, owners)
    let targets = packages.indices.map { TargetFolders(packages[$0], folders: folders[$0]) }
    let imported = Self.importedFolders(sources, files, paths, owners)
    for file in sources {
      if isManifest[file] {
        let structure = packageStructure(owners[file])
        structures[structure].files.append(file)
      } else {
        let place = place(of: paths[file], owners[file], targets, imported)
        let module = moduleStructure(place)
        structures[module].files.append(file)
        moduleOfFile[file] = module
      }
    }
    for (index, structure) in structures.enumerated() where structure.kind == .module {
      modulesByName[structure.name, default: []].append(index)
    }
    reachable = packages.indices.map { reach(from: $0) }
  }

  /// The module that `import name` in that file means, as an index into `structures`; nil for one outside the tree.
  ///
  /// A file sees the targets of its own package and those of the packages it depends on. What is in no package, or in
  /// one whose manifest could not be read, sees every module.
  func module(named name: String, importedIn file: Int) -> Int? {
    guard let candidates = modulesByName[name] else { return nil }
    let own = moduleOfFile[file]
    let package = own >= 0 ? packageOfStructure[own] : -1
    guard package >= 0 else { return candidates.first }
    for other in reachable[package] {
      if let found = candidates.first(where: { packageOfStructure[$0] == other }) { return found }
    }
    return packages[package].manifest == nil ? candidates.first : nil
  }

  /// The module that `import name` in a document's code means; the nearest package's first.
  func module(named name: String, shownIn document: SourcePath) -> Int? {
    guard let candidates = modulesByName[name] else { return nil }
    let package = packageIndex(of: document.directory.display.split(separator: "/").map(String.init))
    return candidates.first { package >= 0 && packageOfStructure[$0] == package } ?? candidates.first
  }

  /// The modules whose names a document's code may use without an import: the one in whose folder the document lies,
  /// or else those of its package that are no tests.
  func modules(around document: SourcePath, _ files: [ProgramFile]) -> [Int] {
    let folder = document.directory.display.split(separator: "/").map(String.init)
    let package = packageIndex(of: folder)
    guard package >= 0 else { return [] }
    let own = structures.indices.filter { index in
      guard structures[index].kind == .module, packageOfStructure[index] == package,
        let first = structures[index].files.first
      else { return false }
      return !files[first].path.isAside
    }
    let around = own.filter { index in
      let home = files[structures[index].files[0]].path.directory
      let first = home.display.split(separator: "/").map(String.init)
      let target = packages[package].folder.count + 2
      return folder.count >= target && folder.prefix(target) == first.prefix(target)
    }
    return around.isEmpty ? own : around
  }

  // MARK: Packages

  private mutating func findPackages(_ files: [ProgramFile], _ paths: [[String]], _ isManifest: [Bool]) {
    var manifests: [[String]: [String: Int]] = [:]
    var order: [[String]] = []
    for (file, path) in paths.enumerated() where isManifest[file] {
      let folder = Array(path.dropLast())
      if manifests[folder] == nil { order.append(folder) }
      manifests[folder, default: [:]][path.last ?? ""] = file
    }
    for folder in order {
      let found = manifests[folder] ?? [:]
      let file = SwiftPackage.preferred(found.keys.sorted()).flatMap { found[$0] }
      packageAt[folder] = packages.count
      packages.append(
        SwiftPackage(
          folder: folder, manifest: file.flatMap { ManifestFacts.manifest(in: files[$0].facts) }))
    }
  }

  /// The package around a folder, -1 for none.
  private func packageIndex(of folder: [String]) -> Int {
    var candidate = folder
    while true {
      if let found = packageAt[candidate] { return found }
      if candidate.isEmpty { return -1 }
      candidate.removeLast()
    }
  }

  /// The folders that hold each package's files, with all folders above them.
  private func foldersByPackage(_ sources: [Int], _ paths: [[String]], _ owners: [Int]) -> [Set<[String]>] {
    var result = [Set<[String]>](repeating: [], count: packages.count)
    for file in sources where owners[file] >= 0 {
      var folder = Array(paths[file].dropLast())
      while result[owners[file]].insert(folder).inserted, !folder.isEmpty { folder.removeLast() }
    }
    return result
  }

  private func reach(from start: Int) -> [Int] {
    var result = [start]
    var next = 0
    while next < result.count {
      let package = packages[result[next]]
      next += 1
      for dependency in package.manifest?.dependencies ?? [] {
        guard let found = local(dependency, of: package), !result.contains(found) else { continue }
        result.append(found)
      }
    }
    return result
  }

  /// The package of the tree that a dependency names, by its path or by its name.
  private func local(_ dependency: String, of package: SwiftPackage) -> Int? {
    if let folder = manifestPath(dependency, in: package.folder), let found = packageAt[folder] {
      return found
    }
    let name = PackageManifest.identity(ofURL: dependency).lowercased()
    return packages.firstIndex {
      ($0.folder.last ?? $0.name).lowercased() == name || $0.name.lowercased() == name
    }
  }

  // MARK: Modules

  private func place(
    of path: [String], _ package: Int, _ targets: [TargetFolders], _ imported: Set<[String]>
  ) -> Place {
    let folder = Array(path.dropLast())
    guard package >= 0 else {
      let module = (1...max(1, min(2, folder.count))).map { Array(folder.prefix($0)) }.last {
        imported.contains($0)
      }
      return Place(package: -1, name: module?.last ?? "main", folder: module ?? [])
    }
    let manifest = packages[package].manifest
    if let target = targets[package].target(of: path), let found = manifest?.targets[target] {
      return Place(package: package, name: SwiftPackage.moduleName(found.name), folder: [])
    }
    let name = Self.conventionalName(Array(folder.dropFirst(packages[package].folder.count)))
    guard let manifest, manifest.targets.contains(where: { SwiftPackage.moduleName($0.name) == name }) else {
      return Place(package: package, name: name, folder: [])
    }
    // What a target leaves out is not part of its module.
    return Place(package: package, name: folder.last ?? name, folder: folder)
  }

  private static let sourceFolders: Set<String> = ["Sources", "Source", "src", "srcs", "Tests", "Plugins"]

  private static func conventionalName(_ inside: [String]) -> String {
    guard let first = inside.first else { return "main" }
    return sourceFolders.contains(first) && inside.count > 1 ? inside[1] : first
  }

  /// The folders outside packages, at the top or in a folder of sources, that files outside of them import by name.
  private static func importedFolders(
    _ sources: [Int], _ files: [ProgramFile], _ paths: [[String]], _ owners: [Int]
  ) -> Set<[String]> {
    var byName: [String: [[String]]] = [:]
    var seen: Set<[String]> = []
    for file in sources where owners[file] < 0 {
      let path = paths[file]
      for count in 1...2 where path.count > count && (count == 1 || sourceFolders.contains(path[0])) {
        let folder = Array(path.prefix(count))
        if seen.insert(folder).inserted { byName[path[count - 1], default: []].append(folder) }
      }
    }
    var result: Set<[String]> = []
    for file in sources where owners[file] < 0 {
      let facts = files[file].facts
      for item in facts.imports {
        for folder in byName[facts.names.string(item.module)] ?? [] where !paths[file].starts(with: folder) {
          result.insert(folder)
        }
      }
    }
    return result
  }

  // MARK: Structures

  private mutating func packageStructure(_ package: Int) -> Int {
    let folder = packages[package].folder
    let place = Place(package: package, name: "", folder: folder)
    if let known = structureAt[place] { return known }
    let name = packages[package].name
    return add(
      ModuleStructure(
        kind: .package, name: name, qualifiedName: name, components: ["package " + name], parent: -1,
        files: [],
        root: folder.joined(separator: "/"), membersQualified: false), at: place)
  }

  private mutating func moduleStructure(_ place: Place) -> Int {
    if let known = structureAt[place] { return known }
    let parent = place.package >= 0 ? packageStructure(place.package) : -1
    let root = place.folder.isEmpty && place.package >= 0 ? packages[place.package].folder : place.folder
    return add(
      ModuleStructure(
        kind: .module, name: place.name, qualifiedName: place.name, components: [place.name], parent: parent,
        files: [], root: root.joined(separator: "/"), membersQualified: false), at: place)
  }

  private mutating func add(_ structure: ModuleStructure, at place: Place) -> Int {
    structureAt[place] = structures.count
    structures.append(structure)
    packageOfStructure.append(place.package)
    return structures.count - 1
  }
}
