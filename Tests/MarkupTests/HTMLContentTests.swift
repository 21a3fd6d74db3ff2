import Markup
import Testing

/// The items of a text.
private func items(_ html: String) -> [HTMLItem] {
  var items: [HTMLItem] = []
  let bytes = Array(html.utf8)
  let isRead = bytes.withUnsafeBufferPointer { HTMLContent.read($0) { items.append($0) } }
  #expect(isRead)
  return items
}

@Suite struct HTMLContentTests {
  @Test func linksHaveThePlaceOfTheirDestination() {
    #expect(items("é<A class=x HREF = 'b&amp;c'>t</a>").contains(.link("b&c", offset: 21)))
    #expect(items("<img alt=\"src=no\" src=yes>").first == .link("yes", offset: 22))
    #expect(items("<a\n href=\"x\">").first == .link("x", offset: 10))
  }

  @Test func textStandsWhereItIsWritten() {
    #expect(items("<p>a</p></b></i>bc").contains(.text("bc", offset: 16)))
    #expect(items("<p>x <code>run()</code>").contains(.code("run()", offset: 11)))
  }

  @Test func headingsAnchorsAndTitles() {
    #expect(
      items("<h2 id=i>A <b>b</b>\n c</h2>") == [
        .anchor("i", offset: 7), .heading(level: 2, "A b c", start: 0, textStart: 9, textEnd: 22),
      ])
    #expect(items("<title>T</title>").contains(.title("T", offset: 7)))
    #expect(items("<a name=n></a>").contains(.anchor("n", offset: 8)))
  }

  @Test func scriptsAndCommentsAreNoText() {
    let found = items("<script>if (a < b) \"<a href='x'>\"</script><!-- <a href='y'> -->ok")
    #expect(found.first == .text("ok", offset: 63))
  }

  @Test func brokenBytesKeepTheirPlaces() {
    let bytes: [UInt8] = [0xFF, 0, 0xEF] + Array("<a href=x>".utf8)
    var found: [HTMLItem] = []
    bytes.withUnsafeBufferPointer { _ = HTMLContent.read($0) { found.append($0) } }
    #expect(found.contains(.link("x", offset: 11)))
  }

  @Test func nothingIsLoadedOrExpanded() {
    let bomb = "<!DOCTYPE html [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><p>&a;</p>"
    #expect(
      !items(bomb).contains { if case .text(let text, _) = $0 { text.contains("root") } else { false } })
  }

  @Test func depthHasALimit() {
    let bytes = Array(String(repeating: "<div>", count: HTMLReader.depthLimit + 1).utf8)
    #expect(!bytes.withUnsafeBufferPointer { HTMLContent.read($0) { _ in } })
  }
}

@Suite struct ProseNamesTests {
  @Test(arguments: [
    ("See FileManager and readFile.", ["FileManager", "readFile"]),
    ("call run() or walk_tree, not and/or nor e.g. this", ["run", "walk_tree"]),
    ("os.path.join, docs/guide.md; 3.11, example", ["os.path.join", "docs/guide.md"]),
    ("--some_option user@some_host $SOME_VAR", []),
    ("snake_case: yes", ["snake_case"]),
  ]) func finds(text: String, names: [String]) {
    var found: [String] = []
    var text = text
    text.withUTF8 { bytes in
      ProseNames.scan(bytes) { found.append(String(decoding: bytes[$0], as: UTF8.self)) }
    }
    #expect(found == names)
  }
}
