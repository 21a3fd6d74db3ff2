import Foundation
import GraphModel
import LanguageSupport
import Linking
import TestSupport
import Testing

@testable import Indexing

/// Every tag stands in the text that it is a tag of, letter case aside, and an edit that linking does not see
/// (comments, white space) changes none.
@Suite struct TagContractTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// A part of this repository; with `KG_TEST=full` all of its sources and the folders that `KG_TREES` names,
  /// separated by colons.
  private static let trees: [String] = {
    let sources = RepositoryFiles.root.appendingPathComponent("Sources")
    guard environment["KG_TEST"] == "full" else { return [sources.appendingPathComponent("Linking").path] }
    return [sources.path] + (environment["KG_TREES"] ?? "").split(separator: ":").map(String.init)
  }()

  @Test(arguments: trees) func everyTagStandsInItsText(path: String) throws {
    let tree = try ParsedTree(URL(fileURLWithPath: path))
    let graph = tree.tagged()
    var count = 0
    for (file, source) in tree.linked.program.files.enumerated() {
      let text = folded(tree.contents[file])
      for tag in tags(tree.linked.node(file: file, definition: -1), graph) {
        count += 1
        #expect(text.range(of: folded(Array(tag.utf8))) != nil, "\(source.path.display): \(tag)")
      }
      for chunk in source.facts.chunks where source.language.isProse && chunk.definition > 0 {
        let part = folded(Array(tree.contents[file][Int(chunk.start)..<Int(chunk.end)]))
        for tag in tags(tree.linked.node(file: file, definition: chunk.definition), graph) {
          count += 1
          #expect(part.range(of: folded(Array(tag.utf8))) != nil, "\(source.path.display): \(tag)")
        }
      }
    }
    #expect(count > 100, "there are tags at all")
  }

  @Test func commentsThatDocumentNothingChangeNoTag() throws {
    let tree = try ParsedTree(RepositoryFiles.root.appendingPathComponent("Sources/Retrieval"))
    let edited = tree.mapped { path, text in
      path.hasSuffix(".swift") ? text + "\n// zebra zebra zebra \(path)\n" : text
    }
    let (before, after) = (tree.tagged(), edited.tagged())
    #expect(before.nodes.count == after.nodes.count)
    for (old, new) in zip(before.nodes, after.nodes) {
      #expect(old.properties == new.properties, "\(old.id)")
    }
  }

  private func tags(_ node: NodeIndex, _ graph: Graph) -> [String] {
    let property = graph.nodes[Int(node)].properties.first { $0.key == TagPass.key }
    return property?.value.split(separator: "\n").map(String.init) ?? []
  }

  private func folded(_ bytes: [UInt8]) -> Data { Data(bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) }
}

/// The files of a folder, parsed and linked.
private struct ParsedTree {
  let paths: [String]
  let contents: [[UInt8]]
  let linked: LinkedProgram

  init(_ root: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") }
        && LanguageRegistry.all.contains { $0.claims(SourcePath(path)) }
    }
    try self.init(
      paths.map { ($0, [UInt8](try Data(contentsOf: root.appendingPathComponent($0)))) })
  }

  private init(_ sources: [(path: String, text: [UInt8])]) {
    var files: [IndexedFile] = []
    var facts: [FileFacts] = []
    var contents: [[UInt8]] = []
    var paths: [String] = []
    for source in sources.sorted(by: { SourcePath($0.path) < SourcePath($1.path) }) {
      let path = SourcePath(source.path)
      guard let language = LanguageRegistry.all.first(where: { $0.claims(path) }),
        case .facts(let found) = language.parse(source.text)
      else { continue }
      files.append(IndexedFile(path: path, language: language.id, blob: nil))
      facts.append(found)
      contents.append(source.text)
      paths.append(source.path)
    }
    linked = ProgramLinker(languages: LanguageRegistry.all).link(files: files, facts: facts)
    self.paths = paths
    self.contents = contents
  }

  func mapped(_ edit: (String, String) -> String) -> Self {
    Self(zip(paths, contents).map { ($0, Array(edit($0, String(decoding: $1, as: UTF8.self)).utf8)) })
  }

  func tagged() -> Graph {
    TagPass.graph(of: linked, with: TagPass.tags(of: linked.program, contents: contents))
  }
}
