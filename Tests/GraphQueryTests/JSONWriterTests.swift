import Foundation
import GraphQuery
import Testing

@Suite struct JSONWriterTests {
  @Test func keysKeepTheirOrder() {
    var json = JSONWriter()
    json.object { json in
      json.field("b", 1)
      json.field("a", "x")
      json.field("none", nil as String?)
      json.array("list", [1, 2]) { json, item in json.object { $0.field("n", item) } }
      json.object("inner") { $0.field("yes", true) }
      json.null("nothing")
    }
    #expect(
      json.text == #"{"b":1,"a":"x","list":[{"n":1},{"n":2}],"inner":{"yes":true},"nothing":null}"#)
  }

  @Test func numbersAreRoundedAndFinite() {
    var json = JSONWriter()
    json.object { json in
      json.field("third", 1.0 / 3)
      json.field("whole", 2.0)
      json.field("odd", Double.nan)
    }
    #expect(json.text == #"{"third":0.3333,"whole":2.0,"odd":null}"#)
  }

  /// What goes in comes out of an independent parser, and no control character is on the line.
  @Test(arguments: [
    "plain", "quote\" and \\", "tab\tnewline\ncr\r", "\u{1}\u{1B}[31m", "\u{7F}\u{85}\u{9F}", "é 漢 🙂",
    "\u{2028}\u{2029}", "", "\u{0}",
  ])
  func stringsSurvive(text: String) throws {
    var json = JSONWriter()
    json.object { $0.field("k", text) }
    #expect(!json.bytes.contains { $0 < 0x20 || $0 == 0x7F })
    let parsed = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String]
    #expect(parsed == ["k": text])
  }
}
