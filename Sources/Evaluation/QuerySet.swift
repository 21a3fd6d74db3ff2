import Foundation
import GraphQuery

/// Reads files of queries: one JSON object a line.
///
/// Two shapes are known: our own (`id repo query kind grain answers secondary answerable`) and that of public
/// file annotations (`repo query category relevant secondary`), in which a secondary file is worth as much as
/// a relevant one.
public enum QuerySet {
  /// The queries of a file, in its order. Blank lines are skipped.
  ///
  /// - Parameter name: what errors call the file; also the stem of ids where lines have none.
  public static func queries(in text: String, name: String) throws(QuerySetError) -> [EvaluationQuery] {
    var queries: [EvaluationQuery] = []
    var seen: Set<String> = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      let query = try self.query(Data(line.utf8), name: name, line: index + 1)
      guard seen.insert(query.id).inserted else {
        throw QuerySetError(file: name, line: index + 1, reason: "the id \(query.id) is there twice")
      }
      queries.append(query)
    }
    return queries
  }

  private static func query(
    _ line: Data, name: String, line number: Int
  ) throws(QuerySetError) -> EvaluationQuery {
    do {
      let row = try JSONDecoder().decode(Row.self, from: line)
      guard let answers = row.answers ?? row.relevant, let kind = row.kind ?? row.category else {
        throw QuerySetError(file: name, line: number, reason: "neither of the two known shapes")
      }
      if let grain = row.grain, SearchRequest.Grain(rawValue: grain) == nil {
        throw QuerySetError(file: name, line: number, reason: "no grain is called \(grain)")
      }
      if let answerable = row.answerable, answerable == answers.isEmpty {
        throw QuerySetError(file: name, line: number, reason: "answerable and answers contradict each other")
      }
      let isOurs = row.answers != nil
      return EvaluationQuery(
        id: row.id ?? "\(name):\(number)", repository: row.repo, text: row.query, kind: kind,
        grain: row.grain.flatMap(SearchRequest.Grain.init) ?? .file, answers: answers,
        secondary: row.secondary ?? [], secondaryGain: isOurs ? 0.5 : 1)
    } catch let error as QuerySetError {
      throw error
    } catch {
      throw QuerySetError(file: name, line: number, reason: "no JSON object with `repo` and `query`")
    }
  }

  /// The keys of both shapes.
  private struct Row: Decodable {
    var id: String?
    var repo: String
    var query: String
    var kind: String?
    var category: String?
    var grain: String?
    var answers: [String]?
    var relevant: [String]?
    var secondary: [String]?
    var answerable: Bool?
  }
}

/// A line of a query set that cannot be used.
public struct QuerySetError: Error, CustomStringConvertible {
  /// The file.
  public var file: String
  /// From 1.
  public var line: Int
  /// What is wrong with it.
  public var reason: String

  /// The error on one line.
  public var description: String { "\(file):\(line): \(reason)" }
}
