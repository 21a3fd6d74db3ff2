import Testing

/// Inputs on which Markdown parsers are known to take quadratic or exponential time, or to overflow the stack.
/// Each takes a size n and gives a document of O(n) bytes.
struct PathologicalInput: Sendable, CustomTestStringConvertible {
  var name: String
  var make: @Sendable (Int) -> String

  var testDescription: String { name }

  private init(_ name: String, _ make: @escaping @Sendable (Int) -> String) {
    self.name = name
    self.make = make
  }

  /// `unit` n times, with something before and after.
  private static func times(_ unit: String, before: String = "", after: String = "") -> PathologicalInput {
    PathologicalInput("\(before)(\(unit.prefix(24)))ⁿ\(after)".debugDescription) { n in
      before + String(repeating: unit, count: n) + after
    }
  }

  /// `first` n times, then `second` n times.
  private static func twice(_ first: String, then second: String) -> PathologicalInput {
    PathologicalInput("(\(first))ⁿ(\(second))ⁿ".debugDescription) { n in
      String(repeating: first, count: n) + String(repeating: second, count: n)
    }
  }

  /// One unit n times and then another n times.
  private static func nested(_ open: String, _ inner: String, _ close: String) -> PathologicalInput {
    PathologicalInput("\(open)ⁿ\(inner)\(close)ⁿ".debugDescription) { n in
      String(repeating: open, count: n) + inner + String(repeating: close, count: n)
    }
  }

  static let all: [PathologicalInput] = emphasis + brackets + angles + others + blocks + tables

  private static let emphasis: [PathologicalInput] = [
    nested("*a **a ", "b", " a** a*"), times("a_ "), times("a** "), times("_a "), times("*a_ "),
    times("**x* "),
    times("a**b"), twice("a**b", then: "c* "), times("*"), times("_"),
    times("~a~~ "), times("~~a "), times("~"), times("*_"), times("**a*_b_ "), nested("*", "a", "*"),
    nested("**_", "a", "_**"), times("x*a**b***c_"), times("*a é"), times("é_ü*"),
  ]

  private static let brackets: [PathologicalInput] = [
    times("["), times("]"), nested("[", "a", "]"), times("[a"), times("[a]"), times("[a][b]"), times("[a]("),
    times("[a](b"), times("[a](<b"), times("[a](b \""), times("[a](b 'c"), times("[a](b (c"),
    times("[a](b (c\\)"),
    nested("[a](", "b", ")"), nested("![", "a", "](b)"), nested("[", "a", "](b)"), times("![[]()"),
    times("![a]("),
    twice("[", then: "[a](b)"),
    twice("![", then: "[a](b)"), times("[[a"), times("[[a]"), times("[[a]]"),
    times("[[a|b"), times("[^1"), times("[^1]", after: "\n\n[^1]: x"), times("[\\["), times("[a]\\("),
    times("[ (]("),
    times("[a]", after: "\n\n[a]: /u"), times("[x][y", after: "\n\n[y]: /u"),
    times("[" + String(repeating: "a", count: 300)), times("*[a*](b)"), times("[*a](b)"), times("![*a_](b)"),
  ]

  private static let angles: [PathologicalInput] = [
    times("<"), times(">", before: "a"), times("<a"), times("<a "), times("<a b"), times("<a b='"),
    times("<a b=\""),
    times("<a b='<a c=\""), times("<a b=\" c=' <a d=' e=\" "), times("<a b=\"<\" c=' "), times("a<!--"),
    times("x <!-- <?"),
    times("x <?"), times("x <!A"), times("x <![CDATA["), times("</"), times("</a "), times("<a:"),
    times("<a:b "),
    times("<a@"), times("<a@b."), times("<a@b-", before: "x"), times("< a=b"), times("&"), times("&a"),
    times("&#"),
    times("&amp"), times("&amp;"),
    times("&CounterClockwiseContourIntegra"), times("<!--a-->", before: "x"),
  ]

