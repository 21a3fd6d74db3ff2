import GraphModel
import TestSupport
import Testing

@testable import Indexing

@Suite struct CommunityFinderTests {
  private static let shop = ProgramSketch.folders(["cart", "mail", "stock"], files: 6) { "\($0)_item\($1)" }

  private func paths(_ community: Community, _ graph: Graph) -> [String] {
    community.files.map { graph.files[Int($0)].path.display }
  }

  @Test func filesThatCallEachOtherAreASubsystem() throws {
    let graph = Self.shop.graph
    let communities = CommunityFinder.communities(of: graph)
    #expect(communities.map(\.level) == [0, 0, 0])
    for (community, name) in zip(communities, ["cart", "mail", "stock"]) {
      #expect(paths(community, graph) == (0..<6).map { "\(name)/f\($0).py" })
      #expect(community.id == "community . . . \(name)/")
      #expect(community.label.hasPrefix("\(name): ") || community.label == name)
      // What everything in its folder calls.
      #expect(graph.nodes[Int(try #require(community.central.first).node)].name == "\(name)_item0")
      #expect(community.cohesion > 0.8 && community.cohesion < 1)
      #expect(community.dependencies.map(\.references) == [1])
    }
    #expect(communities.map { $0.dependencies.map(\.target) } == [[1], [2], [0]])
  }

  @Test func everyFileHasOneSubsystemAndAtMostOnePart() {
    let names = (0..<4).flatMap { outer in (0..<6).map { "top\(outer)/inner\($0)" } }
    var sketch = ProgramSketch.folders(names, files: 5) { "\($0.suffix(6))Word\($1)" }
    for name in names {
      for inner in 0..<6 where !name.hasSuffix("\(inner)") {
        sketch.call("\(name)/f2.py", "\(name.prefix(4))/inner\(inner)/f3.py")
        sketch.call("\(name)/f4.py", "\(name.prefix(4))/inner\(inner)/f1.py")
      }
    }
    let graph = sketch.graph
    let communities = CommunityFinder.communities(of: graph)
    for level in 0...1 as ClosedRange<Int32> {
      let files = communities.filter { $0.level == level }.flatMap(\.files)
      #expect(Set(files).count == files.count)
      if level == 0 { #expect(files.count == graph.files.count) }
    }
    #expect(communities.contains { $0.level == 1 })
    for part in communities where part.level == 1 {
      #expect(Set(part.files).isSubset(of: communities[Int(part.parent)].files))
      #expect(communities[Int(part.parent)].level == 0)
    }
    #expect(Set(communities.map(\.id)).count == communities.count)
    #expect(
      communities.map(\.id) == communities.filter { $0.level == 0 }.map(\.id).sorted()
        + communities.filter { $0.level == 1 }.map(\.id).sorted())
  }

  @Test func anEditElsewhereChangesNothing() {
    var edited = Self.shop
    edited.add("stock/extra.py", "surplus")
    edited.call("stock/extra.py", "stock/f0.py")
    edited.call("stock/extra.py", "mail/f0.py")
    let before = CommunityFinder.communities(of: Self.shop.graph)
    let graph = edited.graph
    let after = CommunityFinder.communities(of: graph)
    #expect(before.map(\.id) == after.map(\.id))
    #expect(before.prefix(2).map(\.files) == after.prefix(2).map(\.files))
    #expect(paths(after[2], graph).contains("stock/extra.py"))
  }

  @Test func hubsTieNothingTogether() {
    var sketch = Self.shop
    sketch.add("log/log.py", "log")
    for name in ["cart", "mail", "stock"] {
      for file in 0..<6 { sketch.call("\(name)/f\(file).py", "log/log.py") }
    }
    let graph = sketch.graph
    let found = CommunityFinder.communities(of: graph).map {
      Set(paths($0, graph)).subtracting(["log/log.py"])
    }
    #expect(Set(found.filter { !$0.isEmpty }.map(\.count)) == [6])
  }

  /// Which file leads a community may change with any reference; its id does not follow.
  @Test func idsDoNotFollowTheMostReferredFile() {
    var edited = Self.shop
    for file in 1..<6 { edited.call("cart/f\(file).py", "cart/f4.py") }
    let ids = CommunityFinder.communities(of: edited.graph).map(\.id)
    #expect(ids == CommunityFinder.communities(of: Self.shop.graph).map(\.id))
  }

