import CompilerIndex
import Foundation
import GraphModel
import LanguageSupport
import SourceTree

/// The compiler's index in one run: which stores there are, and what of them still holds.
struct CompilerIndexing {
  private let options: CompilerIndexOptions
  private let root: String
  private let stores: [IndexStoreLocation]
  /// What decides the result beside the files' contents; empty where there is no store.
  let state: String

  /// - Parameter scan: the files of the tree.
  init(_ options: CompilerIndexOptions, scan: TreeScan) {
    self.options = options
    root = scan.root
    let swift = scan.entries.filter { LanguageRegistry.isSwift($0.path) }
    guard options.isOn, options.reader != nil, !swift.isEmpty else {
      (stores, state) = ([], "")
      return
    }
    if options.stores.isEmpty {
      let manifests = swift.filter { $0.path.lastComponent == SourcePath("Package.swift") }
      stores = IndexStoreFinder.stores(root: scan.root, packages: manifests.map(\.path.directory))
    } else {
      stores = options.stores.map { IndexStoreLocation(path: $0, package: SourcePath("")) }
    }
    // Which files are newer than their units is part of the state: a touched file is no longer backed.
    state =
      stores.isEmpty
      ? "" : IndexStoreFinder.state(of: stores, sources: swift.map { ($0.path, $0.stamp.modified) })
  }

  /// What came of reading the stores.
  struct Outcome {
    /// To run after the languages' linkers; nil if no file is backed.
    var pass: CompilerPass?
    /// How many files are.
    var files = 0
    /// Why nothing was read, where the stores were not asked for by name.
    var warning: String?
  }

  /// Reads the stores.
  ///
  /// - Parameter results: all files, sorted by path, with what was read of them.
  func read(_ files: [IndexedFile], _ results: [ParsePass.Result]) async throws(IndexingError) -> Outcome {
    guard let reader = options.reader, !stores.isEmpty else { return Outcome() }
    let swift = files.indices.filter { files[$0].language == .swift && results[$0].facts != nil }
    let request = ReadRequest(
      library: options.library, stores: stores, root: Array(root.utf8), files: swift.map { files[$0].path })
    let compiled: CompiledProgram
    do { compiled = try await reader.read(request) } catch {
      guard options.stores.isEmpty else {
        throw IndexingError(.failed, error.description, advice: Self.advice(error))
      }
      return Outcome(warning: "a build's index is not used: \(error.description)")
    }
    var places: [SourcePath: Int] = [:]
    for index in swift { places[files[index].path] = index }
    let current = compiled.files.filter { file in
      guard let place = places[file.path], let facts = results[place].facts else { return false }
      return results[place].stamp.modified <= file.time
        && SourceAgreement.holds(file, in: compiled, source: results[place].bytes, lines: facts.lines)
    }
    guard !current.isEmpty else { return Outcome() }
    return Outcome(
      pass: CompilerPass(compiled, current: Set(current.map(\.path))), files: current.count)
  }

  private static func advice(_ error: IndexStoreError) -> String {
    switch error {
    case .noLibrary, .library:
      "Put the toolchain's swift on the PATH, or name the library with --index-store-library."
    case .store, .reader: "Build again, or index with --no-index-store."
    }
  }
}
