/// What a signature says of parameters, where facts do not.
enum ParameterNames {
  /// In Python the names of those with defaults: `b` and `c` of `def f(a, b=1, *, c: int = 2, **d)`. O(bytes).
  static func optional(in signature: some Collection<UInt8>) -> [String] {
    var result: [String] = []
    var name: [UInt8] = []
    var depth = 0
    var isName = false
    for byte in signature {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth == 1 { isName = true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return result }
      case _ where depth != 1: continue
      case UInt8(ascii: ","):
        isName = true
        name = []
      case UInt8(ascii: ":"): isName = false
      case UInt8(ascii: "="):
        if !name.isEmpty { result.append(String(decoding: name, as: UTF8.self)) }
        isName = false
        name = []
      default: if isName, byte > 0x20 { name.append(byte) }
      }
    }
    return result
  }

  /// In Swift the argument labels: `(_:at:)` of `macro m<T>(_ value: T, at place: Int = 0)`. O(bytes).
  static func labels(in signature: some Collection<UInt8>) -> String {
    var result = "("
    var label: [UInt8] = []
    var depth = 0
    var isLabel = false
    for byte in signature {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth == 0, byte != UInt8(ascii: "(") { return "" }
        depth += 1
        if depth == 1 { isLabel = true }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return result + ")" }
      case _ where depth != 1: continue
      case UInt8(ascii: ","):
        isLabel = true
        label = []
      case UInt8(ascii: ":"), 0x20:
        if isLabel, !label.isEmpty {
          result += String(decoding: label, as: UTF8.self) + ":"
          isLabel = false
        }
      default: if isLabel { label.append(byte) }
      }
    }
    return ""
  }
}
