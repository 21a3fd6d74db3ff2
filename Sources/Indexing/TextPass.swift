import GraphStore
import LanguageSupport
import Linking

/// What is made of definitions and texts alone: while references are resolved, if there is a second thread for it.
struct TextPass: Sendable {
  let chunks: ChunkIndexing
  private let contents: [[UInt8]]
  private let makesChunks: Bool

  struct Result: Sendable {
    let tags: [TagPass.Tags]
    /// Nil if they were not wanted.
    let chunks: ChunkTables?
    /// CPU seconds for each.
    let tagSeconds: Double
    let chunkSeconds: Double
  }

  /// - Parameters:
  ///   - contents: the bytes of the program's files, empty for what was not read.
  ///   - previous: an earlier generation with the same versions of everything.
  ///   - makesChunks: whether to make chunks, too.
  ///   - late: reads one that was not, if it still holds what its facts are of.
  init(
    contents: [[UInt8]], _ defined: DefinedProgram, previous: PreviousGeneration?, makesChunks: Bool,
    late: @escaping @Sendable (_ file: Int) -> [UInt8]?
  ) {
    self.contents = contents
    self.makesChunks = makesChunks
    chunks = ChunkIndexing(defined: defined, previous: previous) { file in
      contents[file].isEmpty ? late(file) : contents[file]
    }
  }

  /// The content of the program's file of that number; nil if it no longer holds what its facts are of.
  func content(_ file: Int) -> [UInt8]? { chunks.content(file) }

  func run() throws -> Result {
    let start = CPUClock.ofThread()
    let tags = TagPass.tags(of: chunks.defined.program, contents: contents)
    let middle = CPUClock.ofThread()
    let tables = makesChunks ? try chunks.tables() : nil
    return Result(
      tags: tags, chunks: tables, tagSeconds: middle - start, chunkSeconds: CPUClock.ofThread() - middle)
  }
}
