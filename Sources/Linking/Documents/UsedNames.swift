import GraphModel
import LanguageSupport

/// Which of some names code uses for anything: parameters, local variables, keys of other libraries. What the code of
/// the tree, or of the document itself, uses is no name of a definition that went away.
struct UsedNames {
  private let wanted: Set<String>
  /// By length, first and last byte: whether a wanted name has these.
  private var isLike = [Bool](repeating: false, count: 1 << 16)
  private var inTree: Set<String> = []
  private var inDocuments: [Int32: Set<String>] = [:]

  /// O(references), most of them at the cost of three bytes.
  init(_ wanted: Set<String>, _ program: Program) {
    self.wanted = wanted
    for name in wanted { isLike[Self.place(Array(name.utf8)[...])] = true }
    guard !wanted.isEmpty else { return }
    for file in program.files where !file.language.isProse { forEach(file.facts) { inTree.insert($0) } }
    for (index, snippet) in program.snippets.enumerated() {
      let document = program.fileIndices[program.files.count + index]
      forEach(snippet.facts) { inDocuments[document, default: []].insert($0) }
    }
  }

  /// True if code of the tree uses the name, or code that the document shows. `document` is its place in
  /// ``Graph/files``.
  func contains(_ name: String, in document: Int32) -> Bool {
    inTree.contains(name) || inDocuments[document]?.contains(name) ?? false
  }

  private func forEach(_ facts: FileFacts, _ body: (String) -> Void) {
    func visit(_ name: NameID) {
      let bytes = facts.names.bytes(name)
      guard isLike[Self.place(bytes)] else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      if wanted.contains(text) { body(text) }
    }
    for reference in facts.references { visit(reference.name) }
    for definition in facts.definitions { visit(definition.name) }
  }

  private static func place(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    return (bytes.count & 63) << 10 | Int(first & 31) << 5 | Int(last & 31)
  }
}
