import CStorage
import GraphQuery
import Testing

@testable import Evaluation

private let passages = [
  Passage(id: "1", qualifiedName: "Cart.add", path: "cart.py", text: "def add(item): put the item, any item"),
  Passage(id: "1", qualifiedName: "Cart.add", path: "cart.py", text: "more of the item"),
  Passage(id: "2", qualifiedName: "Cart.total", path: "cart.py", text: "def total(): return sum_of_items"),
  Passage(id: "3", qualifiedName: "Till.open", path: "till.py", text: "OPEN the till; Übersicht naïve"),
  Passage(id: "4", qualifiedName: "Till.close", path: "till.py", text: "close it"),
]

@Suite struct WordCountTests {
  @Test func countsPlacesOfWords() throws {
    let ranker = WordCountRanker(passages)
    let ranking = try ranker.rank("the item", grain: .symbol, limit: 10)
    // "the" and "item" stand 4 times in the first passage, 2 in the second, 1 each in the third and the
    // fourth.
    #expect(ranking.places.map(\.id) == ["1", "2", "3"])
    #expect(
      try ranker.rank("the item", grain: .file, limit: 10).places.map(\.path) == ["cart.py", "till.py"])
    #expect(try ranker.rank("the item", grain: .symbol, limit: 1).places.count == 1)
  }

  @Test func shortWordsDoNotCount() throws {
    let ranking = try WordCountRanker(passages).rank("it", grain: .symbol, limit: 10)
    #expect(ranking.places.isEmpty && !ranking.isConfident)
  }
}

@Suite struct PlainFullTextTests {
  @Test func wordsAreUnicode61s() {
    #expect(
      PlainText.words(of: "get_QuerySet2(Übersicht, naïve)") == ["get", "queryset2", "ubersicht", "naive"])
  }

  @Test(arguments: [
    "item", "the item", "total sum", "ubersicht", "NAIVE", "items", "till the close", "nothing",
  ])
  func scoresEqualSQLites(query: String) throws {
    let scores = PlainFullTextRanker(passages).scores(query)
    let expected = try Self.scoresOfSQLite(PlainText.words(of: query))
    #expect(scores.indices.allSatisfy { abs(scores[$0] - expected[$0]) < 1e-9 }, "\(scores) \(expected)")
  }

  @Test func bestPassageSpeaksForAFile() throws {
    let ranking = try PlainFullTextRanker(passages).rank("till", grain: .file, limit: 10)
    #expect(ranking.places.map(\.path) == ["till.py"])
  }

  /// `-bm25()` of every passage in a table of SQLite's own.
  private static func scoresOfSQLite(_ words: [String]) throws -> [Double] {
    var database: OpaquePointer?
    try #require(sqlite3_open(":memory:", &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    try #require(sqlite3_exec(database, "CREATE VIRTUAL TABLE t USING fts5(x)", nil, nil, nil) == SQLITE_OK)
    for passage in passages {
      let insert = "INSERT INTO t VALUES ('\(passage.text)')"
      try #require(sqlite3_exec(database, insert, nil, nil, nil) == SQLITE_OK)
    }
    let match = words.map { "\"\($0)\"" }.joined(separator: " OR ")
    var statement: OpaquePointer?
    let query = "SELECT rowid, bm25(t) FROM t WHERE t MATCH '\(match)'"
    try #require(sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    var scores = [Double](repeating: 0, count: passages.count)
    while sqlite3_step(statement) == SQLITE_ROW {
      scores[Int(sqlite3_column_int64(statement, 0)) - 1] = -sqlite3_column_double(statement, 1)
    }
    return scores
  }
}
