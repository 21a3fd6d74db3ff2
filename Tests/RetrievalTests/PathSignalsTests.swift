import GraphModel
import Testing

@testable import Retrieval

@Suite struct PathSignalsTests {
  @Test func stemsAndFolders() {
    let signals = PathSignals(UnderstoodQuery("how does the session store cookies"))
    #expect(signals.share(PathTraits(SourcePath("src/app/sessions.py")).stem) == 1)
    #expect(signals.share(PathTraits(SourcePath("src/app/SessionCookieStore.swift")).stem) == 1)
    #expect(signals.share(PathTraits(SourcePath("src/app/session_table.py")).stem) == 0.5)
    #expect(signals.share(PathTraits(SourcePath("src/app/router.py")).stem) == 0)
    #expect(signals.share(PathTraits(SourcePath("src/cookies/router.py")).folders) == 0.5)
    #expect(signals.share(PathTraits(SourcePath("router.py")).folders) == 0)
  }

  @Test(arguments: [
    ("crash in src/flask/app.py on start", "src/flask/app.py", 1.0), ("see app.py.", "src/flask/app.py", 0.7),
    ("flask.app is slow", "src/flask/app.py", 0.7), ("flask/app is slow", "src/flask/app.py", 0.7),
    ("wsapp.py", "src/flask/app.py", 0), ("flask.apps", "src/flask/app.py", 0),
    ("lib/app.py", "src/flask/app.py", 0),
  ])
  func mentions(query: String, path: String, expected: Double) {
    #expect(PathSignals(UnderstoodQuery(query)).mention(PathTraits(SourcePath(path))) == expected)
  }

  @Test func penaltiesYield() {
    func factors(_ path: String, _ query: String, length: Double = 5000) -> [Double] {
      let penalty = PathPenalty(PathTraits(SourcePath(path)), length: length, UnderstoodQuery(query))
      return [penalty.symbols, penalty.file]
    }
    #expect(factors("src/router.py", "routing") == [1, 1])
    #expect(factors("tests/test_router.py", "routing") == [0.5, 0.5])
    #expect(factors("tests/test_router.py", "tests of routing") == [1, 1])
    #expect(factors("docs/routing.md", "routing") == [1, 0.5])
    #expect(factors("docs/routing.md", "documentation of routing") == [1, 1])
    #expect(factors("docs/conf.py", "routing") == [0.5, 0.5])
    #expect(factors("iOS Example/Router.swift", "routing") == [0.5, 0.5])
    #expect(factors("CHANGELOG.md", "routing") == [0.5, 0.25])
    #expect(factors("src/legacy/router.py", "routing") == [0.7, 0.7])
    #expect(factors("src/app/__init__.py", "routing", length: 20) == [1, 0.7])
    #expect(factors("src/app/__init__.py", "routing") == [1, 1])
  }
}
