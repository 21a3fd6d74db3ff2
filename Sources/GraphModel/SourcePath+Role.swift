/// What a file is for, by the conventions of its path.
extension SourcePath {
  /// A test or what only tests use.
  public var isTest: Bool {
    let name = lastComponent.display.lowercased()
    return name.hasPrefix("test_") || name.hasSuffix("_test.py") || name.hasSuffix("tests.swift")
      || name == "conftest.py" || name == "tests.py"
      || folders.contains { Self.testFolders.contains($0) || $0.hasSuffix("tests") }
  }

  /// A test, an example, a benchmark: what it defines is rarely what prose elsewhere means.
  public var isAside: Bool { isTest || folders.contains(where: Self.isAsideFolder) }

  /// A record of past changes, which names what is gone by intention.
  public var isHistory: Bool {
    let name = lastComponent.display.lowercased()
    return ["change", "history", "news", "release", "upgrad", "migrat"].contains { name.hasPrefix($0) }
  }

  /// True if two folders have a name in common below the top ones, as `docs/tutorial` and `examples/tutorial` do.
  public static func shareName(_ left: SourcePath, _ right: SourcePath) -> Bool {
    let slash = UInt8(ascii: "/")
    let names = left.bytes.split(separator: slash).dropFirst()
    return right.bytes.split(separator: slash).dropFirst().contains { names.contains($0) }
  }

  /// Text for people, by its ending.
  public var isDocument: Bool {
    let name = lastComponent.display.lowercased()
    return ["md", "markdown", "rst", "txt", "html", "htm"].contains { name.hasSuffix("." + $0) }
  }

  /// In a folder of documents, whatever it is: their configuration, the code of their examples.
  public var isInDocuments: Bool { folders.contains { Self.documentFolders.contains($0) } }

  /// Said by its name to be superseded.
  public var isLegacy: Bool {
    (folders + [lastComponent.display.lowercased()]).contains { name in
      name.hasPrefix("legacy") || name.hasPrefix("deprecated") || name == "v1" || name.hasPrefix("v1.")
    }
  }

  private var folders: [String] { directory.display.lowercased().split(separator: "/").map(String.init) }

  /// `examples`, `iOS Example`.
  private static func isAsideFolder(_ name: String) -> Bool {
    name.split(separator: " ").contains { asideFolders.contains(String($0)) }
  }

  private static let testFolders: Set<String> = ["test", "specs", "fixtures", "testdata"]

  private static let documentFolders: Set<String> = ["doc", "docs", "documentation", "docs_src", "tutorials"]

  private static let asideFolders: Set<String> = [
    "example", "examples", "sample", "samples", "benchmark", "benchmarks", "demo", "demos", "snippets",
  ]
}
