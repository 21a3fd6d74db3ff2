import Foundation

extension GraphStore {
  /// Gives a damaged database another name, so that what happened to it can be found out, and makes room for
  /// a new one. Of such copies only this one is kept. That of a thin database keeps what it held itself: the base
  /// goes with the next generation, since it is another work tree's.
  ///
  /// - Parameter lock: the right to write there.
  /// - Returns: the file's new path; nil if there is no database.
  public static func setAside(_ lock: borrowing WriterLock) throws -> String? {
    let location = lock.location
    guard try SystemFile.status(location.path) != nil else { return nil }
    for name in SystemFile.names(in: location.folder) where location.isSetAsideName(name) {
      SystemFile.remove(location.folder + [DatabaseLocation.slash] + name)
    }
    let time = Date.now.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    let path = location.setAsidePath(time: time)
    try SystemFile.rename(location.path, to: path)
    return String(decoding: path, as: UTF8.self)
  }

  /// True if some page of the database is not what was written; false also where there is none that is ours.
  /// O(size), about a gigabyte a second.
  public static func isDamaged(_ location: DatabaseLocation) -> Bool {
    guard (try? DatabaseHeader.inspect(location, followsLinks: false)) == .current else { return false }
    do {
      return try PageChecksums.damage(location) != nil
    } catch GraphStoreError.damaged {
      return true
    } catch {
      return false
    }
  }
}
