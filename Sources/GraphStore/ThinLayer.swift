import CPageChecksums

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a database file thin: it then holds only the pages that differ from those of a base, the database of another
/// work tree of the same repository, which is linked beside it. `CPageFile.h` says how such a file looks.
///
/// A base is never changed: databases are replaced by rename, and the link keeps what was there.
struct ThinLayer {
  /// A file that holds more than one page in so many stays whole: it is hardly less, and reads of it go to
  /// one place.
  private static let leastShared = 4

  /// How a generation differs from what may become its base.
  private struct Difference {
    var base: PageFile.Base
    /// The numbers of the pages that the generation has other than the base, or alone; page 1 is not among them.
    var numbers: [UInt32] = []
  }

  /// Writes the pages of a generation that its base does not have.
  ///
  /// - Parameters:
  ///   - whole: the generation, which holds all its pages.
  ///   - bases: what may be its base, best first. What is thin, or has gone, is passed over.
  ///   - location: the database whose next generation it is; the base is linked beside it.
  /// - Returns: the path of the thin file, not yet brought to the disk; nil if no base is like the generation.
  static func make(
    of whole: [UInt8], over bases: [BaseCandidate], at location: DatabaseLocation
  ) throws(GraphStoreError) -> [UInt8]? {
    guard !bases.isEmpty else { return nil }
    let generation = try PageFile(whole)
    for candidate in bases {
      let source = candidate.reader.location.path
      guard let base = try? PageFile(source), base.base == nil, (try? base.identity()) == candidate.identity,
        let difference = try difference(of: generation, from: base),
        try link(source, base, as: location.basePath(difference.base.digest), location)
      else { continue }
      let path = location.temporaryPath(process: currentProcess(), .thin)
      SystemFile.remove(path)
      do {
        try write(generation, difference, to: path)
      } catch {
        SystemFile.remove(path)
        throw error
      }
      return path
    }
    return nil
  }

  /// Links a base beside the database at `location` as the one that a thin file there names.
  ///
  /// - Parameters:
  ///   - source: where the base lies.
  ///   - base: the base, open.
  /// - Returns: false if that cannot be, or another file has taken the place of the base.
  static func link(
    _ source: [UInt8], _ base: PageFile, as path: [UInt8], _ location: DatabaseLocation
  ) throws(GraphStoreError) -> Bool {
    guard let identity = try? base.identity(), identity.owner == geteuid() else { return false }
    if try SystemFile.identity(path) == identity { return true }
    let temporary = location.temporaryPath(process: currentProcess(), .base)
    SystemFile.remove(temporary)
    guard SystemFile.link(source, to: temporary), try SystemFile.identity(temporary) == identity else {
      SystemFile.remove(temporary)
      return false
    }
    do {
      try SystemFile.rename(temporary, to: path)
    } catch {
      SystemFile.remove(temporary)
      return false
    }
    // Before a file that needs it can take the database's name.
    try SystemFile.synchronize(location.folder)
    return true
  }

  /// Nil if more pages differ than a thin file may hold, or the base is none.
  private static func difference(
    of generation: PageFile, from base: PageFile
  ) throws(GraphStoreError) -> Difference? {
    let (count, baseCount) = (generation.count, base.count)
    let most = count / leastShared
    guard baseCount > 0, count - baseCount <= most else { return nil }
    var result = Difference(base: PageFile.Base(digest: 0, count: baseCount))
    var digest = PagesDigest()
    var page = [UInt8](repeating: 0, count: Schema.pageSize)
    var other = page
    for number in 1...max(count, baseCount) {
      if number <= baseCount {
        guard (try? base.read(number, into: &other)) == other.count else { return nil }
        digest.add(other)
      }
      guard number > 1, number <= count else { continue }
      if number <= baseCount {
        _ = try generation.read(number, into: &page)
        if areEqual(page, other) { continue }
      }
      result.numbers.append(UInt32(number))
      if result.numbers.count > most { return nil }
    }
    result.base.digest = digest.value
    return result
  }

  private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return left.isEmpty }
        return left.count == right.count && memcmp(first, second, left.count) == 0
      }
    }
  }

  private static func write(
    _ generation: PageFile, _ difference: Difference, to path: [UInt8]
  ) throws(GraphStoreError) {
    let size = UInt32(Schema.pageSize)
    let numbers = difference.numbers
    var map = [UInt8](repeating: 0, count: kg_thin_map_size(UInt32(numbers.count), size))
    map.withUnsafeMutableBufferPointer { map in
      numbers.withUnsafeBufferPointer { numbers in
        // Both are as large as they must be; a map is never empty, and nothing is read of no numbers.
        guard let start = map.baseAddress else { return }
        kg_thin_map_write(
          start, size, difference.base.digest, UInt32(difference.base.count), UInt32(generation.count),
          numbers.baseAddress, UInt32(numbers.count))
      }
    }
    var writer = try PageWriter(path)
    var page = [UInt8](repeating: 0, count: Schema.pageSize)
    _ = try generation.read(1, into: &page)
    try writer.append(page)
    try writer.append(map)
    for number in numbers {
      _ = try generation.read(Int(number), into: &page)
      try writer.append(page)
    }
    try writer.finish()
  }
}