  @Test func filesWithoutAFolderOfTheirOwnAreNamedAfterOneOfThem() {
    // Two groups in one folder: it can belong to one of them only.
    var sketch = ProgramSketch()
    for name in ["a", "b"] { for file in 0..<9 { sketch.add("src/\(name)\(file).py", "\(name)\(file)") } }
    for name in ["a", "b"] {
      for left in 0..<9 {
        for right in 0..<9 where left != right {
          sketch.call("src/\(name)\(left).py", "src/\(name)\(right).py")
        }
      }
    }
    let graph = sketch.graph
    let communities = CommunityFinder.communities(of: graph)
    #expect(Set(communities.map(\.id)).count == communities.count)
    for community in communities where community.id != "community . . . src/" {
      #expect(
        community.files.contains {
          community.id.hasSuffix(graph.files[Int($0)].path.lastComponent.display + "`.")
        })
    }
  }

  /// What an edit leaves as it was need not be found again, and the result is the same.
  @Test func equalInputsShareTheirPartition() {
    let before = Self.shop.graph
    var renamed = before
    for node in renamed.nodes.indices where renamed.nodes[node].name.hasPrefix("cart") {
      renamed.nodes[node].name = "basket"
    }
    let first = CommunityFinder.find(in: before) { _ in nil }
    #expect(first.inputDigest == CommunityFinder.inputDigest(of: before))
    var asked: [String] = []
    let again = CommunityFinder.find(in: renamed) {
      asked.append($0)
      return first.communities
    }
    #expect(asked == [first.inputDigest])
    #expect(again.communities == CommunityFinder.communities(of: renamed))
    #expect(again.communities != first.communities, "labels follow the names")
  }

  @Test func otherReferencesAreAnotherInput() {
    var called = Self.shop
    called.call("stock/f1.py", "mail/f2.py")
    var moved = Self.shop.graph
    moved.files[0].skipReason = .tooLarge
    let digests = [Self.shop.graph, called.graph, moved].map { CommunityFinder.inputDigest(of: $0) }
    #expect(Set(digests).count == 3)
  }

  @Test func programsWithoutFilesHaveNoCommunities() {
    #expect(CommunityFinder.communities(of: Graph()).isEmpty)
    var graph = Self.shop.graph
    for file in graph.files.indices { graph.files[file].skipReason = .tooLarge }
    #expect(CommunityFinder.communities(of: graph).isEmpty)
  }
}

@Suite struct CommunityLabelTests {
  private static func check(_ graph: Graph) {
    let communities = CommunityFinder.communities(of: graph)
    #expect(Set(communities.map(\.label)).count == communities.count)
    for community in communities {
      let files = Set(community.files)
      let paths = community.files.map { graph.files[Int($0)].path }
      let names = graph.nodes.filter { node in node.path.map { paths.contains($0) } ?? false }.map(\.name)
      let text = (paths.map(\.display) + names).joined(separator: " ").lowercased()
      for word in community.label.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        #expect(text.contains(word), "“\(word)” of “\(community.label)” in none of \(files.count) files")
      }
    }
  }

  @Test func everyWordOccursInTheMembers() {
    Self.check(
      ProgramSketch.folders(["app/http", "app/db", "tests"], files: 7) { "parse\($0.suffix(2))Head\($1)" }
        .graph)
  }

  @Test func equalNamesStillGetDifferentLabels() {
    let names = (0..<12).map { "part\($0)/same" }
    Self.check(ProgramSketch.folders(names, files: 4) { _, _ in "run" }.graph)
    Self.check(ProgramSketch.folders(["x", "y", "z"], files: 4) { _, _ in "" }.graph)
  }

  @Test func labelsLeaveOutWordsThatSayNothing() {
    let sketch = ProgramSketch.folders(["a", "b", "c"], files: 5) {
      "\($0 == "a" ? "with_the_parcel" : "self_\($0)")\($1)"
    }
    let labels = CommunityFinder.communities(of: sketch.graph).map(\.label)
    #expect(labels.first == "a: parcel")
    #expect(labels.allSatisfy { !$0.contains("with") && !$0.contains("the") && !$0.contains("self") })
  }

  @Test func labelsUseTagsOfMembers() throws {
    var graph = ProgramSketch.folders(["a", "b", "c"], files: 5) { "run\($1)" }.graph
    for place in graph.nodes.indices where graph.nodes[place].kind == .file {
      if graph.nodes[place].path?.display.hasPrefix("b/") == true {
        graph.nodes[place].properties.append(Node.Property(TagPass.key, "spare parcel\ndelivery"))
      }
    }
    let communities = CommunityFinder.communities(of: graph)
    #expect(communities.map(\.label).contains("b: delivery, parcel, spare"))
  }

  @Test func wordsOfOneStem() {
    for (left, right) in [("aggregate", "aggregation"), ("singleton", "singletons"), ("test", "testing")] {
      #expect(NameWords.areAlike(left, right) && NameWords.areAlike(right, left))
    }
    for (left, right) in [("int", "integers"), ("compare", "compiler"), ("event", "even"), ("", "a")] {
      #expect(NameWords.areAlike(left, right) == (left == "event"))
    }
  }

  @Test func wordsOfNames() {
    var words = NameWords()
    var ids: [Int32] = []
    words.append("HTTPResponseHead2 parse_url_toList __init__ αβγ_ab", to: &ids)
    #expect(
      ids.map { words.text($0) } == ["http", "response", "head", "parse", "url", "list", "init", "αβγ"])
  }
}

@Suite struct EdgeWeightTests {
  @Test func logarithmIsExactAtPowersOfTwoAndRises() {
    for exponent in 0..<40 { #expect(EdgeWeights.logarithm(1 << exponent) == Double(exponent)) }
    for value in 1..<1_000 { #expect(EdgeWeights.logarithm(value) < EdgeWeights.logarithm(value + 1)) }
  }

  @Test func everyKindButContainmentTies() {
    for kind in EdgeKind.allCases { #expect((EdgeWeights.weight(kind) > 0) == (kind != .contains)) }
  }
}
