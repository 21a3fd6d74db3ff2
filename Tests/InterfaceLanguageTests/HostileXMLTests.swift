import GraphModel
import InterfaceLanguage
import LanguageSupport
import TestSupport
import Testing

@Suite struct HostileXMLTests {
  private static func facts(_ text: String) -> FileFacts? {
    guard case .facts(let facts) = InterfaceLanguage().parse(Array(text.utf8)) else { return nil }
    #expect(FactsInvariants.violations(in: facts).isEmpty)
    return facts
  }

  private static let list = "<plist><key>NSPrincipalClass</key><string>Main</string>"

  @Test func nothingIsLoadedAndNoEntityGrows() throws {
    let outside = """
      <!DOCTYPE plist [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
      <plist><key>NSPrincipalClass</key><string>&secret;</string></plist>
      """
    #expect(try #require(Self.facts(outside)).references.isEmpty)
    var laughs = "<!DOCTYPE plist [<!ENTITY a0 \"Main\">"
    for index in 1...40 { laughs += "<!ENTITY a\(index) \"&a\(index - 1);&a\(index - 1);\">" }
    laughs += "]><plist><key>NSPrincipalClass</key><string>&a40;</string></plist>"
    #expect(try #require(Self.facts(laughs)).references.isEmpty)
  }

  @Test func whatStandsBeforeAnErrorIsKept() throws {
    let facts = try #require(Self.facts(Self.list + "<broken"))
    #expect(facts.references.map { facts.names.string($0.name) } == ["Main"])
    #expect(facts.parseErrors == 1)
  }

  @Test(arguments: ["", "{ a = b; }", "\u{FEFF}", "<", "<?xml", "bplist00", "<plist>\u{0}</plist>"])
  func anyTextIsTaken(text: String) throws {
    #expect(try #require(Self.facts(text)).references.isEmpty)
  }

  @Test func depthAndAttributesAreBounded() throws {
    let deep = String(repeating: "<dict>", count: 100_000)
    #expect(try #require(Self.facts(Self.list + deep)).parseErrors == 1)
    let wide = "<plist " + (0..<100_000).map { "a\($0)=\"\"" }.joined(separator: " ") + "/>"
    #expect(ThreadTime.measure { Self.facts(wide) }.seconds < 5)
  }

  @Test func everyPrefixIsTaken() throws {
    let text = try RepositoryFiles.text("Fixtures/Projects/interface/App/Main.storyboard")
    for count in stride(from: 0, to: text.utf8.count, by: 7) { _ = Self.facts(String(text.prefix(count))) }
  }
}
