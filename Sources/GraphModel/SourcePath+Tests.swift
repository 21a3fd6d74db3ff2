extension SourcePath {
  /// Folders that hold tests by convention.
  private static let testFolders: Set<String> = ["test", "tests", "testing", "specs"]

  /// Whether the file is a test, by well-known names of files and folders.
  public var isTest: Bool {
    let parts = display.split(separator: "/").map { $0.lowercased() }
    guard let name = parts.last else { return false }
    if parts.dropLast().contains(where: { Self.testFolders.contains($0) || $0.hasSuffix("tests") }) {
      return true
    }
    return name.hasPrefix("test_") || name.hasSuffix("_test.py") || name.hasSuffix("tests.swift")
      || name == "conftest.py"
  }
}
