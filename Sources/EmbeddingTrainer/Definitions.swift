import Foundation
import GraphModel
import LanguageSupport
import PythonLanguage
import SwiftLanguage

/// A definition of a package's sources, as search sees it but without its documentation.
struct CodeDefinition: Sendable {
  var path: SourcePath
  var qualifiedName: String
  var signature: String
  /// Documentation as the parser gave it.
  var doc: String
  /// The definition's text without documentation.
  var body: [UInt8]
  /// True for tests and the like, which hardly say what others mean.
  var isTest: Bool
  /// True for functions and types, whose documentation says what they do.
  var isSubstantial: Bool
}

/// Reads the definitions of a package with the parsers of `kg`.
enum PackageReader {
  /// What is longer is a type with everything inside; its beginning says what it is.
  private static let longestBody = 4000
  /// Larger files are data.
  private static let largestFile = 1_000_000
  /// Folders of code that is another package's.
  private static let foreign: Set<String> = [
    "_vendor", "vendor", "vendored", "_vendored", "third_party", "thirdparty", "externals", "extern", "Pods",
    ".build", "node_modules", "_vendored_packages", "packages",
  ]

  /// The definitions of all files below `folder`, in the order of paths.
  static func definitions(in folder: URL) throws -> [CodeDefinition] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let files = paths.filter { path in
      (path.hasSuffix(".swift") || path.hasSuffix(".py"))
        && !path.split(separator: "/").contains { foreign.contains(String($0)) }
    }
    let results = Results(count: files.count)
    ParserThreads.forEach(count: files.count, threads: 1) { index, _ in
      let file = folder.appending(path: files[index])
      guard let data = try? Data(contentsOf: file), data.count <= largestFile else { return }
      results.set(index, read([UInt8](data), path: SourcePath(files[index])))
    }
    return results.all
  }

  private static func read(_ bytes: [UInt8], path: SourcePath) -> [CodeDefinition] {
    let languages: [any Language] = [PythonLanguage(), SwiftLanguage()]
    guard let language = languages.first(where: { $0.claims(path) }),
      case .facts(let facts) = language.parse(bytes)
    else { return [] }
    let isTest = path.display.lowercased().split(separator: "/").contains {
      $0.hasPrefix("test") || $0.hasSuffix("tests") || $0.hasSuffix("_test.py") || $0 == "conftest.py"
    }
    return facts.definitions.indices.compactMap { index -> CodeDefinition? in
      let definition = facts.definitions[index]
      guard !definition.modifiers.contains(.isLocal), isCode(definition.kind) else { return nil }
      let end = min(Int(definition.end), Int(definition.start) + longestBody, bytes.count)
      return CodeDefinition(
        path: path, qualifiedName: qualifiedName(index, facts),
        signature: facts.names.string(definition.signature),
        doc: facts.names.string(definition.doc),
        body: DocumentationStripper.strip(
          bytes[Int(definition.start)..<end], isPython: language.id == .python),
        isTest: isTest, isSubstantial: definition.kind != .property && definition.kind != .variable)
    }
  }

  private static func isCode(_ kind: NodeKind) -> Bool {
    switch kind {
    case .class, .struct, .enum, .actor, .protocol, .function, .method, .initializer, .property, .macro,
      .typeAlias:
      true
    default: false
    }
  }

  private static func qualifiedName(_ index: Int, _ facts: FileFacts) -> String {
    var names: [String] = []
    var current = DefinitionIndex(index)
    while current >= 0 {
      let definition = facts.definitions[Int(current)]
      names.append(facts.names.string(definition.name))
      current = definition.parent
    }
    return names.reversed().joined(separator: ".")
  }

  /// Takes results from parser threads, each at its own place.
  private final class Results: @unchecked Sendable {
    // Sendable: every access holds the lock.
    private let lock = NSLock()
    private var values: [[CodeDefinition]]

    init(count: Int) { values = Array(repeating: [], count: count) }

    func set(_ index: Int, _ value: [CodeDefinition]) { lock.withLock { values[index] = value } }

    var all: [CodeDefinition] { lock.withLock { values.flatMap { $0 } } }
  }
}

/// Takes documentation out of the text of a definition, so that it cannot be found by its own words.
enum DocumentationStripper {
  /// `text` without Python's strings that stand alone, or without Swift's documentation comments.
  static func strip(_ text: ArraySlice<UInt8>, isPython: Bool) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var closing: [UInt8]?
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == 0x20 || $0 == 0x09 }
      if let mark = closing {
        if contains(trimmed, mark) { closing = nil }
        continue
      }
      if let mark = opening(trimmed, isPython: isPython) {
        if let mark, !contains(trimmed.drop { $0 != mark[0] && $0 != 0x2F }.dropFirst(mark.count), mark) {
          closing = mark
        }
        continue
      }
      kept.append(contentsOf: line)
      kept.append(0x0A)
    }
    return kept
  }

  /// Nil if no documentation begins with the line; else what ends it, or nil inside if the line's end does.
  private static func opening(_ line: ArraySlice<UInt8>, isPython: Bool) -> [UInt8]?? {
    if !isPython {
      if line.starts(with: Array("///".utf8)) { return .some(nil) }
      if line.starts(with: Array("/**".utf8)) { return .some(Array("*/".utf8)) }
      return nil
    }
    let start = line.prefix(3).drop { $0 != 0x22 && $0 != 0x27 }.startIndex
    let rest = line[start...]
    for mark in [Array("\"\"\"".utf8), Array("'''".utf8)]
    where rest.starts(with: mark) && start - line.startIndex <= 2 { return .some(mark) }
    return nil
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    guard line.count >= mark.count else { return false }
    return (line.startIndex...line.endIndex - mark.count).contains { line[$0...].starts(with: mark) }
  }
}
