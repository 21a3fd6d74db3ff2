import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// The two ways to sort texts agree.
@Suite struct TextOrderTests {
  private static func texts() -> [[UInt8]] {
    var generator = SeededGenerator(state: 11)
    // Few letters, so that long beginnings are shared; zeros, capitals, what lies beside them, and bytes beyond ASCII.
    let letters = Array("aAbBzZ@[`{_0\u{0}é".utf8)
    let beginnings = ["", "python . . . a/", "PYTHON . . . A/"].map { Array($0.utf8) }
    return (0..<3_000).map { number in
      beginnings[number % 3]
        + (0..<Int.random(in: 0...12, using: &generator)).map { _ in
          letters[Int.random(in: letters.indices, using: &generator)]
        }
    }
  }

  @Test(arguments: [true, false]) func eightBytesAStepIsByteForByte(foldingCase: Bool) {
    var interner = ByteInterner()
    for text in Self.texts() { text.withUnsafeBufferPointer { _ = interner.intern($0) } }
    let expected = (0..<Int32(interner.count)).sorted { left, right in
      interner.withBytes(left) { left in
        interner.withBytes(right) { right in
          foldingCase ? TextOrder.precedes(left, right) : left.lexicographicallyPrecedes(right)
        }
      }
    }
    #expect(interner.sorted(foldingCase: foldingCase) == expected)
  }
}
