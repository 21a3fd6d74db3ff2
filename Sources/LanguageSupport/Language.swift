import GraphModel

/// One source language: which files it claims, how a file's bytes become facts, and how the facts of
/// the whole program become edges.
public protocol Language: Sendable {
  var id: LanguageID { get }

  /// Raised whenever `parse` gives other facts for the same bytes: cached facts of other versions are
  /// not used.
  var parserVersion: Int { get }

  /// True if this language parses the file of that path.
  func claims(_ path: SourcePath) -> Bool

  /// Parses one file. Pure and synchronous: depends on the bytes alone, never blocks, never traps. It runs
  /// on a thread with ``ParserThreads/stackSize`` bytes of stack.
  func parse(_ source: [UInt8]) -> ParseOutcome

  /// Which modules and packages the language's files form. A pure function of paths and facts.
  func structure(of files: [ProgramFile]) -> [ModuleStructure]

  /// Resolves the references of the program's files of this language into edges. The builder holds all
  /// nodes already.
  func link(_ program: Program, into graph: inout GraphBuilder)

  /// Resolves the references of some files alone, and of the code in some documents; the edges and references of all
  /// others are known. Asked only where ``isSame(_:forOthersAs:)`` holds for these files.
  ///
  /// - Parameter files: numbers as in ``Program/fileIndices``.
  func link(_ program: Program, only files: Set<Int32>, into graph: inout GraphBuilder)

  /// True if, when a file's facts `old` become `new`, nothing changes for the references of other files, nor the
  /// file's own nodes (but for places and documentation).
  func isSame(_ new: FileFacts, forOthersAs old: FileFacts) -> Bool

  /// The place in the file that an expression of this language holds in its value; nil where the value is none.
  /// Places are what may differ between contents that say the same; see ``PlaceMap``.
  func place(of expression: Expression) -> ExpressionPlace?
}

extension Language {
  /// All files: what is known already is found again.
  public func link(_ program: Program, only files: Set<Int32>, into graph: inout GraphBuilder) {
    link(program, into: &graph)
  }

  /// Whatever changes may matter elsewhere.
  public func isSame(_ new: FileFacts, forOthersAs old: FileFacts) -> Bool { false }

  /// Expressions hold no places.
  public func place(of expression: Expression) -> ExpressionPlace? { nil }
}

/// The result of parsing one file.
public enum ParseOutcome: Sendable, Equatable {
  case facts(FileFacts)
  /// A guard refused the file before it could hurt: too deep, wrong encoding, ….
  case skipped(SkipReason)
}
