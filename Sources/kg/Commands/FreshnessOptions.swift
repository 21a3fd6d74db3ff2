import ArgumentParser
import GraphQuery
import Indexing

/// Whether a question first has the index brought up to date.
struct FreshnessOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Bring the index up to date first.",
      discussion:
        "Done unless forbidden where looking for changes is cheap: up to \(Refresh.cheapFiles) files."))
  var fresh: Bool?

  private var policy: Refresh.Policy {
    switch fresh {
    case nil: .whenCheap
    case true?: .always
    case false?: .never
    }
  }

  /// Brings the index up to date, opens it, and says on standard error what is wrong with it.
  func open(_ shared: SharedOptions) async throws -> GraphSession {
    let location = try shared.location()
    let outcome = await Refresh(location, policy: policy, reader: ReadIndexStoreCommand.process).run()
    var session = try shared.open()
    session.freshness = outcome.freshness
    if !shared.quiet { for line in Self.messages(outcome, session) { Output.message("kg: " + line) } }
    return session
  }

  private static func messages(_ outcome: Refresh.Outcome, _ session: GraphSession) -> [String] {
    var lines: [String] = []
    switch outcome {
    case .unchecked, .current: break
    case .updated(let report):
      lines.append("the tree changed: brought up to date first, generation \(report.generation)")
    case .busy(let error), .failed(let error):
      lines.append("not up to date: \(error.message); this answer is from generation \(session.generation)")
    }
    if session.isEmpty {
      lines.append("the index holds no definition at all; `kg status` says which files were skipped and why")
    } else if session.unreadFiles > 0 {
      lines.append(
        "\(session.unreadFiles) files could not be read or parsed and are missing; `kg status` lists them")
    }
    return lines
  }
}

extension Refresh.Outcome {
  /// How answers name it.
  var freshness: Freshness {
    switch self {
    case .unchecked: .unchecked
    case .current: .current
    case .updated: .updated
    case .busy: .busy
    case .failed: .failed
    }
  }
}
