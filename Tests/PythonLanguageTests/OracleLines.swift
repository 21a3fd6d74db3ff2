import GraphModel
import LanguageSupport
import TestSupport

/// The same facts in the oracle's words.
struct OracleLines {
  private(set) var lines: [String] = []

  /// `oracle` tells where format strings and strings in annotations are: calls in the former are compared
  /// without their columns where CPython does not know them, and the latter CPython does not read.
  init(_ facts: FileFacts, oracle: [String]) {
    let formats = Self.spans("fstring", in: oracle)
    let annotations = Self.spans("annotation", in: oracle)
    for (index, item) in facts.definitions.enumerated() {
      let name = facts.qualifiedName(DefinitionIndex(index))
      let places = [item.start, item.nameStart, item.end].map { "\(facts.lines.position($0).line)" }
      lines.append("def \(item.kind.name) \(name) " + places.joined(separator: " "))
    }
    addDocs(facts, odd: oracle.filter { $0.hasPrefix("odd ") })
    for item in facts.references where item.role != .export {
      let place = facts.lines.position(item.offset)
      let name = facts.names.string(item.name)
      if annotations.contains(where: { $0.contains(place) }) { continue }
      if formats.contains(where: { $0.contains(place) }) {
        if item.role == .call { lines.append("fcall \(name)") }
        lines.append("fname \(name)")
        continue
      }
      if item.role == .call || item.role == .base || item.role == .decorator {
        lines.append("\(item.role) \(place.line) \(place.column) \(name)")
      }
      let use = Self.use(item.role)
      let around = "\(facts.scopeName(item.scope)) \(facts.qualifiedName(item.owner))"
      lines.append("\(use) \(place.line) \(place.column) \(name) \(around) \(facts.receiver(of: item))")
    }
    for item in facts.imports { lines.append(Self.line(item, facts)) }
    lines.sort()
  }

  private mutating func addDocs(_ facts: FileFacts, odd: [String]) {
    func escaped(_ name: NameID) -> String {
      facts.names.string(name).replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
    if facts.doc != .empty && !odd.contains("odd file 1") { lines.append("doc file 1 " + escaped(facts.doc)) }
    for (index, item) in facts.definitions.enumerated() where item.doc != .empty {
      let line = facts.lines.position(item.nameStart).line
      let place = "\(facts.qualifiedName(DefinitionIndex(index))) \(line)"
      if !odd.contains("odd " + place) { lines.append("doc \(place) " + escaped(item.doc)) }
    }
  }

  /// The use that `ast` would call it: a base, a call and the like are loads as well.
  private static func use(_ role: Reference.Role) -> String {
    switch role {
    case .write: "store"
    case .delete: "delete"
    case .global: "global"
    case .nonlocal: "nonlocal"
    default: "load"
    }
  }

  private static func line(_ item: Import, _ facts: FileFacts) -> String {
    func word(_ name: NameID) -> String { facts.names.text(name) ?? "-" }
    let place = facts.lines.position(item.nameStart)
    let isStar = item.flags.contains(.star)
    let words = [
      "import", "\(place.line)", isStar ? "-" : "\(place.column)", "\(item.level)", word(item.module),
      isStar ? "*" : word(item.name), word(item.alias), item.flags.contains(.deferred) ? "1" : "0",
    ]
    return words.joined(separator: " ")
  }

  private static func spans(_ word: String, in oracle: [String]) -> [Range<Position>] {
    oracle.filter { $0.hasPrefix(word + " ") }.map { line in
      let numbers = line.split(separator: " ").compactMap { Int32($0) }
      let start = Position(line: numbers[0], column: numbers[1])
      return start..<max(start, Position(line: numbers[2], column: numbers[3]))
    }
  }
}
