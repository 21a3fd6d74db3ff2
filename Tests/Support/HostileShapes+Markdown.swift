extension HostileShape {
  /// Shapes of Markdown: containers, inlines, tables and definitions.
  public static let markdown: [HostileShape] = [
    HostileShape("markdown-quotes", "md") { ">" * $0 + " a\n" },
    HostileShape("markdown-quotes-spaced", "md") { "> " * $0 + "a\n" },
    HostileShape("markdown-quotes-lazy", "md") { ">" * $0 + " a\n" + "a\n" * min($0, 1_000) },
    HostileShape("markdown-lists", "md") { "- " * $0 + "a\n" },
    HostileShape("markdown-ordered-lists", "md") { "1. " * $0 + "a\n" },
    HostileShape("markdown-mixed-containers", "md") { "> - " * $0 + "a\n" },
    HostileShape("markdown-lists-indented", "md", maximumCount: 1_300) { n in
      (0..<n).map { "  " * $0 + "- a\n" }.joined()
    },
    HostileShape("markdown-list-items", "md") { "- a\n" * $0 },
    HostileShape("markdown-loose-items", "md") { "- a\n\n" * $0 },
    HostileShape("markdown-brackets", "md") { "[" * $0 + "a" + "]" * $0 + "\n" },
    HostileShape("markdown-brackets-unclosed", "md") { "[" * $0 + "a\n" },
    HostileShape("markdown-links-nested", "md") { "[" * $0 + "a" + "](b)" * $0 + "\n" },
    HostileShape("markdown-links-open", "md") { "[a](" * $0 + "\n" },
    HostileShape("markdown-link-destinations", "md") { "[a](<b" * $0 + "\n" },
    HostileShape("markdown-link-parens", "md") { "[a](" + "(" * $0 + ")" * $0 + ")\n" },
    HostileShape("markdown-images", "md") { "![" * $0 + "a" + "](b)" * $0 + "\n" },
    HostileShape("markdown-images-open", "md") { "![[]()" * $0 + "\n" },
    HostileShape("markdown-emphasis", "md") { "*a " * $0 + "\n" },
    HostileShape("markdown-emphasis-closers", "md") { "a* " * $0 + "\n" },
    HostileShape("markdown-emphasis-mixed", "md") { "*a_ " * $0 + "\n" },
    HostileShape("markdown-strong", "md") { "**a" * $0 + "b**" * $0 + "\n" },
    HostileShape("markdown-emphasis-runs", "md") { "a***b" + "c* " * $0 + "\n" },
    HostileShape("markdown-strikethrough", "md") { "~~a " * $0 + "\n" },
    HostileShape("markdown-stars", "md") { "*" * $0 + "a" + "*" * $0 + "\n" },
    HostileShape("markdown-code-spans", "md", maximumCount: 1_900) { n in
      (1...max(n, 1)).map { "e" + "`" * $0 }.joined() + "\n"
    },
    HostileShape("markdown-backticks", "md") { "`" * $0 + "a\n" },
    HostileShape("markdown-fences", "md") { "```\n" * ($0 | 1) + "a\n" },
    HostileShape("markdown-fence-length", "md") { "`" * ($0 + 3) + "\na\n" },
    HostileShape("markdown-autolinks", "md") { "<a:" * $0 + "\n" },
    HostileShape("markdown-bare-links", "md") { "www.a" + ".a" * $0 + "\n" },
    HostileShape("markdown-bare-link-parens", "md") { "http://a.b/" + ")" * $0 + "\n" },
    HostileShape("markdown-mail-links", "md") { "a@" * $0 + "\n" },
    HostileShape("markdown-html-tags", "md") { "<b>" * $0 + "\n" },
    HostileShape("markdown-html-open", "md") { "a <b c='" * $0 + "\n" },
    HostileShape("markdown-html-comments", "md") { "a <!-- " * $0 + "\n" },
    HostileShape("markdown-html-declarations", "md") { "a <!A " * $0 + "\n" },
    HostileShape("markdown-html-instructions", "md") { "a <? " * $0 + "\n" },
    HostileShape("markdown-html-cdata", "md") { "a <![CDATA[ " * $0 + "\n" },
    HostileShape("markdown-table-columns", "md") {
      "|a" * $0 + "|\n" + "|-" * $0 + "|\n" + "|b" * $0 + "|\n"
    },
    HostileShape("markdown-table-rows", "md") { "|a|\n|-|\n" + "|b|\n" * $0 },
    HostileShape("markdown-table-short-rows", "md", maximumCount: 60_000) {
      "|a" * $0 + "|\n" + "|-" * $0 + "|\n" + "|\n" * $0
    },
    HostileShape("markdown-table-no-delimiter", "md") { "a|b\n" * $0 },
    HostileShape("markdown-table-escapes", "md") { "|" + "\\|" * $0 + "|\n|-|\n" },
    HostileShape("markdown-definitions", "md") { n in (0..<n).map { "[a\($0)]: b\n" }.joined() },
    HostileShape("markdown-definitions-same", "md") { "[a]: b\n" * $0 + "[a]" * $0 + "\n" },
    HostileShape("markdown-definitions-open", "md") { "[a]: <b\n" * $0 },
    HostileShape("markdown-references", "md") { "[a][b] " * $0 + "\n\n[b]: c\n" },
    HostileShape("markdown-footnotes", "md") { "[^a] " * $0 + "\n\n[^a]: b\n" },
    HostileShape("markdown-footnote-definitions", "md") { n in
      (0..<n).map { "[^a\($0)]: b[^a\($0)]\n" }.joined()
    },
    HostileShape("markdown-headings", "md") { "# a\n" * $0 },
    // Six headings a count: about 10^5 sections.
    HostileShape("markdown-heading-levels", "md", maximumCount: 16_667) {
      "# a\n## a\n### a\n#### a\n##### a\n###### a\n" * $0
    },
    HostileShape("markdown-heading-closers", "md") { "# a " + "# " * $0 + "b\n" },
    HostileShape("markdown-setext", "md") { "a\n" * $0 + "===\n" },
    HostileShape("markdown-rules", "md") { "* " * $0 + "a\n" },
    HostileShape("markdown-entities", "md") { "&a" * $0 + "\n" },
    HostileShape("markdown-escapes", "md") { "\\" * $0 + "\n" },
    HostileShape("markdown-spaces", "md") { "a" + " " * $0 + "b\n" },
    HostileShape("markdown-tabs", "md") { "\t" * $0 + "a\n" },
    HostileShape("markdown-blank-lines", "md") { "a" + "\n" * $0 + "b\n" },
    HostileShape("markdown-front-matter-open", "md") { "---\n" + "a: b\n" * $0 },
  ]
}
