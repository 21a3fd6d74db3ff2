import GraphModel

/// Tells folders of third-party code by their well-known names.
///
/// A file is vendored if a folder on its path below the indexed root has one of the names, or is a Python
/// virtual environment (holds `pyvenv.cfg`), tracked by git or not. Folders above the root do not
/// count: who indexes a vendored package itself gets it.
struct VendoredFolders {
  /// The names, each with the tool whose convention it is.
  static let names: [[UInt8]] = [
    "node_modules", "bower_components", "jspm_packages",  // JavaScript
    "Pods", "Carthage", ".build", ".swiftpm", "DerivedData", "SourcePackages",  // Swift and Xcode
    "site-packages", "dist-packages", "__pypackages__", "_vendor", ".tox", ".nox", ".eggs",  // Python
    "vendor", "vendored", "third_party", "third-party", "thirdparty", "3rdparty",  // many languages
  ].map { Array($0.utf8) }

  private let environments: [[UInt8]]

  /// - Parameter environments: the virtual environments of the tree.
  init(environments: [SourcePath]) { self.environments = environments.map { $0.bytes } }

  /// True if the files of the directory (a path relative to the root) are third-party code.
  func contains(_ directory: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    for component in directory.split(separator: slash)
    where Self.names.contains(where: component.elementsEqual) {
      return true
    }
    return environments.contains { environment in
      directory.starts(with: environment)
        && (directory.count == environment.count || directory[environment.count] == slash)
    }
  }
}
