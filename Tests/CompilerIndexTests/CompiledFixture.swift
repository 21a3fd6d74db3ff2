import CompilerIndex
import Foundation
import GraphModel
import LanguageSupport
import Linking
import SwiftLanguage
import TestSupport

/// A small module, compiled, read back and linked.
struct CompiledFixture {
  let directory: TemporaryDirectory
  let paths: [SourcePath]
  let sources: [[UInt8]]
  let compiled: CompiledProgram

  /// Compiles copies of these files (paths below the module's folder, with their text).
  init(_ files: [String: String], module: String = "Shop") throws {
    directory = try TemporaryDirectory(files)
    let names = files.keys.sorted()
    try SwiftCompiler.compile(names, module: module, in: directory)
    paths = names.map { SourcePath($0) }
    sources = names.map { Array((files[$0] ?? "").utf8) }
    compiled = try IndexStoreReader.read(Self.request(directory, paths))
  }

  static func request(_ directory: TemporaryDirectory, _ paths: [SourcePath]) -> ReadRequest {
    ReadRequest(
      stores: IndexStoreFinder.stores(root: directory.path, packages: [SourcePath("")]),
      root: Array(directory.path.utf8), files: paths)
  }

  /// The graph of the sources, or of others in their place; only the files in `current` are taken from the index.
  func graph(current: Set<SourcePath>? = nil, sources: [[UInt8]]? = nil) -> Graph {
    let facts = (sources ?? self.sources).map { source -> FileFacts? in
      guard case .facts(let facts) = SwiftLanguage().parse(source) else { return nil }
      return facts
    }
    let files = paths.map { IndexedFile(path: $0, language: .swift, blob: nil) }
    let pass = CompilerPass(compiled, current: current ?? Set(paths))
    return ProgramLinker(languages: [SwiftLanguage()], passes: [pass]).link(files: files, facts: facts).graph
  }
}
