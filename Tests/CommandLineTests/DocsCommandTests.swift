import Foundation
import TestSupport
import Testing

@Suite struct DocsCommandTests {
  let kg: KGProcess
  let tree: TemporaryDirectory

  init() throws {
    tree = try TemporaryDirectory([
      "README.md":
        "# Shop\n\nA `Cart` holds items; `Cart.totl()` and [this](gone.md) are wrong.\n\n## `Cart.total`\n\nThe sum.\n",
      "shop/__init__.py": "from .cart import Cart\n",
      "shop/cart.py":
        "class Cart:\n    def total(self):\n        return 0\n\n    def unknown_to_all(self):\n        pass\n",
      "logo.png": "x",
    ])
    kg = KGProcess(in: tree.url)
    #expect(try kg("index", "--quiet").status == 0)
  }

  @Test func sectionsComeBestFirst() throws {
    let answer = try kg("docs", "Cart.total", "--json").object()
    let places = try #require(answer["places"] as? [[String: Any]])
    #expect(places.first?["relation"] as? String == "documents")
    #expect(places.first?["line"] as? Int == 5)
    #expect(try kg("docs", "Cart").text.contains("mentions  Shop"))
    #expect(try kg("symbol", "Cart").text.contains("in the documentation"))
    #expect(try kg("docs", "NoSuchName").status == 3)
  }

  @Test func membersAreFoundUnderTheNamesThatUsersKnow() throws {
    try tree.write("class Base:\n    def weigh(self):\n        \"\"\"How heavy.\"\"\"\n", to: "shop/base.py")
    try tree.write("from .base import Base\nclass Cart(Base):\n    pass\n", to: "shop/cart.py")
    try tree.write("# Use\n\n```python\nfrom shop import Cart\nCart().weigh()\n```\n", to: "use.md")
    #expect(try kg("index", "--quiet").status == 0)
    for name in ["Cart.weigh", "shop.Cart.weigh", "shop.cart.Cart.weigh"] {
      let answer = try kg("docs", name, "--json").object()
      #expect((answer["symbol"] as? [String: Any])?["qualifiedName"] as? String == "shop.base.Base.weigh")
      let places = try #require(answer["places"] as? [[String: Any]])
      #expect(places.map { $0["relation"] as? String } == ["calls"])
      #expect(places.first?["line"] as? Int == 5)
    }
    #expect(try kg("symbol", "Cart.weigh").text.contains("method shop.base.Base.weigh"))
    #expect(try kg("symbol", "Cart.gone").status == 3)
  }

  @Test func brokenLinksFailTheRun() throws {
    let result = try kg("docs", "--broken", "--json")
    #expect(result.status == 1)
    let broken = try #require(result.object()["broken"] as? [[String: Any]])
    #expect(broken.map { $0["name"] as? String } == ["gone.md"])
    #expect(broken.first?["line"] as? Int == 3)
    try tree.write("# There\n", to: "gone.md")
    #expect(try kg("index", "--quiet").status == 0)
    #expect(try kg("docs", "--broken").status == 0)
  }

  /// A file that nothing parses comes and goes: the links to it follow.
  @Test func filesOfOtherKindsCount() throws {
    try tree.write("![logo](logo.png) [gone](README.md)\n", to: "gone.md")
    #expect(try kg("index", "--quiet").status == 0)
    #expect(try kg("docs", "--broken").status == 0)
    try tree.remove("logo.png")
    #expect(try kg("index", "--quiet").status == 0)
    #expect(try kg("docs", "--broken").status == 1)
  }

  @Test func driftNamesWhatIsNear() throws {
    let drift = try #require(try kg("docs", "--drift", "--json").object()["drift"] as? [[String: Any]])
    #expect(drift.count == 1)
    #expect(drift.first?["name"] as? String == "Cart.totl()")
    #expect(drift.first?["nearest"] as? [String] == ["total"])
  }

  @Test func undocumentedDefinitionsAreListed() throws {
    let result = try kg("docs", "--undocumented")
    #expect(result.text.contains("unknown_to_all") && !result.text.contains("class shop.cart.Cart"))
  }

  @Test func oneQuestionAtATime() throws {
    #expect(try kg("docs").status == 64)
    #expect(try kg("docs", "Cart", "--broken").status == 64)
  }

  /// Every tag occurs in the text it is a tag of, letter case aside.
  @Test func tagsAreTakenFromTheText() throws {
    var count = 0
    for row in try kg("export").objects() where row["type"] as? String == "node" {
      guard let properties = row["properties"] as? [String: String], let tags = properties["tags"],
        let path = row["path"] as? String, let data = tree.data(path)
      else { continue }
      let text = String(decoding: data, as: UTF8.self).lowercased()
      for tag in tags.split(separator: "\n") {
        #expect(text.contains(tag), "\(tag) in \(path)")
        count += 1
      }
    }
    #expect(count > 5)
  }
}
