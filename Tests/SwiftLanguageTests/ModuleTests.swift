import GraphModel
import LanguageSupport
import Testing

@testable import SwiftLanguage

/// Which modules files form, and what an import in one of them means.
@Suite struct ModuleTests {
  private static let head = "import PackageDescription\n"

  @Test func targetsTakeTheirFiles() {
    let tree = Tree([
      "Package.swift": Self.head + """
        let package = Package(name: "demo", targets: [
          .target(name: "Core"), .target(name: "kit-ui", path: "UI", exclude: ["Old"]),
          .target(name: "Part", path: "Mixed", sources: ["Part.swift", "part"]), .target(name: "Rest", path: "Mixed", sources: ["Rest.swift"]),
          .plugin(name: "Gen"), .testTarget(name: "CoreTests"),
        ])
        """,
      "Sources/Core/A.swift": "", "Sources/Core/Deep/B.swift": "", "UI/V.swift": "", "UI/Old/W.swift": "",
      "Mixed/Part.swift": "", "Mixed/part/P.swift": "", "Mixed/Rest.swift": "", "Mixed/Other.swift": "",
      "Plugins/Gen/G.swift": "", "Tests/CoreTests/T.swift": "", "Package@swift-5.9.swift": Self.head,
      "Scripts/s.swift": "",
    ])
    #expect(tree.module("Sources/Core/A.swift") == "Core")
    #expect(tree.module("Sources/Core/Deep/B.swift") == "Core")
    #expect(tree.module("UI/V.swift") == "kit_ui")
    #expect(tree.module("UI/Old/W.swift") == "UI")
    #expect(tree.module("Mixed/Part.swift") == "Part")
    #expect(tree.module("Mixed/part/P.swift") == "Part")
    #expect(tree.module("Mixed/Rest.swift") == "Rest")
    #expect(tree.module("Mixed/Other.swift") == "Mixed")
    #expect(tree.module("Plugins/Gen/G.swift") == "Gen")
    #expect(tree.module("Tests/CoreTests/T.swift") == "CoreTests")
    #expect(tree.module("Scripts/s.swift") == "Scripts")
    #expect(tree.module("Package.swift") == nil)
    #expect(tree.module("Package@swift-5.9.swift") == nil)
    #expect(tree.modules.structures.first?.name == "demo")
  }

  @Test func theOnlyTargetMayLieInSources() {
    let tree = Tree([
      "Package.swift": Self.head
        + #"let package = Package(name: "d", targets: [.target(name: "Only"), .testTarget(name: "OnlyTests")])"#,
      "Sources/A.swift": "", "Tests/OnlyTests/T.swift": "",
    ])
    #expect(tree.module("Sources/A.swift") == "Only")
    #expect(tree.module("Tests/OnlyTests/T.swift") == "OnlyTests")
  }

  @Test func packagesSeeWhatTheyDependOn() {
    let tree = Tree([
      "Package.swift": Self.head + #"let package = Package(name: "main", targets: [.target(name: "Core")])"#,
      "Sources/Core/A.swift": "",
      "Examples/Package.swift": Self.head
        + #"let package = Package(name: "ex", dependencies: [.package(path: "..")], targets: [.target(name: "Ex")])"#,
      "Examples/Sources/Ex/E.swift": "",
      "Tools/Package.swift": Self.head
        + #"let package = Package(name: "tools", targets: [.target(name: "T"), .target(name: "Log")])"#,
      "Tools/Sources/T/T.swift": "", "Tools/Sources/Log/L.swift": "",
      "Remote/Package.swift": Self.head
        + #"let package = Package(name: "r", dependencies: [.package(url: "https://h/Tools.git", from: "1.0.0")], targets: [.target(name: "R")])"#,
      "Remote/Sources/R/R.swift": "",
    ])
    #expect(tree.module(named: "Core", in: "Examples/Sources/Ex/E.swift") == "Core")
    #expect(tree.module(named: "Core", in: "Tools/Sources/T/T.swift") == nil)
    #expect(tree.module(named: "Log", in: "Tools/Sources/T/T.swift") == "Log")
    #expect(tree.module(named: "Log", in: "Sources/Core/A.swift") == nil)
    #expect(tree.module(named: "Log", in: "Remote/Sources/R/R.swift") == "Log")
    #expect(tree.module(named: "Foundation", in: "Sources/Core/A.swift") == nil)
  }

  @Test func withoutAReadableManifestFoldersAreModules() {
    let tree = Tree([
      "Package.swift": Self.head + "let package = make()\n", "Sources/A/A.swift": "", "Tests/B/B.swift": "",
    ])
    #expect(tree.module("Sources/A/A.swift") == "A")
    #expect(tree.module("Tests/B/B.swift") == "B")
    #expect(tree.module(named: "A", in: "Tests/B/B.swift") == "A")
  }

  @Test func aPlainFolderIsOneModule() {
    let plain = Tree(["a.swift": "", "Views/b.swift": "", "Models/Deep/c.swift": ""])
    #expect(Set(["a.swift", "Views/b.swift", "Models/Deep/c.swift"].map { plain.module($0) }) == ["main"])
    let app = Tree(["App/a.swift": "", "App/Views/b.swift": "", "AppTests/t.swift": "@testable import App\n"])
    #expect(app.module("App/Views/b.swift") == "App")
    #expect(app.module("AppTests/t.swift") == "main")
    #expect(app.module(named: "App", in: "AppTests/t.swift") == "App")
  }

  @Test func aSourceMayBeCalledPackage() {
    let tree = Tree([
      "Package.swift": Self.head + #"let package = Package(name: "d", targets: [.target(name: "A")])"#,
      "Sources/A/Package.swift": "struct Package {}", "Sources/A/B.swift": "",
    ])
    #expect(tree.module("Sources/A/Package.swift") == "A")
    #expect(tree.modules.structures.map(\.name) == ["d", "A"])
  }

  /// A tree of sources.
  private struct Tree {
    let files: [ProgramFile]
    let modules: SwiftModules

    init(_ sources: [String: String]) {
      files = sources.sorted { SourcePath($0.key) < SourcePath($1.key) }.compactMap { path, text in
        Parsing.facts(of: text).map { ProgramFile(path: SourcePath(path), language: .swift, facts: $0) }
      }
      modules = SwiftModules(files)
    }

    func module(_ path: String) -> String? {
      guard let file = files.firstIndex(where: { $0.path == SourcePath(path) }) else { return "no file" }
      let module = modules.moduleOfFile[file]
      return module < 0 ? nil : modules.structures[module].name
    }

    func module(named name: String, in path: String) -> String? {
      guard let file = files.firstIndex(where: { $0.path == SourcePath(path) }) else { return "no file" }
      return modules.module(named: name, importedIn: file).map { modules.structures[$0].name }
    }
  }
}
