import CStorage
import GraphModel

extension GraphReader {
  /// All communities: subsystems by id, then parts by id; equal to what was written.
  public func communities() throws -> [Community] {
    try read { connection in
      var communities: [Community] = []
      let rows = try Statement(
        connection, "SELECT id, symbol, level, parent, label, share, cohesion FROM community ORDER BY id")
      while try rows.step() {
        guard rows.int(0) == communities.count else { throw damaged("community numbers have gaps") }
        communities.append(
          Community(
            id: rows.string(1), level: rows.int32(2), parent: rows.optionalInt32(3) ?? -1,
            label: rows.string(4), files: [], modularityShare: rows.double(5), cohesion: rows.double(6)))
      }
      let range = communities.indices
      let files = try Statement(connection, "SELECT community, file FROM community_file ORDER BY level, file")
      let fileOrder = try order(.file)
      while try files.step() {
        let place = fileOrder.place(of: files.int32(1))
        guard range.contains(files.int(0)), place >= 0 else { throw damaged("a file of no community") }
        communities[files.int(0)].files.append(place)
      }
      if !fileOrder.isPlain {
        for index in communities.indices { communities[index].files.sort() }
      }
      let nodes = try Statement(
        connection, "SELECT community, node, rank FROM community_node ORDER BY community, place")
      let order = try order(.node)
      while try nodes.step() {
        let place = order.place(of: nodes.int32(1))
        guard range.contains(nodes.int(0)), place >= 0 else { throw damaged("a node of no community") }
        communities[nodes.int(0)].central.append(CentralNode(node: place, rank: nodes.double(2)))
      }
      let links = try Statement(
        connection, "SELECT source, target, count FROM community_link ORDER BY source, target")
      while try links.step() {
        guard range.contains(links.int(0)), range.contains(links.int(1)) else {
          throw damaged("a link of no community")
        }
        communities[links.int(0)].dependencies.append(
          CommunityDependency(target: links.int32(1), references: links.int32(2)))
      }
      for community in communities {
        guard community.parent < 0 || range.contains(Int(community.parent)), !community.files.isEmpty else {
          throw damaged("a community")
        }
      }
      return communities
    }
  }
}
