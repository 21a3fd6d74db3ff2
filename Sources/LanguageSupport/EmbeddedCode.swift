public import GraphModel

/// Code that a document shows: what the parser of its language found in it.
///
/// It is part of the document's facts, since it is a function of the document's bytes. Its own offsets count from its
/// own beginning, without prompts and indentation; its line table says where the lines stand in the document.
public struct EmbeddedCode: Sendable, Equatable {
  /// The language that parsed it.
  public var language: LanguageID
  /// The definition of the document that shows it, a `codeBlock`.
  public var definition: DefinitionIndex
  /// What was found in it; without chunks and mentions, because its text
  /// belongs to the document's.
  public var facts: FileFacts

  /// Makes a value of its parts.
  public init(language: LanguageID, definition: DefinitionIndex, facts: FileFacts) {
    self.language = language
    self.definition = definition
    self.facts = facts
  }
}

/// Reads the code in documents with the parsers of its languages.
public struct EmbeddedCodeReader: Sendable {
  private let languages: [any Language]

  /// Makes a reader that knows these languages; code of others is passed over.
  public init(_ languages: [any Language]) { self.languages = languages }

  /// Rises whenever one of the languages gives other facts.
  public var version: Int { languages.reduce(0) { $0 + $1.parserVersion } }

  /// The facts of a block of code, or nil if there is nothing in it that could refer to anything.
  ///
  /// - Parameters:
  ///   - lines: where in `source` the block's lines stand, each without its end and without what a container puts
  ///     before it. Indentation that they share is taken away, and so are the prompts of a Python session, with its
  ///     output.
  ///   - tag: what the document says about the block; see ``CodeTag``.
  ///   - table: the lines of the document.
  ///   - mustParse: true where the tag is a guess; then code with a syntax error is none.
  /// - Complexity: O(bytes of the block), times what the language's parser takes.
  public func read(
    _ lines: [Range<Int>], tag: String, definition: DefinitionIndex, in source: UnsafeBufferPointer<UInt8>,
    _ table: LineTable, mustParse: Bool = false
  ) -> EmbeddedCode? {
    guard let id = CodeTag.language(tag), let language = languages.first(where: { $0.id == id }) else {
      return nil
    }
    let code = id == .python ? SessionPrompts.statements(lines, in: source) : lines
    let indent = Self.sharedIndent(code, in: source)
    var text: [UInt8] = []
    var places: [Position] = []
    for line in code {
      let start = min(line.lowerBound + indent, line.upperBound)
      if !places.isEmpty { text.append(0x0A) }
      places.append(table.position(UInt32(start)))
      text.append(contentsOf: source[start..<line.upperBound])
    }
    guard case .facts(var facts) = language.parse(text), let lines = facts.lines.standing(at: places),
      !mustParse || facts.parseErrors == 0, !facts.references.isEmpty || !facts.imports.isEmpty
    else { return nil }
    facts.lines = lines
    facts.chunks = []
    facts.mentions = []
    return EmbeddedCode(language: id, definition: definition, facts: facts)
  }

  /// How many white bytes all lines with text begin with.
  private static func sharedIndent(_ lines: [Range<Int>], in source: UnsafeBufferPointer<UInt8>) -> Int {
    var least = Int.max
    for line in lines {
      guard let first = line.first(where: { source[$0] != 0x20 && source[$0] != 0x09 }) else { continue }
      least = min(least, first - line.lowerBound)
    }
    return least == Int.max ? 0 : least
  }
}

/// The words with which documents say in which language a block of code is.
public enum CodeTag {
  /// The language of a tag: `swift`, `python`, `py`, `pycon`, `{.python}`, …; nil for all others.
  public static func language(_ tag: String) -> LanguageID? {
    let word = tag.lowercased().drop { $0 == "{" || $0 == "." }.prefix { $0 != "}" && $0 != " " }
    return switch word {
    case "swift": .swift
    case "python", "python3", "py", "py3", "pycon", "pycon3", "python-repl", "python-console", "doctest":
      .python
    default: nil
    }
  }
}

/// Sessions of Python's interactive interpreter: `>>>` before statements, `...` before their further lines.
enum SessionPrompts {
  /// Where the statements of a session stand, without prompts and output; of code without prompts all lines.
  static func statements(_ lines: [Range<Int>], in source: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    let texts = lines.map { line -> Range<Int> in
      var start = line.lowerBound
      while start < line.upperBound, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
      return start..<line.upperBound
    }
    guard let first = texts.first(where: { !$0.isEmpty }), has(UInt8(ascii: ">"), at: first, in: source)
    else { return lines }
    var result: [Range<Int>] = []
    var isInside = false
    for text in texts {
      isInside =
        has(UInt8(ascii: ">"), at: text, in: source)
        || isInside && has(UInt8(ascii: "."), at: text, in: source)
      if isInside { result.append(min(text.lowerBound + 4, text.upperBound)..<text.upperBound) }
    }
    return result
  }

  /// True if three of the mark and a space, or nothing more, begin the line.
  private static func has(_ mark: UInt8, at line: Range<Int>, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count >= 3, source[line.lowerBound..<line.lowerBound + 3].allSatisfy({ $0 == mark }) else {
      return false
    }
    return line.count == 3 || source[line.lowerBound + 3] == 0x20
  }
}
