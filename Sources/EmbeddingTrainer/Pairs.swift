import GraphModel

/// A text by people and the code that it speaks of.
struct Pair: Sendable {
  var query: String
  /// Index of the definition in its package.
  var definition: Int
  /// More documentation of the same definition, which the query is not part of.
  var rest: String
  /// What the body is for this pair, where it is not the definition's.
  var body: [UInt8]?
}

/// Finds pairs in the definitions of a package.
enum PairFinder {
  /// Shorter texts say too little.
  private static let fewestWords = 3
  private static let mostWords = 60
  /// The same sentence over many definitions teaches nothing.
  private static let mostRepeats = 2

  /// The first paragraph of each documentation, and what comments say inside bodies.
  static func pairs(in definitions: [CodeDefinition]) -> [Pair] {
    var pairs: [Pair] = []
    var uses: [String: Int] = [:]
    func add(_ pair: Pair) {
      uses[pair.query, default: 0] += 1
      if uses[pair.query, default: 0] <= mostRepeats { pairs.append(pair) }
    }
    for (index, definition) in definitions.enumerated() where !definition.isTest {
      if let (first, rest) = paragraphs(definition.doc) {
        add(Pair(query: first, definition: index, rest: rest))
      }
      for comment in CommentFinder.comments(in: definition.body).prefix(2) {
        add(
          Pair(
            query: comment, definition: index, rest: "",
            body: CommentFinder.withoutComments(definition.body)))
      }
    }
    return pairs
  }

  /// The first paragraph of a documentation and the rest; nil if it is no sentence.
  static func paragraphs(_ doc: String) -> (first: String, rest: String)? {
    var first: [Substring] = []
    var lines = doc.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first {
      let text = line.drop(while: \.isWhitespace)
      if text.isEmpty ? !first.isEmpty : isSection(text) { break }
      if !text.isEmpty { first.append(text) }
      lines = lines.dropFirst()
    }
    let words = first.joined(separator: " ").split(separator: " ")
    guard words.count >= fewestWords, isProse(words) else { return nil }
    return (words.prefix(mostWords).joined(separator: " "), lines.joined(separator: "\n"))
  }

  /// True for the beginning of a list of parameters, an example and the like.
  private static func isSection(_ line: Substring) -> Bool {
    [
      ":param", ":return", ":rtype", ":type", ":raise", "Args:", "Returns:", "Raises:", "Parameters",
      "Example",
      ">>>", "- Parameter", "- Returns", "- Throws", "- Note", "@param", ".. ", "```", "---", "===",
    ].contains { line.hasPrefix($0) }
  }

  static func isProse(_ words: [Substring]) -> Bool {
    let letters = words.reduce(0) { $0 + $1.utf8.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } }
    let all = words.reduce(0) { $0 + $1.utf8.count }
    return letters * 10 >= all * 7
  }
}

/// What comments say inside a body.
enum CommentFinder {
  private static let fewestWords = 5

  /// Runs of comment lines, joined, that are prose.
  static func comments(in body: [UInt8]) -> [String] {
    var found: [String] = []
    var run: [Substring] = []
    func end() {
      if run.count >= fewestWords, PairFinder.isProse(run) {
        found.append(run.prefix(40).joined(separator: " "))
      }
      run = []
    }
    for line in body.split(separator: 0x0A) {
      guard let text = comment(line) else {
        end()
        continue
      }
      run += text.split(separator: " ")
    }
    end()
    return found
  }

  /// The body without lines that are comments.
  static func withoutComments(_ body: [UInt8]) -> [UInt8] {
    Array(body.split(separator: 0x0A).filter { comment($0) == nil }.joined(separator: [0x0A]))
  }

  private static func comment(_ line: ArraySlice<UInt8>) -> String? {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    if text.first == UInt8(ascii: "#") { return String(decoding: text.dropFirst(), as: UTF8.self) }
    guard text.starts(with: Array("//".utf8)) else { return nil }
    return String(decoding: text.dropFirst(2), as: UTF8.self)
  }
}
