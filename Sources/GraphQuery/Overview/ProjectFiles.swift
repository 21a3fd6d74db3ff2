import GraphModel
import SourceTree

/// What a repository's own files say about what it is and how it is built and tested. Only read, never run.
struct ProjectFiles {
  /// The first paragraph of the README.
  let purpose: String?
  /// A line for each way to build or test, as Markdown list items.
  let commands: [String]

  private static let byteLimit = 1 << 20
  private static let readmes = ["README.md", "README.rst", "README.txt", "README"]
  private static let guides = ["CONTRIBUTING.md", "CONTRIBUTING.rst", "README.md", "README.rst"]
  private static let commandLimit = 8
  private static let paragraphLimit = 400

  /// Files that say how to build or test, and the commands that come with them.
  private static let manifests: [(file: String, text: String)] = [
    ("Package.swift", "Swift package: `swift build`, `swift test`"),
    ("pyproject.toml", "Python project: `pip install -e .`"),
    ("setup.py", "Python project: `pip install -e .`"),
    ("tox.ini", "tests in several environments: `tox`"),
    ("noxfile.py", "sessions: `nox`"),
    ("pytest.ini", "tests: `pytest`"),
    ("CMakeLists.txt", "CMake project: `cmake -B build && cmake --build build`"),
    ("package.json", "npm package: see its `scripts`"),
    ("Makefile", "make"),
  ]

  /// The first words of lines in a guide's blocks of code that are commands for building and testing.
  private static let tools: Set<String> = [
    "swift", "make", "pytest", "python", "python3", "pip", "tox", "nox", "hatch", "poetry", "uv", "cmake",
    "npm", "xcodebuild", "pre-commit",
  ]

  /// - Parameter root: the absolute path of the repository.
  init(root: String) {
    let tree = TreeFile(root: root)
    func text(_ name: String) -> String? {
      tree.read(SourcePath(name), limit: Self.byteLimit).map { String(decoding: $0, as: UTF8.self) }
    }
    purpose = Self.readmes.lazy.compactMap { text($0).flatMap(Self.firstParagraph) }.first
    var lines: [String] = []
    var isPythonNamed = false
    for (file, meaning) in Self.manifests {
      guard let content = text(file) else { continue }
      var meaning = meaning
      if file == "setup.py" && isPythonNamed { continue }
      if file == "pyproject.toml" {
        isPythonNamed = true
        if content.contains("[tool.pytest") { meaning += ", tests: `pytest`" }
      }
      if file == "Makefile" {
        let targets = Self.makeTargets(content)
        if !targets.isEmpty { meaning += ": " + targets.map { "`make \($0)`" }.joined(separator: ", ") }
      }
      lines.append("- `\(file)`: \(meaning)")
    }
    var seen: Set<String> = []
    for guide in Self.guides {
      for command in text(guide).map(Self.commands) ?? [] where seen.insert(command).inserted {
        if seen.count <= Self.commandLimit { lines.append("- `\(command)` (`\(guide)`)") }
      }
    }
    commands = lines
  }

  /// The first lines of prose that are no heading, badge, table or markup.
  private static func firstParagraph(_ text: String) -> String? {
    var paragraph: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.drop { $0 == " " }
      let isProse = line.first.map { $0.isLetter || $0 == "*" || $0 == "`" || $0 == "_" } ?? false
      if isProse {
        paragraph.append(line)
      } else if let first = line.first, paragraph.count == 1, first == "=" || first == "-" || first == "~" {
        paragraph = []  // the line before was a heading
      } else if !paragraph.isEmpty {
        break
      }
    }
    guard !paragraph.isEmpty else { return nil }
    let joined = paragraph.joined(separator: " ")
    return joined.count <= paragraphLimit ? joined : joined.prefix(paragraphLimit) + "…"
  }

  private static func makeTargets(_ text: String) -> [String] {
    let wanted: Set<String> = ["all", "build", "test", "tests", "check", "lint", "format", "docs", "install"]
    return text.split(separator: "\n").compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let name = String(line[..<colon])
      return wanted.contains(name) ? name : nil
    }
  }

  /// Lines of a guide that run a tool: in fenced or indented blocks, with or without a prompt.
  private static func commands(_ text: String) -> [String] {
    var isFenced = false
    return text.split(separator: "\n").compactMap { raw in
      let isIndented = raw.hasPrefix("    ") || raw.hasPrefix("\t")
      var line = raw.drop { $0 == " " || $0 == "\t" }
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        isFenced.toggle()
        return nil
      }
      let hasPrompt = line.hasPrefix("$ ")
      if hasPrompt { line = line.dropFirst(2) }
      guard isFenced || isIndented || hasPrompt, let tool = line.split(separator: " ").first,
        tools.contains(String(tool)), line.count <= 100, !line.contains("`"),
        line.split(separator: " ").count > 1
      else { return nil }
      return String(line)
    }
  }
}
