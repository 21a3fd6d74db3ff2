import CStorage
import GraphModel

/// Writes the tables of communities.
enum CommunityTables {
  static func write(_ communities: [Community], _ graph: Graph, _ connection: OpaquePointer) throws {
    try check(communities, graph)
    try write(communities, connection)
  }

  /// Puts communities, whose nodes are given by their numbers, in the place of those that are there.
  static func replace(
    with communities: [Community], _ connection: OpaquePointer
  ) throws(StatementError) {
    for table in ["community", "community_file", "community_node", "community_link"] {
      try Statement.execute(connection, "DELETE FROM \(table)")
    }
    try write(communities, connection)
  }

  private static func write(
    _ communities: [Community], _ connection: OpaquePointer
  ) throws(StatementError) {
    let row = try Statement(connection, "INSERT INTO community VALUES (?, ?, ?, ?, ?, ?, ?)")
    let node = try Statement(connection, "INSERT INTO community_node VALUES (?, ?, ?, ?)")
    let link = try Statement(connection, "INSERT INTO community_link VALUES (?, ?, ?)")
    for (index, community) in communities.enumerated() {
      row.bind(1, index)
      row.bind(2, community.id)
      row.bind(3, community.level)
      row.bind(4, community.parent < 0 ? nil : community.parent)
      row.bind(5, community.label)
      row.bind(6, community.modularityShare)
      row.bind(7, community.cohesion)
      try row.run()
      for (place, central) in community.central.enumerated() {
        node.bind(1, index)
        node.bind(2, place)
        node.bind(3, central.node)
        node.bind(4, central.rank)
        try node.run()
      }
      for dependency in community.dependencies {
        link.bind(1, index)
        link.bind(2, dependency.target)
        link.bind(3, dependency.references)
        try link.run()
      }
    }
    try writeFiles(communities, connection)
  }

  private static func writeFiles(
    _ communities: [Community], _ connection: OpaquePointer
  ) throws(StatementError) {
    let insert = try Statement(connection, "INSERT INTO community_file VALUES (?, ?, ?)")
    var rows: [(level: Int32, file: Int32, community: Int)] = []
    for (index, community) in communities.enumerated() {
      for file in community.files { rows.append((community.level, file, index)) }
    }
    for row in rows.sorted(by: { ($0.level, $0.file) < ($1.level, $1.file) }) {
      insert.bind(1, row.level)
      insert.bind(2, row.file)
      insert.bind(3, row.community)
      try insert.run()
    }
  }

  private static func check(_ communities: [Community], _ graph: Graph) throws(GraphStoreError) {
    let places = -1..<Int32(communities.count)
    for community in communities {
      guard places.contains(community.parent),
        community.files.allSatisfy({ (0..<Int32(graph.files.count)).contains($0) }),
        community.central.allSatisfy({ (0..<Int32(graph.nodes.count)).contains($0.node) }),
        community.dependencies.allSatisfy({ (0..<Int32(communities.count)).contains($0.target) })
      else { throw .invalidGraph(reason: "a community out of range: \(community.id)") }
    }
  }
}
