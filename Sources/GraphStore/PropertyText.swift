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
    guard let object = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8)) else {
      return nil
    }
    return object.map { Node.Property($0.key, $0.value) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
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
