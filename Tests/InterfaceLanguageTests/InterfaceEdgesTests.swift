import GraphModel
import InterfaceLanguage
import LanguageSupport
import Linking
import SwiftLanguage
import TestSupport
import Testing

/// What the files in `Fixtures/Projects/interface` name.
@Suite struct InterfaceEdgesTests {
  private static let folder = "Fixtures/Projects/interface"
  private static let languages: [any Language] = [SwiftLanguage(), InterfaceLanguage()]

  private static func graph() throws -> Graph {
    let found = ["swift", "storyboard", "plist"].flatMap {
      RepositoryFiles.files(below: folder, suffix: "." + $0)
    }
    let paths = found.sorted { SourcePath($0) < SourcePath($1) }
    var files: [IndexedFile] = []
    var facts: [FileFacts?] = []
    for path in paths {
      let relative = SourcePath(String(path.dropFirst(folder.count + 1)))
      let language = try #require(languages.first { $0.claims(relative) })
      guard case .facts(let parsed) = language.parse(Array(try RepositoryFiles.text(path).utf8)) else {
        continue
      }
      #expect(FactsInvariants.violations(in: parsed).isEmpty, "\(path)")
      #expect(parsed.parseErrors == 0, "\(path)")
      files.append(IndexedFile(path: relative, language: language.id, blob: nil))
      facts.append(parsed)
    }
    return ProgramLinker(languages: languages).link(files: files, facts: facts).graph
  }

  /// The references of a file in order of place: place, what is found, how.
  private static func lines(_ path: String, _ graph: Graph) -> [String] {
    var found: [(Position, String)] = []
    for edge in graph.edges where edge.kind == .references && edge.file >= 0 {
      guard graph.files[Int(edge.file)].path == SourcePath(path) else { continue }
      let target = graph.nodes[Int(edge.target)]
      let word = target.kind == .external ? "external " : ""
      found.append(
        (edge.position, "\(word)\(target.qualifiedName) in \(target.path?.display ?? "-") \(edge.resolution)")
      )
    }
    for item in graph.unresolved where graph.files[Int(item.file)].path == SourcePath(path) {
      found.append((item.position, "\(item.name): \(item.reason)"))
    }
    return found.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { "\($0.0.line):\($0.0.column) \($0.1)" }
  }

  @Test func storyboardsNameClassesOutletsAndActions() throws {
    #expect(
      Self.lines("App/Main.storyboard", try Self.graph()) == [
        "6:47 FirstController in App/App.swift exact",
        "9:44 external Widgets.RoundButton in - exact",
        "15:37 FirstController.tap(_:) in App/App.swift exact",
        "16:37 FirstController.show(sender:event:) in App/App.swift exact",
        "17:37 close:: no such action",
        "18:72 FirstController.back(_:) in App/App.swift ambiguous",
        "18:72 Modern.back(_:) in App/App.swift ambiguous",
        "21:43 BadgeLabel in App/App.swift inferred",
        "23:70 BadgeLabel.tint in App/App.swift exact",
        "29:31 FirstController.badge in App/App.swift exact",
        "30:31 BaseController.title in App/App.swift exact",
        "31:31 delegate: no such outlet",
        "32:41 FirstController.allbuttons in App/App.swift exact",
        "36:45 Modern in App/App.swift exact",
        "37:47 Nowhere: no such class",
      ])
  }

  @Test func propertyListsNamePrincipalClasses() throws {
    #expect(
      Self.lines("App/Info.plist", try Self.graph()) == [
        "8:11 NSApplication: no such class",
        "12:36 SceneDelegate in App/App.swift exact",
        "15:15 FirstController in Kit/Kit.swift exact",
      ])
  }
}
