#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphModel

/// Makes entries of listed paths: asks for their state and decides what can be decided without reading.
/// Fast if the paths come in sorted order.
struct EntryExaminer {
  private let cursor: DirectoryCursor
  private let rootPath: [UInt8]
  private let options: ScanOptions
  private let vendored: VendoredFolders
  /// Number of digits of the blob ids in this tree; ids that were made otherwise are not kept.
  private let digits: Int
  private var lastDirectory: [UInt8] = []
  private var lastDirectoryIsVendored = false

  init(root: Int32, rootPath: [UInt8], options: ScanOptions, environments: [SourcePath], digits: Int) {
    cursor = DirectoryCursor(root: root)
    self.rootPath = rootPath
    self.options = options
    vendored = VendoredFolders(environments: environments)
    self.digits = digits
  }

  /// The entry of a path; nil if there is no such file (any more): git also lists tracked files that
  /// were deleted or that a sparse checkout leaves out.
  mutating func examine(_ path: SourcePath, known: KnownFile?) -> TreeEntry? {
    let bytes = path.bytes
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    let directory = bytes[..<(slash ?? 0)]
    let name = bytes[(slash.map { $0 + 1 } ?? 0)...]
    let stamp: FileStamp
    do {
      stamp = try Descriptor.stamp(of: name, in: cursor.move(to: directory))
    } catch {
      switch error.code {
      // A component that is a symbolic link or a file now: git's list is older than the disk.
      case ENOENT, ENOTDIR, ELOOP: return nil
      case EACCES, EPERM: return entry(path, .none, skip: .permission, known)
      default: return entry(path, .none, skip: .unreadable, known)
      }
    }
    switch stamp.kind {
    case S_IFREG: return entry(path, stamp, skip: skip(directory, name, stamp), known)
    case S_IFDIR: return nil
    case S_IFLNK:
      let resolver = LinkResolver(rootPath: rootPath)
      return entry(path, stamp, skip: resolver.leadsOutside(path) ? .symlinkOutsideTree : .symlink, known)
    default: return entry(path, stamp, skip: .specialFile, known)
    }
  }

  private mutating func skip(
    _ directory: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, _ stamp: FileStamp
  ) -> SkipReason? {
    if CredentialFiles.contain(name) { return .credentials }
    if !options.includesVendored, isVendored(directory) { return .vendored }
    if !options.includesGenerated, GeneratedMarks.isGeneratedName(name) { return .generated }
    return stamp.size > options.maximumFileSize ? .tooLarge : nil
  }

  private mutating func isVendored(_ directory: ArraySlice<UInt8>) -> Bool {
    if !directory.elementsEqual(lastDirectory) {
      lastDirectory = Array(directory)
      lastDirectoryIsVendored = vendored.contains(lastDirectory)
    }
    return lastDirectoryIsVendored
  }

  private func entry(
    _ path: SourcePath, _ stamp: FileStamp, skip: SkipReason?, _ known: KnownFile?
  ) -> TreeEntry {
    var blob: BlobID?
    var reason = skip
    let isSameFile = known?.stamp == stamp
    if skip == nil, isSameFile, let known, let id = known.blob, id.hex.utf8.count == digits {
      if let old = known.skip, ContentGuard.reasons.contains(old) {
        // Marks of generated code may be allowed now; then the file has to be read.
        let isAllowed = old == .generated && options.includesGenerated
        (blob, reason) = isAllowed ? (nil, nil) : (id, old)
      } else {
        blob = id
      }
    }
    let isUnchanged = isSameFile && (reason == nil ? blob != nil : reason == known?.skip)
    return TreeEntry(path: path, stamp: stamp, blob: blob, skip: reason, isUnchanged: isUnchanged)
  }
}
