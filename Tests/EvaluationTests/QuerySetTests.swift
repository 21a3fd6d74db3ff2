import Evaluation
import GraphQuery
import Testing

@Suite struct QuerySetTests {
  private let own = """
    {"id":"a-1","repo":"shop","query":"put into cart","kind":"behaviour","grain":"symbol","answers":["x","y"],\
    "secondary":["z"],"answerable":true}

    {"id":"a-2","repo":"shop","query":"fly","kind":"absent","grain":"symbol","answers":[],"secondary":[],\
    "answerable":false}
    """
  private let files = """
    {"repo":"shop","language":"swift","query":"cart","category":"semantic","relevant":["a.swift"],"secondary":["b.swift"]}
    """

  @Test func readsOurShape() throws {
    let queries = try QuerySet.queries(in: own, name: "own")
    #expect(queries.map(\.id) == ["a-1", "a-2"])
    #expect(queries.map(\.isAnswerable) == [true, false])
    #expect(queries[0].grain == .symbol && queries[0].kind == "behaviour")
    #expect(queries[0].idealGains == [1, 1, 0.5])
  }

  @Test func readsFileAnnotations() throws {
    let queries = try QuerySet.queries(in: files, name: "files")
    #expect(queries.map(\.id) == ["files:1"])
    #expect(queries[0].grain == .file && queries[0].kind == "semantic")
    #expect(queries[0].idealGains == [1, 1])
  }

  @Test(arguments: [
    #"{"repo":"r","query":"q"}"#, #"{"query":"q"}"#, "not json",
    #"{"repo":"r","query":"q","kind":"k","grain":"line","answers":["a"]}"#,
    #"{"repo":"r","query":"q","kind":"k","grain":"file","answers":[],"answerable":true}"#,
  ])
  func saysWhatIsWrong(line: String) {
    let error = #expect(throws: QuerySetError.self) {
      try QuerySet.queries(in: "\n" + line, name: "bad.jsonl")
    }
    #expect(error?.description.hasPrefix("bad.jsonl:2: ") == true)
  }

  @Test func idsAreUnique() {
    let line = #"{"id":"1","repo":"r","query":"q","kind":"k","grain":"file","answers":["a"]}"#
    #expect(throws: QuerySetError.self) {
      try QuerySet.queries(in: line + "\n" + line, name: "twice")
    }
  }

  @Test func answersCountOnce() {
    let query = EvaluationQuery(
      id: "1", repository: "r", text: "q", kind: "k", grain: .symbol, answers: ["id a", "b.c"],
      secondary: ["id d"])
    let places = [
      RankedPlace(id: "id x", qualifiedName: "b", path: "f"),
      RankedPlace(id: "id b", qualifiedName: "b.c", path: "f"),
      RankedPlace(id: "id b2", qualifiedName: "b.c", path: "f"),
      RankedPlace(id: "id d", qualifiedName: "d", path: "f"),
      RankedPlace(id: "id a", qualifiedName: "a", path: "f"),
    ]
    #expect(query.gains(of: places) == [0, 1, 0, 0.5, 1])
  }

  @Test func filesAreComparedAsAWhole() {
    let query = EvaluationQuery(
      id: "1", repository: "r", text: "q", kind: "k", grain: .file, answers: ["src/a.py"])
    let places = ["a.py", "lib/src/a.py", "src/a.py"].map {
      RankedPlace(id: "id", qualifiedName: "name", path: $0)
    }
    #expect(query.gains(of: places) == [0, 0, 1])
  }

  @Test func answersBecomeTheirFiles() {
    let query = EvaluationQuery(
      id: "1", repository: "r", text: "q", kind: "k", grain: .symbol, answers: ["a", "b", "gone"],
      secondary: ["b", "c"])
    let files = ["a": "x.py", "b": "x.py", "c": "y.py"]
    let other = query.aboutFiles { files[$0] }
    #expect(other.grain == .file && other.answers == ["x.py"] && other.secondary == ["y.py"])
    #expect(other.aboutFiles { _ in nil } == other)
  }
}
