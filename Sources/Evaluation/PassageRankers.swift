import Foundation
import GraphQuery

/// What simple methods do with the same passages that search ranks: the baselines of a table.
struct PassageScores {
  private let passages: [Passage]
  /// Of the passages, in their order.
  private let scores: [Double]

  init(_ passages: [Passage], _ scores: [Double]) {
    self.passages = passages
    self.scores = scores
  }

  /// The best definitions or files, best first; equal scores go by the passages' order. Simple methods never
  /// refuse: whatever matches is an answer.
  func ranking(
    _ grain: SearchRequest.Grain, limit: Int, combining combine: (Double, Double) -> Double
  ) -> Ranking {
    var order: [Int] = []
    var totals: [String: Double] = [:]
    for (index, passage) in passages.enumerated() where scores[index] > 0 {
      let key = grain == .file ? passage.path : passage.id
      if let known = totals[key] {
        totals[key] = combine(known, scores[index])
      } else {
        totals[key] = scores[index]
        order.append(index)
      }
    }
    let ranked = order.map { index in
      (index, totals[grain == .file ? passages[index].path : passages[index].id] ?? 0)
    }.sorted { left, right in left.1 != right.1 ? left.1 > right.1 : left.0 < right.0 }
    let places = ranked.prefix(limit).map { index, _ in
      let passage = passages[index]
      return RankedPlace(id: passage.id, qualifiedName: passage.qualifiedName, path: passage.path)
    }
    return Ranking(places: places, isConfident: !places.isEmpty)
  }
}

/// Counts how often the words of a query stand in a passage, as a search by `grep` would.
public struct WordCountRanker: Ranker {
  private let passages: [Passage]
  private let texts: [[UInt8]]

  /// Makes a ranker over a repository's passages.
  public init(_ passages: [Passage]) {
    self.passages = passages
    texts = passages.map { Array($0.text.lowercased().utf8) }
  }

  /// Ranks by the number of places where a word of the query stands, also inside of longer words. Words of
  /// fewer than three letters do not count.
  public func rank(_ text: String, grain: SearchRequest.Grain, limit: Int) throws -> Ranking {
    let words = Set(PlainText.words(of: text)).filter { $0.count > 2 }.sorted().map { Array($0.utf8) }
    let scores = texts.map { text in Double(words.reduce(0) { $0 + Self.count($1, in: text) }) }
    return PassageScores(passages, scores).ranking(grain, limit: limit, combining: +)
  }

  private static func count(_ word: [UInt8], in text: [UInt8]) -> Int {
    guard let first = word.first, text.count >= word.count else { return 0 }
    var count = 0
    var index = 0
    while index <= text.count - word.count {
      if text[index] == first && text[index..<index + word.count].elementsEqual(word) {
        count += 1
        index += word.count
      } else {
        index += 1
      }
    }
    return count
  }
}
