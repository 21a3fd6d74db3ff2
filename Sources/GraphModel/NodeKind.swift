/// What a node of the graph stands for.
///
/// The raw values are stored in databases: never renumber, only append.
public enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  /// The indexed root; every other node is reachable from it by `contains`.
  case repository = 1
  /// A Python package (a folder with `__init__.py`) or a Swift package (`Package.swift`).
  case package = 2
  /// A Python module (one file) or a Swift module (one target).
  case module = 3
  case file = 4
  case `class` = 5
  case `struct` = 6
  case `enum` = 7
  case actor = 8
  case `protocol` = 9
  case `extension` = 10
  case function = 11
  case method = 12
  case initializer = 13
  case property = 14
  case variable = 15
  case enumCase = 16
  case typeAlias = 17
  case associatedType = 18
  case macro = 19
  case document = 20
  case section = 21
  case codeBlock = 22
  /// Something that is referenced but not in the tree, such as `os.path.join`.
  case external = 23
  case `subscript` = 24
  case `operator` = 25
  /// A generic parameter of a type (Swift's `Element` in `struct Tree<Element>`); members refer to it like
  /// to a nested type.
  case typeParameter = 26

  /// The name used in answers, exports and flags, for example `enumCase`.
  public var name: String { Self.names[Int(rawValue)] }

  /// The kind called `name`, or nil.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }

  /// True for the kinds that hold members: `class`, `struct`, `enum`, `actor`, `protocol`, `extension`.
  public var isType: Bool { rawValue >= Self.class.rawValue && rawValue <= Self.extension.rawValue }

  private static let names: [String] = [
    "", "repository", "package", "module", "file", "class", "struct", "enum", "actor", "protocol",
    "extension", "function", "method", "initializer", "property", "variable", "enumCase", "typeAlias",
    "associatedType", "macro", "document", "section", "codeBlock", "external", "subscript", "operator",
    "typeParameter",
  ]
}
