import Foundation
import GraphModel
import Indexing
import LanguageSupport
import Linking
import TestSupport
import Testing

/// The targets of `Fixtures/Projects/swift-rules`, one a rule of how Swift's names and calls are resolved. Each
/// source names the kinds of edges that it asserts; of these every one must be asserted. What they say is what
/// the compiler says of them.
@Suite struct SwiftRuleTests {
  @Test(arguments: rules) func theRuleHolds(rule: String) throws {
    let project = try #require(Self.project)
    for (path, source) in project.sources where path.display.hasPrefix("Sources/\(rule)/") {
      let kinds = Self.kinds(in: source)
      #expect(!kinds.isEmpty, "\(path.display) names no kinds")
      let failures = EdgeMatcher(project.graph, kinds: kinds)
        .failures(in: CaretFile(source: source, comment: "//"), path: path)
      #expect(failures.isEmpty, "\(path.display): \(failures.joined(separator: "\n"))")
    }
  }

  private static let folder = "Fixtures/Projects/swift-rules"

  /// The names of the folders with sources.
  private static let rules: [String] = {
    let paths = RepositoryFiles.files(below: folder + "/Sources", suffix: ".swift")
    return Set(paths.map { $0.split(separator: "/")[4] }).map(String.init).sorted()
  }()

  private static let project = try? Project(folder: folder)

  /// The words of the line `// kinds: calls reads`.
  private static func kinds(in source: [UInt8]) -> Set<EdgeKind> {
    let lines = String(decoding: source, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("// kinds:") }
    let words = line.map { $0.split(separator: " ").dropFirst(2).map(String.init) } ?? []
    return Set(EdgeKind.allCases.filter { words.contains($0.name) })
  }

  private struct Project {
    let graph: Graph
    let sources: [(path: SourcePath, source: [UInt8])]

    init(folder: String) throws {
      let paths = RepositoryFiles.files(below: folder, suffix: ".swift").sorted {
        SourcePath($0) < SourcePath($1)
      }
      var files: [IndexedFile] = []
      var facts: [FileFacts?] = []
      var sources: [(path: SourcePath, source: [UInt8])] = []
      for path in paths {
        let relative = SourcePath(String(path.dropFirst(folder.count + 1)))
        let source = Array(try RepositoryFiles.text(path).utf8)
        let language = try #require(LanguageRegistry.all.first { $0.claims(relative) })
        guard case .facts(let found) = language.parse(source) else { continue }
        files.append(IndexedFile(path: relative, language: language.id, blob: nil))
        facts.append(found)
        sources.append((relative, source))
      }
      self.sources = sources
      graph = ProgramLinker(languages: LanguageRegistry.all).link(files: files, facts: facts).graph
    }
  }
}
