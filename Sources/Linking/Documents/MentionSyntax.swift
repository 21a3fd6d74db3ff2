/// The name that a piece of prose gives, taken apart.
struct MentionSyntax: Equatable {
  /// `["Flask", "route"]` of `Flask.route()`.
  var components: [String]
  /// `(_:with:)` of `read(_:with:)`, with parentheses; empty if none are written.
  var labels = ""
  /// Parentheses follow: it is something to call.
  var isCall = false
  /// A dot stands in front: an implicit member.
  var isMember = false
  /// `self.` or the like stands in front: a member of what the text is about.
  var isOfSelf = false
  /// `@` stands in front: a decorator, a property wrapper, a macro, or an attribute of the language.
  var isAttribute = false
  /// `class`, `func`, `#` or another word in front says that it is a definition's name.
  var isDeclared = false

  /// Takes apart text that is a name and nothing else: identifiers joined by `.`, `::` or `#`, in a symbol link of
  /// DocC by `/`, maybe with a declaring word before and parentheses behind. Nil for everything else.
  init?(_ text: String, isSymbolLink: Bool = false) {
    var rest = Self.unquoted(text)
    if rest.first == "@" {
      rest = rest.dropFirst()
      isAttribute = true
    }
    while let word = Self.declaring.first(where: { rest.hasPrefix($0) }) {
      rest = rest.dropFirst(word.utf8.count)
      isDeclared = true
    }
    if rest.hasPrefix("self.") || rest.hasPrefix("cls.") || rest.hasPrefix("Self.") {
      rest = rest[rest.index(after: rest.firstIndex(of: ".") ?? rest.startIndex)...]
      isMember = true
      isOfSelf = true
    }
    if rest.first == "." {
      rest = rest.dropFirst()
      isMember = true
    }
    components = []
    if isSymbolLink, rest.first == "/" { rest = rest.dropFirst() }
    guard rest.utf8.count <= 200, let first = rest.utf8.first, Self.isIdentifierStart(first) || first == 0x24
    else { return nil }
    var part = ""
    while let character = rest.first {
      if character.isLetter || character.isNumber || character == "_" || character == "$" {
        part.append(character)
        rest = rest.dropFirst()
        continue
      }
      let isJoint = character == "." || isSymbolLink && character == "/" || character == "#"
      guard isJoint || rest.hasPrefix("::"), !part.isEmpty else { break }
      rest = rest.dropFirst(isJoint ? 1 : 2)
      guard let next = rest.utf8.first, Self.isIdentifierStart(next) else { return nil }
      components.append(part)
      part = ""
    }
    guard !part.isEmpty else { return nil }
    components.append(part)
    if rest.first == "[", Self.isSubscript(rest, of: components) { rest = "" }
    if rest.first == "<" {
      // Generic arguments say nothing about which definition it is.
      guard let close = rest.lastIndex(of: ">") else { return nil }
      rest = rest[rest.index(after: close)...]
    }
    if rest.first == "(" {
      guard let arguments = Self.arguments(rest) else { return nil }
      isCall = true
      labels = arguments
    } else if rest == "!" || rest == "?" || rest == ":" || rest == "[]" {
      // A macro, an optional, an argument's label, a sequence.
    } else if !rest.isEmpty {
      // DocC tells overloads apart by a hash or a kind: `name-5abc`, `name-swift.method`.
      guard isSymbolLink, rest.first == "-",
        rest.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
      else { return nil }
    }
  }

  /// What stands in parentheses that close at the end of the text: argument labels as they are, nothing of
  /// anything else; nil if the text goes on behind them.
  private static func arguments(_ text: Substring) -> String? {
    var depth = 0
    for (index, character) in zip(text.indices, text) {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard depth == 0 else { continue }
      let tail = text[text.index(after: index)...]
      let ends =
        tail.isEmpty || tail == ":" || tail.hasPrefix(" ->") || tail.hasPrefix(" async")
        || tail.hasPrefix(" throws")
        || tail.hasPrefix("-") || tail.hasPrefix(" {")
      guard ends else { return nil }
      let inner = text[text.index(after: text.startIndex)..<index]
      let isLabels =
        inner.last == ":" && inner.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" }
      return isLabels ? "(" + inner + ")" : ""
    }
    return nil
  }

  /// A whole dotted name in quotes is the name; anything else in quotes is text.
  private static func unquoted(_ text: String) -> Substring {
    guard let quote = text.first, quote == "'" || quote == "\"", text.last == quote else {
      // The end of a sentence.
      return text.hasSuffix(".") && !text.hasSuffix("..") ? text.dropLast() : text[...]
    }
    let inner = text.dropFirst().dropLast()
    return inner.split(separator: ".", omittingEmptySubsequences: false).count > 2 ? inner : text[...]
  }

  /// True for `['key']` and `[0]`, and for the arguments of a generic type; not for `package[extra]`.
  private static func isSubscript(_ text: Substring, of components: [String]) -> Bool {
    guard text.count > 2, text.last == "]", let first = text.dropFirst().first else { return false }
    return first == "'" || first == "\"" || first.isNumber || components.last?.first?.isUppercase == true
  }

  private static func isIdentifierStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private static let declaring = [
    "#", "class ", "struct ", "enum ", "protocol ", "actor ", "extension ", "func ", "def ",
    "async def ",
    "static func ", "typealias ", "macro ",
  ]

  /// How sure one can be that the text names a definition at all.
  enum Shape {
    /// Characters that words do not have: `snake_case`, `camelCase`, parentheses, several components.
    case distinct
    /// One capitalised word.
    case capitalised
    /// One word in lower case, or all capitals of a few letters.
    case word
  }

  var shape: Shape {
    guard components.count == 1, let name = components.first else { return .distinct }
    if isCall || isDeclared || !labels.isEmpty { return .distinct }
    let letters = name.utf8.drop { $0 == UInt8(ascii: "_") }
    if letters.count < name.utf8.count || letters.contains(UInt8(ascii: "_")) { return .distinct }
    let hasLower = letters.contains { $0 &- 0x61 < 26 }
    let hasInnerCapital = letters.dropFirst().contains { $0 &- 0x41 < 26 }
    if hasLower && hasInnerCapital { return .distinct }
    guard hasLower, let first = letters.first else { return .word }
    return first &- 0x41 < 26 ? .capitalised : .word
  }
}
