/// What a qualified name that a user typed may stand for. Works on bytes; separators are ASCII.
enum QualifiedName {
  /// The declared names that a symbol called `wanted` can have: what is left behind each separator, with
  /// and without argument labels.
  static func possibleNames(_ wanted: [UInt8]) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = [wanted[...]]
    let open = labelsStart(wanted)
    for end in Set([wanted.count, open]).sorted(by: >) {
      if end < wanted.count { names.append(wanted[..<end]) }
      for index in 0..<end where isSeparator(wanted[index]) && index + 1 < end {
        names.append(wanted[(index + 1)..<end])
      }
    }
    return names
  }

  /// True if `name` is `wanted`, or ends with it behind a separator; labels of `name` may be left out.
  static func matches(_ name: [UInt8], _ wanted: [UInt8]) -> Bool {
    if endsWith(name[...], wanted) { return true }
    let open = labelsStart(name)
    return open < name.count && endsWith(name[..<open], wanted)
  }

  private static func endsWith(_ name: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    guard name.count >= wanted.count, name.suffix(wanted.count).elementsEqual(wanted) else { return false }
    return name.count == wanted.count || isSeparator(name[name.endIndex - wanted.count - 1])
  }

  /// Where argument labels begin, or the end.
  private static func labelsStart(_ name: [UInt8]) -> Int {
    guard name.last == UInt8(ascii: ")"), let open = name.lastIndex(of: UInt8(ascii: "(")), open > 0 else {
      return name.count
    }
    return open
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: ">"),
      UInt8(ascii: " "):
      true
    default: false
    }
  }
}
