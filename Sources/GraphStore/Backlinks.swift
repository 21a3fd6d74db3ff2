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
      append(UInt64(Int(target) % bucketSize), to: &bytes)
      append(UInt64(kind.rawValue), to: &bytes)
      append(UInt64(end - index), to: &bytes)
      let difference = Int64(sources[index].source) - Int64(target)
      append(UInt64(bitPattern: (difference << 1) ^ (difference >> 63)), to: &bytes)
      for place in index + 1..<end {
        append(UInt64(sources[place].source - sources[place - 1].source), to: &bytes)
      }
      index = end
    }
  }

  /// What ends at `target`; nil if the bytes are damaged.
  static func groups(_ target: NodeIndex, in bytes: UnsafeBufferPointer<UInt8>) -> [Group]? {
    var place = 0
    var result: [Group] = []
    while place < bytes.count {
      guard let offset = read(bytes, &place), let raw = read(bytes, &place), raw < 256,
        let kind = EdgeKind(rawValue: UInt8(raw)), let count = read(bytes, &place), count > 0,
        count <= UInt64(bytes.count), let coded = read(bytes, &place)
      else { return nil }
      let isWanted = offset == UInt64(Int(target) % bucketSize)
      var sources: [NodeIndex] = []
      if isWanted { sources.reserveCapacity(Int(count)) }
      var source = Int64(target) &+ (Int64(bitPattern: coded >> 1) ^ -Int64(coded & 1))
      for number in 0..<count {
        if number > 0 {
          guard let difference = read(bytes, &place) else { return nil }
          source &+= Int64(truncatingIfNeeded: difference)
        }
        guard isWanted else { continue }
        guard let index = NodeIndex(exactly: source), index >= 0 else { return nil }
        sources.append(index)
      }
      if isWanted { result.append(Group(kind: kind, sources: sources)) }
    }
    return result
  }

  private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt64? {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, place < bytes.count {
      let byte = bytes[place]
      place += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    return nil
  }
}
