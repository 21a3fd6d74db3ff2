import GraphModel

/// The sources of the edges that end at each node of a bucket of neighbouring nodes.
///
/// For each node with such edges and each of their kinds, ascending: the node's place in the bucket, the
/// kind, the number of edges, the first source (less the node, zigzag) and the others (each less the one
/// before; 0 for a second edge from the same source). All numbers are LEB128.
enum Backlinks {
  static let bucketSize = 32

  /// The sources of edges of one kind, ascending, repeated ones included.
  struct Group: Equatable {
    var kind: EdgeKind
    var sources: [NodeIndex]
  }

  /// Appends what ends at `target`; `sources` are sorted by kind, then by source.
  static func append(
    _ target: NodeIndex, _ sources: [(kind: EdgeKind, source: NodeIndex)], to bytes: inout [UInt8]
  ) {
    var index = 0
    while index < sources.count {
      let kind = sources[index].kind
      let end = sources[index...].firstIndex { $0.kind != kind } ?? sources.count
      LEB128.append(UInt64(Int(target) % bucketSize), to: &bytes)
      LEB128.append(UInt64(kind.rawValue), to: &bytes)
      LEB128.append(UInt64(end - index), to: &bytes)
      let difference = Int64(sources[index].source) - Int64(target)
      LEB128.append(LEB128.zigzag(difference), to: &bytes)
      for place in index + 1..<end {
        LEB128.append(UInt64(sources[place].source - sources[place - 1].source), to: &bytes)
      }
      index = end
    }
  }

  /// What ends at `target`; nil if the bytes are damaged.
  static func groups(_ target: NodeIndex, in bytes: UnsafeBufferPointer<UInt8>) -> [Group]? {
    var result: [Group] = []
    let bucket = Int(target) / bucketSize
    let isRead = forEachGroup(bucket, in: bytes, where: { $0 == target }) { _, group in result.append(group) }
    return isRead ? result : nil
  }

  /// Hands each group of the wanted targets of a bucket to `body`; false if the bytes are damaged.
  static func forEachGroup(
    _ bucket: Int, in bytes: UnsafeBufferPointer<UInt8>, where isWanted: (NodeIndex) -> Bool,
    _ body: (NodeIndex, Group) -> Void
  ) -> Bool {
    var place = 0
    while place < bytes.count {
      guard let offset = LEB128.uint64(bytes, &place), offset < UInt64(bucketSize),
        let raw = LEB128.uint64(bytes, &place), raw < 256,
        let kind = EdgeKind(rawValue: UInt8(raw)), let count = LEB128.uint64(bytes, &place), count > 0,
        count <= UInt64(bytes.count), let coded = LEB128.uint64(bytes, &place),
        let target = NodeIndex(exactly: bucket * bucketSize + Int(offset))
      else { return false }
      let isWanted = isWanted(target)
      var sources: [NodeIndex] = []
      if isWanted { sources.reserveCapacity(Int(count)) }
      var source = Int64(target) &+ LEB128.signed(coded)
      for number in 0..<count {
        if number > 0 {
          guard let difference = LEB128.uint64(bytes, &place) else { return false }
          source &+= Int64(truncatingIfNeeded: difference)
        }
        guard isWanted else { continue }
        guard let index = NodeIndex(exactly: source), index >= 0 else { return false }
        sources.append(index)
      }
      if isWanted { body(target, Group(kind: kind, sources: sources)) }
    }
    return true
  }
}
