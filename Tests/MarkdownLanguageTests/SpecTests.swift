import Foundation
import Testing

@testable import MarkdownLanguage

/// The specifications' own examples, rendered as HTML. They are not part of this repository:
/// `fetch-spec.sh` gets them and `KG_COMMONMARK_SPEC` names their directory.
@Suite(
  .enabled(if: SpecExample.directory != nil, "KG_COMMONMARK_SPEC names no directory (see fetch-spec.sh)"))
struct SpecTests {
  @Test func everyExampleOfCommonMarkPasses() throws {
    let examples = try SpecExample.commonMark()
    #expect(examples.count == 652)
    for example in examples {
      #expect(
        HTMLRenderer.html(example.markdown, example.extensions) == example.html,
        "\(example): \(example.markdown.debugDescription)")
    }
  }

  @Test func everyExampleOfGFMPasses() throws {
    let examples = try SpecExample.gfm().filter { !Self.aboutRendering($0) }
    #expect(examples.count >= 50)
    for example in examples {
      #expect(
        Self.normalized(HTMLRenderer.html(example.markdown, example.extensions))
          == Self.normalized(example.html),
        "\(example): \(example.markdown.debugDescription)")
    }
  }

  /// The tag filter changes what a renderer writes, not what a parser finds.
  private static func aboutRendering(_ example: SpecExample) -> Bool {
    example.markdown.contains("<xmp>") || example.markdown.contains("<title>")
      || example.html == "<IGNORE>\n"
  }

  /// Without the section in which a renderer collects the footnotes, and with check boxes written one way.
  private static func normalized(_ html: String) -> String {
    var html = html
    if let section = html.range(of: "<section class=\"footnotes\"") {
      html = String(html[..<section.lowerBound])
    }
    for (variant, form) in [
      ("<input disabled=\"\" type=\"checkbox\"> ", "<input type=\"checkbox\" disabled=\"\" /> "),
      (
        "<input checked=\"\" disabled=\"\" type=\"checkbox\"> ",
        "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
      ),
    ] {
      html = html.replacing(variant, with: form)
    }
    return html
  }
}
