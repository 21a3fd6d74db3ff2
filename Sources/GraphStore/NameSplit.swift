/// Cuts a symbol id or a qualified name around the declared name, so that what is left and right of it,
/// which many symbols share, is stored once: `python . . . app/Flask#` + `route` + `().`.
struct NameSplit: Equatable {
  /// Offsets of the name in the whole; nil if it does not occur, and the whole is stored as it is.
  let name: Range<Int>?

  /// Finds the place of `name` in `whole`. Any place is right; one after a delimiter and before argument
  /// labels is shared best.
  init(_ whole: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>) {
    guard !name.isEmpty, name.count <= whole.count else {
      self.name = nil
      return
    }
    let end = Self.endBeforeLabels(whole)
    self.name =
      Self.lastPlace(of: name, in: whole, before: end)
      ?? Self.lastPlace(of: name, in: whole, before: whole.count)
  }

  /// Where argument labels begin, or the end: labels may hold the name again.
  private static func endBeforeLabels(_ whole: UnsafeBufferPointer<UInt8>) -> Int {
    guard let last = whole.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "."),
      let open = whole.lastIndex(of: UInt8(ascii: "(")), open > 0
    else { return whole.count }
    return open
  }

  private static func lastPlace(
    of name: UnsafeBufferPointer<UInt8>, in whole: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> Range<Int>? {
    var start = end - name.count
    while start >= 0 {
      var offset = 0
      while offset < name.count, whole[start + offset] == name[offset] { offset += 1 }
      if offset == name.count, start == 0 || !isNameByte(whole[start - 1]) {
        return start..<start + name.count
      }
      start -= 1
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
