/// Overwrites what looks like a credential in a file's content, before anything else sees it: neither facts
/// nor full text nor vectors nor signatures can hold what was never given to them.
///
/// Each byte becomes `x`, so lengths, lines and places stay. A pure function of the bytes. What is taken
/// for a credential: tokens with the prefix of a well-known issuer; private keys between PEM marks; passwords
/// in URLs; values in quotes after a name that says secret, token, password or key; and strings that look
/// drawn at random (``RandomText``). Rather a test's base64 is lost for search than a key found by it.
public enum SecretRedaction {
  /// Raised whenever `redact` gives other bytes.
  public static let version = 1

  /// Overwrites credentials in `content`. O(bytes).
  static func redact(_ content: inout [UInt8]) {
    var found: [Range<Int>] = []
    content.withUnsafeBufferPointer { bytes in  // all indices stay below bytes.count
      var place = 0
      while place < bytes.count {
        guard isTokenByte[Int(bytes[place])] else {
          if bytes[place] == UInt8(ascii: ":"), let secret = passwordInURL(bytes, at: place) {
            found.append(secret)
          }
          place += 1
          continue
        }
        let start = place
        while place < bytes.count, isTokenByte[Int(bytes[place])] { place += 1 }
        if let key = PrivateKeyBlock.content(bytes, from: start..<place) {
          found.append(key)
          place = key.upperBound
        } else if place - start >= shortest {
          // Nothing shorter is a credential; names and numbers are passed over here.
          examine(bytes, start..<place, &found)
        }
      }
    }
    for range in found {
      for place in range where content[place] != 0x0A && content[place] != 0x0D {
        content[place] = UInt8(ascii: "x")
      }
    }
  }

  private static let shortest = 12

  /// Letters, digits and what tokens are joined with.
  private static let isTokenByte: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Finds credentials in one run of token bytes.
  private static func examine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ run: Range<Int>, _ found: inout [Range<Int>]
  ) {
    if let token = IssuedToken.find(bytes, in: run) {
      found.append(token)
      return
    }
    // A run may be a path or several names joined: its parts are looked at one by one.
    var start = run.lowerBound
    while start < run.upperBound {
      var end = start
      while end < run.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
      for part in partsAfterAssignment(bytes, start..<end) where isSecret(bytes, part) { found.append(part) }
      start = end + 1
    }
  }

  /// `name=value` is a name and a value; what ends with `=` is base64's padding.
  private static func partsAfterAssignment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [Range<Int>] {
    guard let sign = range.first(where: { bytes[$0] == UInt8(ascii: "=") }),
      sign + 1 < range.upperBound, bytes[sign + 1] != UInt8(ascii: "=")
    else { return [range] }
    return [range.lowerBound..<sign, sign + 1..<range.upperBound]
  }

  private static func isSecret(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= shortest, !isMangledName(bytes, range) else { return false }
    let text = RandomText(UnsafeBufferPointer(rebasing: bytes[range]))
    // Outside of quotes it may be the name of something, such as `Take16BytesThenCloseDecoder`.
    guard isQuoted(bytes, range) || !text.looksLikeWords else { return false }
    if text.looksRandom { return true }
    return text.couldBeAKey && SecretNames.nameValue(at: range, in: bytes)
  }

  /// A compiler's form of a name, `$s…` or in the anchors of generated pages `s:…`.
  private static func isMangledName(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    if start >= 1, bytes[start - 1] == UInt8(ascii: "$") { return true }
    return start >= 2 && bytes[start - 1] == UInt8(ascii: ":") && bytes[start - 2] == UInt8(ascii: "s")
  }

  private static func isQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    switch bytes[range.lowerBound - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): return true
    default: return false
    }
  }

  /// The password of `scheme://user:password@host`, where `place` is the colon before the slashes.
  private static func passwordInURL(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Range<Int>? {
    let slash = UInt8(ascii: "/")
    guard place + 2 < bytes.count, bytes[place + 1] == slash, bytes[place + 2] == slash else { return nil }
    var colon: Int?
    for index in place + 3..<min(bytes.count, place + 200) {
      switch bytes[index] {
      case UInt8(ascii: ":"): if colon == nil { colon = index }
      case UInt8(ascii: "@"):
        guard let colon, index - colon > 6 else { return nil }
        let range = colon + 1..<index
        return RandomText(UnsafeBufferPointer(rebasing: bytes[range])).couldBeAPassword ? range : nil
      case 0...0x20, slash, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "<"),
        UInt8(ascii: ">"), UInt8(ascii: "{"), UInt8(ascii: "$"):
        return nil
      default: break
      }
    }
    return nil
  }
}
