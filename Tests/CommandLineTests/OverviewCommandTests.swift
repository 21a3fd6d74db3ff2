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

@Suite struct CommunitiesCommandTests {
  let kg: KGProcess
  let tree: TemporaryDirectory

  init() throws {
    kg = try #require(project).kg
    tree = try #require(project).tree
  }

  @Test func answersHaveTheDocumentedShape() throws {
    let answer = try kg("communities", "--json").object()
    #expect(answer["schemaVersion"] as? Int == 1)
    let subsystems = try #require(answer["subsystems"] as? [[String: Any]])
    #expect(subsystems.count >= 2)
    for key in [
      "id", "level", "label", "files", "isTests", "cohesion", "modularityShare", "central", "dependsOn",
      "parts",
    ] {
      #expect(subsystems[0][key] != nil, "\(key)")
    }
    #expect(answer["bridges"] is [Any] && answer["cycles"] is [Any] && answer["index"] is [String: Any])
    #expect(subsystems.reduce(0) { $0 + ($1["files"] as? Int ?? 0) } == 7)
  }

  @Test func aFileLeadsToItsCommunity() throws {
    let answer = try kg("communities", "shop/cart.py", "--json").object()
    let paths = try #require(answer["paths"] as? [String])
    #expect(paths.contains("shop/cart.py") && paths.contains("shop/errors.py"))
    let id = try #require((answer["community"] as? [String: Any])?["id"] as? String)
    #expect(try kg("communities", id, "--json").object()["paths"] as? [String] == paths)
    #expect(try kg("communities", "shop/cart.py").text.contains("shop/errors.py"))
    #expect(try kg("communities", "no such thing anywhere").status == 3)
  }

  @Test func theExportHasCommunitiesWithTheirMembers() throws {
    let lines = try kg("export").text.split(separator: "\n").filter { $0.contains("\"type\":\"community\"") }
    let objects = try lines.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let ids = objects.compactMap { $0["id"] as? String }
    #expect(ids.count >= 2 && ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for object in objects {
      #expect(Set(object.keys) == ["type", "id", "level", "label", "members", "modularityShare"])
    }
    let members = objects.flatMap { $0["members"] as? [String] ?? [] }
    #expect(members.contains("python . . . shop/cart/Cart#") && Set(members).count == members.count)
  }

  @Test func aDrawingIsSoundXML() throws {
    let place = try TemporaryDirectory()
    #expect(try kg("communities", "--svg", place.path + "/map.svg").status == 0)
    let data = try #require(place.data("map.svg"))
    #expect(String(decoding: data, as: UTF8.self).contains("shop/cart.py"))
    // A small check by hand, as there is no XML parser without another library: tags are balanced.
    var open: [Substring] = []
    let text = String(decoding: data, as: UTF8.self)
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = piece.firstIndex(of: ">") else {
        Issue.record("a tag without end: \(piece)")
        return
      }
      let tag = piece[..<end]
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst())
      } else if !tag.hasSuffix("/") {
        open.append(tag.prefix { $0 != " " })
      }
    }
    #expect(open.isEmpty)
    #expect(try kg("communities", "shop", "--svg", "map.svg").status == 64)
  }

  @Test(arguments: [50, 120, 400, 5_000]) func aMapFitsItsBudget(budget: Int) throws {
    let answer = try kg("map", "--budget", "\(budget)", "--json").object()
    let text = try kg("map", "--budget", "\(budget)").text
    let tokens = try #require(answer["tokens"] as? Int)
    #expect(tokens <= budget)
    #expect(text.utf8.count <= 3 * budget + 1)
    if budget >= 400 { #expect(text.contains("class Cart") && text.contains("struct Till")) }
    let markdown = try kg("map", "--format", "agents-md", "--budget", "\(budget)").text
    #expect(markdown.utf8.count <= 3 * budget + 1)
  }

  @Test func anAgentsOverviewSaysWhatTheFilesSay() throws {
    let before = try pathsOutsideTheDatabase()
    let text = try kg("map", "--format", "agents-md").text
    #expect(text.contains("Sells things."))
    #expect(text.contains("`swift build`"))
    #expect(text.contains("- `shop/` (3 files)"))
    #expect(try pathsOutsideTheDatabase() == before)
    #expect(try kg("map", "--format", "agents-md", "--json").status == 64)
    #expect(try kg("map", "--budget", "10").status == 64)
  }

  /// The tree's own files. What is in `.kg` may come and go meanwhile: each question, of the other tests too,
  /// looks whether the tree is as it was indexed, and holds a lock while it brings the index up to date.
  private func pathsOutsideTheDatabase() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: tree.path).filter { !$0.hasPrefix(".kg/") }.sorted()
  }
}

@Suite struct FlowsCommandTests {
  @Test func chainsLeadFromEntryPointsOverCalls() throws {
    let tree = try TemporaryDirectory([
      "app/__init__.py": "",
      "app/__main__.py": "from .run import main\n\nmain()\n",
      "app/run.py": """
      from .load import load


      def main():
          return load("x")
      """,
      "app/load.py": "def load(name):\n    return parse(name)\n\n\ndef parse(text):\n    return text\n",
    ])
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let flows = try #require(kg("flows", "--json").object()["flows"] as? [[String: Any]])
    let steps = try #require(flows.first?["steps"] as? [[String: Any]])
    let names = steps.compactMap { ($0["node"] as? [String: Any])?["qualifiedName"] as? String }
    #expect(names.suffix(3) == ["app.run.main", "app.load.load", "app.load.parse"])
    // The chain from `main` itself would be the same again.
    #expect(flows.count == 1)
    #expect(try kg("flows", "--from", "test").status == 3)
    #expect(try kg("flows", "--from", "nonsense").status == 64)
  }
}
