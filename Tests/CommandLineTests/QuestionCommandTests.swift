import Foundation
import TestSupport
import Testing

/// One indexed project for all questions.
private let project: (tree: TemporaryDirectory, kg: KGProcess)? = {
  guard let tree = try? TemporaryDirectory.sampleProject() else { return nil }
  let kg = KGProcess(in: tree.url)
  guard (try? kg("index"))?.status == 0 else { return nil }
  return (tree, kg)
}()

@Suite struct SearchCommandTests {
  let kg: KGProcess

  init() throws { kg = try #require(project).kg }

  private func names(_ result: KGProcess.Result) throws -> [String] {
    let results = try #require(result.object()["results"] as? [[String: Any]])
    return results.compactMap { ($0["node"] as? [String: Any])?["qualifiedName"] as? String }
  }

  @Test func findsByWordsAndByName() throws {
    #expect(try names(kg("search", "put an item into the cart", "--json")).first == "shop.cart.Cart.add_item")
    #expect(try names(kg("search", "Cart", "--json")).first == "shop.cart.Cart")
    #expect(try names(kg("search", "takes money", "--json")).first == "Till")
    #expect(try names(kg("search", "how to install", "--json")).first?.contains("Install") == true)
  }

  @Test func answersHaveTheDocumentedShape() throws {
    let answer = try kg("search", "deposit", "--json").object()
    #expect(answer["schemaVersion"] as? Int == 1)
    #expect(answer["query"] as? String == "deposit")
    #expect(answer["confident"] as? Bool == true)
    let first = try #require((answer["results"] as? [[String: Any]])?.first)
    #expect(first["rank"] as? Int == 1)
    #expect(first["score"] is Double)
    #expect((first["snippet"] as? String)?.contains("func deposit") == true)
    let node = try #require(first["node"] as? [String: Any])
    for key in [
      "id", "kind", "name", "qualifiedName", "language", "path", "startLine", "endLine", "signature",
    ] {
      #expect(node[key] != nil, "\(key)")
    }
    #expect((first["why"] as? [String: Any])?["lexicalRank"] as? Int == 1)
    let index = try #require(answer["index"] as? [String: Any])
    for key in ["generation", "digest", "staleFiles", "skippedFiles", "unresolved"] {
      #expect(index[key] != nil, "\(key)")
    }
  }

  @Test func filtersNarrow() throws {
    let swift = try names(kg("search", "cart money deposit", "--language", "swift", "--json"))
    #expect(!swift.isEmpty && swift.allSatisfy { !$0.contains("shop") })
    let classes = try names(kg("search", "cart", "--kind", "class", "--json"))
    #expect(Set(classes).isSubset(of: ["shop.cart.Cart", "shop.errors.CartError"]) && !classes.isEmpty)
    let tests = try names(kg("search", "cart", "--path", "tests/**", "--json"))
    #expect(!tests.isEmpty && tests.allSatisfy { $0.contains("test_cart") })
    #expect(try names(kg("search", "cart", "-k", "1", "--json")).count == 1)
  }

  @Test func filesAreAGrainToo() throws {
    let answer = try kg("search", "cart", "--by", "file", "--json").object()
    let results = try #require(answer["results"] as? [[String: Any]])
    let paths = results.compactMap { ($0["node"] as? [String: Any])?["path"] as? String }
    #expect(Set(paths).count == paths.count)
  }

  @Test func nothingFoundHasItsExitCode() throws {
    let result = try kg("search", "zyxwvut", "--json")
    #expect(result.status == 3)
    #expect(try result.object()["confident"] as? Bool == false)
  }

  @Test(arguments: ["\"", "a OR NEAR(b", "* - ^", "x:y", "'; DROP TABLE node", "{}[]()", "\u{0}"])
  func queriesAreNeverSyntax(query: String) throws {
    let status = try kg("search", query).status
    #expect(status == 0 || status == 3 || status == 64)
  }
}

@Suite struct SymbolCommandTests {
  let kg: KGProcess

  init() throws { kg = try #require(project).kg }

  @Test func showsADefinitionWithItsSurroundings() throws {
    let answer = try kg("symbol", "Cart", "--json").object()
    let symbol = try #require(answer["symbol"] as? [String: Any])
    #expect(symbol["id"] as? String == "python . . . shop/cart/Cart#")
    #expect(symbol["doc"] as? String == "Holds what a customer wants to buy.")
    #expect((symbol["container"] as? [String: Any])?["kind"] as? String == "file")
    let members = try #require(symbol["members"] as? [[String: Any]]).compactMap { $0["name"] as? String }
    #expect(members.contains("add_item") && members.contains("total"))
    let incoming = (symbol["degree"] as? [String: Any])?["in"] as? [String: Int]
    #expect((incoming?["imports"] ?? 0) >= 2)
  }

  @Test func idsAndEndsOfQualifiedNamesAreNames() throws {
    for name in ["python . . . shop/cart/Cart#total().", "Cart.total", "shop.cart.Cart.total"] {
      let symbol = try kg("symbol", name, "--json").object()["symbol"] as? [String: Any]
      #expect(symbol?["name"] as? String == "total", "\(name)")
    }
  }

  @Test func unknownNamesAreRefusedWithTheNearest() throws {
    let result = try kg("symbol", "Crat", "--json")
    #expect(result.status == 3)
    #expect((try result.object()["suggestions"] as? [String])?.contains("Cart") == true)
  }
}

@Suite struct StatusAndExportTests {
  let kg: KGProcess

  init() throws { kg = try #require(project).kg }

  @Test func statusCountsWhatIsThere() throws {
    let status = try kg("status", "--json").object()
    #expect(status["files"] as? [String: Int] == ["markdown": 1, "python": 4, "swift": 2])
    let nodes = try #require(status["nodes"] as? [String: Int])
    #expect(nodes["file"] == 7)
    #expect(nodes["class"] == 2)
    #expect(nodes["repository"] == 1)
  }

  @Test func exportHasEveryTypeInOrder() throws {
    let rows = try kg("export", "--format", "jsonl").objects()
    let types = rows.compactMap { $0["type"] as? String }
    #expect(types == types.sorted())
    #expect(Set(types).isSuperset(of: ["edge", "file", "node"]))
    let ids = Set(rows.compactMap { $0["id"] as? String })
    for row in rows where row["type"] as? String == "edge" {
      #expect(ids.contains(row["source"] as? String ?? "") && ids.contains(row["target"] as? String ?? ""))
    }
  }

  @Test func importsReachDefinitionsThroughReexports() throws {
    let rows = try kg("export").objects()
    let targets = rows.filter {
      $0["kind"] as? String == "imports" && $0["path"] as? String == "tests/test_cart.py"
    }.compactMap { $0["target"] as? String }
    #expect(targets == ["python . . . shop/", "python . . . shop/cart/Cart#"])
  }
}
