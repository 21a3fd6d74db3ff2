import Embedding
import Foundation
import GraphModel
import GraphStore
import LanguageSupport
import Linking
import PythonLanguage
import Synchronization
import TestSupport
import Testing

@testable import Indexing
@testable import SourceTree

/// Text that is read long after its facts counts only if it still is what they are of.
@Suite struct LateTextTests {
  private static let text = "def answer():\n    return 'wombat'\n"

  private func scan(_ tree: TemporaryDirectory) async throws -> TreeScan {
    try await TreeScanner(root: tree.path, options: ScanOptions { $0.display.hasSuffix(".py") }).scan()
  }

  private func files(_ scan: TreeScan) throws -> [IndexedFile] {
    let reader = try FileReader(scan)
    return scan.entries.map { entry in
      guard case .content(let content) = reader.read(entry) else {
        return IndexedFile(path: entry.path, language: .python, blob: nil)
      }
      return IndexedFile(path: entry.path, language: .python, blob: content.blob)
    }
  }

  /// Ways in which a file stops being what was parsed.
  enum Change: CaseIterable { case none, edited, sameLength, emptied, removed, folder }

  @Test(arguments: Change.allCases)
  func onlyWhatTheFactsAreOfIsRead(_ change: Change) async throws {
    let tree = try TemporaryDirectory()
    try tree.write(Self.text, to: "a.py")
    let scan = try await scan(tree)
    let late = LateText(reader: try FileReader(scan), entries: scan.entries, files: try files(scan))
    switch change {
    case .none: break
    case .edited: try tree.write(Self.text + "# more\n", to: "a.py")
    case .sameLength:
      try tree.write(Self.text.replacingOccurrences(of: "wombat", with: "iguana"), to: "a.py")
    case .emptied: try tree.write("", to: "a.py")
    case .removed: try tree.remove("a.py")
    case .folder:
      try tree.remove("a.py")
      try tree.write("", to: "a.py/b.py")
    }
    #expect(late.read(0) == (change == .none ? Array(Self.text.utf8) : nil))
  }

  /// Chunks whose text was not to be had have none, and the next generation asks for it again; of others it does not.
  @Test func missingTextIsAskedForAgain() async throws {
    let tree = try TemporaryDirectory()
    try tree.write(Self.text, to: "a.py")
    try tree.write("def other():\n    return 'zebra'\n", to: "b.py")
    let files = try files(try await scan(tree))
    let facts = try files.map { file -> FileFacts? in
      let bytes = Array(try #require(tree.data(file.path.display)))
      guard case .facts(let facts) = PythonLanguage().parse(bytes) else { return nil }
      return facts
    }
    let linker = ProgramLinker(languages: [PythonLanguage()])
    let defined = linker.define(files: files, facts: facts)
    let linked = linker.link(defined)
    let location = DatabaseLocation(tree.path + "/graph.db")
    let lock = try WriterLock(location)

    /// Writes a generation; the files whose texts were asked for.
    func write(without missing: Set<String>) throws -> [String] {
      let asked = Mutex<[String]>([])
      let previous = try PreviousGeneration.open(location)
      let chunks = try ChunkIndexing(defined: defined, previous: previous) { file in
        let path = defined.program.files[file].path.display
        asked.withLock { $0.append(path) }
        return missing.contains(path) ? nil : tree.data(path).map { Array($0) }
      }.tables()
      let contents = GenerationContents(
        graph: linked.graph, meta: [GraphMeta.vectorsKey: String(EmbeddingTable.builtIn?.checksum ?? 0)],
        chunks: { sink in try chunks.write(to: &sink, linked) })
      _ = try GraphStore.replace(lock, with: contents, previous: previous?.reader)
      return asked.withLock { $0 }
    }
    func isFound(_ word: String) throws -> Bool {
      try !GraphReader(location).postings(term: Array(word.utf8)).isEmpty
    }

    #expect(try write(without: ["a.py"]) == ["a.py", "b.py"])
    #expect(try !isFound("wombat") && isFound("zebra"))
    #expect(try write(without: []) == ["a.py"])
    #expect(try isFound("wombat") && isFound("zebra"))
    #expect(try write(without: []) == [])
    #expect(try isFound("wombat") && isFound("zebra"))
    lock.release()
  }
}
