import GraphStore
import SourceTree

/// Why a run could not be done. What is wrong with one file is never an error but its `SkipReason`.
public struct IndexingError: Error, Sendable {
  /// What sort of failure it is.
  public enum Kind: Sendable, Equatable {
    /// Another process writes the same database.
    case locked
    case permission
    /// The folder holds no file that a language claims.
    case nothingToIndex
    /// A newer kg wrote the database.
    case newerSchema
    case failed
  }

  /// What sort of failure it is.
  public var kind: Kind
  /// What happened, to which file.
  public var message: String
  /// What to do, if there is something.
  public var advice: String?

  /// Makes an error of its parts.
  public init(_ kind: Kind, _ message: String, advice: String? = nil) {
    self.kind = kind
    self.message = message
    self.advice = advice
  }

  init(_ error: any Error) {
    switch error {
    case let error as IndexingError: self = error
    case GraphStoreError.notFound(let path):
      // A writer misses a folder, never a database.
      self.init(.failed, "\(path) does not exist", advice: "Make the folder for the database first.")
    case let error as GraphStoreError: self.init(Self.kind(error), error.description)
    case let error as SourceTreeError: self.init(.failed, error.description)
    default: self.init(.failed, "\(error)")
    }
  }

  private static func kind(_ error: GraphStoreError) -> Kind {
    switch error {
    case .locked: .locked
    case .permission, .noSpace: .permission
    case .newerSchema: .newerSchema
    default: .failed
    }
  }
}
