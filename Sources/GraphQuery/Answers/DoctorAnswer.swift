import GraphModel
import GraphStore
import SourceTree

/// What an examination of an index found.
public struct DoctorAnswer: Answer, Equatable {
  /// The database file.
  public var database: String
  /// What is not as it was written, one line each; empty for a good index.
  public var damage: [String]
  /// What is no damage but should be known.
  public var notices: [String]
  /// The state of the index; generation 0 if it cannot be read.
  public var index: IndexState

  /// True if everything is as it was written.
  public var isHealthy: Bool { damage.isEmpty }

  /// Reads all of the database at `location` and changes nothing. O(size).
  public static func examine(_ location: IndexLocation) throws(QueryError) -> DoctorAnswer {
    do {
      let checkup = try DatabaseCheckup(DatabaseLocation(location.database))
      let meta = checkup.meta
      return DoctorAnswer(
        database: location.database, damage: checkup.damage, notices: checkup.notices,
        index: IndexState(
          generation: Int(meta?.generation ?? 0), digest: meta?.digest ?? "", staleFiles: [],
          skippedFiles: meta?.skippedFiles ?? 0, unresolved: meta?.unresolved ?? 0))
    } catch {
      throw QueryError(error)
    }
  }

  /// Writes the keys of this answer.
  public func writeFields(to json: inout JSONWriter) {
    json.field("database", database)
    json.field("healthy", isHealthy)
    json.array("damage", damage) { $0.string($1) }
    json.array("notices", notices) { $0.string($1) }
  }
}
