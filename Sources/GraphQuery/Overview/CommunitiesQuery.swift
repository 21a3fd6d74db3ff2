import GraphModel
import GraphStore

extension GraphSession {
  /// The communities as a tree, the bridges between them and circles among packages.
  public func communities() throws(QueryError) -> CommunitiesAnswer {
    do { return try tree() } catch { throw QueryError(error) }
  }

  /// One community: by its id, by the path of a file in it, or by words of its label.
  public func community(_ name: String) throws(QueryError) -> CommunityAnswer {
    do { return try answer(name) } catch { throw QueryError(error) }
  }

  /// How many central definitions a summary shows.
  private static let centralLimit = 5
  private static let bridgeLimit = 20

  private func tree() throws -> CommunitiesAnswer {
    let index = try CommunityIndex(reader)
    let subsystems = try index.ranking().map { place in
      CommunitiesAnswer.Subsystem(
        summary: try summary(place, index),
        parts: try parts(of: place, index).map { try summary($0, index) })
    }
    return CommunitiesAnswer(
      subsystems: subsystems, bridges: bridges(index), cycles: try PackageCycles(reader).cycles(),
      index: try state(naming: []))
  }

  private func answer(_ name: String) throws -> CommunityAnswer {
    let index = try CommunityIndex(reader)
    let found = matches(name, index)
    var answer = CommunityAnswer(
      query: name, community: nil, parts: [], usedBy: [], paths: [], candidates: [],
      index: try state(naming: []))
    guard let place = found.first, found.count == 1 else {
      answer.candidates = try found.map { try summary($0, index) }
      return answer
    }
    let community = index.communities[place]
    answer.community = try summary(place, index, central: community.central.count)
    answer.parts = try parts(of: place, index).map { try summary($0, index) }
    answer.usedBy = users(of: place, index)
    let paths = community.files.map { index.files[Int($0)].path }
    answer.paths = paths.map(\.display)
    answer.index = try state(naming: paths)
    return answer
  }

  private func matches(_ name: String, _ index: CommunityIndex) -> [Int] {
    if let exact = index.communities.firstIndex(where: { $0.id == name || $0.label == name }) {
      return [exact]
    }
    let files = index.files.indices.filter { index.files[$0].path.display == name }
    if let file = files.first {
      return [1, 0].compactMap { index.place(ofFile: Int32(file), level: $0) }.prefix(1).map { $0 }
    }
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    guard !words.isEmpty else { return [] }
    return index.communities.indices.filter { place in
      let label = index.communities[place].label.lowercased()
      return words.allSatisfy { label.contains($0) }
    }
  }

  private func parts(of place: Int, _ index: CommunityIndex) -> [Int] {
    index.parts(of: place).sorted { left, right in
      let (first, second) = (index.communities[left].files.count, index.communities[right].files.count)
      return first != second ? first > second : left < right
    }
  }

  private func users(of place: Int, _ index: CommunityIndex) -> [CommunitySummary.Dependency] {
    let users = index.communities.compactMap { community -> CommunitySummary.Dependency? in
      guard let link = community.dependencies.first(where: { Int($0.target) == place }) else { return nil }
      return .init(id: community.id, label: community.label, references: Int(link.references))
    }
    return Self.sorted(users)
  }

  private func bridges(_ index: CommunityIndex) -> [CommunitiesAnswer.Bridge] {
    var bridges: [CommunitiesAnswer.Bridge] = []
    for place in index.places(level: 0) {
      for link in index.communities[place].dependencies {
        let target = Int(link.target)
        let back = index.communities[target].dependencies.first { Int($0.target) == place }.map {
          Int($0.references)
        }
        // Each pair once, seen from the side that refers more.
        guard Int(link.references) > back ?? 0 || (Int(link.references) == back ?? 0 && place < target) else {
          continue
        }
        bridges.append(
          .init(
            from: index.communities[place].id, to: index.communities[target].id,
            references: Int(link.references), backReferences: back ?? 0))
      }
    }
    bridges.sort { left, right in
      let (first, second) = (left.references + left.backReferences, right.references + right.backReferences)
      return first != second ? first > second : (left.from, left.to) < (right.from, right.to)
    }
    return Array(bridges.prefix(Self.bridgeLimit))
  }

  /// What answers say about the community at a place.
  func summary(
    _ place: Int, _ index: CommunityIndex, central limit: Int = centralLimit
  ) throws -> CommunitySummary {
    let community = index.communities[place]
    let dependencies = community.dependencies.map { link in
      let target = index.communities[Int(link.target)]
      return CommunitySummary.Dependency(
        id: target.id, label: target.label, references: Int(link.references))
    }
    return CommunitySummary(
      id: community.id, level: Int(community.level),
      parent: community.parent >= 0 ? index.communities[Int(community.parent)].id : nil,
      label: community.label, files: community.files.count, isTests: index.isTests(place),
      cohesion: community.cohesion, modularityShare: community.modularityShare,
      central: try reader.nodes(community.central.prefix(limit).map(\.node)).map { NodeSummary($0.node) },
      dependsOn: Self.sorted(dependencies))
  }

  private static func sorted(_ dependencies: [CommunitySummary.Dependency]) -> [CommunitySummary.Dependency] {
    dependencies.sorted { left, right in
      left.references != right.references
        ? left.references > right.references : left.id.precedesByBytes(right.id)
    }
  }
}
