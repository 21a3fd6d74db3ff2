/// Finds in the source what libxml2 reports without a place.
enum HTMLPlaces {
  /// Where the start tag of `name` begins in `start..<end`, or nil if none is written there.
  static func tag(_ name: String, in source: [UInt8], from start: Int, to end: Int) -> Int? {
    let name = Array(name.utf8)
    var index = start
    while index + name.count < end {
      if source[index] == UInt8(ascii: "<"), hasWord(name, source, index + 1, end) { return index }
      index += 1
    }
    return nil
  }

  /// Where the value of the first attribute called `name` begins, without its quote, in the tag's text
  /// `start..<end` after its name; nil if it has none.
  static func value(of name: String, in source: [UInt8], from start: Int, to end: Int) -> Int? {
    let name = Array(name.utf8)
    var index = start
    while index < end {
      while index < end, isBlank(source[index]) || source[index] == UInt8(ascii: "/") { index += 1 }
      let keyStart = index
      while index < end, !isBlank(source[index]), source[index] != UInt8(ascii: "=") { index += 1 }
      let isWanted = index - keyStart == name.count && hasWord(name, source, keyStart, end)
      while index < end, isBlank(source[index]) { index += 1 }
      guard index < end, source[index] == UInt8(ascii: "=") else {
        if index == keyStart { return nil }
        continue
      }
      index += 1
      while index < end, isBlank(source[index]) { index += 1 }
      guard index < end else { return nil }
      let quote = source[index]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { index += 1 }
      if isWanted { return index }
      while index < end, isQuoted ? source[index] != quote : !isBlank(source[index]) { index += 1 }
      index += 1
    }
    return nil
  }

  /// `place`, or where the text after the tag begins whose end stands there.
  static func afterTag(_ source: [UInt8], _ place: Int) -> Int {
    var index = place
    if index < source.count, source[index] == UInt8(ascii: "/") { index += 1 }
    if index < source.count, source[index] == UInt8(ascii: ">") { return index + 1 }
    // An end tag is passed without a call.
    guard index + 1 < source.count, source[index] == UInt8(ascii: "<"), source[index + 1] == UInt8(ascii: "/")
    else { return place }
    while index < source.count, source[index] != UInt8(ascii: ">") { index += 1 }
    return min(index + 1, source.count)
  }

  private static func hasWord(_ word: [UInt8], _ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + word.count <= end else { return false }
    for offset in word.indices {
      let byte = source[start + offset]
      guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == word[offset] else { return false }
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
