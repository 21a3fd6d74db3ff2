import LanguageSupport

extension Parser {
  /// If the statement that began with the token `start`, and has been read, speaks of the file's
  /// `__all__`, adds an export for every name in its strings: `=`, `+=`, `.extend(…)`, `.append(…)`.
  @inline(__always)
  mutating func readExports(from start: Int) {
    let first = tokens[start]
    guard first.end - first.start == 7, source[Int(first.start)] == UInt8(ascii: "_") else { return }
    if context.kind == .file && isWord(first, "__all__") { addExports(from: start) }
  }

  private mutating func addExports(from start: Int) {
    if tokens[start + 1].kind == .dot && isWord(tokens[start + 2], "remove") { return }
    for place in start..<position where tokens[place].kind == .string {
      guard let content = plainContent(of: tokens[place]), !content.isEmpty,
        source[content].allSatisfy(Lexer.continuesName)
      else { continue }
      let name = Token(
        start: UInt32(content.lowerBound), end: UInt32(content.upperBound), kind: .name, flags: 0)
      emit(.export, name)
    }
  }
}
