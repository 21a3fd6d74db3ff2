/// Writes JSON with keys in the order given, without white space, to a byte buffer.
///
/// Foundation's encoder sorts keys or leaves their order undefined and costs ten microseconds a line; an
/// export has a line per edge and must be the same bytes on every machine. Strings are escaped as RFC 8259
/// asks, plus U+2028, U+2029, DEL and C1 controls, so that a line stays a line on any terminal.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// True if the next key or element needs a comma before it.
  private var needsComma = false

  /// Makes an empty writer.
  public init() {}

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes `{`, what `body` writes, and `}`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open("{", body, "}")
  }

  /// Writes a key whose value is an object.
  public mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    object(body)
  }

  /// Writes a key whose value is an array with one element for each item.
  public mutating func array<Item>(
    _ key: String, _ items: some Sequence<Item>, _ element: (inout JSONWriter, Item) -> Void
  ) {
    self.key(key)
    open("[", { writer in for item in items { element(&writer, item) } }, "]")
  }

  /// Writes a key and a string; nothing if it is nil.
  public mutating func field(_ key: String, _ value: String?) {
    guard let value else { return }
    self.key(key)
    string(value)
  }

  /// Writes a key and an integer; nothing if it is nil.
  public mutating func field(_ key: String, _ value: (some BinaryInteger)?) {
    guard let value else { return }
    self.key(key)
    raw(String(value))
  }

  /// Writes a key and a boolean.
  public mutating func field(_ key: String, _ value: Bool) {
    self.key(key)
    raw(value ? "true" : "false")
  }

  /// Writes a key and a number rounded to four decimals; `null` if it is not finite.
  public mutating func field(_ key: String, _ value: Double) {
    self.key(key)
    raw(value.isFinite ? "\((value * 10_000).rounded() / 10_000)" : "null")
  }

  /// Writes a key and `null`.
  public mutating func null(_ key: String) {
    self.key(key)
    raw("null")
  }

  /// Writes a string as an element.
  public mutating func string(_ value: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { escape($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a line feed, for JSONL.
  public mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func key(_ key: String) {
    string(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func raw(_ text: String) {
    comma()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(
    _ start: Unicode.Scalar, _ body: (inout JSONWriter) -> Void, _ end: Unicode.Scalar
  ) {
    comma()
    bytes.append(UInt8(ascii: start))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: end))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x0D: bytes.append(contentsOf: "\\r".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F: unicodeEscape(UInt32(byte))
      case 0xC2 where index + 1 < text.count && text[index + 1] < 0xA0:  // U+0080 … U+009F
        unicodeEscape(UInt32(text[index + 1]))
        index += 1
      case 0xE2
      where index + 2 < text.count && text[index + 1] == 0x80
        && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9):
        unicodeEscape(0x2000 + UInt32(text[index + 2] - 0x80))
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
  }

  private mutating func unicodeEscape(_ value: UInt32) {
    let digits = String(value, radix: 16)
    bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }
}
