/// Sources that nest or repeat one thing very often, besides those of `HostileShape`: most are broken in a
/// way that makes a careless recovery read the same bytes again and again.
enum RepeatedShapes {
  /// Each shape by name, as a function of the number of repetitions.
  static let all: [(name: String, make: @Sendable (Int) -> String)] = [
    ("mismatched", { times("(", $0) + times("]", $0) }),
    ("conditional in front", { "x = " + times("a if ", $0) + "c" }),
    ("else", { "if a: pass\n" + times("else: pass\n", $0) }),
    ("except", { "try: a\n" + times("except B: c\n", $0) }),
    ("f-strings", { "x = " + times("f\"{", $0) }),
    ("endless f-strings", { times("f\"\"\"{\n", $0) }),
    ("braces in an f-string", { "x = f\"" + times("{", $0) + "\"" }),
    ("quotes", { times("\"\n", $0) }),
    ("triple quotes", { times("\"\"\"\n'''\n", $0) }),
    ("quotes in brackets", { times("(\n", $0) + times("'x\n", $0) }),
    ("f-strings in brackets", { times("(\n", $0) + times("f'{'x\n", $0) }),
    ("two-line f-strings in brackets", { "(\n" + times(" f'{\n x\n  ':\n", $0) }),
    ("endless f-strings in brackets", { times("(", $0) + times("f\"\"\"\n", $0 / 50) }),
    ("unclosed lines", { times("x = (\n", $0) + "def f(): pass" }),
    ("unclosed lines and functions", { times("x = (\ndef f(): pass\n", $0) }),
    ("patterns", { "match a:\n case " + times("[", $0) + "\n  pass" }),
    ("match", { times("match a\n", $0) }),
    ("with", { times("with (\n", $0) }),
    ("continuations", { times("a = \\\n", $0) }),
    ("comprehensions", { "x = " + times("[a for a in ", $0) + "b" + times("]", $0) }),
    ("quoted annotations", { "x: \"" + times("a['b", $0) + "\"" }),
    ("yield", { "x = " + times("(yield ", $0) }),
    ("tuples", { times("(a,", $0) + times(")", $0) + " = 1" }),
    ("delete", { "del " + times("(", $0) + "a" + times(")", $0) }),
    ("digits", { times("1", $0) }),
    ("letters", { times("a", $0) }),
    ("zeros", { times("\0", $0) }),
    ("bases", { times("class A(\n", $0) }),
    (
      "instance attributes",
      { n in
        "class A:\n def f(self):\n" + (0..<n).map { "  self.a\($0) = 1\n" }.joined()
      }
    ),
    // The text grows with the square of the depth: at most 2000 levels.
    ("dedents", { n in (0..<min(n, 2000)).reversed().map { times(" ", $0) + "a\n" }.joined() }),
  ]

  private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
}
