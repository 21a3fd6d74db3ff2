/// The link reference definitions of a document, by normalised label. The first of equal labels counts.
struct LinkDefinitions {
  /// One definition.
  struct Definition {
    /// Without escapes.
    var destination: [UInt8]
    /// Without escapes; empty if there is none.
    var title: [UInt8]
    /// Where the destination stands in the source, as written.
    var destinationSpan: Range<Int32>
  }

  private(set) var all: [Definition] = []
  private var indices: [[UInt8]: Int32] = [:]

  var isEmpty: Bool { all.isEmpty }

  /// Adds a definition unless its label is known. `label` is normalised.
  mutating func add(_ label: [UInt8], _ definition: Definition) {
    guard indices[label] == nil else { return }
    indices[label] = Int32(all.count)
    all.append(definition)
  }

  /// The index in `all` of the definition of a normalised label.
  func index(of label: [UInt8]) -> Int32? { indices[label] }

  /// A label as it is compared: case folded, inner white space as single spaces, none around. Nil if nothing
  /// remains. O(length).
  static func normalize(_ text: Bytes, _ start: Int, _ end: Int) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var isASCII = true
    for index in start..<end {
      let byte = text[index]
      if byte.isWhitespace {
        if let last = result.last, last != ASCII.space { result.append(ASCII.space) }
      } else {
        if byte >= 0x80 { isASCII = false }
        result.append(byte.lowercasedASCII)
      }
    }
    if result.last == ASCII.space { result.removeLast() }
    guard !result.isEmpty else { return nil }
    // Lower, upper and lower case again give Unicode's full case folding: "ẞ", "ß", "SS" and "ss" become one.
    return isASCII
      ? result : Array(String(decoding: result, as: UTF8.self).lowercased().uppercased().lowercased().utf8)
  }
}
