import GraphModel
import Retrieval
import TestSupport
import Testing

/// Replacing the postings of some chunks gives the index of the changed documents.
@Suite struct PostingListTests {
  private static func document(_ words: [String], _ path: String) -> ChunkDocument {
    let body = Array(words.joined(separator: " ").utf8)
    return ChunkDocument(
      path: SourcePath(path), qualifiedName: words.first ?? "", signature: "", doc: "", body: body[...])
  }

  private static func blocks(_ documents: [ChunkDocument]) -> [[UInt8]: [PostingBlock]] {
    var index = LexicalIndexBuilder()
    for document in documents { index.add(document) }
    var blocks: [[UInt8]: [PostingBlock]] = [:]
    index.forEachBlock { term, _, block in blocks[Array(term), default: []].append(block) }
    return blocks
  }

  @Test func isTheIndexOfTheChangedDocuments() throws {
    var random = SeededGenerator(seed: 7)
    let words = (0..<12).map { "word" + String(repeating: "x", count: $0) }
    func some() -> ChunkDocument {
      Self.document((0..<30).compactMap { _ in words.randomElement(using: &random) }, "a.py")
    }
    for _ in 0..<20 {
      var documents = (0..<400).map { _ in some() }
      var edited = Self.blocks(documents)
      let first = Int.random(in: 0..<390, using: &random)
      let fresh = (0..<5).map { _ in some() }
      documents.replaceSubrange(first..<first + 5, with: fresh)
      let other = Self.blocks(fresh)
      for term in Set(edited.keys).union(other.keys) {
        var list = try #require(PostingList(edited[term] ?? []))
        #expect(list.blocks == edited[term] ?? [])
        let numbers = (first..<first + 5).map(Int32.init)
        if list.replace(Set(numbers), with: PostingList(other[term] ?? []), numbers) {
          edited[term] = list.blocks
        }
        if list.isEmpty { edited[term] = nil }
      }
      #expect(edited == Self.blocks(documents))
    }
  }

  @Test func listsTheTermsOfEachFileOnce() {
    var index = LexicalIndexBuilder()
    index.add(Self.document(["alpha", "beta", "alpha"], "a.py"))
    #expect(
      Set(index.takeTerms().split(separator: 10).map { String(decoding: $0, as: UTF8.self) }).count >= 3)
    #expect(index.takeTerms().isEmpty)
    index.add(Self.document(["alpha"], "a.py"))
    #expect(String(decoding: index.takeTerms(), as: UTF8.self).contains("alpha\n"))
  }

  @Test func damagedBlocksAreNoList() {
    #expect(PostingList([PostingBlock(count: 1, bytes: [0x80])]) == nil)
    #expect(PostingList([PostingBlock(count: 1, bytes: [1])]) == nil)
  }

  @Test func chunksGetOtherNumbers() throws {
    let words = (0..<5).map { "word" + String(repeating: "x", count: $0) }
    let documents = (0..<200).map { place in Self.document([words[place % 5], words[place % 3]], "a.py") }
    let fresh = (0..<3).map { Self.document([words[$0]], "b.py") }
    // Of the first ten the even ones go; three come before the last hundred.
    let stays = (0..<200).filter { $0 >= 10 || $0 % 2 == 1 }
    var numbers = [Int32](repeating: -1, count: 200)
    var expected: [ChunkDocument] = []
    for place in stays {
      if place == 100 { expected += fresh }
      numbers[place] = Int32(expected.count)
      expected.append(documents[place])
    }
    let first = Int32(stays.count { $0 < 100 })
    let old = Self.blocks(documents)
    let other = Self.blocks(fresh)
    for (term, blocks) in Self.blocks(expected) {
      var list = try #require(PostingList(old[term] ?? []))
      let isWhole = list.renumber(
        numbers, adding: PostingList(other[term] ?? []), [first, first + 1, first + 2])
      #expect(isWhole)
      #expect(list.blocks == blocks)
    }
    var damaged = try #require(PostingList(old[Array("word".utf8)] ?? []))
    let isDamaged = !damaged.renumber([0], adding: nil, [])
    #expect(isDamaged)
  }
}
