import Foundation
import GraphModel
import SourceTree

/// Which directories of a tree are watched: those that hold files of the tree, those above them, and new ones
/// that hold nothing yet. So ignored trees are never watched, however large.
enum WatchedDirectories {
  /// Sorted, the root (an empty path) first.
  static func of(_ scan: TreeScan) -> [SourcePath] {
    var found: Set<SourcePath> = [SourcePath("")]
    for path in scan.entries.lazy.map(\.path) { add(path, to: &found) }
    for path in scan.unclaimed { add(path, to: &found) }
    for directory in found.sorted() {
      for child in children(of: directory, root: Array(scan.root.utf8)) where !found.contains(child) {
        if isEmpty(child, root: scan.root) { found.insert(child) }
      }
    }
    return found.sorted()
  }

  /// True for the names of directories that belong to tools and are no part of the tree.
  static func isTools(_ name: ArraySlice<UInt8>) -> Bool { tools.contains { $0.elementsEqual(name) } }

  private static let tools = [".git", ".kg", ".hg", ".svn"].map { Array($0.utf8) }

  /// The directories in a directory; none if it cannot be read.
  static func children(of directory: SourcePath, root: [UInt8]) -> [SourcePath] {
    let path = directory.bytes.isEmpty ? root : root + [UInt8(ascii: "/")] + directory.bytes
    guard let stream = opendir(path.map { CChar(bitPattern: $0) } + [0]) else { return [] }
    defer { closedir(stream) }
    var result: [SourcePath] = []
    while let entry = readdir(stream) {
      guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name == [0x2E] || name == [0x2E, 0x2E] || isTools(name[...]) { continue }
      result.append(directory.appending(name[...]))
    }
    return result
  }

  private static func add(_ path: SourcePath, to found: inout Set<SourcePath>) {
    var directory = path.directory
    while !directory.bytes.isEmpty, found.insert(directory).inserted { directory = directory.directory }
  }

  private static func isEmpty(_ directory: SourcePath, root: String) -> Bool {
    let path = Array(root.utf8) + [UInt8(ascii: "/")] + directory.bytes
    guard let stream = opendir(path.map { CChar(bitPattern: $0) } + [0]) else { return false }
    defer { closedir(stream) }
    var count = 0
    while count <= 2, readdir(stream) != nil { count += 1 }
    return count <= 2
  }
}

extension SourcePath {
  /// The path of something in this directory.
  func appending(_ name: ArraySlice<UInt8>) -> SourcePath {
    bytes.isEmpty ? SourcePath(bytes: Array(name)) : SourcePath(bytes: bytes + [UInt8(ascii: "/")] + name)
  }
}
