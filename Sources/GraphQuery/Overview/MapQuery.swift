import GraphModel
import GraphStore

extension GraphSession {
  /// An overview that fits a budget: what there is, where execution begins, the subsystems with their key
  /// definitions and what they depend on, the most central first.
  ///
  /// - Parameter budget: tokens that the text of the answer may have, at least 1.
  public func map(budget: Int) throws(QueryError) -> MapAnswer {
    do { return try MapBuilder(self, budget: budget).filled() } catch { throw QueryError(error) }
  }
}

/// Fills a map: round after round something more of every subsystem, until the budget is used up.
private struct MapBuilder {
  private static let entryLimit = 12
  private static let keyLimit = 8
  private static let dependencyLimit = 4

  private let session: GraphSession
  private let index: CommunityIndex
  private let ranking: [Int]
  private var answer: MapAnswer

  init(_ session: GraphSession, budget: Int) throws {
    self.session = session
    index = try CommunityIndex(session.reader)
    ranking = index.ranking()
    let status = try session.status(skippedFiles: 0)
    answer = MapAnswer(
      budget: budget, tokens: 0, languages: status.files, lines: status.lines, entryPoints: [],
      subsystems: [], omittedSubsystems: ranking.count, index: try session.state(naming: []))
    answer.tokens = TokenEstimate.tokens(MapText.text(answer))
  }

  consuming func filled() throws -> MapAnswer {
    // Names of subsystems first, then what they turn around, where to begin and what they depend on; in turns, so
    // that a small budget gives a little of everything.
    for place in ranking.prefix(12) { try addSubsystem(place) }
    for round in 0..<2 { try addKeys(round) }
    try addEntryPoints()
    addDependencies()
    for place in ranking.dropFirst(12) { try addSubsystem(place) }
    for round in 0..<Self.keyLimit { try addKeys(round) }
    addDependencies()
    return answer
  }

  private mutating func addSubsystem(_ place: Int) throws {
    let community = index.communities[place]
    let isTests = index.isTests(place)
    attempt { answer in
      answer.subsystems.append(
        .init(
          id: community.id, label: community.label, files: community.files.count,
          isTests: isTests, keyDefinitions: [], dependsOn: []))
      answer.omittedSubsystems -= 1
    }
  }

  private mutating func addKeys(_ round: Int) throws {
    for item in answer.subsystems.indices where answer.subsystems[item].keyDefinitions.count == round {
      let central = index.communities[ranking[item]].central
      guard central.indices.contains(round), let stored = try session.reader.node(central[round].node) else {
        continue
      }
      attempt { $0.subsystems[item].keyDefinitions.append(NodeSummary(stored.node)) }
    }
  }

  private mutating func addDependencies() {
    for item in answer.subsystems.indices where answer.subsystems[item].dependsOn.isEmpty {
      // What tests offer is no part of how the rest works.
      let mayUseTests = answer.subsystems[item].isTests
      let links = index.communities[ranking[item]].dependencies
        .filter { mayUseTests || !index.isTests(Int($0.target)) }
        .sorted { ($1.references, $0.target) < ($0.references, $1.target) }.prefix(Self.dependencyLimit)
      for link in links {
        let label = index.communities[Int(link.target)].label
        attempt { $0.subsystems[item].dependsOn.append(label) }
      }
    }
  }

  private mutating func addEntryPoints() throws {
    for found in try EntryPoints.find(session.reader).filter({ $0.kind != .test }).prefix(Self.entryLimit) {
      attempt { $0.entryPoints.append(.init(kind: found.kind, node: NodeSummary(found.stored.node))) }
    }
  }

  /// Makes a change unless it makes the map too large.
  private mutating func attempt(_ change: (inout MapAnswer) -> Void) {
    var changed = answer
    change(&changed)
    changed.tokens = TokenEstimate.tokens(MapText.text(changed))
    if changed.tokens <= changed.budget { answer = changed }
  }
}
