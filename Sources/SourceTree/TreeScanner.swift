import GraphModel

/// Finds out which files a tree holds and which of them changed since the last run.
///
/// Inside a git work tree these are the tracked files and the untracked ones that are not ignored, as git
/// lists them; elsewhere, and where git cannot be used, the files that a walk finds and `.gitignore`
/// files do not exclude. No file's content is read. Blob ids are never taken from git's index: where
/// attributes or settings convert line ends, git names another content than the file on the disk has.
public struct TreeScanner: Sendable {
  private let root: [UInt8]
  private let options: ScanOptions
  /// How long git may take before the tree is walked instead.
  var gitTimeLimit = Duration.seconds(60)

  /// Makes a scanner for the directory at `root`, an absolute path or one relative to the working directory.
  public init(root: String, options: ScanOptions) {
    self.root = Array(root.utf8)
    self.options = options
  }

  /// Scans the tree: what git or the walk takes, and one question to the system for each claimed file.
  ///
  /// - Parameter known: what the last run stored about files, which then need no reading if they are unchanged.
  public func scan(known: [SourcePath: KnownFile] = [:]) async throws(SourceTreeError) -> TreeScan {
    let directory = try RootDirectory(root)
    if directory.isBareRepository { throw .bareRepository(path: directory.display) }
    var (listing, format) = await list(directory)
    let isGitWorkTree = format != nil
    listing.sort()
    let objectFormat = format ?? .sha1
    var examiner = EntryExaminer(
      root: directory.descriptor.number, rootPath: directory.path, options: options,
      environments: listing.environments, digits: objectFormat.digits)
    var entries: [TreeEntry] = []
    entries.reserveCapacity(listing.claimed.count)
    for path in listing.claimed {
      if let entry = examiner.examine(path, known: known[path]) { entries.append(entry) }
    }
    return TreeScan(
      root: directory.display, rootBytes: directory.path, isGitWorkTree: isGitWorkTree,
      objectFormat: objectFormat, entries: entries, submodules: listing.submodules,
      nestedRepositories: listing.nestedRepositories, unclaimed: listing.unclaimed,
      warnings: listing.warnings, options: options)
  }

  /// The paths of the tree, and git's object format if git listed them.
  private func list(_ directory: borrowing RootDirectory) async -> (Listing, ObjectFormat?) {
    var listing = Listing(claims: options.claims)
    let place = directory.placeInRepository
    if place != .outside {
      do {
        let format = try await GitListing.run(root: directory.path, timeLimit: gitTimeLimit, into: &listing)
        // A root that the repository around it ignores was named by the user all the same.
        if place == .top || !listing.isEmpty { return (listing, format) }
      } catch {
        listing = Listing(claims: options.claims)
        listing.add(.gitUnusable(reason: error.reason))
      }
    }
    TreeWalk.run(root: directory.descriptor.number, into: &listing)
    return (listing, nil)
  }
}
