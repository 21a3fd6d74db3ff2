import Testing

@testable import CompilerIndex

@Suite struct ExternalNameTests {
  @Test(arguments: [
    ("s:SS", "String", "Swift", "Swift.String", "String"),
    ("s:Sa", "Array", "Swift", "Swift.Array", "Array"),
    ("s:Sl7isEmptySbvp", "isEmpty", "Swift", "Swift.Collection.isEmpty", "isEmpty"),
    (
      "s:STsSy7ElementRpzrlE6joined9separatorS2S_tF", "joined(separator:)", "Swift",
      "Swift.Sequence.joined(separator:)", "joined"
    ),
    ("s:SQ2eeoiySbx_xtFZ", "==(_:_:)", "Swift", "Swift.Equatable.==(_:_:)", "=="),
    (
      "s:SLsE3zzzoPys16PartialRangeFromVyxGxFZ", "...(_:)", "Swift", "Swift.Comparable....(_:)", "..."
    ),
    ("s:Sq4noneyxSgABmF", "none", "Swift", "Swift.Optional.none", "none"),
    ("s:17FoundationEssentials3URLV", "URL", nil, "URL", "URL"),
    ("s:20FoundationEssentials3URLV", "URL", "Foundation", "Foundation.URL", "URL"),
    ("s:7PathKit0A0V4pathSSvp", "path", "PathKit", "PathKit.Path.path", "path"),
    ("c:@F@glob", "glob(_:_:_:_:)", nil, "glob(_:_:_:_:)", "glob"),
    ("c:@M@Shop@objc(cs)Item", "Item", "Shop", "Shop.Item", "Item"),
  ])
  func namesAreReadable(usr: String, name: String, module: String?, qualified: String, base: String) {
    let found = ExternalName(usr: usr, name: name)
    #expect(found.module == module)
    #expect(found.qualifiedName == qualified)
    #expect(found.name == base)
  }
}
