/// Where the targets of one package lie, and so which target a file belongs to.
struct TargetFolders {
  private struct Place {
    let target: Int
    let folder: [String]
    /// What is left out and, if given, what alone counts: paths of files and folders.
    let exclude: [[String]]
    let sources: [[String]]?
  }

  private var places: [Place] = []

  /// `folders` are those of all files of the package, with every folder above them.
  init(_ package: SwiftPackage, folders: Set<[String]>) {
    let targets = package.manifest?.targets ?? []
    let regular = targets.filter {
      !["testTarget", "plugin", "systemLibrary", "binaryTarget"].contains($0.kind)
    }
    for (index, target) in targets.enumerated() {
      var folder: [String]?
      if let path = target.path {
        folder = manifestPath(path, in: package.folder)
      } else {
        let parents = SwiftPackage.searchFolders(target.kind)
        folder = parents.map { package.folder + [$0, target.name] }.first { folders.contains($0) }
        // A package's only target may lie in the folder of sources itself.
        if folder == nil, regular.count == 1, regular[0].name == target.name {
          folder = parents.map { package.folder + [$0] }.first { folders.contains($0) }
        }
      }
      guard let folder else { continue }
      places.append(
        Place(
          target: index, folder: folder,
          exclude: target.exclude.compactMap { manifestPath($0, in: folder) },
          sources: target.sources?.compactMap { manifestPath($0, in: folder) }))
    }
  }

  /// The target of the file at `path`: that of the deepest folder around it which takes it.
  func target(of path: [String]) -> Int? {
    var best: Place?
    for place in places where path.starts(with: place.folder) {
      if let known = best, known.folder.count >= place.folder.count { continue }
      if place.exclude.contains(where: { path.starts(with: $0) }) { continue }
      if let sources = place.sources, !sources.contains(where: { path.starts(with: $0) }) { continue }
      best = place
    }
    return best?.target
  }
}
