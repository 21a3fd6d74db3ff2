import GraphQuery
import Retrieval

/// What can be measured: search as it is, by one kind of signal alone, without one, and simpler methods.
public struct MeasuredSystem: Sendable, Hashable {
  /// What reports call it: `kg`, `only-words`, `without-history`, `fulltext`, `words`.
  public let name: String
  private let method: Method

  private enum Method: Hashable {
    case search(Set<SearchSignal>)
    /// What SQLite's full-text search gives out of the box.
    case fulltext
    /// Counts of words, as a search by `grep` would.
    case words
  }

  /// Search as it is and the simpler methods.
  public static let standard = [
    MeasuredSystem(name: "kg", method: .search(Set(SearchSignal.allCases))),
    MeasuredSystem(name: "fulltext", method: .fulltext),
    MeasuredSystem(name: "words", method: .words),
  ]

  /// Search by words or by vectors alone, and without each of its signals.
  public static let ablations =
    [SearchSignal.words, .vectors].map { signal in
      MeasuredSystem(name: "only-\(signal.rawValue)", method: .search([signal]))
    }
    + SearchSignal.allCases.map { signal in
      let others = Set(SearchSignal.allCases).subtracting([signal])
      return MeasuredSystem(name: "without-\(signal.rawValue)", method: .search(others))
    }

  /// The system of this name; nil if there is none.
  public static func named(_ name: String) -> MeasuredSystem? {
    (standard + ablations).first { $0.name == name }
  }

  /// Makes the system ready for one repository.
  ///
  /// - Parameter passages: gives what simpler methods rank; called by them alone.
  public func ranker(_ session: GraphSession, _ passages: () throws -> [Passage]) throws -> any Ranker {
    switch method {
    case .search(let signals): SearchRanker(session) { $0.signals = signals }
    case .fulltext: PlainFullTextRanker(try passages())
    case .words: WordCountRanker(try passages())
    }
  }
}
