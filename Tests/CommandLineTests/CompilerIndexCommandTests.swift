import Foundation
import GraphModel
import TestSupport
import Testing

/// `kg index` beside a build.
@Suite struct CompilerIndexCommandTests {
  private static func builtPackage() throws -> TemporaryDirectory {
    let tree = try TemporaryDirectory([
      "Package.swift": "// swift-tools-version: 6.0\nimport PackageDescription\n",
      "Sources/Shop/Buy.swift": "func buy() { pay(); pay(1) }\n",
      "Sources/Shop/Pay.swift": "func pay() {}\nfunc pay(_ amount: Int) {}\n",
    ])
    try SwiftCompiler.compile(["Sources/Shop/Buy.swift", "Sources/Shop/Pay.swift"], module: "Shop", in: tree)
    return tree
  }

  private static func compilerEdges(_ kg: KGProcess) throws -> [String] {
    try kg("export", "--format", "jsonl").objects()
      .filter { $0["type"] as? String == "edge" && $0["resolution"] as? String == "compiler" }
      .compactMap { $0["target"] as? String }
  }

  @Test(.limitsAddresses) func aBuildIsFoundAndUsed() throws {
    let tree = try Self.builtPackage()
    let kg = KGProcess(in: tree.url)
    let report = try kg("index", "--json").object()
    #expect(report["compilerFiles"] as? Int == 2)
    let targets = try Self.compilerEdges(kg)
    #expect(
      targets.filter { $0.contains("pay") } == ["swift . . . Shop/pay().", "swift . . . Shop/pay(_:)."])
    #expect(try kg("status", "--json").object()["compilerFiles"] as? Int == 2)
    #expect(try kg("status").text.contains("2 Swift files"))
    // Nothing changed: nothing is read or written.
    #expect(try kg("index", "--json").object()["changed"] as? Bool == false)
    // Told to leave it alone, it does.
    #expect(try kg("index", "--no-index-store", "--json").object()["compilerFiles"] as? Int == 0)
    #expect(try Self.compilerEdges(kg).isEmpty)
    let store = tree.path + "/.build/debug/index/store"
    #expect(try kg("index", "--index-store", store, "--json").object()["compilerFiles"] as? Int == 2)
  }

  @Test(.limitsAddresses) func aChangedFileIsLeftToTheLinker() throws {
    let tree = try Self.builtPackage()
    let kg = KGProcess(in: tree.url)
    _ = try kg("index")
    let fresh = try kg("export", "--format", "jsonl").text
    // Edited with its old time put back: the text gives it away.
    let path = tree.path + "/Sources/Shop/Buy.swift"
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    try tree.write("func  buy() { pay(); pay(1) }\n", to: "Sources/Shop/Buy.swift")
    try FileManager.default.setAttributes([.modificationDate: time ?? Date()], ofItemAtPath: path)
    #expect(try kg("index", "--json").object()["compilerFiles"] as? Int == 1)
    // The old text, but a newer file: it may have been anything when it was compiled.
    try tree.write("func buy() { pay(); pay(1) }\n", to: "Sources/Shop/Buy.swift")
    #expect(try kg("index", "--json").object()["compilerFiles"] as? Int == 1)
    try FileManager.default.setAttributes([.modificationDate: time ?? Date()], ofItemAtPath: path)
    #expect(try kg("index", "--json").object()["compilerFiles"] as? Int == 2)
    #expect(try kg("export", "--format", "jsonl").text == fresh)
  }

  @Test func incrementalAndFreshAgree() throws {
    let tree = try Self.builtPackage()
    let kg = KGProcess(in: tree.url)
    _ = try kg("index")
    try tree.write("func pay() {}\nfunc pay(_ amount: Int) { buy() }\n", to: "Sources/Shop/Pay.swift")
    _ = try kg("index", "--jobs", "1")
    let incremental = try kg("export", "--format", "jsonl").text
    try tree.remove(".kg")
    _ = try kg("index", "--jobs", "4")
    #expect(try kg("export", "--format", "jsonl").text == incremental)
  }

  @Test(.limitsAddresses) func withoutTheLibraryAFoundBuildIsAWarningAndANamedOneAnError() throws {
    let tree = try Self.builtPackage()
    let kg = KGProcess(in: tree.url)
    let missing = ["--index-store-library", "/nowhere/libIndexStore.so"]
    let found = try kg.run(["index", "--json"] + missing)
    #expect(found.status == 0)
    #expect(found.errors.contains("/nowhere/libIndexStore.so"))
    #expect(try found.object()["compilerFiles"] as? Int == 0)
    let named = try kg.run(["index", "--index-store", ".build/debug/index/store"] + missing)
    #expect(named.status == 1)
    #expect(named.errors.contains("/nowhere/libIndexStore.so"))
    // Once the library is there, the next run takes the index over.
    #expect(try kg("index", "--json").object()["compilerFiles"] as? Int == 2)
  }

  @Test func damagedStoresDoNoHarm() throws {
    let tree = try Self.builtPackage()
    let kg = KGProcess(in: tree.url)
    let store = ".build/debug/index/store/"
    let walk = try #require(FileManager.default.enumerator(atPath: tree.path + "/" + store))
    let record = walk.compactMap { $0 as? String }.first {
      $0.contains("/records/") && $0.contains("/Buy.swift-")
    }
    let path = store + (try #require(record))
    let content = [UInt8](try #require(tree.data(path)))
    var generator = SeededGenerator(seed: 11)
    for round in 0..<(ProcessInfo.processInfo.environment["KG_TEST"] == "full" ? 200 : 8) {
      var damaged = content
      if round.isMultiple(of: 2) {
        damaged = Array(content.prefix(Int(generator.next() % UInt64(content.count))))
      } else {
        for _ in 0..<16 {
          damaged[Int(generator.next() % UInt64(content.count))] = UInt8(truncatingIfNeeded: generator.next())
        }
      }
      try tree.write(damaged, to: path)
      let result = try kg("index", "--full", "--json")
      #expect(result.status == 0, "round \(round): \(result.errors)")
      #expect(try result.object()["compilerFiles"] as? Int ?? 9 <= 2)
    }
  }

  @Test func aFolderThatIsNoStoreIsRefused() throws {
    let tree = try Self.builtPackage()
    let result = try KGProcess(in: tree.url)("index", "--index-store", "Sources")
    #expect(result.status == 1)
    #expect(result.errors.contains("no units"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: tree.path + "/Sources") == ["Shop"])
  }
}
