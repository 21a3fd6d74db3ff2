/// What a file's place says against it. Most questions are about the code itself.
public struct PathPenalty: Sendable, Equatable {
  static let test = 0.5
  static let aside = 0.5
  static let legacy = 0.7
  /// What changed in earlier versions.
  static let changelog = 0.5
  /// A document as a whole; its sections answer questions as well as code does.
  static let document = 0.5
  /// An `__init__.py` of few words only passes names on.
  static let reexport = 0.7
  static let shortestModule = 1_000.0

  /// What the scores of definitions and sections are multiplied with.
  public let symbols: Double
  /// What the score of the file is multiplied with.
  public let file: Double

  init(_ path: PathTraits, length: Double, _ query: UnderstoodQuery) {
    var factor = 1.0
    if path.isTest {
      if !query.asksForTests { factor *= Self.test }
    } else if !query.asksForDocuments {
      if path.isAside || (path.isInDocuments && !path.isDocument) { factor *= Self.aside }
      if path.isDocument && path.isHistory { factor *= Self.changelog }
    }
    if path.isLegacy { factor *= Self.legacy }
    symbols = factor
    if path.isDocument, !query.asksForDocuments { factor *= Self.document }
    if path.isPackageFile, length < Self.shortestModule { factor *= Self.reexport }
    file = factor
  }

  /// Nothing against it.
  static let none = PathPenalty()

  private init() {
    symbols = 1
    file = 1
  }
}
