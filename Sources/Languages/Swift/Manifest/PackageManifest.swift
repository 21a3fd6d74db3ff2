/// What a package's manifest says about its modules, as far as it could be read.
struct PackageManifest: Equatable {
  /// One target.
  struct Target: Equatable {
    /// The word that declares it: `target`, `executableTarget`, `testTarget`, `macro`, `plugin`, `systemLibrary`,
    /// `binaryTarget`.
    var kind: String
    var name: String
    /// `path:`, or nil for the conventional folder.
    var path: String?
    /// `sources:`, or nil for everything below the folder.
    var sources: [String]?
    var exclude: [String] = []
    /// Names of targets and products this one names as dependencies.
    var dependencies: [String] = []

    /// The words that declare targets.
    static let kinds = [
      "target", "executableTarget", "testTarget", "macro", "plugin", "systemLibrary", "binaryTarget",
    ]
  }

  /// The package's `name:`, empty if it could not be read.
  var name = ""
  /// In order of declaration, each name once.
  var targets: [Target] = []
  /// The packages it depends on: paths as written for local ones, else the last part of the URL.
  var dependencies: [String] = []

  /// Reads what the variables of a manifest hold after it ran.
  init?(globals: [(name: String, value: ManifestValue)]) {
    let calls = globals.compactMap { variable -> ManifestValue? in
      if case .call("Package", _) = variable.value { variable.value } else { nil }
    }
    guard let package = calls.first else { return nil }
    name = package["name"]?.text ?? ""
    var seen: Set<String> = []
    for value in package["targets"]?.elements ?? [] {
      guard let target = Self.target(value), seen.insert(target.name).inserted else { continue }
      targets.append(target)
    }
    for value in package["dependencies"]?.elements ?? [] {
      if let path = value["path"]?.text {
        dependencies.append(path)
      } else if let location = value["url"]?.text ?? value["id"]?.text {
        dependencies.append(Self.identity(ofURL: location))
      }
    }
  }

  /// Makes a manifest of its parts.
  init(name: String, targets: [Target], dependencies: [String]) {
    self.name = name
    self.targets = targets
    self.dependencies = dependencies
  }

  private static func target(_ value: ManifestValue) -> Target? {
    guard case .call(let kind, _) = value, Target.kinds.contains(kind), let name = value["name"]?.text else {
      return nil
    }
    var target = Target(kind: kind, name: name)
    target.path = value["path"]?.text
    target.sources = value["sources"]?.elements.map { $0.compactMap(\.text) }
    target.exclude = value["exclude"]?.elements?.compactMap(\.text) ?? []
    target.dependencies = value["dependencies"]?.elements?.compactMap { dependency($0) } ?? []
    return target
  }

  /// `"Name"`, `.target(name:)`, `.product(name:package:)`, `.byName(name:)`.
  private static func dependency(_ value: ManifestValue) -> String? { value.text ?? value["name"]?.text }

  /// The name by which a package is known: the last part of its location without `.git`.
  static func identity(ofURL location: String) -> String {
    let last = location.split(separator: "/").last.map(String.init) ?? location
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }
}
