/// Names that say that their value is a credential.
enum SecretNames {
  private static let words = [
    "secret", "passw", "passphrase", "token", "apikey", "api_key", "api-key", "access_key", "accesskey",
    "private_key", "privatekey", "credential", "authorization", "bearer",
  ].map { Array($0.utf8) }

  /// So many bytes before a value are looked at.
  private static let reach = 64

  /// True if the value stands in quotes or after `=` or `:`, and before it on its line one of the words does.
  static func nameValue(at value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.lowerBound > 0 else { return false }
    var place = value.lowerBound - 1
    while place > 0, bytes[place] == 0x20 { place -= 1 }
    switch bytes[place] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "="), UInt8(ascii: ":"): break
    default: return false
    }
    var start = value.lowerBound
    while start > 0, value.lowerBound - start < reach, bytes[start - 1] != 0x0A { start -= 1 }
    let before = bytes[start..<value.lowerBound].map { byte in
      byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
    return words.contains { word in
      before.indices.contains { place in
        place + word.count <= before.count && before[place] == word[0]
          && before[place..<place + word.count].elementsEqual(word)
      }
    }
  }
}
