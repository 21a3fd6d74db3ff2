#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A name in a directory and what it names.
struct DirectoryItem {
  enum Kind { case directory, other }

  let name: [UInt8]
  let kind: Kind
}

/// Lists a directory sorted by the bytes of the names, without `.` and `..`.
func readDirectory(_ directory: Int32) throws(SystemFailure) -> [DirectoryItem] {
  let number = try Descriptor.openNumber([UInt8(ascii: ".")], in: directory, flags: O_RDONLY | O_DIRECTORY)
  guard let stream = fdopendir(number) else {
    let code = errno
    close(number)
    throw SystemFailure(call: "opendir", code: code)
  }
  defer { closedir(stream) }
  var items: [DirectoryItem] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      guard errno == 0 else { throw SystemFailure(call: "readdir", code: errno) }
      break
    }
    let name = nameBytes(entry)
    if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
    items.append(DirectoryItem(name: name, kind: kind(entry.pointee.d_type, name, in: number)))
  }
  items.sort { bytesPrecede($0.name, $1.name) }
  return items
}

/// Copies the name out of an entry.
private func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  // The name is NUL-terminated within the entry, which lives until the next readdir. The entry may be
  // shorter than the structure says, so the name's array is never touched as a whole.
  let name = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: UInt8.self)
  return Array(
    UnsafeBufferPointer(
      start: name, count: strlen(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self))))
}

private let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0

private func kind(_ type: UInt8, _ name: [UInt8], in directory: Int32) -> DirectoryItem.Kind {
  if type == UInt8(DT_DIR) { return .directory }
  if type != UInt8(DT_UNKNOWN) { return .other }
  // Some file systems do not tell; a name that cannot be asked about is reported when its file is.
  guard let stamp = try? Descriptor.stamp(of: name[...], in: directory) else { return .other }
  return stamp.kind == S_IFDIR ? .directory : .other
}

/// True if `left` comes before `right` in byte order.
func bytesPrecede(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  // Reads only the bytes both have; several times faster than the generic comparison, which sorting a
  // large tree notices.
  let order = left.withUnsafeBytes { left in
    right.withUnsafeBytes { right -> Int32 in
      guard let first = left.baseAddress, let second = right.baseAddress else { return 0 }
      return memcmp(first, second, min(left.count, right.count))
    }
  }
  return order != 0 ? order < 0 : left.count < right.count
}
