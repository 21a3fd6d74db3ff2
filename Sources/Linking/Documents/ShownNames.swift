import GraphModel
import LanguageSupport

/// What the code that documents show uses, by document and name: where the text says `render`, and code beside it
/// calls a definition of that name, that one is meant.
struct ShownNames {
  private var symbols: [Int32: [String: [Int]]] = [:]

  init(_ graph: GraphBuilder, _ table: SymbolTable) {
    for edge in graph.edges where graph.nodes[Int(edge.source)].kind == .codeBlock {
      guard let symbol = table.symbol(of: edge.target) else { continue }
      var known = symbols[edge.file, default: [:]][table.names[symbol], default: []]
      if !known.contains(symbol) { known.append(symbol) }
      symbols[edge.file]?[table.names[symbol]] = known
    }
  }

  /// The symbols of a name that code in the document uses, in the order of the edges. `file` is the document's place in
  /// ``Graph/files``.
  func named(_ name: String, in file: Int32) -> [Int] { symbols[file]?[name] ?? [] }
}
