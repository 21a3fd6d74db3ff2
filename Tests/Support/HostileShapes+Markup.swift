extension HostileShape {
  /// Shapes of HTML: elements, attributes, tags that never end.
  public static let html: [HostileShape] = [
    HostileShape("html-nested", "html") { "<div>" * $0 + "a" + "</div>" * $0 },
    HostileShape("html-unclosed", "html") { "<b>\n" * $0 + "a" },
    HostileShape("html-closers", "html") { "<b>" * min($0, 200) + "</x>\n" * $0 },
    HostileShape("html-attributes", "html") { n in
      "<a " + (0..<n).map { "b\($0) " }.joined(separator: "\n") + ">x</a>"
    },
    HostileShape("html-attributes-quoted", "html") { n in
      "<a " + (0..<n).map { "b\($0)='>'" }.joined(separator: "\n") + ">x</a>"
    },
    HostileShape("html-attribute-open", "html") { "<a b='\n" * $0 },
    HostileShape("html-tags-open", "html") { "<a \n" * $0 },
    HostileShape("html-less-than", "html") { "<\n" * $0 },
    HostileShape("html-comments-open", "html") { "<!--\n" * $0 },
    HostileShape("html-entities", "html") { "&amp;&\n" * $0 },
    HostileShape("html-headings", "html", maximumCount: 20_000) { "<h1>a</h1>\n" * $0 },
    HostileShape("html-headings-nested", "html", maximumCount: 20_000) { "<h1><h2><code>a\n" * $0 },
    HostileShape("html-paragraphs", "html", maximumCount: 20_000) { "<p>a\n" * $0 },
    HostileShape("html-tables", "html") { "<table><tr><td>\n" * $0 },
    HostileShape("html-scripts", "html") { "<script>a\n" * $0 },
    HostileShape("markdown-html-blocks", "md") { "<div>\n\na <i>b\n\n" * $0 },
    HostileShape("markdown-html-attributes", "md") { "<a " + "b\n" * $0 + ">x</a>\n" },
  ]

  /// Shapes of reStructuredText: titles, marks without an end, targets.
  public static let restructuredText: [HostileShape] = [
    HostileShape("rst-titles", "rst", maximumCount: 20_000) { "a\n=\n\nb\n--\n\n" * $0 },
    HostileShape("rst-rows", "rst") { "====\n" * $0 },
    HostileShape("rst-literals-open", "rst") { "``a\n" * $0 },
    HostileShape("rst-quotes-open", "rst") { "`a :b:\n" * ($0 | 1) },
    HostileShape("rst-roles", "rst") { ":a:`b <c>` \n" * $0 },
    HostileShape("rst-role-prefix", "rst") { ":a\n" * $0 + "`b`\n" },
    HostileShape("rst-colons", "rst") { ":" * min($0, 60_000) + "`a`\n" },
    HostileShape("rst-links", "rst", maximumCount: 20_000) { "`a`_ b_ \n" * $0 },
    HostileShape("rst-targets", "rst", maximumCount: 20_000) { n in (0..<n).map { ".. _a\($0): b\n" }.joined()
    },
    HostileShape("rst-labels", "rst", maximumCount: 20_000) { n in
      (0..<n).map { ".. _a\($0):\n" }.joined() + "\na\n"
    },
    HostileShape("rst-directives", "rst") { ".. note:: a\n" * $0 },
    HostileShape("rst-nested-directives", "rst", maximumCount: 600) { n in
      (0..<n).map { "   " * $0 + ".. note::\n\n" }.joined()
    },
    HostileShape("rst-literal-blocks", "rst", maximumCount: 20_000) { "a::\n\n  b\n\n" * $0 },
    HostileShape("rst-blank-lines", "rst") { "a::\n" + "\n" * $0 },
  ]
}
