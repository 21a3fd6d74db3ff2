import Testing

@testable import MarkdownLanguage

/// What documents mean, as HTML: one case for each construct and for what is easily got wrong. The
/// specifications' own examples are in ``SpecTests``.
struct MarkupTests {
  @Test(arguments: cases)
  func rendersAs(_ example: Case) {
    #expect(
      HTMLRenderer.html(example.markdown, [.gfm, .footnotes, .wikiLinks, .frontMatter]) == example.html)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var markdown: String
    var html: String
    var testDescription: String { markdown.debugDescription }

    init(_ markdown: String, _ html: String) {
      self.markdown = markdown
      self.html = html
    }
  }

  static let cases: [Case] = blocks + inlines + extensions

  private static let blocks: [Case] = [
    Case("# One #\n## Two\n####### Seven\n#No\n", "<h1>One</h1>\n<h2>Two</h2>\n<p>####### Seven\n#No</p>\n"),
    Case("A\nB\n===\nC\n---\n", "<h1>A\nB</h1>\n<h2>C</h2>\n"),
    Case("[a]: b\n===\n", "<p>===</p>\n"),
    Case(
      "> a\nlazy\n\n> b\n\nc\n",
      "<blockquote>\n<p>a\nlazy</p>\n</blockquote>\n<blockquote>\n<p>b</p>\n</blockquote>\n<p>c</p>\n"),
    Case("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    Case("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    Case("3) a\n4) b\n1. c\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<ol>\n<li>c</li>\n</ol>\n"),
    Case("text\n2. not a list\n1. a list\n", "<p>text\n2. not a list</p>\n<ol>\n<li>a list</li>\n</ol>\n"),
    Case("-\n\n  not in the item\n", "<ul>\n<li></li>\n</ul>\n<p>not in the item</p>\n"),
    Case(
      "- a\n  - b\n\n        code\n",
      "<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n<pre><code>code\n</code></pre>\n</li>\n</ul>\n</li>\n</ul>\n"),
    Case("\tcode\n\n\t  more\n\n\n", "<pre><code>code\n\n  more\n</code></pre>\n"),
    Case(">\t\tcode\n", "<blockquote>\n<pre><code>  code\n</code></pre>\n</blockquote>\n"),
    Case("~~~ a\\&b c\n```\n~~~~\n", "<pre><code class=\"language-a&amp;b\">```\n</code></pre>\n"),
    Case("  ```\n    x\n y\n", "<pre><code>  x\ny\n</code></pre>\n"),
    Case("* * *\n- - a\n", "<hr />\n<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>\n"),
    Case("<pre>\n\n*a*</pre>\n*b*\n", "<pre>\n\n*a*</pre>\n<p><em>b</em></p>\n"),
    Case("<div>\n*a*\n\n*b*\n", "<div>\n*a*\n<p><em>b</em></p>\n"),
    Case("a\n<x>\n\n<x y='z'>\n*b*\n", "<p>a\n<x></p>\n<x y='z'>\n*b*\n"),
    Case("---\ntitle: x\n---\ntext\n", "<p>text</p>\n"),
    Case("---\n\ntext\n\n---\n", "<hr />\n<p>text</p>\n<hr />\n"),
  ]

  private static let inlines: [Case] = [
    Case("***a** b* **c*d\n", "<p><em><strong>a</strong> b</em> **c*d</p>\n"),
    Case("a_b_c _d_e *f*g\n", "<p>a_b_c _d_e <em>f</em>g</p>\n"),
    Case("`` a`b `` \\`c` `` ` ``\n", "<p><code>a`b</code> `c<code>``</code> ``</p>\n"),
    Case("[a*b](c)* *[d*](e)\n", "<p><a href=\"c\">a*b</a>* *<a href=\"e\">d*</a></p>\n"),
    Case(
      "[a [b](c) d](e) ![f [g](h)](i)\n",
      "<p>[a <a href=\"c\">b</a> d](e) <img src=\"i\" alt=\"f g\" /></p>\n"),
    Case(
      "[a](<b c> 'd\"e') [f](g(h)i)\n",
      "<p><a href=\"b%20c\" title=\"d&quot;e\">a</a> <a href=\"g(h)i\">f</a></p>\n"),
    Case(
      "[A  b][] [x][a\nB] [a b]\n\n[a b]: <> (t)\n",
      "<p><a href=\"\" title=\"t\">A  b</a> <a href=\"\" title=\"t\">x</a> <a href=\"\" title=\"t\">a b</a></p>\n"
    ),
    Case("[ß]\n\n[SS]: u\n", "<p><a href=\"u\">ß</a></p>\n"),
    Case(
      "<ab:c> <c@d.e> <f g=h> </f> <!-- i --> <j\n",
      "<p><a href=\"ab:c\">ab:c</a> <a href=\"mailto:c@d.e\">c@d.e</a> <f g=h> </f> <!-- i --> &lt;j</p>\n"),
    Case(
      "&amp; &copy &nope; &#x41; &#0; &ngE;\n",
      "<p>&amp; &amp;copy &amp;nope; A \u{FFFD} \u{2267}\u{338}</p>\n"),
    Case("a  \nb\\\nc\nd\n", "<p>a<br />\nb<br />\nc\nd</p>\n"),
  ]

  private static let extensions: [Case] = [
    Case(
      "| a | b |\n|:-:|--:|\n| `c\\|d` | e | f |\n| g\n\nh\n",
      """
      <table>
      <thead>
      <tr>
      <th align="center">a</th>
      <th align="right">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td align="center"><code>c|d</code></td>
      <td align="right">e</td>
      </tr>
      <tr>
      <td align="center">g</td>
      <td align="right"></td>
      </tr>
      </tbody>
      </table>
      <p>h</p>

      """),
    Case(
      "text\na | b\n- | -\n|\n",
      "<p>text\na | b</p>\n<ul>\n<li>| -\n|</li>\n</ul>\n"),
    Case("~a~ ~~b~~ ~~c~ ~~~d~~~\n", "<p><del>a</del> <del>b</del> ~~c~ ~~~d~~~</p>\n"),
    Case(
      "- [ ] a\n- [X] b\n- [x]c\n",
      "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> b</li>\n<li>[x]c</li>\n</ul>\n"
    ),
    Case(
      "www.a.b/c_d_, (https://e.f/(g)) h@i.j. x://k\n",
      "<p><a href=\"http://www.a.b/c_d\">www.a.b/c_d</a>_, (<a href=\"https://e.f/(g)\">https://e.f/(g)</a>) <a href=\"mailto:h@i.j\">h@i.j</a>. x://k</p>\n"
    ),
    Case(
      "[see https://a.b here](c) [https://d.e\n",
      "<p><a href=\"c\">see https://a.b here</a> [<a href=\"https://d.e\">https://d.e</a></p>\n"),
    Case(
      "a[^x] b[^y]\n\n[^x]: note\n",
      "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x\" data-footnote-ref>1</a></sup> b[^y]</p>\n"
    ),
    Case(
      "[[a_b_|c]] [[d]](e) [[f]][] *[[g*]]\n\n[f]: /f\n",
      "<p>[[a_b_|c]] <a href=\"e\">[d]</a> [<a href=\"/f\">f</a>][] *[[g*]]</p>\n"),
  ]
}
