import Foundation
import GraphModel
import LanguageSupport
import SwiftLanguage
import TestSupport
import Testing

/// Our definitions against those that the Swift compiler's index refers to, in real packages.
///
/// Runs where `KG_SWIFT_TRUTH` names a folder of `swift-<package>.tsv.gz` files and `KG_SWIFT_PACKAGES` one with
/// the packages' checkouts.
@Suite struct CompilerTruthTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let packages: [String] = {
    guard let folder = environment["KG_SWIFT_TRUTH"], environment["KG_SWIFT_PACKAGES"] != nil else {
      return []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasPrefix("swift-") && $0.hasSuffix(".tsv.gz") }.sorted()
  }()

  /// One declaration that the compiler's index points at.
  private struct Target: Hashable {
    var line: Int32
    var column: Int32
    var name: String
  }

  @Test(.enabled(if: !packages.isEmpty), arguments: packages)
  func everyIndexedDeclarationIsFound(_ file: String) throws {
    let truth = try #require(Self.environment["KG_SWIFT_TRUTH"])
    let checkouts = try #require(Self.environment["KG_SWIFT_PACKAGES"])
    let package = String(file.dropFirst("swift-".count).dropLast(".tsv.gz".count))
    let root = try #require(
      [package, "swift-" + package, "sw-" + package, "sw-swift-" + package]
        .map { checkouts + "/" + $0 }.first { FileManager.default.fileExists(atPath: $0) })
    let targets = try Self.targets(truth + "/" + file)
    var total = 0
    var found = 0
    for path in targets.keys.sorted() {
      let source = [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
      let facts = try #require(Parsing.facts(of: source))
      var known: Set<Target> = []
      for definition in facts.definitions {
        let place = facts.lines.position(definition.nameStart)
        let name = facts.names.string(definition.name) + facts.names.string(definition.labels)
        known.insert(Target(line: place.line, column: place.column, name: name))
      }
      for target in targets[path] ?? [] {
        total += 1
        if known.contains(target) {
          found += 1
        } else {
          Issue.record("\(path):\(target.line):\(target.column): \(target.name) is missing")
        }
      }
    }
    #expect(total > 20)
    #expect(Double(found) >= 0.995 * Double(total))
  }

  private static func targets(_ path: String) throws -> [String: Set<Target>] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var result: [String: Set<Target>] = [:]
    for row in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 10, columns[5] == "explicit", let line = Int32(columns[7]),
        let column = Int32(columns[8])
      else { continue }
      result[String(columns[6]), default: []].insert(
        Target(line: line, column: column, name: String(columns[9])))
    }
    return result
  }
}
