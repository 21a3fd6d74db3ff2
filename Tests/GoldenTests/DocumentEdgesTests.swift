import Foundation
import GraphModel
import Indexing
import LanguageSupport
import Linking
import TestSupport
import Testing

/// What the documents of some projects point at and name, and what the code in them uses, as text beside them: one
/// line for each reference, with the source from where it stands (`KG_UPDATE_GOLDEN=1` writes it anew).
@Suite struct DocumentEdgesTests {
  @Test(arguments: ["documents", "documents-code", "documents-comments"])
  func referencesAreAsWrittenDown(name: String) throws {
    let root = RepositoryFiles.root.appendingPathComponent("Fixtures/Projects/" + name)
    let project = try Project(root)
    let graph = project.link()
    let golden = root.appendingPathComponent("expected.edges")
    let text = project.lines(graph).map { $0 + "\n" }.joined()
    if ProcessInfo.processInfo.environment["KG_UPDATE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: golden)
    }
    #expect(try text == String(contentsOf: golden, encoding: .utf8))
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    let root = RepositoryFiles.root.appendingPathComponent("Fixtures/Projects/documents")
    let project = try Project(root)
    #expect(project.link() == project.link(), "linking is a pure function")
  }

  @Test func codeInDocumentsChangesNoEdgeOfTheTree() throws {
    let root = RepositoryFiles.root.appendingPathComponent("Fixtures/Projects/documents-code")
    let project = try Project(root)
    var bare = project
    for index in bare.facts.indices { bare.facts[index]?.embedded = [] }
    let (with, without) = (project.link(), bare.link())
    func isCode(_ edge: Edge, _ graph: Graph) -> Bool {
      graph.nodes[Int(edge.source)].kind != .codeBlock
    }
    func lines(_ graph: Graph) -> [String] {
      graph.edges.filter { isCode($0, graph) }.map { edge in
        "\(edge.kind) \(graph.nodes[Int(edge.source)].id) \(graph.nodes[Int(edge.target)].id) \(edge.position) "
          + "\(edge.resolution) \(edge.candidates)"
      }.sorted()
    }
    #expect(with.edges.count > without.edges.count)
    #expect(lines(with) == lines(without))
  }
}

/// The files of a folder, parsed.
private struct Project {
  var files: [IndexedFile] = []
  var facts: [FileFacts?] = []
  var sources: [[UInt8]] = []
  var others: [SourcePath] = []

  init(_ root: URL) throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    for path in names.map({ SourcePath($0) }).sorted() {
      let url = root.appendingPathComponent(path.display)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      let source = [UInt8](try Data(contentsOf: url))
      guard let language = LanguageRegistry.all.first(where: { $0.claims(path) }),
        case .facts(let found) = language.parse(source)
      else {
        others.append(path)
        continue
      }
      files.append(IndexedFile(path: path, language: language.id, blob: nil))
      facts.append(found)
      sources.append(source)
    }
  }

  func link() -> Graph {
    ProgramLinker(languages: LanguageRegistry.all).link(files: files, facts: facts, others: others).graph
  }

  /// One line for each edge of prose and each reference without a target, in the order of the places.
  func lines(_ graph: Graph) -> [String] {
    var lines: [(file: Int32, position: Position, text: String)] = []
    let kinds: Set<EdgeKind> = [.links, .mentions, .documents]
    func isShown(_ kind: EdgeKind, _ source: NodeIndex) -> Bool {
      kinds.contains(kind) || graph.nodes[Int(source)].kind == .codeBlock
    }
    for edge in graph.edges where isShown(edge.kind, edge.source) {
      let target = graph.nodes[Int(edge.target)]
      let count = edge.candidates > 1 ? " of \(edge.candidates)" : ""
      let text =
        "\(edge.kind.name) \(edge.resolution.name)\(count) → \(target.kind.name) \(target.qualifiedName)"
      lines.append((edge.file, edge.position, text))
    }
    for reference in graph.unresolved where isShown(reference.kind, reference.source) {
      lines.append((reference.file, reference.position, "\(reference.kind.name) ✗ \(reference.reason)"))
    }
    lines.sort { ($0.file, $0.position, $0.text) < ($1.file, $1.position, $1.text) }
    return lines.map { item in
      let file = Int(item.file)
      return "\(files[file].path.display):\(item.position.line) \(source(file, item.position)): \(item.text)"
    }
  }

  /// The source from a place to the end of the word.
  private func source(_ file: Int, _ position: Position) -> String {
    let lines = sources[file].split(separator: 0x0A, omittingEmptySubsequences: false)
    let rest = lines[Int(position.line) - 1].dropFirst(Int(position.column) - 1)
    return String(decoding: rest.prefix { !" `)\">".utf8.contains($0) }, as: UTF8.self)
  }
}
