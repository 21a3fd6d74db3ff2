import GraphModel
import LanguageSupport
import SourceTree

/// A history as bytes, to be kept from run to run.
enum CommitRecords {
  static func encode(_ history: CommitHistory) -> [UInt8] {
    var out = ByteWriter()
    out.run(Array(history.state.utf8))
    out.unsigned(UInt64(history.commits.count))
    for commit in history.commits {
      out.run(Array(commit.id.utf8))
      out.run(Array(commit.message.utf8))
      out.unsigned(UInt64(commit.changedFiles))
      out.unsigned(commit.hasLines ? 1 : 0)
      out.unsigned(UInt64(commit.changes.count))
      for change in commit.changes {
        out.run(change.path.bytes)
        out.run(change.previous?.bytes ?? [])
        guard commit.hasLines else { continue }
        out.unsigned(UInt64(change.lines.count))
        for line in change.lines { out.unsigned(UInt64(line)) }
      }
    }
    return out.bytes
  }

  /// Nil if the bytes are of another form.
  static func decode(_ bytes: [UInt8]) -> CommitHistory? {
    do {
      var reader = ByteReader(bytes)
      var history = CommitHistory(state: try text(&reader), commits: [])
      for _ in 0..<(try reader.unsigned()) {
        let id = try text(&reader)
        let message = try text(&reader)
        let changedFiles = Int(clamping: try reader.unsigned())
        let hasLines = try reader.unsigned() == 1
        var changes: [CommitHistory.Change] = []
        for _ in 0..<(try reader.unsigned()) {
          let path = SourcePath(bytes: Array(try reader.run()))
          let previous = Array(try reader.run())
          var change = CommitHistory.Change(
            path: path, previous: previous.isEmpty ? nil : SourcePath(bytes: previous))
          if hasLines {
            for _ in 0..<(try reader.unsigned()) {
              change.lines.append(UInt32(truncatingIfNeeded: try reader.unsigned()))
            }
          }
          changes.append(change)
        }
        var commit = CommitHistory.Commit(
          id: id, message: message, changes: changes, changedFiles: changedFiles)
        commit.hasLines = hasLines
        history.commits.append(commit)
      }
      return reader.isAtEnd ? history : nil
    } catch {
      return nil
    }
  }

  private static func text(_ reader: inout ByteReader) throws -> String {
    String(decoding: try reader.run(), as: UTF8.self)
  }
}
