import GraphModel
import LanguageSupport

/// What holds for the facts of any file whatever, however broken.
public enum FactsInvariants {
  /// What does not hold, one line each; at most a few of each sort.
  public static func violations(in facts: FileFacts) -> [String] {
    var found: [String] = []
    func check(_ condition: Bool, _ message: @autoclosure () -> String) {
      if !condition && found.count < 20 { found.append(message()) }
    }
    let size = facts.lines.byteCount
    let names = Int32(facts.names.count)
    func isName(_ name: NameID) -> Bool { name.rawValue >= 0 && name.rawValue < names }

    check(facts.scopes.first?.kind == .file, "scope 0 is not the file's")
    for (index, scope) in facts.scopes.enumerated() {
      check(scope.parent < index && (index == 0) == (scope.parent == -1), "scope \(index): parent")
      check(scope.start <= scope.end && scope.end <= size, "scope \(index): span")
      check(
        scope.definition >= -1 && scope.definition < facts.definitions.count, "scope \(index): definition")
    }
    var last: UInt32 = 0
    for (index, item) in facts.definitions.enumerated() {
      let what = "definition \(index) \(facts.names.string(item.name))"
      check(item.start >= last, "\(what): starts before the one before it")
      last = item.start
      check(item.parent >= -1 && item.parent < index, "\(what): parent")
      check(Int(item.scope) < facts.scopes.count && item.scope >= 0, "\(what): scope")
      check(item.start <= item.nameStart && item.nameStart + item.nameLength <= item.end, "\(what): name")
      check(item.end <= size, "\(what): end")
      if item.parent >= 0 {
        let parent = facts.definitions[Int(item.parent)]
        check(parent.start <= item.start && item.end <= parent.end, "\(what): outside its parent")
      }
      // A document is named by its path; a code block needs no language, and a title may hold no word.
      let needsName = ![.document, .section, .codeBlock].contains(item.kind)
      check(isName(item.name) && (item.name != .empty || !needsName), "\(what): no name")
      check([item.labels, item.overloadKey, item.signature, item.doc].allSatisfy(isName), "\(what): texts")
    }
    for (index, item) in facts.references.enumerated() {
      check(
        item.receiver < index && item.receiver >= Reference.Receiver.implicit, "reference \(index): receiver")
      check(Int(item.scope) < facts.scopes.count && item.scope >= 0, "reference \(index): scope")
      check(Int(item.owner) < facts.definitions.count && item.owner >= -1, "reference \(index): owner")
      check(
        item.offset < size && isName(item.name) && isName(item.detail), "reference \(index): place or name")
    }
    for (index, item) in facts.mentions.enumerated() {
      check(Int(item.owner) < facts.definitions.count && item.owner >= -1, "mention \(index): owner")
      check(
        item.role == .mention && item.offset < size && isName(item.name) && isName(item.detail),
        "mention \(index): place or name")
    }
    for (index, item) in facts.embedded.enumerated() {
      check(
        item.definition >= -1 && Int(item.definition) < facts.definitions.count,
        "embedded \(index): definition")
      check(item.facts.lines.places.count == item.facts.lines.starts.count, "embedded \(index): lines")
    }
    var open = 0
    for (index, item) in facts.expressions.enumerated() {
      check(item.operandCount >= 0 && Int(item.operandCount) <= open, "expression \(index): operands")
      open += 1 - Int(item.operandCount)
      check(
        item.reference >= -1 && Int(item.reference) < facts.references.count,
        "expression \(index): reference")
      check(isName(item.name) && item.value >= 0, "expression \(index): name or value")
    }
    last = 0
    for (index, item) in facts.imports.enumerated() {
      check(item.nameStart >= last, "import \(index): order")
      last = item.nameStart
      check(item.moduleStart + item.moduleLength <= size, "import \(index): place")
      check(Int(item.scope) < facts.scopes.count && item.scope >= 0, "import \(index): scope")
      check(Int(item.owner) < facts.definitions.count && item.owner >= -1, "import \(index): owner")
    }
    last = 0
    for (index, item) in facts.chunks.enumerated() {
      check(item.start >= last && item.start < item.end && item.end <= size, "chunk \(index): span")
      last = item.end
      check(
        Int(item.definition) < facts.definitions.count && item.definition >= -1, "chunk \(index): definition")
    }
    check(FactsCoding.decode(FactsCoding.encode(facts)) == facts, "encoding and decoding change the facts")
    return found
  }
}
