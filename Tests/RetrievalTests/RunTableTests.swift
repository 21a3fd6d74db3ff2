import TestSupport
import Testing

@testable import Retrieval

/// Runs are told apart by all of their bytes, however long they are.
@Suite struct RunTableTests {
  @Test func runsOfAllLengthsAreFoundAgain() throws {
    var generator = SeededGenerator(seed: 3)
    var table = RunTable()
    var known: [[UInt8]: Int32] = [:]
    for _ in 0..<6_000 {
      // Two letters and equal ends: many runs differ in one byte in the middle only.
      let length = Int.random(in: 1...RunTable.longest, using: &generator)
      var run = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      for _ in 0..<2 { run[Int.random(in: 0..<length, using: &generator)] = UInt8(ascii: "b") }
      run.withUnsafeBytes { bytes in
        let key = RunTable.Key(bytes)
        let found = table.find(bytes, key)
        #expect(found.map { table[$0].firstToken } == known[run])
        guard found == nil else { return }
        let number = Int32(known.count)
        known[run] = number
        let place = table.insert(bytes, key, firstToken: Int(number), tokenCount: length)
        #expect(table[place].tokenCount == UInt8(length))
      }
    }
    #expect(table.count == known.count)
    table.removeAll()
    #expect(table.count == 0)
  }

  @Test func repeatedRunsCountOnlyUpToTheCap() {
    var tokenizer = CodeTokenizer()
    var tokens: [TokenID] = []
    tokenizer.append("a b a b a c a a", to: &tokens, cap: 2)
    #expect(tokens == [0, 1, 0, 1, 2])
    tokens.removeAll()
    tokenizer.append("a a a", to: &tokens, cap: 2)
    #expect(tokens == [0, 0])
    tokens.removeAll()
    tokenizer.append("a a a", to: &tokens)
    #expect(tokens == [0, 0, 0])
  }
}
