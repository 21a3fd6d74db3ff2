import GraphModel
import LanguageSupport
import Testing

/// Facts with every field set, some of them odd.
private func sample() -> FileFacts {
  let source = Array("class A(B):\n  def f(self): return g.h(1)\nimport os.path as p\n".utf8)
  var facts = FileFacts(lines: LineTable(source))
  facts.parseErrors = 2
  facts.doc = facts.names.intern("About")
  var type = Definition(
    kind: .class, name: facts.names.intern("A"), parent: -1, scope: 0, start: 0, end: 40, nameStart: 6,
    nameLength: 1)
  type.signature = facts.names.intern("class A(B)")
  type.attributes = [facts.names.intern("final"), facts.names.intern("dataclass")]
  type.modifiers = [.isPublic, .isNonisolated]
  facts.definitions = [type]
  facts.scopes.append(Scope(kind: .type, parent: 0, definition: 0, start: 11, end: 40))
  var method = Definition(
    kind: .method, name: facts.names.intern("f"), parent: 0, scope: 1, start: 14, end: 40, nameStart: 18,
    nameLength: 1)
  method.labels = facts.names.intern("(_:)")
  method.overloadKey = facts.names.intern("(Int)")
  method.doc = facts.names.intern("Does f.")
  facts.definitions.append(method)
  facts.scopes.append(Scope(kind: .function, parent: 1, definition: 1, start: 20, end: 40))
  facts.references = [
    Reference(role: .base, name: facts.names.intern("B"), offset: 8, scope: 0, owner: 0),
    Reference(role: .read, name: facts.names.intern("g"), offset: 34, scope: 2, owner: 1),
    Reference(role: .call, name: facts.names.intern("h"), offset: 36, scope: 2, receiver: 1, owner: 1),
    Reference(
      role: .write, name: facts.names.intern("k"), offset: 3, scope: 2,
      receiver: Reference.Receiver.implicit, owner: 1),
  ]
  facts.references[2].detail = facts.names.intern("(_:)")
  facts.mentions = [
    Reference(role: .mention, name: facts.names.intern("A.f"), offset: 30, scope: 0, owner: 1),
    Reference(role: .mention, name: facts.names.intern("g"), offset: 2, scope: 0, owner: -1),
  ]
  facts.mentions[0].detail = facts.names.intern("``")
  var code = FileFacts(lines: LineTable(Array("a\nb".utf8)))
  code.references = [Reference(role: .read, name: code.names.intern("b"), offset: 2, scope: 0, owner: -1)]
  if let lines = code.lines.standing(at: [Position(line: 7, column: 3), Position(line: 9, column: 5)]) {
    code.lines = lines
    facts.embedded = [EmbeddedCode(language: .python, definition: 1, facts: code)]
  }
  facts.expressions = [
    Expression(kind: 1, reference: 1), Expression(kind: 2, name: facts.names.intern("k"), value: 70_000),
    Expression(kind: 255, operandCount: 2, reference: 2), Expression(kind: 3),
  ]
  var item = Import(
    module: facts.names.intern("os.path"), scope: 0, owner: -1, moduleStart: 48, moduleLength: 7)
  item.alias = facts.names.intern("p")
  item.flags = [.deferred, .star]
  item.level = 2
  facts.imports = [item]
  facts.chunks = [Chunk(definition: 0, start: 0, end: 14), Chunk(definition: -1, start: 41, end: 60)]
  return facts
}

@Suite struct FactsCodingTests {
  @Test func whatIsEncodedComesBack() {
    let facts = sample()
    #expect(FactsCoding.decode(FactsCoding.encode(facts)) == facts)
    let empty = FileFacts(lines: LineTable([]))
    #expect(FactsCoding.decode(FactsCoding.encode(empty)) == empty)
  }

  @Test func subtreesStartAtTheirFirstOperand() {
    #expect(sample().expressionStarts() == [0, 1, 0, 3])
  }

  @Test func everyTruncationIsRefused() {
    let bytes = FactsCoding.encode(sample())
    for length in 0..<bytes.count { #expect(FactsCoding.decode(Array(bytes[..<length])) == nil) }
    #expect(FactsCoding.decode(bytes + [0]) == nil)
  }

  /// Damaged bytes may decode to other facts, but never to an index out of range.
  @Test func damageNeverTrapsAndIndicesStayInRange() {
    let bytes = FactsCoding.encode(sample())
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        guard let facts = FactsCoding.decode(damaged) else { continue }
        for item in facts.references {
          #expect(item.scope >= 0 && item.scope < facts.scopes.count)
          #expect(item.receiver < facts.references.count && item.name.rawValue < facts.names.count)
          #expect(item.owner < facts.definitions.count)
        }
        #expect(facts.expressionStarts().count == facts.expressions.count)
        for item in facts.expressions {
          #expect(item.reference < facts.references.count && item.name.rawValue < facts.names.count)
        }
        for item in facts.definitions { #expect(item.parent < facts.definitions.count) }
        for item in facts.chunks { #expect(item.definition < facts.definitions.count) }
      }
    }
  }
}
