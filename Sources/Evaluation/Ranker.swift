import GraphQuery

/// Something that ranks the places of one repository.
public protocol Ranker {
  /// The places that fit a question, best first, at most `limit`.
  func rank(_ text: String, grain: SearchRequest.Grain, limit: Int) throws -> Ranking
}

/// What a ranker answers.
public struct Ranking: Sendable, Equatable {
  /// Best first; there even where the ranker calls none of them an answer.
  public var places: [RankedPlace]
  /// False if the ranker says that it knows no answer.
  public var isConfident: Bool

  /// Makes a ranking of its parts.
  public init(places: [RankedPlace], isConfident: Bool) {
    self.places = places
    self.isConfident = isConfident
  }
}

/// The program's own search, in process.
public struct SearchRanker: Ranker {
  private let session: GraphSession
  private let configure: @Sendable (inout SearchRequest) -> Void

  /// - Parameter configure: changes requests, for example to leave a signal out.
  public init(
    _ session: GraphSession, configure: @escaping @Sendable (inout SearchRequest) -> Void = { _ in }
  ) {
    self.session = session
    self.configure = configure
  }

  /// What `kg search` gives.
  public func rank(_ text: String, grain: SearchRequest.Grain, limit: Int) throws -> Ranking {
    var request = SearchRequest(query: text, limit: limit, grain: grain)
    configure(&request)
    let answer = try session.search(request)
    let places = answer.results.map { result in
      RankedPlace(
        id: result.node.id, qualifiedName: result.node.qualifiedName, path: result.node.path ?? "")
    }
    return Ranking(places: places, isConfident: answer.confident && !places.isEmpty)
  }
}
