import GraphModel
import LanguageSupport

/// Python 3.8 to 3.14: `.py`, `.pyi` and `.pyw` files.
public struct PythonLanguage: Language {
  /// `python`.
  public let id = LanguageID.python
  /// Raised with every change of the facts.
  public let parserVersion = 4

  /// Makes the language.
  public init() {}

  /// True for names that end in `.py`, `.pyi` or `.pyw` and have something before that.
  public func claims(_ path: SourcePath) -> Bool {
    let name = path.lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
    switch String(decoding: name[(dot + 1)...], as: UTF8.self) {
    case "py", "pyi", "pyw": return true
    default: return false
    }
  }

  /// Parses one file in time linear in its size. Refuses encodings that are no superset of ASCII
  /// (`encoding`) and nesting beyond ``Parser/nestingLimit`` (`nestingTooDeep`); everything else has facts.
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    if SourceEncoding.isUnreadable(source) { return .skipped(.encoding) }
    let lines = LineTable(source)
    return source.withUnsafeBufferPointer { bytes in
      // Neither the lexer nor the parser outlives this closure, and with it the pointer.
      var lexer = Lexer(file: bytes)
      lexer.run()
      let errors = lexer.errors
      var parser = Parser(bytes, tokens: lexer.tokens, lines: lines)
      parser.facts.parseErrors = Int32(truncatingIfNeeded: errors)
      parser.file()
      if parser.isTooDeep { return .skipped(.nestingTooDeep) }
      parser.settleAttributes()
      var divider = ChunkDivider(parser.facts, bytes)
      divider.divide()
      parser.facts.chunks = divider.chunks
      return .facts(parser.facts)
    }
  }
}
