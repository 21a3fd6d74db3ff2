/// Character references: `&amp;`, `&#38;`, `&#x26;` (CommonMark 0.31, section 2.5).
enum Entities {
  /// The reference that starts at `start`, where a `&` stands: where it ends, and its text appended to
  /// `output` if one is given. Nil if none stands there. Looks at no more than 34 bytes.
  static func scan(_ text: Bytes, _ start: Int, into output: inout [UInt8]) -> Int? {
    text.at(start + 1) == ASCII.hash ? number(text, start, &output) : name(text, start, &output)
  }

  private static func number(_ text: Bytes, _ start: Int, _ output: inout [UInt8]) -> Int? {
    var index = start + 2
    let isHexadecimal = text.at(index) | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let first = index
    let limit = first + (isHexadecimal ? 6 : 7)
    var value: UInt32 = 0
    while index < text.count && index < limit {
      guard let digit = digit(text[index], hexadecimal: isHexadecimal) else { break }
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    guard index > first, text.at(index) == ASCII.semicolon else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    append(scalar ?? "\u{FFFD}", to: &output)
    return index + 1
  }

  private static func digit(_ byte: UInt8, hexadecimal: Bool) -> UInt32? {
    if byte.isDigit { return UInt32(byte - ASCII.zero) }
    let letter = byte | 0x20
    return hexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter) - 0x61 + 10 : nil
  }

  private static func name(_ text: Bytes, _ start: Int, _ output: inout [UInt8]) -> Int? {
    let first = start + 1
    var index = first
    // The longest name has 31 letters.
    while index < text.count && index - first < 32 && text[index].isAlphanumeric { index += 1 }
    guard index > first, text.at(index) == ASCII.semicolon else { return nil }
    let name = text.slice(first, index)
    let found = table.withUnsafeBufferPointer { table -> Bool in
      guard let value = value(of: name, in: table) else { return false }
      decode(table, value, &output)
      return true
    }
    return found ? index + 1 : nil
  }

  /// Where the value of `name` starts in the table, by bisection over its bytes: the middle is moved back to
  /// the start of its entry.
  private static func value(of name: Bytes, in table: Bytes) -> Int? {
    var low = 0
    var high = table.count
    while low < high {
      var entry = (low + high) / 2
      while entry > low && table[entry - 1] != ASCII.space { entry -= 1 }
      var index = entry
      while table[index] != ASCII.equals { index += 1 }
      switch compare(name, table.slice(entry, index)) {
      case 0: return index + 1
      case let order where order < 0: high = entry
      default:
        while index < high && table[index] != ASCII.space { index += 1 }
        low = index + 1
      }
    }
    return nil
  }

  private static func compare(_ left: Bytes, _ right: Bytes) -> Int {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return Int(left[index]) - Int(right[index])
    }
    return left.count - right.count
  }

  /// Appends the code points that stand in hexadecimal at `start`.
  private static func decode(_ table: Bytes, _ start: Int, _ output: inout [UInt8]) {
    var value: UInt32 = 0
    var index = start
    while true {
      let byte = index < table.count ? table[index] : ASCII.space
      if let digit = digit(byte, hexadecimal: true) {
        value = value * 16 + digit
      } else {
        append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &output)
        value = 0
        if byte == ASCII.space { return }
      }
      index += 1
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    output.append(contentsOf: Array(String(scalar).utf8))
  }
}
