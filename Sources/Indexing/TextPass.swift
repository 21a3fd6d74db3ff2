import GraphStore
import LanguageSupport
import Linking

/// What is made of definitions and texts alone: while references are resolved, if there is a second thread for it.
struct TextPass: Sendable {
  private let chunks: ChunkIndexing
  private let contents: [[UInt8]]

  struct Result: Sendable {
    let tags: [TagPass.Tags]
    let chunks: ChunkTables
    /// CPU seconds for each.
    let tagSeconds: Double
    let chunkSeconds: Double
  }

  /// - Parameters:
  ///   - contents: the bytes of the program's files, empty for what was not read.
  ///   - previous: an earlier generation with the same versions of everything.
  ///   - late: reads one that was not, if it still holds what its facts are of.
  init(
    contents: [[UInt8]], _ defined: DefinedProgram, previous: PreviousGeneration?,
    late: @escaping @Sendable (_ file: Int) -> [UInt8]?
  ) {
    self.contents = contents
    chunks = ChunkIndexing(defined: defined, previous: previous) { file in
      contents[file].isEmpty ? late(file) : contents[file]
    }
  }

  func run() throws -> Result {
    let start = CPUClock.ofThread()
    let tags = TagPass.tags(of: chunks.defined.program, contents: contents)
    let middle = CPUClock.ofThread()
    let tables = try chunks.tables()
    return Result(
      tags: tags, chunks: tables, tagSeconds: middle - start, chunkSeconds: CPUClock.ofThread() - middle)
  }
}
