import GraphModel
import GraphStore
import SourceTree

extension GraphSession {
  /// An overview in Markdown, in the manner of AGENTS.md: what the repository is, a line for each folder, the
  /// subsystems, how it is built and tested as its own files say.
  ///
  /// - Parameter budget: tokens at most; what does not fit is left out line by line from the end of each section.
  public func agentsOverview(budget: Int) throws(QueryError) -> String {
    do { return try AgentsOverview(self).text(budget: budget) } catch { throw QueryError(error) }
  }
}

/// Writes the overview.
private struct AgentsOverview {
  private static let folderLimit = 40
  private static let subsystemLimit = 15

  private let session: GraphSession
  private let index: CommunityIndex
  private let ranking: [Int]
  private let project: ProjectFiles

  init(_ session: GraphSession) throws {
    self.session = session
    index = try CommunityIndex(session.reader)
    ranking = index.ranking()
    project = ProjectFiles(root: session.location.root)
  }

  func text(budget: Int) throws -> String {
    let name = session.location.root.split(separator: "/").last.map(String.init) ?? "repository"
    let sections: [(title: String, lines: [String])] = [
      ("", [project.purpose].compactMap { $0 }),
      ("Structure", folders()),
      ("Build and test", project.commands),
      ("Subsystems", try subsystems()),
    ]
    // All sections grow in turns, so that a small budget gives something of each.
    var shown = sections.map { _ in 0 }
    while true {
      var hasGrown = false
      for section in sections.indices where shown[section] < sections[section].lines.count {
        shown[section] += 1
        if TokenEstimate.tokens(render(name, sections, shown)) <= budget {
          hasGrown = true
        } else {
          shown[section] -= 1
        }
      }
      if !hasGrown { return render(name, sections, shown) }
    }
  }

  private func render(_ name: String, _ sections: [(title: String, lines: [String])], _ shown: [Int])
    -> String
  {
    var blocks = ["# \(name)"]
    for (section, count) in zip(sections, shown) where count > 0 {
      let body = section.lines.prefix(count).joined(separator: "\n")
      blocks.append(section.title.isEmpty ? body : "## \(section.title)\n\n\(body)")
    }
    return blocks.joined(separator: "\n\n")
  }

  /// A line for each folder at the top, and for those inside the usual folders of sources.
  private func folders() -> [String] {
    let outer: Set<String> = ["Sources", "Tests", "src", "lib", "packages"]
    var members: [String: [Int]] = [:]
    for (number, file) in index.files.enumerated() where file.skipReason == nil {
      let parts = file.path.display.split(separator: "/").map(String.init)
      guard parts.count > 1 else { continue }
      let depth = parts.count > 2 && outer.contains(parts[0]) ? 2 : 1
      members[parts.prefix(depth).joined(separator: "/"), default: []].append(number)
    }
    return members.sorted { $0.key.precedesByBytes($1.key) }.prefix(Self.folderLimit).map { folder, files in
      let noun = files.count == 1 ? "file" : "files"
      return "- `\(folder)/` (\(files.count) \(noun))" + about(files)
    }
  }

  /// What the community is about that most of these files belong to.
  private func about(_ files: [Int]) -> String {
    var counts: [Int: Int] = [:]
    for file in files {
      if let place = index.place(ofFile: Int32(file)) { counts[place, default: 0] += 1 }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return "" }
    let words = index.communities[best].label.split(separator: ": ").last.map(String.init) ?? ""
    return words.contains("/") ? "" : ": " + words
  }

  private func subsystems() throws -> [String] {
    try ranking.filter { !index.isTests($0) }.prefix(Self.subsystemLimit).map { place in
      let community = index.communities[place]
      let central = try session.reader.nodes(community.central.prefix(3).map(\.node))
      let names = central.map { "`\($0.node.qualifiedName)`" }.joined(separator: ", ")
      return "- **\(community.label)** (\(community.files.count))" + (names.isEmpty ? "" : ": \(names)")
    }
  }
}
