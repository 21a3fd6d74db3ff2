/// A source language that `kg` parses.
///
/// The raw values are stored in databases: never renumber, only append.
public enum LanguageID: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case swift = 1
  case python = 2
  case markdown = 3

  /// The name used in answers, exports, flags and symbol ids, for example `python`.
  public var name: String {
    switch self {
    case .swift: "swift"
    case .python: "python"
    case .markdown: "markdown"
    }
  }

  /// The language called `name`, or nil.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// Orders by raw value.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
