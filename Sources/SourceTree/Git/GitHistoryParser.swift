import GraphModel

/// Reads what `git log` prints for ``GitHistory``: for each commit a byte 1, its id, a byte 2, its message, a byte
/// 3, and its changes as `-z --name-status` writes them.
///
/// Messages can hold these bytes, too: what does not look like a commit then is part of the one before, and
/// nothing worse than a wrong word comes of it.
enum GitHistoryParser {
  static func commits(_ bytes: [UInt8]) -> [CommitHistory.Commit] {
    bytes.split(separator: 1).compactMap { piece in
      guard let idEnd = piece.firstIndex(of: 2), piece[..<idEnd].allSatisfy(isDigit),
        let messageEnd = piece.lastIndex(of: 3), messageEnd > idEnd
      else { return nil }
      let all = changes(piece[(messageEnd + 1)...])
      let message = piece[(idEnd + 1)..<messageEnd].prefix(CommitHistory.longestMessage)
      let isLarge = all.count > CommitHistory.mostChanges
      return CommitHistory.Commit(
        id: String(decoding: piece[..<idEnd], as: UTF8.self),
        message: String(decoding: message, as: UTF8.self),
        changes: isLarge ? all.filter { $0.previous != nil } : all, changedFiles: all.count)
    }
  }

  /// A status, then one path, or two for a rename or a copy, each ended by a zero byte.
  private static func changes(_ bytes: ArraySlice<UInt8>) -> [CommitHistory.Change] {
    var result: [CommitHistory.Change] = []
    var fields = bytes.split(separator: 0, omittingEmptySubsequences: true)[...]
    while let status = fields.popFirst()?.first(where: { $0 != UInt8(ascii: "\n") }) {
      guard let first = fields.popFirst() else { break }
      let path = SourcePath(bytes: Array(first))
      switch status {
      case UInt8(ascii: "R"), UInt8(ascii: "C"):
        guard let second = fields.popFirst() else { return result }
        let isRename = status == UInt8(ascii: "R")
        result.append(
          CommitHistory.Change(path: SourcePath(bytes: Array(second)), previous: isRename ? path : nil))
      default: result.append(CommitHistory.Change(path: path))
      }
    }
    return result
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 6
  }
}
