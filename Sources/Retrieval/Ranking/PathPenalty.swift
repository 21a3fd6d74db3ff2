import GraphModel

/// What a file's place says against it. Most questions are about the code itself.
enum PathPenalty {
  static let test = 0.5
  static let aside = 0.5
  static let document = 0.5
  static let legacy = 0.7
  /// An `__init__.py` of few words only passes names on.
  static let reexport = 0.7
  static let shortestModule = 1_000.0

  /// What the file's score is multiplied with.
  static func factor(_ path: SourcePath, length: Double, _ query: UnderstoodQuery) -> Double {
    var factor = 1.0
    if path.isTest, !query.asksForTests { factor *= test }
    if !path.isTest, path.isAside || path.isInDocuments, !query.asksForDocuments { factor *= aside }
    if path.isDocument, !query.asksForDocuments { factor *= document }
    if path.isLegacy { factor *= legacy }
    if path.lastComponent == reexporting, length < shortestModule { factor *= reexport }
    return factor
  }

  private static let reexporting = SourcePath("__init__.py")
}
