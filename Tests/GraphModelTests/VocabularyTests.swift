import GraphModel
import TestSupport
import Testing

@Suite struct VocabularyTests {
  @Test func everyKindIsDocumented() throws {
    let text = try RepositoryFiles.text("Sources/GraphModel/README.md")
    for kind in NodeKind.allCases { #expect(text.contains("`\(kind.name)`"), "node kind \(kind.name)") }
    for kind in EdgeKind.allCases { #expect(text.contains("`\(kind.name)`"), "edge kind \(kind.name)") }
    for value in Resolution.allCases { #expect(text.contains("`\(value.name)`"), "resolution \(value.name)") }
    for value in SkipReason.allCases { #expect(text.contains("`\(value.rawValue)`"), "\(value)") }
  }

  @Test func namesAndKindsAgree() {
    for kind in NodeKind.allCases {
      #expect(kind.name == "\(kind)")
      #expect(NodeKind(name: kind.name) == kind)
    }
    for kind in EdgeKind.allCases { #expect(kind.name == "\(kind)") }
    for language in LanguageID.allCases { #expect(LanguageID(name: language.name) == language) }
  }
}

@Suite struct SourcePathTests {
  @Test(arguments: [
    ("a/b.py", "a/b.py"), ("é.py", "é.py"), ("a\nb", "a\\x0ab"), ("a\u{1B}[31m", "a\\x1b[31m"),
    ("back\\slash", "back\\\\slash"), ("\u{202E}x", "\\xe2\\x80\\xaex"),
  ])
  func displayCannotDriveATerminal(path: String, shown: String) {
    #expect(SourcePath(path).display == shown)
  }

  @Test func undecodableBytesAreShownInHexadecimal() {
    let path = SourcePath(bytes: [0x61, 0xFF, 0x62])
    #expect(path.display == "a\\xffb")
    #expect(path.string == nil)
  }

  @Test func differentPathsAreShownDifferently() {
    #expect(SourcePath("a\nb").display != SourcePath("a\\x0ab").display)
  }

  @Test func partsOfAPath() {
    #expect(SourcePath("a/b/c.py").lastComponent == SourcePath("c.py"))
    #expect(SourcePath("a/b/c.py").directory == SourcePath("a/b"))
    #expect(SourcePath("c.py").directory == SourcePath(""))
  }
}

@Suite struct SymbolIDTests {
  @Test func simpleNamesStandBare() {
    #expect(SymbolID.descriptor("Flask", .type) == "Flask#")
    #expect(SymbolID.descriptor("read", .method, disambiguator: "_:") == "read(_:).")
    #expect(SymbolID.descriptor("app", .namespace) == "app/")
  }

  @Test func otherNamesAreQuoted() {
    #expect(SymbolID.descriptor("app.py", .term) == "`app.py`.")
    #expect(SymbolID.descriptor("a`b", .term) == "`a``b`.")
    // A combining mark makes one character with the backtick before it; found by Tests/Fuzz.
    let combined = SymbolID.descriptor("a`\u{5BF}b", .term)
    #expect(combined.utf8.elementsEqual("`a``\u{5BF}b`.".utf8))
    #expect(SymbolID.descriptor("", .type) == "``#")
    #expect(SymbolID.descriptor("Foo", .type, disambiguator: "+1") == "`Foo{+1}`#")
  }
}

@Suite struct ByteOrderTests {
  @Test func ordersByBytes() {
    #expect("a".precedesByBytes("b"))
    #expect("a".precedesByBytes("aa"))
    #expect(!"a".precedesByBytes("a"))
    #expect("Z".precedesByBytes("a"))
    // Decomposed and composed é are equal to Swift, but not to the store.
    #expect("e\u{301}".precedesByBytes("\u{E9}"))
  }
}
