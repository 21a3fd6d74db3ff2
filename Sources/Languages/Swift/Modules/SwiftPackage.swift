import GraphModel
import LanguageSupport

/// A package of the tree: a folder with a manifest, and what that says.
struct SwiftPackage {
  /// The folder's path from the tree's root; empty for the root itself.
  let folder: [String]
  /// Nil where nothing could be read from it.
  let manifest: PackageManifest?

  /// The package's name: the manifest's, else the folder's.
  var name: String {
    if let name = manifest?.name, !name.isEmpty { return name }
    // The tree's own folder has no name that does not depend on where it lies.
    return folder.last ?? "Package"
  }

  /// The folders below the package in which a target without `path:` may lie, first choice first.
  static func searchFolders(_ kind: String) -> [String] {
    switch kind {
    case "plugin": ["Plugins"]
    case "testTarget": ["Tests", "Sources", "Source", "src", "srcs"]
    default: ["Sources", "Source", "src", "srcs"]
    }
  }

  /// True for a file that is a manifest: `Package.swift` or `Package@swift-5.9.swift`, and it imports what
  /// manifests are written with.
  static func isManifest(_ name: String, _ facts: FileFacts) -> Bool {
    guard name == "Package.swift" || (name.hasPrefix("Package@swift-") && name.hasSuffix(".swift")) else {
      return false
    }
    return facts.imports.contains { facts.names.string($0.module) == "PackageDescription" }
  }

  /// Which of a folder's manifests counts: the plain one, else that of the latest tools.
  static func preferred(_ names: [String]) -> String? {
    names.max { key($0).lexicographicallyPrecedes(key($1)) }
  }

  /// The numbers in `Package@swift-5.9.swift`; the plain name comes after all.
  private static func key(_ name: String) -> [Int] {
    if name == "Package.swift" { return [Int.max] }
    return name.dropFirst(14).dropLast(6).split(separator: ".").map { Int($0) ?? 0 }
  }

  /// A target's name as a module's: what an identifier cannot have is `_`.
  static func moduleName(_ target: String) -> String {
    var result = ""
    for scalar in target.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if scalar == "_" || scalar.properties.isAlphabetic || (isDigit && !result.isEmpty) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "_"
      }
    }
    return result
  }
}

/// The parts of a path as manifests write it (`./Sources/../Lib`), relative to `folder`; nil for one that is
/// absolute or leaves the tree.
func manifestPath(_ text: String, in folder: [String]) -> [String]? {
  guard !text.hasPrefix("/") else { return nil }
  var result = folder
  for part in text.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      if result.isEmpty { return nil }
      result.removeLast()
    default: result.append(String(part))
    }
  }
  return result
}
