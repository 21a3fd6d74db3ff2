import LanguageSupport

/// What `FileFacts` promises of any file.
enum Invariants {
  /// The promises that do not hold, in words.
  static func violations(of facts: FileFacts, source: [UInt8]) -> [String] {
    var found: [String] = []
    func expect(_ condition: Bool, _ what: @autoclosure () -> String) {
      if !condition { found.append(what()) }
    }
    let size = UInt32(source.count)
    expect(facts.lines.byteCount == size, "size")
    var last: UInt32 = 0
    for (index, item) in facts.definitions.enumerated() {
      expect(item.start >= last, "definition \(index) starts before the one before it")
      last = item.start
      expect(item.parent < index && item.parent >= -1, "definition \(index) comes before its parent")
      expect(item.scope < facts.scopes.count, "definition \(index) has no scope")
      expect(
        item.start <= item.nameStart && item.nameStart + item.nameLength <= item.end && item.end <= size,
        "definition \(index) has its name outside its span")
      if item.parent >= 0 {
        let parent = facts.definitions[Int(item.parent)]
        expect(item.start >= parent.start && item.end <= parent.end, "definition \(index) leaves its parent")
      }
    }
    for (index, item) in facts.scopes.enumerated() where index > 0 {
      expect(item.parent < index && item.parent >= 0, "scope \(index) comes before its parent")
      expect(item.definition < facts.definitions.count, "scope \(index) has no definition")
      expect(item.start <= item.end && item.end <= size, "scope \(index) leaves the file")
    }
    for (index, item) in facts.references.enumerated() {
      expect(item.receiver < index && item.receiver >= -3, "reference \(index) comes before its receiver")
      expect(item.scope < facts.scopes.count && item.owner < facts.definitions.count, "reference \(index)")
      expect(item.offset < size, "reference \(index) leaves the file")
    }
    last = 0
    for (index, item) in facts.chunks.enumerated() {
      expect(item.start >= last && item.start < item.end && item.end <= size, "chunk \(index)")
      expect(item.definition < facts.definitions.count, "chunk \(index) has no definition")
      last = item.start
    }
    expect(FactsCoding.decode(FactsCoding.encode(facts)) == facts, "the coded form differs")
    return found
  }
}
