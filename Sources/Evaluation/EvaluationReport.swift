import Foundation
import GraphQuery

/// What a run of all systems on all repositories gave.
public struct EvaluationReport: Sendable, Equatable, Decodable {
  /// A repository that took part.
  public struct Corpus: Sendable, Equatable, Decodable {
    /// Its folder's name.
    public var name: String
    /// SHA-256 of its graph in canonical order, hexadecimal.
    public var digest: String
    /// How many queries were asked about it.
    public var queries: Int

    /// Makes a corpus of its parts.
    public init(name: String, digest: String, queries: Int) {
      self.name = name
      self.digest = digest
      self.queries = queries
    }
  }

  /// In the order of their names.
  public var corpora: [Corpus]
  /// Repositories that queries ask about and that are not there.
  public var missing: [String]
  /// In the order asked for.
  public var systems: [SystemReport]

  /// Makes a report of its parts.
  public init(corpora: [Corpus], missing: [String], systems: [SystemReport]) {
    self.corpora = corpora
    self.missing = missing
    self.systems = systems
  }

  /// Reads a report that ``json`` wrote, as a baseline.
  public init(json: Data) throws { self = try JSONDecoder().decode(Self.self, from: json) }

  /// The report as one JSON object on one line.
  public var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("schemaVersion", 1)
      json.array("corpora", corpora) { json, corpus in
        json.object { json in
          json.field("name", corpus.name)
          json.field("digest", corpus.digest)
          json.field("queries", corpus.queries)
        }
      }
      json.array("missing", missing) { $0.string($1) }
      json.array("systems", systems) { json, system in json.object { system.write(to: &$0) } }
    }
    return writer.text
  }
}

extension SystemReport {
  func write(to json: inout JSONWriter) {
    json.field("name", name)
    json.field("p50Milliseconds", p50Milliseconds)
    json.field("p95Milliseconds", p95Milliseconds)
    json.array("groups", groups) { json, group in
      json.object { json in
        json.field("name", group.name)
        json.field("queries", group.queries)
        json.field("ndcg10", group.ndcg10)
        json.field("ndcg10Low", group.ndcg10Low)
        json.field("ndcg10High", group.ndcg10High)
        json.field("mrr", group.mrr)
        json.field("hit1", group.hit1)
        json.field("recall5", group.recall5)
        json.field("recall10", group.recall10)
        json.field("answered", group.answered)
      }
    }
    json.array("unanswerable", unanswerable) { json, group in
      json.object { json in
        json.field("name", group.name)
        json.field("queries", group.queries)
        json.field("answered", group.answered)
      }
    }
  }
}
