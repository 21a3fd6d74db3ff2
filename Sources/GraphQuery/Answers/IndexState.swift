/// What was done, before a question was answered, to have the index hold the tree as it is.
public enum Freshness: String, Sendable {
  /// Nobody looked whether the tree changed.
  case unchecked
  /// The index holds the tree as it was when the question came.
  case current
  /// The index was brought up to date first.
  case updated
  /// The tree changed, and another process is writing: the answer is from the generation before.
  case busy
  /// The tree changed, and the index could not be brought up to date.
  case failed
}

/// What every answer says about the index it comes from.
public struct IndexState: Sendable, Equatable {
  /// Counts the changes of the graph since the database was made; from 1.
  public var generation: Int
  /// SHA-256 of the graph's content in canonical order, hexadecimal.
  public var digest: String
  /// Files that the answer names and that changed since they were indexed.
  public var staleFiles: [String]
  /// How many files of the tree have no facts.
  public var skippedFiles: Int
  /// How many of them should have facts: reading or parsing them failed.
  public var unreadFiles: Int
  /// How many references have no target.
  public var unresolved: Int
  /// Whether the tree was looked at before the answer was given.
  public var freshness: Freshness

  /// Makes a state of its parts.
  public init(
    generation: Int, digest: String, staleFiles: [String], skippedFiles: Int, unreadFiles: Int = 0,
    unresolved: Int, freshness: Freshness = .unchecked
  ) {
    self.generation = generation
    self.digest = digest
    self.staleFiles = staleFiles
    self.skippedFiles = skippedFiles
    self.unreadFiles = unreadFiles
    self.unresolved = unresolved
    self.freshness = freshness
  }

  func write(to json: inout JSONWriter) {
    json.object("index") { json in
      json.field("generation", generation)
      json.field("digest", digest)
      json.array("staleFiles", staleFiles) { $0.string($1) }
      json.field("skippedFiles", skippedFiles)
      json.field("unreadFiles", unreadFiles)
      json.field("unresolved", unresolved)
      json.field("freshness", freshness.rawValue)
    }
  }
}

/// An answer that can be given as one JSON object.
public protocol Answer: Sendable {
  /// What the index was when it answered.
  var index: IndexState { get }
  /// Writes the answer's own keys.
  func writeFields(to json: inout JSONWriter)
}

extension Answer {
  /// The version of all JSON shapes; raised when a key changes its meaning or goes away.
  public static var schemaVersion: Int { 1 }

  /// The answer as one JSON object on one line.
  public var json: String {
    var writer = JSONWriter()
    writer.object { json in
      json.field("schemaVersion", Self.schemaVersion)
      writeFields(to: &json)
      index.write(to: &json)
    }
    return writer.text
  }
}
