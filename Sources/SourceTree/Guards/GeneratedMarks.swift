/// Tells generated code by well-known names and comments.
enum GeneratedMarks {
  private static let nameSuffixes = [
    "_pb2.py", "_pb2.pyi", "_pb2_grpc.py", "_pb2_grpc.pyi", ".pb.swift", ".grpc.swift", ".generated.swift",
  ].map { Array($0.utf8) }

  /// True if generators name their files so.
  static func isGeneratedName(_ name: ArraySlice<UInt8>) -> Bool {
    nameSuffixes.contains { name.suffix($0.count).elementsEqual($0) }
  }

  /// Marks are looked for in this many bytes at the start.
  private static let headLength = 4_096

  /// True if a comment near the start says so: a line that begins with a comment sign and holds the word
  /// `@generated`, or both `generated` in any case and `DO NOT EDIT`.
  static func isGenerated(_ content: [UInt8]) -> Bool {
    let head = content.prefix(headLength)
    // Nearly all files end here.
    guard contains(head, signOfWord) || contains(head, warning) else { return false }
    return head.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).contains { line in
      isComment(line)
        && (hasGeneratedWord(line) || contains(line, warning) && contains(lowercased(line), generated))
    }
  }

  private static let signOfWord = Array("@generated".utf8)
  private static let generated = Array("generated".utf8)
  private static let warning = Array("DO NOT EDIT".utf8)
  private static let commentSigns = ["#", "//", "/*", "*", "<!--", "--", ";"].map { Array($0.utf8) }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    return commentSigns.contains { text.starts(with: $0) }
  }

  /// True if `@generated` stands alone, not quoted and not as part of a longer word.
  private static func hasGeneratedWord(_ line: ArraySlice<UInt8>) -> Bool {
    var rest = line
    while let place = firstPlace(of: signOfWord, in: rest) {
      let before = place > line.startIndex ? line[place - 1] : 0x20
      let end = place + signOfWord.count
      let after = end < line.endIndex ? line[end] : 0x20
      let opens =
        before == 0x20 || before == 0x09 || before == UInt8(ascii: "/") || before == UInt8(ascii: "*")
      let isPart = after == UInt8(ascii: "_") || after == UInt8(ascii: "-") || after == UInt8(ascii: "`")
      if opens || before == UInt8(ascii: "#"), !isPart, !isLetterOrDigit(after) { return true }
      rest = line[end...]
    }
    return false
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func lowercased(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    firstPlace(of: word, in: text) != nil
  }

  private static func firstPlace(of word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= word.count else { return nil }
    return (text.startIndex...(text.endIndex - word.count)).first { place in
      text[place] == word[0] && text[place..<(place + word.count)].elementsEqual(word)
    }
  }
}
