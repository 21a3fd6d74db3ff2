import ArgumentParser
import Foundation
import GraphQuery

struct CommunitiesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "communities",
    abstract: "Show the subsystems: what belongs together, what it is about, what it depends on.",
    discussion: """
      EXAMPLES
        kg communities                     the tree of subsystems and their parts
        kg communities db/models/query.py  the one a file belongs to
        kg communities migration --json
        kg communities --svg map.svg       a drawing of them
      """)

  @Argument(help: ArgumentHelp("An id, a path, or words of a label.", valueName: "id"))
  var name: String?

  @Option(help: ArgumentHelp("Draw all of them into this file.", valueName: "file"))
  var svg: String?

  @OptionGroup var freshness: FreshnessOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if svg != nil && name != nil { throw ValidationError("--svg draws all communities, not one") }
  }

  func run() async throws {
    let session = try await freshness.open(shared)
    if let svg { return try draw(session, to: svg) }
    if let name { return try show(name, session) }
    let answer: CommunitiesAnswer
    do { answer = try session.communities() } catch { throw Failure(error) }
    try Output.line(shared.json ? answer.json : Output.safe(CommunityText.tree(answer)))
    if answer.subsystems.isEmpty { throw Failure(.nothingFound, "no communities: no file was parsed") }
  }

  private func show(_ name: String, _ session: GraphSession) throws {
    let answer: CommunityAnswer
    do { answer = try session.community(name) } catch { throw Failure(error) }
    if shared.json {
      try Output.line(answer.json)
    } else if answer.community != nil {
      try Output.line(Output.safe(CommunityText.one(answer)))
    } else if !answer.candidates.isEmpty {
      let lines = answer.candidates.map { "\($0.label)\n    \($0.id)" }
      try Output.line(Output.safe("\(lines.count) communities match:\n" + lines.joined(separator: "\n")))
    }
    if answer.community == nil && answer.candidates.isEmpty {
      throw Failure(.nothingFound, "no community called “\(Output.safe(name))”")
    }
    if !shared.quiet { session.warnAboutStaleness(answer.index) }
  }

  private func draw(_ session: GraphSession, to path: String) throws {
    let drawing: String
    do { drawing = try session.communityDrawing() } catch { throw Failure(error) }
    let place = path.hasPrefix("/") ? path : shared.startFolder + "/" + path
    do {
      try Data(drawing.utf8).write(to: URL(fileURLWithPath: place), options: .atomic)
    } catch {
      throw Failure(.failed, "cannot write \(path): \(error.localizedDescription)")
    }
  }
}

/// Communities as text.
enum CommunityText {
  /// Central definitions and dependencies shown of each.
  private static let limit = 4

  static func tree(_ answer: CommunitiesAnswer) -> String {
    var lines: [String] = []
    for (number, subsystem) in answer.subsystems.enumerated() {
      lines.append("\(number + 1). " + head(subsystem.summary))
      lines += details(subsystem.summary, indent: "   ")
      lines += subsystem.parts.map { "   - " + head($0) }
    }
    if !answer.bridges.isEmpty {
      let labels = Dictionary(
        answer.subsystems.map { ($0.summary.id, $0.summary.label) }, uniquingKeysWith: { first, _ in first })
      lines.append("\nmost references between")
      lines += answer.bridges.prefix(10).map { bridge in
        "  \(bridge.references) and back \(bridge.backReferences): "
          + "\(labels[bridge.from] ?? bridge.from) → \(labels[bridge.to] ?? bridge.to)"
      }
    }
    if !answer.cycles.isEmpty {
      lines.append("\ncircles among packages")
      for cycle in answer.cycles {
        lines.append("  \(cycle.packages.count) packages; the shortest:")
        lines += cycle.shortest.map { "    \($0.from) → \($0.to)  \($0.path):\($0.line)" }
      }
    }
    return lines.joined(separator: "\n")
  }

  static func one(_ answer: CommunityAnswer) -> String {
    guard let community = answer.community else { return "" }
    var lines = [head(community), "   id  \(community.id)"]
    lines += details(community, indent: "   ", limit: .max)
    for user in answer.usedBy.prefix(10) { lines.append("   used by \(user.label) (\(user.references))") }
    if !answer.parts.isEmpty { lines += ["", "parts"] + answer.parts.map { "  - " + head($0) } }
    lines += ["", "files"] + answer.paths.map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  private static func head(_ community: CommunitySummary) -> String {
    let cohesion = Int((community.cohesion * 100).rounded())
    return "\(community.label)  (\(community.files) \(community.files == 1 ? "file" : "files"), "
      + "\(cohesion) % of references inside)"
  }

  private static func details(
    _ community: CommunitySummary, indent: String, limit: Int = limit
  ) -> [String] {
    var lines: [String] = []
    let central = community.central.prefix(limit).map(\.qualifiedName)
    if !central.isEmpty { lines.append(indent + "around " + central.joined(separator: ", ")) }
    let others = community.dependsOn.prefix(limit).map { "\($0.label) (\($0.references))" }
    if !others.isEmpty { lines.append(indent + "uses " + others.joined(separator: " · ")) }
    return lines
  }
}
