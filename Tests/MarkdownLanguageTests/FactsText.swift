import GraphModel
import LanguageSupport

/// Facts as text that reads like a specification: the tree of definitions, each with its references, quoting
/// the source at every position instead of giving numbers.
struct FactsText {
  private let facts: FileFacts
  private let source: [UInt8]
  private var lines: [String] = []

  static func text(_ facts: FileFacts, _ source: [UInt8]) -> String {
    var writer = FactsText(facts: facts, source: source)
    writer.definition(0, indent: "")
    return writer.lines.map { $0 + "\n" }.joined()
  }

  private init(facts: FileFacts, source: [UInt8]) {
    self.facts = facts
    self.source = source
  }

  private mutating func definition(_ index: Int, indent: String) {
    let definition = facts.definitions[index]
    lines.append("\(indent)\(definition.kind.name) \(quoted(definition.name))")
    let inner = indent + "  "
    if definition.nameLength > 0 {
      lines.append(
        "\(inner)named by \(slice(definition.nameStart, definition.nameStart + definition.nameLength))")
    }
    if definition.signature != .empty { lines.append("\(inner)signature \(quoted(definition.signature))") }
    for attribute in definition.attributes { lines.append("\(inner)attribute \(quoted(attribute))") }
    if definition.doc != .empty { lines.append("\(inner)doc \(quoted(definition.doc))") }
    lines.append("\(inner)span \(ends(definition.start, definition.end))")
    for chunk in facts.chunks where chunk.definition == index {
      lines.append("\(inner)chunk \(ends(chunk.start, chunk.end))")
    }
    for reference in facts.references where reference.owner == index {
      let place = slice(reference.offset, lineEnd(reference.offset))
      let detail = reference.detail == .empty ? "" : " detail \(quoted(reference.detail))"
      lines.append("\(inner)\(reference.role) \(quoted(reference.name))\(detail) at \(place)")
    }
    for (child, other) in facts.definitions.enumerated() where other.parent == index && child > 0 {
      self.definition(child, indent: inner)
    }
  }

  private func quoted(_ name: NameID) -> String { facts.names.string(name).debugDescription }

  private func slice(_ start: UInt32, _ end: UInt32) -> String {
    String(decoding: source[Int(start)..<Int(end)], as: UTF8.self).debugDescription
  }

  /// A span by its first and last line.
  private func ends(_ start: UInt32, _ end: UInt32) -> String {
    let first = lineEnd(start)
    guard first < end else { return slice(start, end) }
    var last = end
    while last > start, source[Int(last) - 1] == 0x0A || source[Int(last) - 1] == 0x0D { last -= 1 }
    let trailing = last < end ? " and \(end - last) bytes of line ends" : ""
    var lastStart = last
    while lastStart > first, source[Int(lastStart) - 1] != 0x0A { lastStart -= 1 }
    guard lastStart > first else { return slice(start, last) + trailing }
    return "\(slice(start, first)) … \(slice(lastStart, last))\(trailing)"
  }

  private func lineEnd(_ start: UInt32) -> UInt32 {
    var end = Int(start)
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return UInt32(end)
  }
}
