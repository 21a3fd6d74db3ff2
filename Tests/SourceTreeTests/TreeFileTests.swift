import GraphModel
import SourceTree
import TestSupport
import Testing

@Suite struct TreeFileTests {
  /// Paths come out of a database that may be anybody's.
  @Test(arguments: ["../secret", "a/../../secret", "/secret", "", "a//b", "./a", "link"])
  func pathsThatLeaveTheRootAreRefused(path: String) throws {
    let outer = try TemporaryDirectory(["secret": "s", "root/a/b": "inside"])
    try RawFiles.link(outer.bytes("root/link"), to: outer.path + "/secret")
    let tree = TreeFile(root: outer.path + "/root")
    #expect(tree.read(SourcePath(path), limit: 100) == nil)
    #expect(tree.read(SourcePath("a/b"), limit: 100) == Array("inside".utf8))
  }
}
