import GraphModel
import LanguageSupport
import Testing

@testable import MarkdownLanguage

/// What holds for the facts of every document.
struct FactsInvariantTests {
  @Test func factsAgreeWithTheSource() throws {
    for sample in try Samples.all() {
      guard case .facts(let facts) = MarkdownLanguage().parse(sample.source) else {
        Issue.record("\(sample.name) was skipped")
        continue
      }
      let failures = Self.failures(facts, sample.source)
      #expect(failures.isEmpty, "\(sample.name): \(failures.prefix(5))")
      #expect(FactsCoding.decode(FactsCoding.encode(facts)) == facts, "\(sample.name)")
    }
  }

  static func failures(_ facts: FileFacts, _ source: [UInt8]) -> [String] {
    definitionFailures(facts, source) + referenceFailures(facts, source) + chunkFailures(facts, source)
  }

  private static func definitionFailures(_ facts: FileFacts, _ source: [UInt8]) -> [String] {
    var failures: [String] = []
    for (index, definition) in facts.definitions.enumerated() {
      let name = facts.names.string(definition.name)
      if definition.end > source.count || definition.start > definition.end {
        failures.append("span of \(name)")
      }
      if index == 0 {
        if definition.kind != .document || definition.parent != -1 { failures.append("no document") }
        continue
      }
      if definition.parent < 0 || definition.parent >= index {
        failures.append("parent of \(name)")
        continue
      }
      let parent = facts.definitions[Int(definition.parent)]
      if definition.start < parent.start || definition.end > parent.end {
        failures.append("\(name) sticks out")
      }
      if definition.start < facts.definitions[index - 1].start { failures.append("order of \(name)") }
      if definition.nameStart < definition.start
        || definition.nameStart + definition.nameLength > definition.end
      {
        failures.append("name of \(name)")
      }
      let isMark = source[Int(definition.start)] == ASCII.hash
      let signature = facts.names.bytes(definition.signature)
      if definition.kind == .section && isMark && !source[Int(definition.start)...].starts(with: signature) {
        failures.append("signature of \(name)")
      }
    }
    return failures
  }

  private static func referenceFailures(_ facts: FileFacts, _ source: [UInt8]) -> [String] {
    var failures: [String] = []
    for reference in facts.references {
      let name = facts.names.bytes(reference.name)
      let text = facts.names.string(reference.name)
      let owner = facts.definitions[Int(reference.owner)]
      if reference.offset < owner.start || reference.offset >= owner.end {
        failures.append("owner of \(text)")
      }
      let rest = source[Int(reference.offset)...]
      let isWritten = rest.starts(with: name)
      switch reference.role {
      case .mention:
        // A span over several lines, or one in a cell with `\|`, is not one stretch of the source.
        if !isWritten && !spansLines(rest, name) { failures.append("mention \(text)") }
      case .link:
        let isElsewhere = rest.first == ASCII.openBracket || rest.first == ASCII.exclamation
        let isCompleted =
          text.hasPrefix("mailto:") || text.hasPrefix("http://www.") || text.hasPrefix(":ref:")
        let isEscaped = rest.prefix(name.count * 8 + 8).contains {
          $0 == ASCII.backslash || $0 == ASCII.ampersand
        }
        // A destination in raw HTML may go over a line's end, which is white space in it.
        let isBroken = rest.prefix(name.count + 8).contains(ASCII.lineFeed)
        if !isWritten && !isElsewhere && !isCompleted && !isEscaped && !isBroken {
          failures.append("link \(text)")
        }
      case .anchor:
        // A heading's text, or a name that raw HTML or a label gives.
        if text.isEmpty { failures.append("anchor without a name") }
      default: failures.append("role of \(text)")
      }
    }
    return failures
  }

  private static func spansLines(_ rest: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    for (byte, wanted) in zip(rest, name) where byte != wanted {
      return byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.backslash
    }
    return false
  }

  private static func chunkFailures(_ facts: FileFacts, _ source: [UInt8]) -> [String] {
    var failures: [String] = []
    var covered = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for chunk in facts.chunks {
      if Int(chunk.start) < covered || chunk.start >= chunk.end { failures.append("chunk at \(chunk.start)") }
      if source[covered..<max(covered, Int(chunk.start))].contains(where: { !$0.isWhitespace }) {
        failures.append("text before \(chunk.start) is in no chunk")
      }
      covered = Int(chunk.end)
      let definition = facts.definitions[Int(chunk.definition)]
      if chunk.start < definition.start || chunk.end > definition.end {
        failures.append("chunk \(chunk.start)")
      }
    }
    if source[covered...].contains(where: { !$0.isWhitespace }) {
      failures.append("text after the last chunk")
    }
    return failures
  }
}
