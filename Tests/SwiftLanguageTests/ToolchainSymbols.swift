import Foundation
import TestSupport

/// What the toolchain's modules declare, by its own `swift-symbolgraph-extract`.
enum ToolchainSymbols {
  private struct Graph: Decodable {
    struct Symbol: Decodable { let pathComponents: [String] }
    let symbols: [Symbol]
  }

  /// The names of all public declarations of the modules and of what belongs to them, types before members,
  /// joined by dots; nil where the tool is not there.
  static func names(of modules: [String]) throws -> Set<String>? {
    let folder = try TemporaryDirectory()
    let parts = [
      "_Concurrency", "_StringProcessing", "FoundationEssentials", "FoundationNetworking",
    ]
    for module in modules + parts {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      #if arch(x86_64)
        let target = "x86_64-unknown-linux-gnu"
      #else
        let target = "aarch64-unknown-linux-gnu"
      #endif
      process.arguments = [
        "swift-symbolgraph-extract", "-module-name", module, "-target", target, "-output-dir", folder.path,
        "-minimum-access-level", "public",
      ]
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus == 127 { return nil }
    }
    var names: Set<String> = []
    let files = try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
    for file in files {
      let graph = try JSONDecoder().decode(Graph.self, from: Data(contentsOf: file))
      for symbol in graph.symbols {
        names.insert(symbol.pathComponents.joined(separator: ".").replacing("`", with: ""))
      }
    }
    return names
  }
}
