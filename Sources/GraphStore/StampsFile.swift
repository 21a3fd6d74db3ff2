import Crypto
import GraphModel

/// What a work tree knows of its own files where it shares a generation with another one: the stamps that the
/// generation itself holds are those of the work tree that wrote it.
///
/// A file beside the database: generation and digest of the database it belongs to, a line each; the stamps, each
/// with its length before it; SHA-256 of all that. One that belongs to another generation, or is damaged, is no
/// file.
enum StampsFile {
  /// Longer stamps than any.
  private static let longest = 255

  /// Reads the stamps that belong to a database; nil if there are none.
  static func read(_ location: DatabaseLocation, _ meta: GraphMeta) -> [[UInt8]]? {
    guard let bytes = SystemFile.content(location.stampsPath), bytes.count >= SHA256.byteCount else {
      return nil
    }
    let body = bytes.dropLast(SHA256.byteCount)
    let head = header(meta)
    guard body.starts(with: head), Array(SHA256.hash(data: body)) == bytes.suffix(SHA256.byteCount) else {
      return nil
    }
    var stamps: [[UInt8]] = []
    var place = head.count
    while place < body.count {
      let end = place + 1 + Int(body[place])
      guard end <= body.count else { return nil }
      stamps.append(Array(body[place + 1..<end]))
      place = end
    }
    return stamps.count == meta.files ? stamps : nil
  }

  /// Writes the stamps that belong to a database.
  static func write(_ stamps: [[UInt8]], _ location: DatabaseLocation, _ meta: GraphMeta) throws {
    var bytes = header(meta)
    for stamp in stamps {
      guard stamp.count <= longest else { throw GraphStoreError.invalidGraph(reason: "a stamp is too long") }
      bytes.append(UInt8(stamp.count))
      bytes.append(contentsOf: stamp)
    }
    bytes.append(contentsOf: SHA256.hash(data: bytes))
    SystemFile.remove(location.stampsPath)
    try SystemFile.create(location.stampsPath, bytes)
    try SystemFile.synchronize(location.stampsPath)
  }

  private static func header(_ meta: GraphMeta) -> [UInt8] {
    Array("kg stamps 1\n\(meta.generation)\n\(meta.digest)\n".utf8)
  }
}
