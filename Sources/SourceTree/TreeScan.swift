import Crypto
import GraphModel

/// The files of a tree at the time of a scan.
public struct TreeScan: Sendable {
  /// The real path of the root, for people. Undecodable bytes of it are replaced.
  public let root: String
  /// The real path of the root as the system knows it.
  let rootBytes: [UInt8]
  /// True if git listed the files. False outside of git, where git could not be used (there is a warning
  /// then), and for a root inside a work tree of which git ignores everything.
  public let isGitWorkTree: Bool
  /// How the blob ids of this tree are made.
  public let objectFormat: ObjectFormat
  /// The claimed files, sorted by the bytes of their paths, each path once.
  public let entries: [TreeEntry]
  /// Git submodules, sorted. Their files are not listed.
  public let submodules: [SourcePath]
  /// Other repositories inside this one, sorted. Their files are not listed.
  public let nestedRepositories: [SourcePath]
  /// The files that no language claims, sorted: nothing is known about them but that they are there.
  public let unclaimed: [SourcePath]
  /// SHA-256 of the paths in `unclaimed`, hexadecimal: equal for two scans only if these files are the same.
  public var unclaimedDigest: String {
    var hash = SHA256()
    for path in unclaimed {
      hash.update(data: path.bytes)
      hash.update(data: [0])
    }
    return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
  /// What could not be done as usual.
  public let warnings: [TreeWarning]
  /// The options of the scan, which hold for reading its entries, too.
  let options: ScanOptions
}

/// One claimed file.
public struct TreeEntry: Sendable, Equatable {
  /// Relative to the root.
  public let path: SourcePath
  /// State at the time of the scan; ``FileStamp/none`` if it could not be had.
  public let stamp: FileStamp
  /// The id of the content if the stamp proves that it is what the last run read, else nil.
  public let blob: BlobID?
  /// Set if the file needs no reading because it would be refused.
  public let skip: SkipReason?
  /// True if the file is what the ``KnownFile`` says: nothing to read, nothing to store. (A reason that a
  /// parser gave is the caller's to keep; it is not in `skip`.)
  public let isUnchanged: Bool
}

/// What the last run stored about a file, so that unchanged files are not read again.
public struct KnownFile: Sendable, Equatable {
  /// The stamp of the last ``ReadOutcome``, or of the entry if the file was not read.
  public var stamp: FileStamp
  /// The blob id of the last ``ReadOutcome``.
  public var blob: BlobID?
  /// The reason why the file has no facts. Reasons that depend on more than the content (a limit, a flag, a
  /// permission) are found anew by each scan; reasons that parsers gave are not carried over either,
  /// the blob id is.
  public var skip: SkipReason?

  /// Makes a record of its parts.
  public init(stamp: FileStamp, blob: BlobID?, skip: SkipReason?) {
    self.stamp = stamp
    self.blob = blob
    self.skip = skip
  }
}
