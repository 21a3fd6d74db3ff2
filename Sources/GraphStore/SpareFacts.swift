import CStorage
import GRDB
import GraphModel

/// Facts of a content that no file has: kept so that who switches back to a branch need not parse again. The caller
/// says which may stay (contents that git holds itself, so that nothing is on the disk for their sake), the store
/// how much room they get.
public struct SpareFacts: Sendable, Hashable {
  /// Of what they are.
  public var key: FactsKey
  /// The generation since which no file has the content; nil if one has it in the generation that was asked.
  public var dropped: Int64?

  /// The room for facts that no file needs: as much as the needed ones take, which is another whole branch.
  struct Room {
    private var left: Int

    /// - Parameter needed: bytes of the facts that files need.
    init(needed: Int) { left = needed }

    /// True if so many bytes fit; they are taken then.
    mutating func take(_ bytes: Int) -> Bool {
      guard bytes <= left else { return false }
      left -= bytes
      return true
    }
  }

  /// Those dropped last come first; an order that is the same for the same facts.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    let generations = (left.dropped ?? .max, right.dropped ?? .max)
    if generations.0 != generations.1 { return generations.0 > generations.1 }
    let (first, second) = (left.key, right.key)
    return (first.blob, first.language.rawValue, first.version)
      < (second.blob, second.language.rawValue, second.version)
  }
}

extension GraphReader {
  /// All cached facts by their keys, those that files need among them. One scan of the keys.
  public func storedFacts() throws -> [SpareFacts] { try storedFacts(where: "1") }

  /// The cached facts that no file needs.
  public func spareFacts() throws -> [SpareFacts] { try storedFacts(where: "dropped IS NOT NULL") }

  /// The contents of which the database holds anything: those of files, and those of facts that no file needs. One
  /// scan of both.
  public func contents() throws -> Set<BlobID> {
    try read { connection in
      var contents: Set<BlobID> = []
      let rows = try Statement(
        connection, "SELECT blob FROM file WHERE blob IS NOT NULL UNION SELECT blob FROM facts")
      while try rows.step() { contents.insert(BlobColumn.decode(rows.bytes(0))) }
      return contents
    }
  }

  private func storedFacts(where condition: String) throws -> [SpareFacts] {
    try read { connection in
      var found: [SpareFacts] = []
      let rows = try Statement(
        connection, "SELECT blob, language, version, dropped FROM facts WHERE \(condition) ORDER BY id")
      while try rows.step() {
        guard let language = try language(rows, 1) else { throw damaged("facts of no language") }
        let key = FactsKey(blob: BlobColumn.decode(rows.bytes(0)), language: language, version: rows.int(2))
        found.append(SpareFacts(key: key, dropped: rows.isNull(3) ? nil : rows.int64(3)))
      }
      return found
    }
  }
}
