import Foundation
import GraphQuery
import Retrieval

/// Words as SQLite's `unicode61` tokenizer sees them: runs of letters and digits, case and diacritics
/// dropped. No stems, no parts of identifiers.
enum PlainText {
  static func words(of text: String) -> [String] {
    text.utf8.split { $0 < 0x80 && !isWordByte($0) }.flatMap { run in
      let word = String(decoding: run, as: UTF8.self)
      return run.allSatisfy { $0 < 0x80 } ? [word.lowercased()] : folded(word)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func folded(_ word: String) -> [String] {
    word.folding(options: .diacriticInsensitive, locale: nil).lowercased()
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

/// What SQLite's full-text search gives out of the box: one column, `unicode61`, any word of the query may
/// match, ordered by `bm25()`. A test compares the scores with SQLite's own.
public struct PlainFullTextRanker: Ranker {
  private let passages: [Passage]
  private let lengths: [Double]
  private let averageLength: Double
  /// For each word the passages that hold it, with how often.
  private let postings: [String: [(passage: Int, count: Double)]]

  /// Makes a ranker over a repository's passages. O(text).
  public init(_ passages: [Passage]) {
    self.passages = passages
    var lengths: [Double] = []
    var postings: [String: [(passage: Int, count: Double)]] = [:]
    for (index, passage) in passages.enumerated() {
      let words = PlainText.words(of: passage.text)
      lengths.append(Double(words.count))
      // Each word's list grows in the passages' order, whatever order the words come in.
      let counts = words.reduce(into: [:]) { $0[$1, default: 0.0] += 1 }
      for (word, count) in counts { postings[word, default: []].append((index, count)) }
    }
    self.lengths = lengths
    self.postings = postings
    averageLength = max(1, Statistics.mean(lengths))
  }

  /// Ranks definitions or files by their best passage.
  public func rank(_ text: String, grain: SearchRequest.Grain, limit: Int) throws -> Ranking {
    PassageScores(passages, scores(text)).ranking(grain, limit: limit, combining: max)
  }

  /// The score of every passage, 0 for one without any word of the query; `-bm25()` in SQLite.
  func scores(_ text: String) -> [Double] {
    var scores = [Double](repeating: 0, count: passages.count)
    var seen: Set<String> = []
    for word in PlainText.words(of: text) where seen.insert(word).inserted {
      guard let found = postings[word] else { continue }
      let (total, holding) = (Double(passages.count), Double(found.count))
      let weight = max(BM25.smallestWeight, log((total - holding + 0.5) / (holding + 0.5)))
      for (passage, count) in found {
        let length = lengths[passage] / averageLength
        let norm = BM25.saturation * (1 - BM25.lengthWeight + BM25.lengthWeight * length)
        scores[passage] += weight * count * (BM25.saturation + 1) / (count + norm)
      }
    }
    return scores
  }
}
