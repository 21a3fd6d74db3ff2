import FuzzSupport
import GraphModel
import LanguageSupport

@testable import SourceTree

/// Bytes become lines and places without loss; facts of a damaged cache are refused or harmless.
func fuzzDecoding(_ input: [UInt8]) {
  let lines = LineTable(input)
  require(lines.starts.first == 0, "the first line begins elsewhere")
  for offset in stride(from: 0, through: input.count, by: 7) {
    let position = lines.position(UInt32(offset))
    require(position.line >= 1 && position.column >= 1, "offset \(offset) is nowhere")
    let start = Int(lines.starts[Int(position.line) - 1])
    require(start + Int(position.column) - 1 == offset, "offset \(offset) is at another place")
  }
  _ = FactsCoding.decode(input)
  _ = FileStamp(encoded: input)
  let path = SourcePath(bytes: input.filter { $0 != 0 })
  _ = path.display
  _ = ContentGuard(maximumLineLength: 1_000, includesGenerated: false).refusal(of: input)
}

/// Patterns before the first NUL, a path after it. Matching ends soon, whatever they are.
func fuzzIgnoreRules(_ input: [UInt8]) {
  let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let path = parts.count > 1 ? Array(parts[1]) : Array("a/b/c.py".utf8)
  var rules = IgnoreRules()
  rules.add(IgnoreFile(Array(parts[0])), of: [])
  _ = rules.ignores(path, isDirectory: false)
  _ = rules.ignores(path, isDirectory: true)
  let globs = String(decoding: parts[0], as: UTF8.self).split(separator: "\n").map(String.init)
  _ = PathPatterns(globs).match(SourcePath(bytes: path))
}

/// Names are told apart by the descriptors made of them, and a descriptor stays on one line's grammar.
func fuzzSymbolIDs(_ input: [UInt8]) {
  let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  guard parts.count == 2 else { return }
  let suffixes: [SymbolID.Suffix] = [.namespace, .type, .term, .method, .meta, .macro]
  for suffix in suffixes {
    let first = SymbolID.descriptor(parts[0], suffix)
    let second = SymbolID.descriptor(parts[1], suffix)
    let same = parts[0].utf8.elementsEqual(parts[1].utf8)
    require(first.utf8.elementsEqual(second.utf8) == same, "two names, one descriptor: \(first)")
  }
  let escaped = Array(SymbolID.escape(parts[0]).utf8)
  require(unescaped(escaped) == Array(parts[0].utf8), "the name cannot be read back: \(escaped)")
  _ = SymbolID.file(SourcePath(bytes: input.filter { $0 != 0 }))
}

/// The name in a descriptor, by SCIP's grammar; nil if there is none.
private func unescaped(_ descriptor: [UInt8]) -> [UInt8]? {
  let tick = UInt8(ascii: "`")
  guard descriptor.first == tick else { return descriptor }
  var name: [UInt8] = []
  var place = 1
  while place < descriptor.count {
    if descriptor[place] == tick {
      // One that is not doubled is the end.
      if place + 1 == descriptor.count { return name }
      guard descriptor[place + 1] == tick else { return nil }
      place += 1
    }
    name.append(descriptor[place])
    place += 1
  }
  return nil
}