  private static let others: [PathologicalInput] = [
    PathologicalInput("backticks of growing length") { n in
      var result = ""
      var length = 1
      while result.utf8.count < n {
        result += "e" + String(repeating: "`", count: length)
        length += 1
      }
      return result
    },
    times("`"), times("`a``"), times("`a"), times("``a`"), times("\\`a"), times("a "), times("a\\"),
    times("a  \n"),
    times("a\\\n"), times("http://"), times("http://a_"), times("_www.a_b"), times("www."),
    times("www.a_b.c "),
    times("http://a.b/)"), times("http://a.b/(", before: "("), twice("(http://a.b/", then: ")"),
    times("a@"), times("a@b"), times("a.b@c.d"), times("a@b.c_"), times("http://a.b;"),
    times("http://a.b/&amp;;"),
    times("a:"), times("[http://a.b"), times("[a@b.c"), times("\u{0}"), times("\t"), times(" "), times("é"),
    times("\u{FFFD}*"),
    times(";", before: "http://a.b/"), times("mailto:a@b.c"), times(".www"),
  ]

  private static let blocks: [PathologicalInput] = [
    times(">"), times("> "), twice("> ", then: "b\n"), times("- "), times("* "),
    times("1. "), times("* ", after: "a"), twice("- ", then: "\n"),
    twice("- a", then: "\n "), twice("- ", then: "\n \n>\n"), times("> - ", after: "a"),
    times("+ 1) ", after: "a"),
    times("\n"), times("\r"), times("a\n"), times("a\r"), times("#"), times("# a\n"), times("###### "),
    times("-\n"),
    times("- a\n"), times("- a\n\n"), times("1. a\n"), times("- a\n - b\n  - c\n   - d\n"), times("> a\nb\n"),
    times("===\n"),
    times("a\n===\n"), times("a\n=\n-\n"), times("---\n"), times("- - -\n"), times("* * a\n"), times("```\n"),
    times("``` a\n"),
    times("```\n", before: "~~~\n"), times("    a\n"), times("    \n", before: "    a\n"), times("\t\ta\n"),
    times("<div>\n"),
    times("<div>\n\n"), times("<!--\n"), times("<pre>\n"), times("<a>\n"), times("<a href=\"\n"),
    times("[a]: b\n"),
    times("[a]: b 'c\n"), times("[a]:\n"), times("[a]: b\n'c\n"), times("[a]: b\n===\n"),
    times("[a]: b\n\n'c\n"),
    PathologicalInput("distinct definitions") { n in
      (0..<n).map { "[l\($0)]: /u\($0)\n" }.joined() + "\n" + (0..<n).map { "[l\($0)] " }.joined()
    },
    PathologicalInput("many references to one long destination") { n in
      "[a]: /" + String(repeating: "u", count: n) + "\n\n" + String(repeating: "[a] ", count: n)
    },
    PathologicalInput("growing indentation") { n in
      (0..<Int(Double(n).squareRoot())).map { String(repeating: " ", count: $0) + "- a\n" }.joined()
    },
    times("[^1]: a\n\n    b\n\n"), times("[^1]: "), times("- [ ] a\n"), times("+++\n"),
    times("a: b\n", before: "---\n"),
    times("<"), times("<a\n"), times("> ```\n"), times("- ```\n\n"),
  ]

  private static let tables: [PathologicalInput] = [
    PathologicalInput("wide table") { n in
      String(repeating: "|a", count: n) + "|\n" + String(repeating: "|-", count: n) + "|\n"
        + String(repeating: "|b", count: n) + "|\n"
    },
    PathologicalInput("wide header, many short rows") { n in
      String(repeating: "|a", count: n) + "|\n" + String(repeating: "|-", count: n) + "|\n"
        + String(repeating: "x\n", count: n)
    },
    PathologicalInput("header of another width") { n in
      String(repeating: "|a", count: n) + "|\n" + String(repeating: "|-", count: n - 1) + "|\n"
    },
    times("|a|b|\n|-|-|\n|c|d|\n"), times("|c\n", before: "|a|\n|-|\n"), times("|-|\n"), times("|-"),
    times("|"),
    times("\\|", before: "|a|\n|-|\n|"), times("a\n|-|-|\n"), times(":-\n"), times("a|b\n-|-\n"),
  ]
}
