import GraphModel
import LanguageSupport

/// Which symbols the sections of one document are about, as far as it has been read.
struct SectionSubjects {
  private let facts: FileFacts
  /// By section; the last symbol named is the first.
  private var subjects: [DefinitionIndex: [Int]] = [:]

  init(_ facts: FileFacts) { self.facts = facts }

  /// The symbols that the section around a reference documents, then those of the sections around that.
  func around(_ reference: Reference) -> [Int] {
    guard !subjects.isEmpty else { return [] }
    var result: [Int] = []
    var section = reference.owner
    while section >= 0 {
      result += subjects[section] ?? []
      section = facts.definitions[Int(section)].parent
    }
    return result
  }

  /// Notes that a section is about a symbol.
  mutating func add(_ symbol: Int, _ reference: Reference) {
    var known = subjects[reference.owner] ?? []
    known.removeAll { $0 == symbol }
    known.insert(symbol, at: 0)
    // The last few are what the text at hand can be about.
    subjects[reference.owner] = Array(known.prefix(2))
  }

  /// True if a reference is the whole heading of its section, but for a word that says what sort of thing it is.
  func isHeading(of reference: Reference, _ mention: MentionSyntax, _ form: String) -> Bool {
    guard reference.owner > 0 else { return false }
    let section = facts.definitions[Int(reference.owner)]
    guard section.kind == .section, reference.offset >= section.nameStart,
      reference.offset < section.nameStart + section.nameLength
    else { return false }
    var words = facts.names.string(section.name).split(separator: " ").map(String.init)
    if words.count > 1, Self.sorts.contains(words[0].lowercased()) { words.removeFirst() }
    if words.count > 1, Self.sorts.contains(words[words.count - 1].lowercased()) { words.removeLast() }
    let text = words.joined(separator: " ")
    return MentionSyntax(text, isSymbolLink: form == MentionForm.symbolLink)?.components.last
      == mention.components.last && !text.isEmpty
  }

  private static let sorts: Set<String> = [
    "the", "class", "struct", "enum", "enumeration", "protocol", "actor", "function", "func", "method",
    "property",
    "module", "package", "type", "macro", "decorator", "exception", "object", "target", "product", "library",
  ]
}
