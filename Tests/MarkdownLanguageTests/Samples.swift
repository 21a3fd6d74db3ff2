import Foundation

@testable import MarkdownLanguage

/// Documents to check invariants on: small ones for every construct, the golden fixtures, the specifications'
/// examples if they are there, and every Markdown file below `KG_MARKDOWN_CORPUS` if that is set.
enum Samples {
  static func all() throws -> [(name: String, source: [UInt8])] {
    var result = constructs.enumerated().map { (name: "construct \($0)", source: Array($1.utf8)) }
    for example in try SpecExample.commonMark() + SpecExample.gfm() {
      result.append((example.description, Array(example.markdown.utf8)))
    }
    for file in try markdownFiles(below: fixtures) {
      result.append((file.path, [UInt8](try Data(contentsOf: file))))
    }
    if let corpus = ProcessInfo.processInfo.environment["KG_MARKDOWN_CORPUS"] {
      for file in try markdownFiles(below: URL(fileURLWithPath: corpus)) {
        result.append((file.path, [UInt8](try Data(contentsOf: file))))
      }
    }
    return result
  }

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/Markdown")

  /// The Markdown files below a directory, in order of their paths.
  static func markdownFiles(below directory: URL) throws -> [URL] {
    let files = FileManager.default.enumerator(atPath: directory.path)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted().map { directory.appendingPathComponent($0) }
  }

  /// One document for each construct and for combinations in which positions are easily lost.
  static let constructs = [
    "# One `code` [link](dest \"title\") #\n\nText with *emphasis **strong** more* and ~~gone~~.\n",
    "> quoted `code\n> span` and [a\n> link](<dest ination>\n> 'title') end\n",
    "1. item\n\n   ```swift numbered\n   let a = 1\n     indented\n   ```\n2. [ ] open\n3. [x] done `c`\n",
    "- a\n  - b\n    > c `d`\n    > [e][f]\n\n[f]: /url\n  'title'\n",
    "| a `x` | b \\| `c \\| d` |\n|:--|--:|\n| [l](m) | `n` |\n| short\n| a | b | c |\n\nafter\n",
    "\tcode\twith tab\n\n \tmore\n\n-\tlist `a`\n\n\t- inner\n\n\t\t\tcode\n",
    "a&amp;b `c` \\* [d\\]](e\\)f) &#35; **x&copy;y** `g`\n",
    "Title `a`\ncontinued\n=====\n\nSecond\n------\ntext\n",
    "see https://example.org/a_b_(c)?d=e. and www.example.org, <https://x.y/z> or me@example.org.\n",
    "[^1] and [[Wiki Page|shown]] and [[Other]].\n\n[^1]: Note with `code`\n\n    more [l](m)\n",
    "---\ntitle: \"A title\"\ndescription: What it is\ntags: [a]\n---\n\n# Heading\n\nBody ``Symbol/method(_:)``.\n",
    "+++\ntitle = 'TOML'\n+++\nText\n",
    "<div>\n*raw*\n</div>\n\ntext <b a=\"c\">`d`</b> <!-- e --> f\n",
    "\u{FEFF}# With mark\r\n\r\nline `one\r\ntwo` [a](b)\r\n\r\n```\r\ncode\r\n```\r\n",
    "cr only\rsecond `line`\r\r# heading\r",
    "é `ü` [ö](ä \"ß\") *ß*「**強調**」`コード`\n",
    "![alt *text*](src.png) [![badge](b.svg)](ci) ![r][] ![r]\n\n[r]: /r.png\n",
    "* * *\n***a** b*\n\n`` a`b `` ``` ` ```\n\\`not` code`\n",
    "> - > 1. deep `code`\n> lazy `line`\n",
    "```unclosed info\ncode\n\n\n",
    "~~~ python {x=1}\nprint()\n~~~\n    indented\n\n    more\n\n\npara\n",
    "", "\n", "   ", "#", "-", ">", "```", "|", "[", "![[](", "\u{0}`\u{0}`", "[[", "[^", "---\n", "+++", "&",
    "\\", "`",
  ]
}
