import GraphModel
import GraphStore
import SourceTree

/// One generation of an index, opened for questions.
///
/// A session keeps the generation it opened: a run of `kg index` beside it changes nothing for it.
public struct GraphSession: Sendable {
  /// Where the index lies and which folder it describes.
  public let location: IndexLocation
  let reader: GraphReader
  let meta: GraphMeta
  let searchIndex = SearchIndexCache()
  /// What was done before it was opened to have it hold the tree as it is; answers repeat it.
  public var freshness = Freshness.unchecked

  /// The generation that answers.
  public var generation: Int { Int(meta.generation) }

  /// True if no definition was found in any file: whatever is asked, there is nothing to be found.
  public var isEmpty: Bool { meta.other[GraphMeta.definitionsKey] == "0" }

  /// How many files should have facts and have none, because reading or parsing them failed.
  public var unreadFiles: Int { meta.other[GraphMeta.unreadFilesKey].flatMap { Int($0) } ?? 0 }

  /// Opens the newest generation.
  ///
  /// - Parameter trustsRoot: whether the database may say which folder it describes. True only for one that
  ///   the user named: one that was found in a folder may have come with it.
  public init(location: IndexLocation, trustsRoot: Bool = false) throws(QueryError) {
    do {
      reader = try GraphReader(DatabaseLocation(location.database))
      meta = try reader.meta()
    } catch {
      throw QueryError(error)
    }
    let root = trustsRoot ? meta.other[GraphMeta.rootKey] : nil
    self.location = IndexLocation(root: root ?? location.root, database: location.database)
  }

  /// The state that an answer which names these files carries.
  func state(naming paths: [SourcePath]) throws -> IndexState {
    let stale = try StalenessCheck(session: self).stale(among: paths)
    return IndexState(
      generation: Int(meta.generation), digest: meta.digest, staleFiles: stale.map(\.display),
      skippedFiles: meta.skippedFiles, unreadFiles: unreadFiles, unresolved: meta.unresolved,
      freshness: freshness)
  }
}

/// Why a question has no answer.
public struct QueryError: Error, Sendable {
  /// What sort of failure it is.
  public enum Kind: Sendable, Equatable {
    /// Nothing was indexed here yet.
    case noIndex
    case permission
    /// A newer kg wrote the index.
    case newerSchema
    /// The file is damaged, or no index of ours.
    case unusable
  }

  /// What sort of failure it is.
  public var kind: Kind
  /// What happened, to which file, and what to do.
  public var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  init(_ error: any Error) {
    if let error = error as? QueryError {
      self = error
      return
    }
    guard let error = error as? GraphStoreError else {
      kind = .unusable
      message = "\(error)"
      return
    }
    message = error.description
    kind =
      switch error {
      case .notFound, .olderSchema: .noIndex
      case .permission: .permission
      case .newerSchema: .newerSchema
      default: .unusable
      }
  }
}
