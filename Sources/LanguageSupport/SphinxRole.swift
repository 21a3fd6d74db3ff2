/// A role of Sphinx with its text, ``:py:class:`title <target>` `` in reStructuredText or ``{class}`target` ``
/// in MyST: a link to a label or document, or the name of a definition.
public struct SphinxRole: Sendable, Equatable {
  /// The role without its domain: `class` of `py:class`.
  public let role: String
  /// A definition's name without what only shapes the display (`~`, `!`, `()`); or, for links, the label or path
  /// behind the role's name between colons: `:ref:label`.
  public let target: String
  /// True for roles that lead to a place in the documentation.
  public let isLink: Bool
  /// Where the target begins in the text, in bytes.
  public let targetOffset: Int

  /// Reads a role; nil if it is one of those that name nothing (`kbd`, `math`, …) or says not to link (`!`).
  public init?(_ name: String, _ text: String) {
    let role = name.split(separator: ":").last.map(String.init) ?? name
    let isLink = Self.links.contains(role)
    guard isLink || !Self.others.contains(role) else { return nil }
    var target = Substring(text)
    if target.last == ">", let open = target.lastIndex(of: "<") {
      target = target[target.index(after: open)...].dropLast()
    }
    guard target.first != "!" else { return nil }
    while target.first == "~" || target.first == "." || target.first == " " { target = target.dropFirst() }
    guard !target.isEmpty else { return nil }
    // A project's own roles may name anything.
    self.role = isLink || Self.names.contains(role) ? role : "any"
    self.isLink = isLink
    targetOffset = text.utf8.distance(from: text.startIndex, to: target.startIndex)
    self.target = isLink ? ":\(role):\(target)" : String(target)
  }

  private static let links: Set<String> = ["ref", "doc", "download", "numref"]
  /// Roles that name no definition.
  private static let others: Set<String> = [
    "abbr", "abbreviation", "bold", "command", "confval", "cve", "cwe", "dfn", "emphasis", "envvar", "eq",
    "gh",
    "ghsa", "guilabel", "index", "issue", "kbd", "keyword", "literal", "mailheader", "makevar", "manpage",
    "math",
    "menuselection", "mimetype", "newsgroup", "option", "pep", "pr", "program", "pull", "regexp", "rfc",
    "samp",
    "strong", "sub", "subscript", "sup", "superscript", "term", "ticket", "title", "token", "user",
  ]
  private static let names: Set<String> = [
    "class", "meth", "func", "attr", "mod", "exc", "data", "const", "obj", "any", "type", "deco", "function",
    "method", "module", "property", "attribute", "exception",
  ]
}
