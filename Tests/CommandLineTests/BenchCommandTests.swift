import Foundation
import TestSupport
import Testing

@Suite struct BenchCommandTests {
  private let tree: TemporaryDirectory
  private let kg: KGProcess

  init() throws {
    let question = { (id: String, query: String, answers: String, kind: String) in
      #"{"id":"\#(id)","repo":"shop","query":"\#(query)","kind":"\#(kind)","grain":"symbol","answers":[\#(answers)]}"#
    }
    tree = try TemporaryDirectory([
      "corpora/shop/cart.py": """
      class Cart:
          def add_item(self, name):
              \"\"\"Put an item into the cart.\"\"\"

          def total(self):
              \"\"\"What everything costs together.\"\"\"
      """,
      "queries/shop.jsonl": [
        question("s1", "Cart", #""cart.Cart""#, "symbol"),
        question("b1", "how much does everything cost", #""python . . . cart/Cart#total().""#, "behaviour"),
        question("u1", "zebra crossing", "", "absent"),
      ].joined(separator: "\n"),
      "queries/other.jsonl":
        #"{"repo":"elsewhere","query":"q","category":"semantic","relevant":["a"],"secondary":[]}"#,
      "wrong.jsonl": question("s1", "Cart", #""cart.Basket""#, "symbol"),
    ])
    kg = KGProcess(in: tree.url)
  }

  private func bench(_ more: String...) throws -> KGProcess.Result {
    try kg.run(["bench", "--corpora", "corpora", "--indexes", "db"] + more)
  }

  @Test func measuresAllSystems() throws {
    let result = try bench("--queries", "queries", "--json", "--output", "raw")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("elsewhere is not in corpora"))
    let report = try result.object()
    #expect(report["missing"] as? [String] == ["elsewhere"])
    let systems = try #require(report["systems"] as? [[String: Any]])
    #expect(systems.map { $0["name"] as? String } == ["kg", "fulltext", "words"])
    let group = try #require((systems[0]["groups"] as? [[String: Any]])?.first)
    #expect(group["queries"] as? Int == 2)
    #expect(group["ndcg10"] as? Double == 1)
    let refusal = try #require((systems[0]["unanswerable"] as? [[String: Any]])?.first)
    #expect(refusal["answered"] as? Double == 0)
    let raw = try #require(tree.data("raw/kg.jsonl"))
    #expect(raw.split(separator: 0x0A).count == 3)
    let first = try #require(
      JSONSerialization.jsonObject(with: Data(raw.split(separator: 0x0A)[0])) as? [String: Any])
    #expect(first["id"] as? String == "s1")
    #expect(((first["results"] as? [[String: Any]])?.first)?["gain"] as? Double == 1)
    #expect(tree.data("corpora/shop/.kg/graph.db") == nil && tree.data("db/shop.db") != nil)
  }

  @Test func printsTables() throws {
    let text = try bench("--queries", "queries", "--system", "kg", "--quiet").text
    #expect(text.contains("kind:behaviour") && text.contains("repository:shop"))
    #expect(text.contains("unanswerable:kind:absent"))
    let raw = ["--system", "kg", "--by", "file", "--output", "files"]
    #expect(
      try kg.run(["bench", "--corpora", "corpora", "--queries", "queries", "--quiet"] + raw).status == 0)
    let answers = try #require(tree.data("files/kg.jsonl").map { String(decoding: $0, as: UTF8.self) })
    #expect(answers.contains(#""path":"cart.py","gain":1.0"#))
  }

  @Test func signalsCanBeLeftOut() throws {
    let report = try bench("--queries", "queries", "--system", "kg", "--ablations", "--json").object()
    let systems = try #require(report["systems"] as? [[String: Any]])
    let names = systems.compactMap { $0["name"] as? String }
    #expect(names.first == "kg" && names.contains("only-words") && names.contains("without-paths"))
    #expect(systems.allSatisfy { ($0["groups"] as? [[String: Any]])?.first?["queries"] as? Int == 2 })
  }

  @Test func worseThanTheBaselineFails() throws {
    let now = try bench("--queries", "queries", "--json", "--quiet").text
    try tree.write(now, to: "same.json")
    #expect(try bench("--queries", "queries", "--baseline", "same.json").status == 0)
    // The same questions, but one answer is another: then search is worse at it.
    let questions = try #require(tree.data("queries/shop.jsonl").map { String(decoding: $0, as: UTF8.self) })
    try tree.write(questions.replacingOccurrences(of: "#total()", with: "#refund()"), to: "harder.jsonl")
    let result = try bench("--queries", "harder.jsonl", "--system", "kg", "--baseline", "same.json")
    #expect(result.status == 1 && result.errors.contains("kg: hit1 of all was 1.000, is 0.500"))
    #expect(try bench("--queries", "harder.jsonl", "--baseline", "same.json", "--tolerance", "1").status == 0)
    #expect(try bench("--queries", "queries", "--baseline", "wrong.jsonl").status == 1)
  }

  @Test func answersThatAreNotThereAreSaid() throws {
    let result = try bench("--queries", "wrong.jsonl")
    #expect(result.errors.contains("shop has no cart.Basket, an answer of s1"))
  }

  @Test func wrongUseIsSaid() throws {
    #expect(try kg("bench", "--corpora", "corpora").status == 64)
    #expect(try bench("--queries", "nowhere.jsonl").status == 3)
    #expect(try bench("--queries", "queries/other.jsonl").status == 3)
  }
}
