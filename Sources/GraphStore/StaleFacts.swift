import GraphModel

/// Takes facts out of a generation that no file of it needs any longer: what was deleted from a file is then not
/// on the disk either, unless git holds it.
struct StaleFacts {
  private let connection: OpaquePointer

  /// - Parameter connection: of a database whose files are those of the new generation.
  init(_ connection: OpaquePointer) { self.connection = connection }

  /// Sees to the facts that no file has: those of `held` contents are marked and stay while there is room, see
  /// ``SpareFacts``; all others are removed. What a file has again is needed again. One scan of the files, if
  /// anything was or is dropped.
  ///
  /// - Parameters:
  ///   - contents: what files had in the generation before, where they have something else now.
  ///   - held: contents whose facts may stay.
  ///   - generation: the one that is being written.
  func settle(_ contents: [BlobID], held: Set<BlobID>, generation: Int64) throws(StatementError) {
    var dropped: Set<[UInt8]> = []
    let spare = try Statement(connection, "SELECT blob FROM facts WHERE dropped IS NOT NULL")
    while try spare.step() { dropped.insert(spare.bytes(0)) }
    var stale = dropped.union(contents.map(BlobColumn.encode))
    let files = try Statement(connection, "SELECT blob FROM file WHERE blob IS NOT NULL")
    while !stale.isEmpty, try files.step() { stale.remove(files.bytes(0)) }

    let restore = try Statement(connection, "UPDATE facts SET dropped = NULL WHERE blob = ?")
    for blob in Self.sorted(dropped.subtracting(stale)) {
      restore.bindBlob(1, blob)
      try restore.run()
    }
    let kept = Set(held.map(BlobColumn.encode))
    let mark = try Statement(connection, "UPDATE facts SET dropped = ? WHERE blob = ? AND dropped IS NULL")
    for blob in Self.sorted(stale) {
      if kept.contains(blob) {
        mark.bind(1, generation)
        mark.bindBlob(2, blob)
        try mark.run()
      } else {
        try remove("blob = ?") { $0.bindBlob(1, blob) }
      }
    }
    if stale.isDisjoint(with: kept) { return }
    try trim()
  }

  /// Removes what there is no room for, what was dropped last stays longest.
  private func trim() throws(StatementError) {
    let needed = try Statement(connection, "SELECT sum(length) FROM facts WHERE dropped IS NULL")
    var room = SpareFacts.Room(needed: try needed.step() ? needed.int(0) : 0)
    let spare = try Statement(
      connection,
      """
      SELECT id, length FROM facts WHERE dropped IS NOT NULL ORDER BY dropped DESC, blob, language, version
      """)
    var excess: [Int] = []
    while try spare.step() {
      if !room.take(spare.int(1)) { excess.append(spare.int(0)) }
    }
    for id in excess { try remove("id = ?") { $0.bind(1, id) } }
  }

  /// Removes the facts of one condition. The bytes are overwritten where they lie, so that other facts keep their
  /// places.
  private func remove(
    _ condition: String, _ bind: (borrowing Statement) -> Void
  ) throws(StatementError) {
    let stored = try Statement(connection, "SELECT place, length FROM facts WHERE \(condition)")
    bind(stored)
    while try stored.step() {
      try FactsStream.erase(connection, place: stored.int(0), length: stored.int(1))
    }
    stored.reset()
    let delete = try Statement(connection, "DELETE FROM facts WHERE \(condition)")
    bind(delete)
    try delete.run()
  }

  private static func sorted(_ blobs: Set<[UInt8]>) -> [[UInt8]] {
    blobs.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
