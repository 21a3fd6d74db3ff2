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
  public var isAside: Bool { isTest || folders.contains { Self.asideFolders.contains($0) } }

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

  private var folders: [String] { directory.display.lowercased().split(separator: "/").map(String.init) }

  private static let testFolders: Set<String> = ["test", "testing", "specs", "fixtures", "testdata"]

  private static let asideFolders: Set<String> = [
    "example", "examples", "sample", "samples", "benchmark", "benchmarks", "demo", "demos", "snippets",
  ]
}
