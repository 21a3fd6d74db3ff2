import GraphModel
import GraphQuery
import Indexing

extension IndexReport: Answer {
  /// The state of the database after the run.
  public var index: IndexState {
    IndexState(
      generation: generation, digest: digest, staleFiles: [], skippedFiles: skippedFiles,
      unreadFiles: skipped.reduce(0) { sum, item in
        sum + (SkipReason(rawValue: item.name)?.isFailure == true ? item.count : 0)
      },
      unresolved: unresolved, freshness: changed ? .updated : .current)
  }

  /// Writes the keys of `kg index --json`.
  public func writeFields(to json: inout JSONWriter) {
    json.field("root", root)
    json.field("database", database)
    json.field("changed", changed)
    json.object("files") { json in for item in files { json.field(item.name, item.count) } }
    json.field("parsedFiles", parsedFiles)
    json.field("linkedFiles", linkedFiles)
    json.field("compilerFiles", compilerFiles)
    json.field("lines", lines)
    json.object("skipped") { json in for item in skipped { json.field(item.name, item.count) } }
    json.field("nodes", nodes)
    json.field("edges", edges)
    json.field("seconds", seconds)
    json.object("cpuSeconds") { json in
      json.field("scan", cpuSeconds.scan)
      json.field("facts", cpuSeconds.facts)
      json.field("parse", cpuSeconds.parse)
      json.field("compilerIndex", cpuSeconds.compilerIndex)
      json.field("link", cpuSeconds.link)
      json.field("derive", cpuSeconds.derive)
      json.field("store", cpuSeconds.store)
    }
    json.array("warnings", warnings) { $0.string($1) }
  }
}
