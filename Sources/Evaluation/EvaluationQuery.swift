import GraphQuery

/// A question about one repository, with its answers.
public struct EvaluationQuery: Sendable, Equatable {
  /// Unique in its set.
  public var id: String
  /// The folder of the repository below the folder of all corpora.
  public var repository: String
  /// What is asked.
  public var text: String
  /// What sort of question it is: `symbol`, `behaviour`, `architecture`, `documentation`; for one without an
  /// answer `absent`, `otherRepository`, `unknownSymbol`.
  public var kind: String
  /// What its answers are.
  public var grain: SearchRequest.Grain
  /// The places that answer it: symbol ids, qualified names, or paths. Empty if the repository has no answer.
  public var answers: [String]
  /// Places that help.
  public var secondary: [String]
  /// What a helping place is worth, where an answer is worth 1.
  public var secondaryGain: Double

  /// Makes a query of its parts.
  public init(
    id: String, repository: String, text: String, kind: String, grain: SearchRequest.Grain,
    answers: [String], secondary: [String] = [], secondaryGain: Double = 0.5
  ) {
    self.id = id
    self.repository = repository
    self.text = text
    self.kind = kind
    self.grain = grain
    self.answers = answers
    self.secondary = secondary
    self.secondaryGain = secondaryGain
  }

  /// True if the repository holds an answer.
  public var isAnswerable: Bool { !answers.isEmpty }

  /// The gains of everything that answers or helps, in no order that matters.
  public var idealGains: [Double] {
    answers.map { _ in 1 } + secondary.map { _ in secondaryGain }
  }

  /// The same question about files: every answer is the file it lies in.
  ///
  /// - Parameter file: the file of a symbol id or qualified name, nil if there is none.
  public func aboutFiles(_ file: (String) throws -> String?) rethrows -> EvaluationQuery {
    guard grain == .symbol else { return self }
    var query = self
    var seen: Set<String> = []
    query.grain = .file
    query.answers = try answers.compactMap(file).filter { seen.insert($0).inserted }
    query.secondary = try secondary.compactMap(file).filter { seen.insert($0).inserted }
    return query
  }

  /// What each place is worth. An answer counts once, at the first place that is it.
  public func gains(of places: [RankedPlace]) -> [Double] {
    var open = answers.map { (target: $0, gain: 1.0) }
    open += secondary.map { (target: $0, gain: secondaryGain) }
    return places.map { place in
      guard let index = open.firstIndex(where: { place.matches($0.target, grain: grain) }) else { return 0 }
      return open.remove(at: index).gain
    }
  }
}

/// A place in a ranking.
public struct RankedPlace: Sendable, Equatable {
  /// The symbol id.
  public var id: String
  /// The name within its scopes.
  public var qualifiedName: String
  /// The file, relative to the root.
  public var path: String

  /// Makes a place of its parts.
  public init(id: String, qualifiedName: String, path: String) {
    self.id = id
    self.qualifiedName = qualifiedName
    self.path = path
  }

  /// True if it is what an answer names. A file's path is compared as a whole; nothing is matched by parts.
  func matches(_ target: String, grain: SearchRequest.Grain) -> Bool {
    switch grain {
    case .file: path == target
    case .symbol: id == target || qualifiedName == target
    }
  }
}
