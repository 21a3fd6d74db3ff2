import GraphModel
import LanguageSupport

/// What a fragment can name in one document.
struct DocumentAnchors {
  private var definitions: [String: DefinitionIndex] = [:]
  private var folded: [String: DefinitionIndex] = [:]

  /// Headings by the identifiers that GitHub (for reStructuredText docutils) gives them, in their order, and
  /// anchors by their names. The first of several of a name counts, as in browsers.
  init(_ file: ProgramFile) {
    let facts = file.facts
    var slugs = SlugCounter()
    let isDocutils = file.language == .restructuredText
    let headings = Self.headings(file)
    for heading in headings {
      let slug = isDocutils ? HeadingSlug.docutils(heading.text) : HeadingSlug.gitHub(heading.text)
      add(slugs.next(slug), heading.definition)
    }
    for reference in facts.references where reference.role == .anchor {
      guard facts.names.string(reference.detail) != MentionForm.heading else { continue }
      add(facts.names.string(reference.name), Self.meant(reference, facts))
    }
  }

  /// The definition that a fragment names, and whether letter case or punctuation had to be ignored for it.
  func definition(_ fragment: String) -> (index: DefinitionIndex, isExact: Bool)? {
    let name = fragment.hasPrefix("user-content-") ? String(fragment.dropFirst(13)) : fragment
    if let exact = definitions[name] { return (exact, true) }
    // DocC keeps the punctuation of a heading: `Rule-2:-Mind-the-gap`.
    return (folded[name.lowercased()] ?? folded[HeadingSlug.gitHub(name)]).map { ($0, false) }
  }

  private mutating func add(_ name: String, _ definition: DefinitionIndex) {
    if definitions[name] == nil { definitions[name] = definition }
    let lower = name.lowercased()
    if folded[lower] == nil { folded[lower] = definition }
  }

  /// Sections and other headings, in the order of their places.
  private static func headings(_ file: ProgramFile) -> [(
    offset: UInt32, text: String, definition: DefinitionIndex
  )] {
    let facts = file.facts
    var result: [(offset: UInt32, text: String, definition: DefinitionIndex)] = []
    for (index, definition) in facts.definitions.enumerated() where definition.kind == .section {
      result.append((definition.start, facts.names.string(definition.name), DefinitionIndex(index)))
    }
    let sections = result.count
    for reference in facts.references where reference.role == .anchor {
      guard facts.names.string(reference.detail) == MentionForm.heading else { continue }
      result.append((reference.offset, facts.names.string(reference.name), meant(reference, facts)))
    }
    if result.count > sections { result.sort { $0.offset < $1.offset } }
    return result
  }

  /// An anchor names the section around it, or the one that begins within the next two lines.
  static func meant(_ reference: Reference, _ facts: FileFacts) -> DefinitionIndex {
    var low = 0
    var high = facts.definitions.count
    while low < high {
      let middle = (low + high) / 2
      if facts.definitions[middle].start < reference.offset { low = middle + 1 } else { high = middle }
    }
    if low < facts.definitions.count, facts.definitions[low].kind == .section {
      let line = facts.lines.position(reference.offset).line
      if facts.lines.position(facts.definitions[low].start).line - line <= 2 { return DefinitionIndex(low) }
    }
    return max(0, reference.owner)
  }
}
