import GraphModel
import LanguageSupport

/// Compares caret assertions with facts. The words:
///
/// * `definition <kind> <qualified name> [modifier …]`, at the declared identifier; `!modifier` says that
///   it does not have that one;
/// * `signature <text>`, `doc <text>`, `attribute <text>`, at the declared identifier;
/// * `end <qualified name>`, under the last byte of the definition;
/// * `start <qualified name>`, under its first byte;
/// * `reference <role> <name>`, then any of `receiver <name>`, `receiver expression`, `receiver implicit`,
///   `receiver none`, `in <scope>`, `owner <qualified name>`, `detail <text>`;
/// * `import <module> [name <name>] [as <alias>] [flag …]`, at the imported name, or at the module where
///   there is none; leading dots are the level;
/// * `chunk <qualified name>`, under the first byte of a chunk;
/// * `no reference`, `no definition`, `no import`.
///
/// `file` stands for no definition.
struct FactMatcher {
  let facts: FileFacts
  private var seenDefinitions: [Bool]
  private var seenReferences: [Bool]
  private var seenImports: [Bool]

  init(_ facts: FileFacts) {
    self.facts = facts
    seenDefinitions = Array(repeating: false, count: facts.definitions.count)
    seenReferences = Array(repeating: false, count: facts.references.count)
    seenImports = Array(repeating: false, count: facts.imports.count)
  }

  /// What is wrong with the assertion, or nil.
  mutating func problem(with assertion: CaretFile.Assertion) -> String? {
    guard assertion.codeLine >= 1, assertion.codeLine <= facts.lines.starts.count else {
      return "no code line above"
    }
    let offset = facts.lines.starts[assertion.codeLine - 1] + UInt32(assertion.column - 1)
    let words = assertion.words
    switch words.first {
    case "definition": return definition(words, at: offset, assertion.length)
    case "signature", "doc", "attribute": return text(words[0], assertion.rest, at: offset)
    case "start":
      let found = facts.definitions.indices.filter { facts.definitions[$0].start == offset }
      return expect(assertion.rest, among: found.map { facts.qualifiedName(DefinitionIndex($0)) })
    case "end":
      let last = offset + UInt32(assertion.length ?? 1)
      let found = facts.definitions.indices.filter { facts.definitions[$0].end == last }
      return expect(assertion.rest, among: found.map { facts.qualifiedName(DefinitionIndex($0)) })
    case "chunk":
      let found = facts.chunks.filter { $0.start == offset }
      return expect(assertion.rest, among: found.map { facts.qualifiedName($0.definition) })
    case "reference": return reference(words, at: offset, assertion.length)
    case "import": return importFact(words, at: offset, assertion.length)
    case "no": return absence(words, at: offset)
    default: return "unknown assertion \(words)"
    }
  }

  /// The definitions and imports (and references) that no assertion named.
  func unmatched(references: Bool) -> [String] {
    var result: [String] = []
    for (index, seen) in seenDefinitions.enumerated() where !seen {
      result.append("not asserted: \(facts.describe(definition: index))")
    }
    for (index, seen) in seenImports.enumerated() where !seen {
      result.append("not asserted: \(facts.describe(import: index))")
    }
    guard references else { return result }
    for (index, seen) in seenReferences.enumerated() where !seen {
      result.append("not asserted: \(facts.describe(reference: index))")
    }
    return result
  }

  private func expect(_ name: String, among names: [String]) -> String? {
    names.contains(name) ? nil : "expected \(name), found \(names)"
  }

  private func absence(_ words: [String], at offset: UInt32) -> String? {
    var found: [String] = []
    switch words.last {
    case "reference":
      for (index, item) in facts.references.enumerated() where item.offset == offset {
        found.append(facts.describe(reference: index))
      }
    case "definition":
      for (index, item) in facts.definitions.enumerated() where item.nameStart == offset {
        found.append(facts.describe(definition: index))
      }
    case "import":
      for (index, item) in facts.imports.enumerated()
      where item.nameStart == offset || item.moduleStart == offset {
        found.append(facts.describe(import: index))
      }
    default: return "unknown assertion \(words)"
    }
    return found.isEmpty ? nil : "found \(found)"
  }

  private mutating func definition(_ words: [String], at offset: UInt32, _ length: Int?) -> String? {
    var found: [String] = []
    for (index, item) in facts.definitions.enumerated() where item.nameStart == offset {
      found.append(facts.describe(definition: index))
      guard words.count >= 3, item.kind.name == words[1],
        facts.qualifiedName(DefinitionIndex(index)) == words[2],
        length == nil || length == Int(item.nameLength)
      else { continue }
      let modifiers = item.modifiers.words
      let agree = words.dropFirst(3).allSatisfy { word in
        word.hasPrefix("!") ? !modifiers.contains(String(word.dropFirst())) : modifiers.contains(word)
      }
      if !agree { continue }
      seenDefinitions[index] = true
      return nil
    }
    return "expected \(words.joined(separator: " ")), found \(found)"
  }

  private func text(_ what: String, _ expected: String, at offset: UInt32) -> String? {
    let matching = facts.definitions.filter { $0.nameStart == offset }
    guard !matching.isEmpty else { return "no definition here" }
    var found: [String] = []
    for item in matching {
      switch what {
      case "signature": found.append(facts.names.string(item.signature))
      case "doc": found.append(facts.names.string(item.doc).replacing("\n", with: "\\n"))
      default: found += item.attributes.map(facts.names.string)
      }
    }
    return expect(expected, among: found)
  }

  private mutating func reference(_ words: [String], at offset: UInt32, _ length: Int?) -> String? {
    var found: [String] = []
    for (index, item) in facts.references.enumerated() where item.offset == offset {
      found.append(facts.describe(reference: index))
      guard words.count >= 3, "\(item.role)" == words[1], facts.names.string(item.name) == words[2],
        length == nil || length == facts.names.bytes(item.name).count
      else { continue }
      var agree = true
      var rest = words.dropFirst(3)
      while let key = rest.popFirst(), let value = rest.popFirst() {
        switch key {
        case "receiver": agree = agree && facts.receiver(of: item) == value
        case "in": agree = agree && facts.scopeName(item.scope) == value
        case "owner": agree = agree && facts.qualifiedName(item.owner) == value
        case "detail": agree = agree && facts.names.string(item.detail) == value
        default: agree = false
        }
      }
      if !agree { continue }
      seenReferences[index] = true
      return nil
    }
    return "expected \(words.joined(separator: " ")), found \(found)"
  }

  private mutating func importFact(_ words: [String], at offset: UInt32, _ length: Int?) -> String? {
    var found: [String] = []
    for (index, item) in facts.imports.enumerated() where item.nameStart == offset {
      let described = facts.describe(import: index)
      found.append(described)
      let size = item.name == .empty ? Int(item.moduleLength) : facts.names.bytes(item.name).count
      guard described == words.joined(separator: " "), length == nil || length == size else { continue }
      seenImports[index] = true
      return nil
    }
    return "expected \(words.joined(separator: " ")), found \(found)"
  }
}
