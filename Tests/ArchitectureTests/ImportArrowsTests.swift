import Foundation
import TestSupport
import Testing

/// The layers of the design: a target may import only targets of lower layers.
private let layers: [String: Int] = [
  "GraphModel": 0, "PortableMath": 0,
  "SourceTree": 1, "LanguageSupport": 1, "Markup": 1, "Communities": 1, "Embedding": 1,
  "Linking": 2, "GraphStore": 2, "Retrieval": 2, "SwiftLanguage": 2, "PythonLanguage": 2,
  "MarkdownLanguage": 2, "ReStructuredTextLanguage": 2, "HTMLLanguage": 2, "InterfaceLanguage": 2,
  "CompilerIndex": 2,
  "Indexing": 3, "GraphQuery": 3,
  "Serving": 4, "Evaluation": 4, "EmbeddingTrainer": 4,
  "kg": 5,
]

/// Heavy libraries and the only targets that may import them.
private let keepers: [String: Set<String>] = [
  "SwiftSyntax": ["SwiftLanguage"], "SwiftParser": ["SwiftLanguage"],
  "GRDB": ["GraphStore"], "GRDBSQLite": ["GraphStore"], "SQLite3": ["GraphStore"],
  "CMarkup": ["Markup"], "ArgumentParser": ["kg", "EmbeddingTrainer"],
  "Subprocess": ["SourceTree", "CompilerIndex"], "CIndexStore": ["CompilerIndex"],
  "CPageChecksums": ["GraphStore"], "CTrainerKernel": ["EmbeddingTrainer"],
  "CEmbeddingTable": ["Embedding"], "CVectorKernel": ["Embedding"],
]

private func target(ofSource path: String) -> String {
  let parts = path.split(separator: "/").map(String.init)
  return parts[1] == "Languages" ? parts[2] + "Language" : parts[1]
}

private func imports(_ source: String) -> [String] {
  source.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ").filter { !$0.hasPrefix("@") && $0 != "public" && $0 != "internal" }
    guard words.first == "import", words.count >= 2 else { return nil }
    return String(words[words.count == 2 ? 1 : 2].prefix { $0 != "." })
  }
}

@Suite struct ImportArrowsTests {
  static let sources = RepositoryFiles.files(below: "Sources", suffix: ".swift")

  @Test func everyTargetHasALayer() {
    #expect(Self.sources.count > 20)
    for path in Self.sources { #expect(layers[target(ofSource: path)] != nil, "\(path) has no layer") }
  }

  @Test(arguments: sources) func importsPointDownwards(path: String) throws {
    let from = target(ofSource: path)
    for imported in imports(try RepositoryFiles.text(path)) {
      if let allowed = keepers[imported] {
        #expect(allowed.contains(from), "\(path) imports \(imported), which stays behind \(allowed)")
      }
      guard let there = layers[imported], let here = layers[from] else { continue }
      #expect(there < here, "\(path) (layer \(here)) imports \(imported) (layer \(there))")
    }
  }

  @Test(arguments: sources) func onlyTheCommandLinePrints(path: String) throws {
    guard target(ofSource: path) != "kg" else { return }
    for (number, line) in try RepositoryFiles.text(path).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() {
      let code = line.prefix { $0 != "/" }
      // A declaration, of Swift or in a stub of Python's library, prints nothing.
      let declares = code.contains(/(func|def) print\(/)
      let prints = code.firstMatch(of: /(^|[^A-Za-z.])print\(/) != nil && !declares
      #expect(!prints, "\(path):\(number + 1) prints")
    }
  }

  @Test(arguments: sources) func noForcedTries(path: String) throws {
    let text = try RepositoryFiles.text(path)
    #expect(!text.contains("try!"), "\(path)")
  }
}
