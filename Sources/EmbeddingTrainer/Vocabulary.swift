import Embedding
import GraphModel
import Retrieval

/// The pieces of a table with what it costs to use them.
struct Vocabulary {
  /// The texts of the pieces; the most frequent words first, then parts of words.
  private(set) var pieces: [[UInt8]] = []
  /// In hundredths of a nat.
  private(set) var costs: [UInt16] = []
  /// How frequent a piece is among all tokens, between 0 and 1.
  private(set) var shares: [Float] = []

  /// Parts of words have at most this many letters.
  private static let longestPart = 6

  /// Takes the words that most packages use, and the groups of letters that the other words have most in common.
  ///
  /// A word counts with the sum over packages of the square root of how often it occurs there, so that one
  /// package's own vocabulary does not outweigh what is common; a word of one package alone is left out.
  init(_ corpus: Corpus, count: Int, partShare: Double) {
    let (scores, packages, totals) = Self.statistics(corpus)
    let tokens = corpus.tokenizer.tokens
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
    let all = Float(totals.reduce(0, +))
    let wordCount = count - Int(Double(count) * partShare) - 36
    var rest: [Int] = []
    var sum: Float = 0
    var chosen: [(text: [UInt8], score: Float, share: Float)] = []
    for token in order {
      let text = Array(tokens[Int32(token)])
      let fits = packages[token] >= 2 && text.count <= EmbeddingTable.longestPiece && text.count > 1
      if chosen.count < wordCount && fits {
        chosen.append((text, scores[token], Float(totals[token]) / all))
      } else {
        rest.append(token)
      }
    }
    sum = chosen.reduce(0) { $0 + $1.score }
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".utf8.map { [$0] }
    for letter in letters { chosen.append((letter, sum * 1e-7, 1e-4)) }
    let known = Set(chosen.map(\.text))
    for part in Self.parts(rest, scores, tokens).lazy.filter({ !known.contains($0.text) })
      .prefix(count - chosen.count)
    {
      chosen.append((part.text, part.score * 0.1, 1e-5))
    }
    for piece in chosen {
      pieces.append(piece.text)
      shares.append(piece.share)
      costs.append(UInt16(min(4000, max(1, -100 * ExactLogarithm.natural(piece.score / sum)))))
    }
  }

  private static func statistics(_ corpus: Corpus) -> (scores: [Float], packages: [Int], totals: [Int]) {
    let count = corpus.tokenizer.tokens.count
    var scores = [Float](repeating: 0, count: count)
    var packages = [Int](repeating: 0, count: count)
    var totals = [Int](repeating: 0, count: count)
    var inPackage = [Int](repeating: 0, count: count)
    var touched: [Int] = []
    func endPackage() {
      for token in touched {
        scores[token] += Float(inPackage[token]).squareRoot()
        packages[token] += 1
        totals[token] += inPackage[token]
        inPackage[token] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    var package: Int32 = 0
    for sample in corpus.samples {
      if sample.package != package { endPackage() }
      package = sample.package
      for token in sample.query + sample.code.entries.map(\.token) {
        if inPackage[Int(token)] == 0 { touched.append(Int(token)) }
        inPackage[Int(token)] += 1
      }
    }
    endPackage()
    return (scores, packages, totals)
  }

  /// Groups of two to six letters of the words, those that save most first.
  private static func parts(
    _ words: [Int], _ scores: [Float], _ tokens: ByteInterner
  ) -> [(text: [UInt8], score: Float)] {
    var interner = ByteInterner()
    var counts: [Float] = []
    for word in words {
      tokens.withBytes(Int32(word)) { text in
        guard text.count <= 64, !text.contains(where: { $0 >= 0x80 }) else { return }
        for start in 0..<text.count {
          for end in stride(from: start + 2, through: min(start + longestPart, text.count), by: 1) {
            let part = Int(interner.intern(UnsafeBufferPointer(rebasing: text[start..<end])))
            if part == counts.count { counts.append(0) }
            counts[part] += scores[word]
          }
        }
      }
    }
    func gain(_ part: Int) -> Float { counts[part] * Float(interner[Int32(part)].count - 1) }
    return counts.indices.sorted { gain($0) != gain($1) ? gain($0) > gain($1) : $0 < $1 }
      .prefix(20_000).map { (Array(interner[Int32($0)]), counts[$0]) }
  }
}

/// Logarithms that are the same on every machine, which the C library's are not.
enum ExactLogarithm {
  /// The natural logarithm of a positive, normal number, to about six digits.
  static func natural(_ value: Float) -> Float {
    // value = 2^e · m with m in 1..<2; ln m = 2 artanh((m − 1) / (m + 1)).
    let ratio = (value.significand - 1) / (value.significand + 1)
    let square = ratio * ratio
    let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
    return Float(value.exponent) * 0.693_147_18 + 2 * ratio * series
  }
}
