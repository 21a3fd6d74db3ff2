import Foundation
import GraphModel

/// The properties of a node as one JSON object with sorted keys, so that SQLite's JSON functions read them.
enum PropertyText {
  /// `properties` are sorted by key already.
  static func encode(_ properties: [Node.Property]) -> String {
    "{" + properties.map { quote($0.key) + ":" + quote($0.value) }.joined(separator: ",") + "}"
  }

  /// Nil if the text is not an object of strings.
  static func decode(_ text: String) -> [Node.Property]? {
    var text = text
    // The buffer is used inside the closure only.
    if let plain = text.withUTF8({ decodePlain($0) }) { return plain }
    guard let object = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
      return nil
    }
    return object.map { Node.Property($0.key, $0.value) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Reads what ``encode(_:)`` gives of properties without characters that must be quoted, as nearly all are: several
  /// times as fast. Nil for anything else.
  private static func decodePlain(_ text: UnsafeBufferPointer<UInt8>) -> [Node.Property]? {
    guard text.count > 1, text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") else { return nil }
    var place = 1
    // Reads `"…"` and the byte behind it. In bounds: every place is compared with the count.
    func string(before end: UInt8, or other: UInt8) -> Range<Int>? {
      guard place < text.count, text[place] == UInt8(ascii: "\"") else { return nil }
      let start = place + 1
      var stop = start
      while stop < text.count, text[stop] != UInt8(ascii: "\"") {
        if text[stop] == UInt8(ascii: "\\") || text[stop] < 0x20 { return nil }
        stop += 1
      }
      guard stop + 1 < text.count, text[stop + 1] == end || text[stop + 1] == other else { return nil }
      place = stop + 2
      return start..<stop
    }
    var properties: [Node.Property] = []
    var last: Range<Int>?
    while place < text.count {
      guard let key = string(before: UInt8(ascii: ":"), or: UInt8(ascii: ":")),
        let value = string(before: UInt8(ascii: ","), or: UInt8(ascii: "}"))
      else { return nil }
      // Ascending, so none comes twice.
      if let last, !text[last].lexicographicallyPrecedes(text[key]) { return nil }
      last = key
      properties.append(
        Node.Property(
          String(decoding: text[key], as: UTF8.self), String(decoding: text[value], as: UTF8.self)))
      if text[place - 1] == UInt8(ascii: "}") { return place == text.count ? properties : nil }
    }
    return nil
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
