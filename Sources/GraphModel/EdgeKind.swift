/// What an edge of the graph says about its source and its target.
///
/// The raw values are stored in databases: never renumber, only append.
public enum EdgeKind: UInt8, Sendable, Hashable, CaseIterable {
  case contains = 1
  case imports = 2
  case calls = 3
  case instantiates = 4
  case references = 5
  case reads = 6
  case writes = 7
  case inherits = 8
  case conforms = 9
  case overrides = 10
  case extends = 11
  case decorates = 12
  case links = 13
  case mentions = 14
  case documents = 15
  case tests = 16
  case coChanges = 17

  /// The name used in answers, exports and flags, for example `contains`.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names: [String] = [
    "", "contains", "imports", "calls", "instantiates", "references", "reads", "writes", "inherits",
    "conforms", "overrides", "extends", "decorates", "links", "mentions", "documents", "tests", "coChanges",
  ]
}

/// How an edge came to be known; the measured share of true edges is published per resolution.
///
/// The raw values are stored in databases: never renumber, only append.
public enum Resolution: UInt8, Sendable, Hashable, CaseIterable {
  /// Taken from a compiler's index of the same file content.
  case compiler = 1
  /// Resolved by the language's own scoping, import and member rules, one candidate.
  case exact = 2
  /// Resolved through inferred types or data flow, one candidate.
  case inferred = 3
  /// Several candidates remain; there is one edge for each.
  case ambiguous = 4

  /// The name used in answers and exports, for example `exact`.
  public var name: String {
    switch self {
    case .compiler: "compiler"
    case .exact: "exact"
    case .inferred: "inferred"
    case .ambiguous: "ambiguous"
    }
  }
}
