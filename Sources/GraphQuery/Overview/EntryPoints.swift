import GraphModel
import GraphStore

/// Why execution begins somewhere.
public enum EntryPointKind: String, Sendable, CaseIterable {
  /// The program itself: `@main`, `main.swift`, `__main__.py`, a function `main`.
  case main
  /// A command of a command line.
  case command
  /// What answers requests.
  case route
  /// A test.
  case test
}

/// Finds where execution begins, by the languages' rules and by what attributes and decorators say.
struct EntryPoints {
  /// An entry point with its number.
  struct Found {
    var kind: EntryPointKind
    var stored: StoredNode
  }

  /// Names of decorators that make a command of a function.
  private static let commands: Set<String> = ["command", "group", "task"]
  /// Names of decorators that make a function answer requests.
  private static let routes: Set<String> = [
    "route", "get", "post", "put", "delete", "patch", "websocket", "api_view",
  ]

  /// All of them: mains, commands, routes, tests; each kind by symbol id.
  static func find(_ reader: GraphReader) throws -> [Found] {
    var found: [Found] = []
    try reader.forEachNode { stored in
      if let kind = kind(stored.node) { found.append(Found(kind: kind, stored: stored)) }
    }
    let order = EntryPointKind.allCases
    func place(_ item: Found) -> (Int, NodeIndex) {
      (order.firstIndex(of: item.kind) ?? order.count, item.stored.index)
    }
    return found.sorted { place($0) < place($1) }
  }

  private static func kind(_ node: Node) -> EntryPointKind? {
    guard let path = node.path else { return nil }
    let attributes = node.properties.first { $0.key == "attributes" }?.value ?? ""
    switch node.kind {
    case .file:
      let name = path.lastComponent.display
      return (name == "main.swift" || name == "__main__.py") && !path.isTest ? .main : nil
    case .class, .struct, .enum, .actor:
      return names(in: attributes).contains { $0.last == "main" } ? .main : nil
    case .function, .method:
      if isTest(node, path, attributes) { return .test }
      if path.isTest { return nil }
      let isLocal = node.properties.contains { $0.key == "isLocal" }
      if node.kind == .function && node.name == "main" && !isLocal { return .main }
      for name in names(in: attributes) {
        guard let last = name.last else { continue }
        if Self.commands.contains(last) { return .command }
        // `@app.get("/")`, but not a property's bare `@get`.
        if Self.routes.contains(last) && name.count > 1 || last == "api_view" { return .route }
      }
      return nil
    default: return nil
    }
  }

  private static func isTest(_ node: Node, _ path: SourcePath, _ attributes: String) -> Bool {
    switch node.language {
    case .swift:
      names(in: attributes).contains { $0 == ["Test"] }
        || (path.isTest && node.kind == .method && node.name.hasPrefix("test"))
    case .python: path.isTest && node.name.hasPrefix("test")
    default: false
    }
  }

  /// The dotted names of attributes and decorators, one a line: `@app.get("/x")` gives `app`, `get`.
  private static func names(in attributes: String) -> [[String]] {
    attributes.split(separator: "\n").map { line in
      line.drop { $0 == "@" || $0 == " " }.prefix { $0 != "(" && $0 != " " && $0 != "[" }
        .split(separator: ".").map(String.init)
    }
  }
}
