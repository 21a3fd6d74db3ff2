import Testing

@testable import SwiftLanguage

/// What is read from a package's manifest without running it.
@Suite struct ManifestTests {
  @Test func aPlainManifest() throws {
    let manifest = try #require(
      Self.manifest(
        #"""
        // swift-tools-version: 6.0
        import PackageDescription
        let package = Package(
          name: "demo",
          dependencies: [.package(url: "https://example.org/a/swift-log.git", from: "1.0.0"), .package(path: "../other")],
          targets: [
            .target(name: "Core", dependencies: [.product(name: "Logging", package: "swift-log")], exclude: ["a.md"]),
            .executableTarget(name: "tool", dependencies: ["Core", .target(name: "Help")], path: "Tool"),
            .testTarget(name: "CoreTests", dependencies: [.byName(name: "Core")], sources: ["Unit"]),
          ])
        """#))
    #expect(manifest.name == "demo")
    #expect(manifest.dependencies == ["swift-log", "../other"])
    #expect(
      manifest.targets == [
        .init(kind: "target", name: "Core", exclude: ["a.md"], dependencies: ["Logging"]),
        .init(kind: "executableTarget", name: "tool", path: "Tool", dependencies: ["Core", "Help"]),
        .init(kind: "testTarget", name: "CoreTests", sources: ["Unit"], dependencies: ["Core"]),
      ])
  }

  @Test func constantsLoopsAndHelpers() throws {
    let manifest = try #require(
      Self.manifest(
        #"""
        import PackageDescription
        let shared: [Target.Dependency] = ["Base"]
        func library(_ name: String, extra: [Target.Dependency] = []) -> Target {
          .target(name: name, dependencies: shared + extra, path: "Libraries/\(name)")
        }
        extension Target {
          static func checked(_ name: String) -> Target { .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)]) }
        }
        var targets: [Target] = [.target(name: "Base"), library("One"), library("Two", extra: ["One"])]
        for name in ["One", "Two"] { targets.append(.checked(name)) }
        targets += ["Three", "Four"].map { .target(name: $0, dependencies: shared) }
        let package = Package(name: "demo", targets: targets)
        """#))
    #expect(
      manifest.targets.map(\.name) == ["Base", "One", "Two", "OneTests", "TwoTests", "Three", "Four"])
    #expect(manifest.targets[2].path == "Libraries/Two")
    #expect(manifest.targets[2].dependencies == ["Base", "One"])
    #expect(manifest.targets[4].dependencies == ["Two"])
  }

  @Test func typesOfTheManifestsOwn() throws {
    let manifest = try #require(
      Self.manifest(
        #"""
        import PackageDescription
        struct Unit {
          enum Kind { case library, test }
          var kind: Kind
          var name: String
          var folder: String?
          static func library(_ name: String, folder: String? = nil) -> Unit { Unit(kind: .library, name: name, folder: folder) }
          static func test(_ name: String) -> Unit { Unit(kind: .test, name: name, folder: nil) }
          var target: Target {
            switch kind {
            case .library: return .target(name: name, path: "Sources/\(folder ?? name)")
            case .test: return .testTarget(name: name + "Tests")
            }
          }
        }
        let units: [Unit] = [.library("A", folder: "AModule"), .test("A"), .library("B")]
        let package = Package(name: "demo", targets: units.map(\.target) + units.filter { $0.kind == .library }.map { $0.target })
        """#))
    #expect(manifest.targets.map(\.name) == ["A", "ATests", "B"])
    #expect(manifest.targets.map(\.path) == ["Sources/AModule", nil, "Sources/B"])
  }

  @Test func bothBranchesOfWhatCannotBeKnown() throws {
    let manifest = try #require(
      Self.manifest(
        #"""
        import PackageDescription
        #if os(Linux)
        let left = ["a"]
        #else
        let left = ["b"]
        #endif
        let package = Package(name: "demo", targets: [.target(name: "A", exclude: left)])
        if Context.environment["X"] != nil {
          package.targets.append(.target(name: "B"))
        } else {
          package.targets += [.target(name: "C")]
        }
        if false { package.targets.append(.target(name: "Never")) }
        for target in package.targets where target.name != "A" { target.path = "Other/" + target.name }
        """#))
    #expect(manifest.targets.map(\.name) == ["A", "B", "C"])
    #expect(manifest.targets.map(\.path) == [nil, "Other/B", "Other/C"])
    #expect(manifest.targets[0].exclude == ["a"])
  }

  @Test func hostileManifestsEnd() {
    let loop = "func f(_ x: String) -> String { f(x + x) }\nlet a = f(\"b\")\n"
    let nested = String(repeating: "for a in [1,2,3,4,5,6,7,8,9] {", count: 40)
    let doubled = "x += [\"a\"]\n" + String(repeating: "x += x\n", count: 64)
    for body in [
      doubled, loop, nested + String(repeating: "}", count: 40),
      String(repeating: "x += [x, x]\n", count: 64),
    ] {
      let text =
        "import PackageDescription\nvar x: [String] = []\n" + body
        + "let package = Package(name: \"demo\", targets: [.target(name: \"A\")])"
      #expect(Self.manifest(text)?.targets.map(\.name) != ["B"])
    }
  }

  @Test func otherFilesHaveNone() {
    #expect(Self.manifest("let package = Package(name: \"demo\")") == nil)
  }

  private static func manifest(_ text: String) -> PackageManifest? {
    Parsing.facts(of: text).flatMap { ManifestFacts.manifest(in: $0) }
  }
}
