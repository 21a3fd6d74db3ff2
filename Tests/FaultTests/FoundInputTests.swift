import Foundation
import TestSupport
import Testing

/// What `Tests/Fuzz` found once: each file of `Fixtures/Hostile/Found` is indexed as a file of every language it
/// can be.
@Suite struct FoundInputTests {
  @Test(.timeLimit(.minutes(15))) func whatWasFoundIsHarmlessNow() throws {
    let folder = "Fixtures/Hostile/Found"
    let names = RepositoryFiles.files(below: folder, suffix: ".input")
    guard !names.isEmpty else { return }
    let tree = try TemporaryDirectory()
    for name in names {
      let data = try Data(contentsOf: RepositoryFiles.root.appendingPathComponent(name))
      let stem = String(name.dropFirst(folder.count + 1).dropLast(".input".count))
      for ending in ["py", "swift", "md", "rst", "html", "xib", "plist"] {
        try tree.write([UInt8](data), to: "\(stem).\(ending)")
      }
    }
    let result = try KGProcess(in: tree.url)("index", "--quiet")
    #expect([0, 3].contains(result.status), "\(result.errors)")
    let reasons = try KGProcess(in: tree.url)("export").objects().compactMap { $0["skipReason"] as? String }
    #expect(!reasons.contains("parserTimeout") && !reasons.contains("parserCrashed"))
  }
}
