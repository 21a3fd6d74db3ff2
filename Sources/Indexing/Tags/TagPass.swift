import GraphModel
import LanguageSupport
import Linking
import Retrieval

/// Gives every document, section and file its tags: words and phrases of its own text that set it apart from the
/// others of its sort.
///
/// The contract: a tag occurs in the text it is a tag of, letter case of ASCII aside. For code the text is what the
/// file names and what its documentation comments say, so that an edit that changes neither (see `PatchRun`) leaves the
/// tags as they are. Names that parsers supply (`subscript` for `a[0]`) stand nowhere and count for nothing.
struct TagPass {
  /// Raised when the same tree gives other tags.
  static let version = 3
  /// The property's key; the value has one tag a line, best first.
  static let key = "tags"
  private static let fileTags = 8
  private static let sectionTags = 5

  private let linked: LinkedProgram
  private let contents: [[UInt8]]

  /// The graph with tags; `contents` are the bytes of the program's files.
  static func graph(of linked: LinkedProgram, contents: [[UInt8]]) -> Graph {
    let pass = TagPass(linked: linked, contents: contents)
    var graph = linked.graph
    pass.tagFiles(&graph)
    pass.tagSections(&graph)
    return graph
  }

  private func tagFiles(_ graph: inout Graph) {
    var phrases = KeyPhrases()
    for (index, file) in linked.program.files.enumerated() {
      if file.language.isProse {
        contents[index].withUnsafeBufferPointer { phrases.add(prose: $0) }
      } else {
        contents[index].withUnsafeBufferPointer { addCode(file.facts, $0, to: &phrases) }
      }
      phrases.endText()
    }
    for (index, tags) in phrases.tags(limit: Self.fileTags).enumerated() where !tags.isEmpty {
      set(tags, on: linked.node(file: index, definition: -1), &graph)
      if linked.program.files[index].language.isProse {
        set(tags, on: linked.node(file: index, definition: 0), &graph)
      }
    }
  }

  /// Names by how often they are written, and the words of documentation comments.
  private func addCode(_ facts: FileFacts, _ text: UnsafeBufferPointer<UInt8>, to phrases: inout KeyPhrases) {
    var counts = [Int32](repeating: 0, count: facts.names.count)
    func count(_ name: NameID, at offset: UInt32, _ times: Int32) {
      if Self.stands(facts.names.bytes(name), at: Int(offset), in: text) {
        counts[Int(name.rawValue)] += times
      }
    }
    for reference in facts.references { count(reference.name, at: reference.offset, 1) }
    for definition in facts.definitions {
      count(definition.name, at: definition.nameStart, 2)
      add(definition.doc, facts, to: &phrases)
    }
    add(facts.doc, facts, to: &phrases)
    for (id, count) in counts.enumerated() where count > 0 {
      facts.names.bytes(NameID(rawValue: Int32(id))).withUnsafeBufferPointer {
        phrases.add(name: $0, count: count)
      }
    }
  }

  /// True if the name is written at that place, maybe in backquotes.
  private static func stands(
    _ name: some Collection<UInt8>, at offset: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard offset < text.count else { return false }
    let start = text[offset] == UInt8(ascii: "`") ? offset + 1 : offset
    return text[start...].starts(with: name)
  }

  private func add(_ doc: NameID, _ facts: FileFacts, to phrases: inout KeyPhrases) {
    guard doc != .empty else { return }
    facts.names.bytes(doc).withUnsafeBufferPointer { phrases.add(prose: $0) }
  }

  private func tagSections(_ graph: inout Graph) {
    var phrases = KeyPhrases()
    var sections: [(file: Int, definition: DefinitionIndex)] = []
    for (index, file) in linked.program.files.enumerated() where file.language.isProse {
      for chunk in file.facts.chunks where chunk.definition > 0 {
        let end = min(Int(chunk.end), contents[index].count)
        contents[index].withUnsafeBufferPointer { bytes in
          phrases.add(prose: UnsafeBufferPointer(rebasing: bytes[min(Int(chunk.start), end)..<end]))
        }
        phrases.endText()
        sections.append((index, chunk.definition))
      }
    }
    for (place, tags) in zip(sections, phrases.tags(limit: Self.sectionTags)) where !tags.isEmpty {
      set(tags, on: linked.node(file: place.file, definition: place.definition), &graph)
    }
  }

  private func set(_ tags: [String], on node: NodeIndex, _ graph: inout Graph) {
    let property = Node.Property(Self.key, tags.joined(separator: "\n"))
    // Properties are sorted by key, and every other key sorts before.
    graph.nodes[Int(node)].properties.append(property)
  }
}
