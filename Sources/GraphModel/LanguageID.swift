/// A source language that `kg` parses.
///
/// The raw values are stored in databases: never renumber, only append.
public enum LanguageID: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case swift = 1
  case python = 2
  case markdown = 3
  case restructuredText = 4
  case html = 5
  /// Interface Builder files and property lists.
  case interface = 6

  /// The name used in answers, exports, flags and symbol ids, for example `python`.
  public var name: String {
    switch self {
    case .swift: "swift"
    case .python: "python"
    case .markdown: "markdown"
    case .restructuredText: "rst"
    case .html: "html"
    case .interface: "interface"
    }
  }

  /// The language called `name`, or nil.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// True for languages of documents, as against code.
  public var isProse: Bool { self == .markdown || self == .restructuredText || self == .html }

  /// Orders by raw value.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
