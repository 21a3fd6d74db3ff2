import GraphModel
import Retrieval

/// What a search is asked for.
public struct SearchRequest: Sendable, Equatable {
  /// What results are: definitions, or files.
  public enum Grain: String, Sendable, CaseIterable {
    case symbol, file
  }

  /// What was asked.
  public var query: String
  /// At most so many results; 1…1000.
  public var limit: Int
  /// What a result is.
  public var grain: Grain
  /// Only these kinds; empty for all.
  public var kinds: [NodeKind]
  /// Only these languages; empty for all.
  public var languages: [LanguageID]
  /// Only paths that match one of these globs (`*`, `**`, `?`, `[…]`); empty for all.
  public var paths: [String]
  /// What may speak for a result; fewer than all to measure what each is worth.
  public var signals: Set<SearchSignal>

  /// Makes a request.
  public init(
    query: String, limit: Int = 10, grain: Grain = .symbol, kinds: [NodeKind] = [],
    languages: [LanguageID] = [], paths: [String] = [],
    signals: Set<SearchSignal> = Set(SearchSignal.allCases)
  ) {
    self.query = query
    self.limit = limit
    self.grain = grain
    self.kinds = kinds
    self.languages = languages
    self.paths = paths
    self.signals = signals
  }
}

/// The ranked results of a search.
public struct SearchAnswer: Answer, Equatable {
  /// Something that speaks for a result.
  public struct Signal: Sendable, Equatable {
    /// What it is: `bestChunk`, `messages`, `stem`, …
    public var name: String
    /// How strong it is: 1 for the best of all results by this signal.
    public var value: Double
  }

  /// One place worth reading.
  public struct Result: Sendable, Equatable {
    /// From 1.
    public var rank: Int
    /// Higher is better; comparable within one answer only.
    public var score: Double
    /// The place.
    public var node: NodeSummary
    /// A few lines of the file, as they are now.
    public var snippet: String
    /// The line the snippet starts at.
    public var snippetLine: Int
    /// The result's rank by words alone; nil if it holds no word of the query.
    public var lexicalRank: Int?
    /// What speaks for it, in the order of `RankingWeights`.
    public var signals: [Signal]
    /// What the sum of the signals was multiplied with: less than 1 for tests, documents and the like.
    public var factor: Double
  }

  /// What was asked.
  public var query: String
  /// How likely it is that there is an answer at all.
  public var confidence: Confidence
  /// False if nothing matched well enough to be called an answer.
  public var confident: Bool { confidence.isConfident }
  /// Best first. Also where `confident` is false, for who wants to look all the same; but none for a name that
  /// does not exist.
  public var results: [Result]
  /// Names like one that does not exist.
  public var suggestions: [String]
  /// The state of the index that answered.
  public var index: IndexState

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("query", query)
    json.field("confident", confident)
    json.field("confidence", confidence.value)
    json.array("results", results) { json, result in
      json.object { json in
        json.field("rank", result.rank)
        json.field("score", result.score)
        json.object("node") { result.node.write(to: &$0) }
        json.field("snippet", result.snippet)
        json.field("snippetLine", result.snippetLine)
        json.object("why") { json in
          json.field("lexicalRank", result.lexicalRank)
          json.object("signals") { json in
            for signal in result.signals { json.field(signal.name, signal.value) }
          }
          if result.factor != 1 { json.field("factor", result.factor) }
        }
      }
    }
    json.array("suggestions", suggestions) { $0.string($1) }
  }
}
