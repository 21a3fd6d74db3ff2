import CStorage
import GraphModel

/// Changes the table `backlink` where edges come and go.
struct BacklinkEdits {
  private struct Change {
    var target: NodeIndex
    var kind: EdgeKind
    var source: NodeIndex
    var isAdded: Bool
  }

  private var changes: [Int: [Change]] = [:]

  mutating func note(_ edge: Edge, isAdded: Bool) {
    changes[Int(edge.target) / Backlinks.bucketSize, default: []].append(
      Change(target: edge.target, kind: edge.kind, source: edge.source, isAdded: isAdded))
  }

  /// Writes the buckets that change; false if one is damaged.
  func write(_ connection: OpaquePointer) throws(StatementError) -> Bool {
    let select = try Statement(connection, "SELECT sources FROM backlink WHERE bucket = ?")
    let replace = try Statement(connection, "REPLACE INTO backlink (bucket, sources) VALUES (?, ?)")
    let delete = try Statement(connection, "DELETE FROM backlink WHERE bucket = ?")
    for bucket in changes.keys.sorted() {
      var sources: [NodeIndex: [EdgeKind: [NodeIndex]]] = [:]
      select.reset()
      select.bind(1, bucket)
      if try select.step() {
        let isRead = select.withBytes(0) { bytes in
          Backlinks.forEachGroup(bucket, in: bytes, where: { _ in true }) { target, group in
            sources[target, default: [:]][group.kind] = group.sources
          }
        }
        guard isRead else { return false }
      }
      select.reset()
      for change in changes[bucket] ?? [] where change.isAdded {
        sources[change.target, default: [:]][change.kind, default: []].append(change.source)
      }
      for change in changes[bucket] ?? [] where !change.isAdded {
        guard
          let index = sources[change.target]?[change.kind]?.firstIndex(of: change.source)
        else { return false }
        sources[change.target]?[change.kind]?.remove(at: index)
      }
      var bytes: [UInt8] = []
      for target in sources.keys.sorted() {
        let groups = (sources[target] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
        let all = groups.flatMap { group in group.value.sorted().map { (group.key, $0) } }
        Backlinks.append(target, all, to: &bytes)
      }
      if bytes.isEmpty {
        delete.bind(1, bucket)
        try delete.run()
      } else {
        replace.bind(1, bucket)
        replace.bindBlob(2, bytes)
        try replace.run()
      }
    }
    return true
  }
}
