import GraphModel
import LanguageSupport
import Linking
import Retrieval

/// Gives every document, section and file its tags: words and phrases of its own text that set it apart from the
/// others of its sort.
///
/// The contract: a tag occurs in the text it is a tag of, letter case of ASCII aside. For code the text is what the
/// file names and what its documentation comments say, so that an edit that changes neither (see `PatchRun`) leaves the
/// tags as they are.
struct TagPass {
  /// Raised when the same tree gives other tags.
  static let version = 3
  /// The property's key; the value has one tag a line, best first.
  static let key = "tags"
  /// The name that the Swift parser gives to uses of subscripts (`a[0]`): it stands nowhere.
  private static let supplied = Array("subscript".utf8)
  private static let tagsOfFile = 8
  private static let tagsOfSection = 5

  /// Best first; for the definition of a file of the program, or the file itself for -1.
  typealias Tags = (file: Int, definition: DefinitionIndex, tags: [String])

  /// The tags of a program's files and sections: of the facts and of what documents say, without any edge.
  /// `contents` are the bytes of the files; those of code may be empty.
  static func tags(of program: Program, contents: [[UInt8]]) -> [Tags] {
    let pass = TagPass(program: program, contents: contents)
    return pass.fileTags() + pass.sectionTags()
  }

  /// The graph with these tags.
  static func graph(of linked: LinkedProgram, with tags: [Tags]) -> Graph {
    var graph = linked.graph
    for entry in tags {
      let property = Node.Property(Self.key, entry.tags.joined(separator: "\n"))
      let node = linked.node(file: entry.file, definition: entry.definition)
      // Properties are sorted by key, and every other key sorts before.
      graph.nodes[Int(node)].properties.append(property)
    }
    return graph
  }

  private let program: Program
  private let contents: [[UInt8]]

  private func fileTags() -> [Tags] {
    var phrases = KeyPhrases()
    for (index, file) in program.files.enumerated() {
      if file.language.isProse {
        contents[index].withUnsafeBufferPointer { phrases.add(prose: $0) }
      } else {
        addCode(file.facts, to: &phrases)
      }
      phrases.endText()
    }
    var result: [Tags] = []
    for (index, tags) in phrases.tags(limit: Self.tagsOfFile).enumerated() where !tags.isEmpty {
      result.append((index, -1, tags))
      if program.files[index].language.isProse { result.append((index, 0, tags)) }
    }
    return result
  }

  /// Names by how often they are written, and the words of documentation comments; all of it from facts, so that
  /// files that did not change need not be read.
  private func addCode(_ facts: FileFacts, to phrases: inout KeyPhrases) {
    var counts = [Int32](repeating: 0, count: facts.names.count)
    for reference in facts.references { counts[Int(reference.name.rawValue)] += 1 }
    for id in counts.indices where counts[id] > 0 {
      if facts.names.bytes(NameID(rawValue: Int32(id))).elementsEqual(Self.supplied) { counts[id] = 0 }
    }
    for definition in facts.definitions {
      counts[Int(definition.name.rawValue)] += 2
      add(definition.doc, facts, to: &phrases)
    }
    add(facts.doc, facts, to: &phrases)
    for (id, count) in counts.enumerated() where count > 0 {
      facts.names.bytes(NameID(rawValue: Int32(id))).withUnsafeBufferPointer {
        phrases.add(name: $0, count: count)
      }
    }
  }

  private func add(_ doc: NameID, _ facts: FileFacts, to phrases: inout KeyPhrases) {
    guard doc != .empty else { return }
    facts.names.bytes(doc).withUnsafeBufferPointer { phrases.add(prose: $0) }
  }

  private func sectionTags() -> [Tags] {
    var phrases = KeyPhrases()
    var sections: [(file: Int, definition: DefinitionIndex)] = []
    for (index, file) in program.files.enumerated() where file.language.isProse {
      for chunk in file.facts.chunks where chunk.definition > 0 {
        let end = min(Int(chunk.end), contents[index].count)
        contents[index].withUnsafeBufferPointer { bytes in
          phrases.add(prose: UnsafeBufferPointer(rebasing: bytes[min(Int(chunk.start), end)..<end]))
        }
        phrases.endText()
        sections.append((index, chunk.definition))
      }
    }
    return zip(sections, phrases.tags(limit: Self.tagsOfSection)).compactMap { place, tags in
      tags.isEmpty ? nil : (place.file, place.definition, tags)
    }
  }
}
