import Foundation
import GraphModel

/// Remembers on disk which contents are being parsed, so that one that kills the process is left alone by a
/// later run.
///
/// A death has other causes than parsers (kill -9, no memory), so one is not proof: what was in flight is
/// a suspect, parsed again alone, and quarantined after ``limit`` deaths. The file has one record a parser
/// thread, overwritten in place; it is removed when all is parsed. The caller holds the writer's lock.
final class CrashJournal: Sendable {
  /// Deaths after which a content is quarantined.
  static let limit = 2

  private static let recordSize = 96
  private let path: String
  private let descriptor: Int32
  /// How often each content was in flight when a process died.
  let deaths: [BlobID: Int]

  /// Reads what a dead run left at `path` and starts anew; without a journal (a read-only folder) parsing goes
  /// on unprotected.
  init(path: String) {
    self.path = path
    deaths = Self.read(path)
    descriptor = open(path, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// True if the journal at `path` tells of a death. Only meaningful while nobody writes.
  static func tellsOfDeath(at path: String) -> Bool { !read(path).isEmpty }

  /// Contents that were in flight once: to be parsed alone.
  func isSuspect(_ blob: BlobID) -> Bool { (deaths[blob] ?? 0) > 0 }

  /// Contents that a parser must not see again.
  func isQuarantined(_ blob: BlobID) -> Bool { (deaths[blob] ?? 0) >= Self.limit }

  /// Notes that thread `slot` parses `blob`.
  func begin(_ blob: BlobID, slot: Int) {
    write("\((deaths[blob] ?? 0) + 1) \(blob.hex)", slot: slot)
  }

  /// Notes that thread `slot` is done.
  func end(slot: Int) { write("", slot: slot) }

  /// Removes the journal: nothing is in flight any more.
  func finish() { unlink(path) }

  private func write(_ text: String, slot: Int) {
    guard descriptor >= 0 else { return }
    var record = Array(text.utf8.prefix(Self.recordSize - 1))
    record += [UInt8](repeating: UInt8(ascii: " "), count: Self.recordSize - 1 - record.count)
    record.append(0x0A)
    // The page cache survives the process; only a power loss forgets, and then nothing crashed.
    _ = record.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(slot * Self.recordSize))
    }
  }

  private static func read(_ path: String) -> [BlobID: Int] {
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else { return [:] }
    var result: [BlobID: Int] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[0]), count > 0 else { continue }
      result[BlobID(hex: String(words[1]))] = count
    }
    return result
  }
}
