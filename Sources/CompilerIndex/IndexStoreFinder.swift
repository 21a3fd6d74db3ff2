import Crypto
import Foundation
public import GraphModel

/// An index store and the package it belongs to.
public struct IndexStoreLocation: Sendable, Hashable {
  /// The store's folder.
  public var path: String
  /// The package's folder relative to the indexed root, empty for the root itself.
  public var package: SourcePath

  /// Makes a location of its parts.
  public init(path: String, package: SourcePath) {
    self.path = path
    self.package = package
  }
}

/// Finds what builds left behind.
public enum IndexStoreFinder {
  /// The stores that the package manager's builds of these packages wrote: `.build/*/index/store`, each folder once,
  /// sorted. `packages` are folders relative to `root`.
  public static func stores(root: String, packages: [SourcePath]) -> [IndexStoreLocation] {
    var result: [IndexStoreLocation] = []
    var seen: Set<String> = []
    for package in packages {
      guard let relative = package.string else { continue }
      let folder = relative.isEmpty ? root : root + "/" + relative
      let builds = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/.build")) ?? []
      for build in builds.sorted() {
        let store = folder + "/.build/" + build + "/index/store"
        guard FileManager.default.fileExists(atPath: store) else { continue }
        // `.build/debug` is a link to `.build/<triple>/debug`.
        let real = URL(fileURLWithPath: store).resolvingSymlinksInPath().path
        if seen.insert(real).inserted { result.append(IndexStoreLocation(path: real, package: package)) }
      }
    }
    return result
  }

  /// The folders with units of a store, one for each version of the format; empty if it is no store.
  private static func unitFolders(of store: String) -> [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: store)) ?? []
    return entries.filter { $0.hasPrefix("v") }.sorted().map { store + "/" + $0 + "/units" }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }

  /// True if a build wrote into this folder. (The library opens any.)
  static func isStore(_ path: String) -> Bool { !unitFolders(of: path).isEmpty }

  /// A digest of which units the stores hold, and from when they are, and of the times of the sources (in nanoseconds
  /// since 1970): equal states and sources give equal results. Units are written anew whenever a file is compiled;
  /// records never change, they are named after their content.
  public static func state(of stores: [IndexStoreLocation], sources: [(SourcePath, Int64)]) -> String {
    var hash = SHA256()
    for (path, time) in sources { hash.update(data: path.bytes + Array(" \(time)\n".utf8)) }
    for store in stores {
      hash.update(data: Array(store.package.bytes) + [0])
      for folder in unitFolders(of: store.path) {
        let units = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for unit in units.sorted() {
          var status = stat()
          guard stat(folder + "/" + unit, &status) == 0 else { continue }
          #if canImport(Darwin)
            let time = status.st_mtimespec
          #else
            let time = status.st_mtim
          #endif
          hash.update(data: Array("\(unit) \(status.st_size) \(time.tv_sec) \(time.tv_nsec)\n".utf8))
        }
      }
    }
    return hash.finalize().prefix(16).map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
  }
}
