import GraphModel
import LanguageSupport

/// Turns the facts of all files into a graph: a pure function of its input.
///
/// Passes, in this order, since each needs what the ones before made:
/// 1. structure: repository, packages and modules, files (nodes and `contains`)
/// 2. definitions: a node and a symbol id for each (nodes and `contains`)
/// 3. each language's own linker, in the order of their ids
/// 4. further passes over all languages, in the order given
/// 5. documents: `links`, `mentions` and `documents` edges of prose
/// 6. canonical order
public struct ProgramLinker: Sendable {
  /// Raised whenever the same facts give another graph, whichever pass or language changed: databases of
  /// other versions are linked anew.
  public static let version = 12

  /// The languages of the program, each once.
  public let languages: [any Language]
  /// What runs after the languages' linkers.
  public let passes: [any LinkPass]

  private let threads: Int

  /// Makes a linker for these languages, with further passes, that may use so many threads.
  public init(languages: [any Language], passes: [any LinkPass] = [], threads: Int = 1) {
    self.languages = languages.sorted { $0.id < $1.id }
    self.passes = passes
    self.threads = threads
  }

  /// Links a program.
  ///
  /// - Parameters:
  ///   - files: every file that the graph shall hold, sorted by path.
  ///   - facts: for each file its facts; nil where it was skipped.
  ///   - others: the files of the tree that are not among them, sorted by path; links may lead to them.
  ///   - known: what of an earlier graph still holds. The result is the same with or without.
  /// - Returns: a graph in canonical order (see ``Graph``) and the program it was made of. O(n log n) in the
  ///   size of the facts.
  public func link(
    files: [IndexedFile], facts: [FileFacts?], others: [SourcePath] = [], known: KnownLinks? = nil
  ) -> LinkedProgram {
    link(define(files: files, facts: facts), others: others, known: known)
  }

  /// The first two passes alone: what is defined, which no reference changes any more. Parameters as in
  /// ``link(files:facts:others:known:)``.
  public func define(files: [IndexedFile], facts: [FileFacts?]) -> DefinedProgram {
    precondition(files.count == facts.count, "one entry of facts for each file")
    var builder = GraphBuilder()
    var structure = StructurePass(languages: languages, files: files, facts: facts)
    structure.run(into: &builder)
    var program = DefinitionPass(structure: structure).run(into: &builder)
    program.threads = threads
    return DefinedProgram(
      program: program, builder: builder, files: files, skippedNodes: structure.skippedNodes)
  }

  /// The other passes, for a program that ``define(files:facts:)`` gave.
  public func link(
    _ defined: DefinedProgram, others: [SourcePath] = [], known: KnownLinks? = nil
  ) -> LinkedProgram {
    var builder = defined.builder
    let program = defined.program
    for language in languages {
      guard let stale = known?.stale[language.id] else {
        language.link(program, into: &builder)
        continue
      }
      if !stale.isEmpty { language.link(program, only: stale, into: &builder) }
    }
    if let known {
      var pass = KnownLinkPass(known, files: defined.files, builder)
      guard pass.run(into: &builder) else { return link(defined, others: others) }
    }
    for pass in passes { pass.run(program, into: &builder) }
    DocumentPass.run(
      program, others: defined.skippedNodes.keys.sorted() + others, skipped: defined.skippedNodes,
      into: &builder)
    let (graph, place) = CanonicalOrder.graph(of: builder, files: defined.files)
    return LinkedProgram(graph: graph, program: program, place: place)
  }
}

/// A program whose definitions have their nodes, and whose references are not yet resolved.
public struct DefinedProgram: Sendable {
  /// The parsed files. Its node indices are those of ``node(file:definition:)``.
  public let program: Program
  let builder: GraphBuilder
  let files: [IndexedFile]
  /// The nodes of the files without facts.
  let skippedNodes: [SourcePath: NodeIndex]

  /// The node of a definition of the program's file `file`, or of the file itself for -1: as it will be in the graph.
  public func node(file: Int, definition: DefinitionIndex) -> Node {
    builder.nodes[Int(program.source(file: file, definition: definition))]
  }

  /// The content of the program's file of that number, by git's name.
  public func blob(file: Int) -> BlobID? { files[Int(program.fileIndices[file])].blob }
}

/// A graph with the program it was made of.
public struct LinkedProgram: Sendable {
  /// The graph, in canonical order.
  public let graph: Graph
  /// The parsed files. Its node indices are those before sorting; use ``node(file:definition:)``.
  public let program: Program
  /// For each node before sorting its index in `graph`.
  private let place: [NodeIndex]

  init(graph: Graph, program: Program, place: [NodeIndex]) {
    self.graph = graph
    self.program = program
    self.place = place
  }

  /// The node in `graph` of a definition of the program's file `file`, or of the file itself for -1.
  public func node(file: Int, definition: DefinitionIndex) -> NodeIndex {
    place[Int(program.source(file: file, definition: definition))]
  }
}
