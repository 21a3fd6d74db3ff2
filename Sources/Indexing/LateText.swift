import GraphModel
import SourceTree

/// Reads the texts of files that a run did not read, because their facts were known: long after the scan, so that
/// a file may hold something else by then.
struct LateText: Sendable {
  let reader: FileReader
  /// Those of the scan.
  let entries: [TreeEntry]
  /// What their facts are of, entry by entry.
  let files: [IndexedFile]

  /// The content of an entry; nil if the file no longer holds what its facts are of.
  func read(_ number: Int) -> [UInt8]? {
    guard case .content(let read) = reader.read(entries[number]), read.blob == files[number].blob
    else { return nil }
    return read.bytes
  }
}
