import Foundation
import GraphModel
import Indexing
import LanguageSupport
import Linking
import TestSupport
import Testing

/// The projects in `Fixtures/Projects` say in their own comments which edges they have.
@Suite struct ProjectEdgesTests {
  /// A project, and the kinds of edges that its comments list completely.
  struct Project: CustomTestStringConvertible, Sendable {
    let name: String
    let kinds: Set<EdgeKind>
    var testDescription: String { name }

    init(_ name: String, _ kinds: EdgeKind...) {
      self.name = name
      self.kinds = Set(kinds)
    }
  }

  static let projects = [
    Project("python-imports", .imports),
    Project("python-packages", .imports, .calls),
    Project("python-flow", .calls, .decorates),
    Project("python-types", .calls, .instantiates, .inherits, .overrides),
    Project("python-library", .calls),
    Project("python-tests", .calls, .tests),
    Project("python-stubs", .calls, .imports),
    Project("swift-imports", .imports),
  ]

  @Test(arguments: projects) func edgesAreWhatTheSourcesSay(project: Project) throws {
    let folder = "Fixtures/Projects/\(project.name)"
    let paths = ["py", "pyi", "swift"].flatMap { RepositoryFiles.files(below: folder, suffix: ".\($0)") }
      .sorted { SourcePath($0) < SourcePath($1) }
    var files: [IndexedFile] = []
    var facts: [FileFacts?] = []
    var sources: [[UInt8]] = []
    for path in paths {
      let relative = SourcePath(String(path.dropFirst(folder.count + 1)))
      let language = try #require(LanguageRegistry.all.first { $0.claims(relative) })
      let source = Array(try RepositoryFiles.text(path).utf8)
      guard case .facts(let found) = language.parse(source) else {
        Issue.record("\(path) was skipped")
        continue
      }
      files.append(IndexedFile(path: relative, language: language.id, blob: nil))
      facts.append(found)
      sources.append(source)
    }
    let graph = ProgramLinker(languages: LanguageRegistry.all).link(files: files, facts: facts).graph
    let matcher = EdgeMatcher(graph, kinds: project.kinds)
    for (file, source) in zip(files, sources) {
      let comment = file.language == .swift ? "//" : "#"
      let failures = matcher.failures(in: CaretFile(source: source, comment: comment), path: file.path)
      #expect(failures.isEmpty, "\(file.path.display): \(failures.joined(separator: "\n"))")
    }
  }
}
