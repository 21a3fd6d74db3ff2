#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphModel

/// Lists the files below a root without git, honouring `.gitignore` files.
///
/// Iterative; symbolic links are never followed; the number of open files does not grow with the tree.
/// Directories that hold a `.git` are other repositories, named but not entered.
struct TreeWalk {
  private struct Pending {
    let path: [UInt8]
    let rules: IgnoreRules
  }

  private let cursor: DirectoryCursor
  private var pending: [Pending] = [Pending(path: [], rules: IgnoreRules())]
  private var listing: Listing

  private init(root: Int32, into listing: Listing) {
    cursor = DirectoryCursor(root: root)
    self.listing = listing
  }

  /// Adds the files of the directory that `root` is open on to the listing.
  static func run(root: Int32, into listing: inout Listing) {
    var walk = TreeWalk(root: root, into: listing)
    while let directory = walk.pending.popLast() { walk.visit(directory) }
    listing = walk.listing
  }

  private mutating func visit(_ directory: Pending) {
    do {
      let number = try cursor.move(to: directory.path[...])
      try visit(directory, number, readDirectory(number))
    } catch {
      // A directory that vanished meanwhile has no files.
      if error.code == ENOENT { return }
      listing.add(.directory(path: SourcePath(bytes: directory.path), cause: error))
    }
  }

  private mutating func visit(
    _ directory: Pending, _ number: Int32, _ items: [DirectoryItem]
  ) throws(SystemFailure) {
    let isRoot = directory.path.isEmpty
    if !isRoot, items.contains(where: { $0.name == ToolDirectory.git }) {
      return listing.addNestedRepository(directory.path)
    }
    var rules = directory.rules
    if items.contains(where: { $0.name == Self.ignoreFileName && $0.kind != .directory }) {
      addRules(of: directory.path, number, to: &rules)
    }
    var inside: [Pending] = []
    for item in items {
      if ToolDirectory.isOne(item.name[...]) { continue }
      let path = isRoot ? item.name : directory.path + [UInt8(ascii: "/")] + item.name
      if rules.ignores(path, isDirectory: item.kind == .directory) { continue }
      switch item.kind {
      case .directory: inside.append(Pending(path: path, rules: rules))
      case .other: listing.addFile(path)
      }
    }
    // Last in, first out: the directories are visited in their order.
    pending.append(contentsOf: inside.reversed())
  }

  private mutating func addRules(of directory: [UInt8], _ number: Int32, to rules: inout IgnoreRules) {
    let path = directory.isEmpty ? Self.ignoreFileName : directory + [UInt8(ascii: "/")] + Self.ignoreFileName
    do {
      let file = try Descriptor.open(Self.ignoreFileName[...], in: number, flags: O_RDONLY | O_NONBLOCK)
      let stamp = try file.stamp()
      guard stamp.kind == S_IFREG, stamp.size <= IgnoreFile.maximumSize else {
        return listing.add(.ignoreFile(path: SourcePath(bytes: path)))
      }
      rules.add(IgnoreFile(try file.read(upTo: Int(stamp.size))), of: directory)
    } catch {
      listing.add(.ignoreFile(path: SourcePath(bytes: path)))
    }
  }

  private static let ignoreFileName = Array(".gitignore".utf8)
}
