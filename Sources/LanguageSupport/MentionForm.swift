/// How prose names something: the `detail` of a reference of the role `mention`. A code span has none; a Sphinx
/// role has its own name (`class`, `py:meth`, …), in Markdown (MyST) as in reStructuredText.
public enum MentionForm {
  /// DocC's symbol link: a code span in two backticks.
  public static let symbolLink = "``"
  /// An identifier in plain text.
  public static let prose = "prose"
  /// A directive that takes documentation from the code's definition of the name: `.. autoclass:: Name`.
  public static let documents = "documents"
  /// A directive that describes the name, which may be defined nowhere else: `.. data:: NAME`.
  public static let declares = "declares"
  /// Directly beside a word like "parameter": not a name that other text can mean.
  public static let parameter = "parameter"
  /// A directive that says in which module the names that follow are: `.. currentmodule:: name`.
  public static let module = "module"
  /// The detail of an `anchor` that is the text of a heading.
  public static let heading = "heading"

  /// The form of a code span that stands between these words, if they say what sort of thing it names: the role
  /// of Sphinx that they amount to, or ``parameter``. `initial` is the first byte of the span.
  public static func hint(before: Substring, after: Substring, initial: UInt8?) -> String? {
    let sort =
      sorts[String(after).lowercased()]
      ?? sorts[String(before).lowercased()].flatMap { before.isEmpty ? nil : $0 }
    // A field or option in capitals is one of that type.
    let isCapital = initial.map { $0 &- 0x41 < 26 } ?? false
    return sort == parameter && isCapital && typed.contains(after.lowercased()) ? nil : sort
  }

  private static let typed: Set<String> = ["field", "option", "argument", "parameter"]

  private static let sorts: [String: String] = [
    "class": "class", "classes": "class", "struct": "class", "protocol": "class", "actor": "class",
    "exception": "exc", "method": "meth", "methods": "meth", "function": "func", "functions": "func",
    "decorator": "deco", "attribute": "attr", "property": "attr", "attributes": "attr", "properties": "attr",
    "module": "mod", "parameter": parameter, "parameters": parameter, "argument": parameter,
    "arguments": parameter, "option": parameter, "options": parameter, "keyword": parameter,
    "flag": parameter,
    "key": parameter, "keys": parameter, "variable": parameter, "command": parameter, "commands": parameter,
    "header": parameter, "headers": parameter, "field": parameter, "label": parameter, "directory": parameter,
    "folder": parameter,
  ]
}

/// The words beside a place in a text, for ``MentionForm/hint(before:after:initial:)``.
public enum BesideWords {
  /// The word that ends before `start`, one space between, and the one that begins after `end`; empty where there
  /// is none on that side. Looks at a few bytes only.
  public static func of(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (before: Substring, after: Substring) {
    var first = start - 1
    var before: Substring = ""
    if first > 0, isSpace(text[first]) {
      let stop = first
      while first > 0, isLetter(text[first - 1]), stop - first < 12 { first -= 1 }
      before = Substring(String(decoding: text[first..<stop], as: UTF8.self))
    }
    var after: Substring = ""
    if end + 1 < text.count, isSpace(text[end]) {
      var last = end + 1
      while last < text.count, isLetter(text[last]), last - end < 13 { last += 1 }
      after = Substring(String(decoding: text[end + 1..<last], as: UTF8.self))
    }
    return (before, after)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
