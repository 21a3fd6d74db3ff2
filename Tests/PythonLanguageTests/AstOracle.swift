import Foundation

/// CPython's own parser, asked through `Oracle/ast_facts.py`.
struct AstOracle {
  let python: String
  /// The folder of Python's standard library.
  let library: String
  /// For example 311.
  let version: Int

  /// The interpreter that `KG_PYTHON` names, or `python3`; nil where there is none of 3.10 or newer, which
  /// gives names in imports a position.
  static let shared: AstOracle? = {
    let python = ProcessInfo.processInfo.environment["KG_PYTHON"] ?? "python3"
    let code =
      "import sys, sysconfig; v = sys.version_info; "
      + "print(v[0] * 100 + v[1]); print(sysconfig.get_path('stdlib'))"
    guard let answer = run([python, "-c", code])?.split(separator: "\n"), answer.count == 2,
      let version = Int(answer[0]), version >= 310
    else { return nil }
    return AstOracle(python: python, library: String(answer[1]), version: version)
  }()

  /// What the oracle says about each file: its facts, or nil where CPython refuses the file.
  func facts(of paths: [String]) throws -> [[String]?] {
    let answer = try answer(of: "ast_facts.py", about: paths) ?? ""
    var result: [[String]?] = []
    for line in answer.split(separator: "\n") {
      if line.hasPrefix("file ") {
        result.append([])
      } else if line == "refused" {
        result[result.count - 1] = nil
      } else {
        result[result.count - 1]?.append(String(line))
      }
    }
    return result
  }

  /// What a script in `Oracle` prints about lines of text; nil if it fails.
  func answer(of script: String, about lines: [String]) throws -> String? {
    let list = FileManager.default.temporaryDirectory.appending(path: "kg-oracle-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: list) }
    try lines.joined(separator: "\n").write(to: list, atomically: false, encoding: .utf8)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Oracle")
    return Self.run([python, folder.appending(path: script).path, list.path])
  }

  private static func run(_ command: [String]) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
