import LanguageSupport
import Testing

@testable import Linking

@Suite struct MentionSyntaxTests {
  @Test(
    arguments: [
      ("Flask.route()", ["Flask", "route"]), ("read(_:with:)", ["read"]),
      ("@app.route('/')", ["app", "route"]),
      ("class Foo", ["Foo"]), ("Array<Int>.Index", nil), ("List<Int>", ["List"]), ("a b", nil),
      ("--flag", nil),
      ("x = 1", nil), ("foo(bar).baz", nil), (".none", ["none"]), ("Type#method", ["Type", "method"]),
      ("1.0", nil),
      ("Some-Name", nil), ("self.depth", ["depth"]), ("f(x) -> Int", ["f"]), ("f(x) { $0 }", ["f"]),
      ("'a.b.C'", ["a", "b", "C"]), ("'index.html'", nil), ("Type.", ["Type"]),
      ("request.args['x']", ["request", "args"]),
      ("package[extra]", nil), ("List[int]", ["List"]),
    ] as [(String, [String]?)]) func takesApart(text: String, components: [String]?)
  {
    #expect(MentionSyntax(text)?.components == components)
  }

  @Test func symbolLinksMayHavePathsAndHashes() {
    #expect(
      MentionSyntax("Kit/Lamp/light(at:)-5abc", isSymbolLink: true)?.components == ["Kit", "Lamp", "light"])
    #expect(MentionSyntax("Kit/Lamp/light(at:)", isSymbolLink: true)?.labels == "(at:)")
    #expect(MentionSyntax("application/json") == nil)
  }

  @Test(arguments: [
    ("snake_case", "distinct"), ("camelCase", "distinct"), ("Word", "capitalised"), ("word", "word"),
    ("word()", "distinct"),
    ("JSON", "word"), ("HTTPServer", "distinct"),
  ]) func shapes(text: String, shape: String) throws {
    #expect("\(try #require(MentionSyntax(text)).shape)" == shape)
  }
}

@Suite struct ParameterNamesTests {
  @Test func optionalParameters() {
    let names = ParameterNames.optional(
      in: Array("def f(self, a, b: T[int, str]=1, *, c = (1, 2), **d)".utf8))
    #expect(names == ["b", "c"])
    #expect(ParameterNames.optional(in: Array("def f".utf8)).isEmpty)
  }

  @Test(arguments: [
    (
      "macro m<T>(_ a: T, at place: (x: Int, y: Int) = (0, 0)) -> T = #externalMacro(module: \"M\")",
      "(_:at:)"
    ),
    ("macro m()", "()"), ("macro m", ""), ("macro m(", ""),
  ]) func labels(signature: String, labels: String) {
    #expect(ParameterNames.labels(in: Array(signature.utf8)) == labels)
  }
}

@Suite struct LinkDestinationTests {
  @Test func partsOfPaths() {
    #expect(LinkDestination("a%20b/c.md?x=1#y%7A").path == "a b/c.md")
    #expect(LinkDestination("a%20b/c.md?x=1#y%7A").fragment == "yz")
    #expect(LinkDestination("100%").path == "100%")
    for foreign in ["https://a.b", "mailto:a@b", "//cdn/x", "{{ url }}", "tel:1"] {
      #expect(LinkDestination(foreign).form == .foreign, "\(foreign)")
    }
    #expect(LinkDestination("doc:Article").form == .docC)
    #expect(LinkDestination(":ref:label").form == .label)
  }

  @Test func pathsStayInTheTree() {
    func join(_ folder: String, _ path: String) -> String? {
      PathIndex.join(Array(folder.utf8), path).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(join("a/b", "../c/./d.md") == "a/c/d.md")
    #expect(join("a", "../..") == nil)
    #expect(join("", "x") == "x")
  }
}

@Suite struct HeadingSlugTests {
  /// What GitHub shows for these headings.
  @Test(arguments: [
    ("Hello, World!", "hello-world"), ("A & B", "a--b"), ("`code` and_more", "code-and_more"),
    ("Über uns", "über-uns"),
    ("1. First", "1-first"), ("C++ / Rust", "c--rust"), ("emoji 🚀 here", "emoji--here"),
  ]) func gitHub(heading: String, slug: String) { #expect(HeadingSlug.gitHub(heading) == slug) }

  @Test func repeatedOnesAreNumbered() {
    var counter = SlugCounter()
    #expect(["a", "a-1", "a", "a", "a-1"].map { counter.next($0) } == ["a", "a-1", "a-2", "a-3", "a-1-1"])
  }

  @Test func docutils() {
    #expect(HeadingSlug.docutils("1. What's New?") == "what-s-new")
    #expect(HeadingSlug.docutils("flask.Flask") == "flask-flask")
  }
}
