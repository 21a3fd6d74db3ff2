import GraphModel
import GraphStore

/// The communities of a generation with what answers need to know of them at once.
struct CommunityIndex {
  /// Subsystems by id, then parts by id.
  let communities: [Community]
  /// Every file of the tree, by number.
  let files: [IndexedFile]
  private let placeOfFile: [[Int32]]

  init(_ reader: GraphReader) throws {
    communities = try reader.communities()
    files = try reader.files()
    var places = [[Int32]](repeating: [Int32](repeating: -1, count: files.count), count: 2)
    for (place, community) in communities.enumerated() {
      for file in community.files {
        // The database is not trusted.
        guard places.indices.contains(Int(community.level)), files.indices.contains(Int(file)) else {
          throw QueryError(.unusable, "the communities are damaged; run `kg index --full`")
        }
        places[Int(community.level)][Int(file)] = Int32(place)
      }
    }
    placeOfFile = places
  }

  /// The places of the communities of a level.
  func places(level: Int32) -> [Int] { communities.indices.filter { communities[$0].level == level } }

  /// The place of the community of a level that a file belongs to.
  func place(ofFile file: Int32?, level: Int32 = 0) -> Int? {
    guard let file, files.indices.contains(Int(file)) else { return nil }
    let place = placeOfFile[Int(level)][Int(file)]
    return place >= 0 ? Int(place) : nil
  }

  /// The places of the parts of a subsystem.
  func parts(of place: Int) -> [Int] { communities.indices.filter { communities[$0].parent == Int32(place) } }

  /// How many references come in from other communities.
  func incomingReferences() -> [Int] {
    var counts = [Int](repeating: 0, count: communities.count)
    for community in communities {
      for dependency in community.dependencies {
        counts[Int(dependency.target)] += Int(dependency.references)
      }
    }
    return counts
  }

  /// Whether fewer than a fifth of a community's files are something else than tests.
  func isTests(_ place: Int) -> Bool {
    let files = communities[place].files
    return files.count { !self.files[Int($0)].path.isTest } * 5 < files.count
  }

  /// Subsystems in the order in which somebody who knows nothing should meet them: those that others lean on first,
  /// tests last.
  func ranking() -> [Int] {
    let incoming = incomingReferences()
    func key(_ place: Int) -> (Int, Int, Int, Int) {
      (isTests(place) ? 1 : 0, -(incoming[place] + 2 * communities[place].files.count), 0, place)
    }
    return places(level: 0).map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
