import GraphModel
import Retrieval
import SourceTree

/// Which results a request and the filters in its query leave.
struct SearchFilter {
  private let kinds: Set<NodeKind>
  private let languages: Set<LanguageID>
  private let patterns: PathPatterns
  private let prefixes: [[UInt8]]
  private let filters: QueryFilters

  init(_ request: SearchRequest, _ filters: QueryFilters) {
    self.filters = filters
    kinds = Set(request.kinds + filters.kinds)
    languages = Set(request.languages + filters.languages)
    patterns = PathPatterns(request.paths + filters.paths)
    prefixes = (request.paths + filters.paths).filter { $0.hasSuffix("/") }.map { Array($0.utf8) }
  }

  /// True if the file may be among the results.
  func accepts(_ path: SourcePath, language: LanguageID?) -> Bool {
    if !languages.isEmpty && !(language.map(languages.contains) ?? false) { return false }
    // What a path is for is looked at only if somebody asks: it costs more than all the rest.
    if !allows(filters.tests, path.isTest) || !allows(filters.documents, path.isDocument) { return false }
    if patterns.isEmpty && prefixes.isEmpty { return true }
    return patterns.match(path) || prefixes.contains { path.bytes.starts(with: $0) }
  }

  /// True if a definition of this kind may be.
  func accepts(_ kind: NodeKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  /// True if files are to hold definitions of certain kinds.
  var hasKinds: Bool { !kinds.isEmpty }

  private func allows(_ choice: QueryFilters.Choice?, _ isOne: @autoclosure () -> Bool) -> Bool {
    switch choice {
    case .no: !isOne()
    case .only: isOne()
    case .yes, nil: true
    }
  }
}
