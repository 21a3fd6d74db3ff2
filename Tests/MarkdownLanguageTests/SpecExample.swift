import Foundation

@testable import MarkdownLanguage

/// One example of a specification: Markdown and the HTML it means.
struct SpecExample: Sendable, CustomStringConvertible {
  var origin: String
  var number: Int
  var markdown: String
  var html: String
  var extensions: MarkdownExtensions

  var description: String { "\(origin) \(number)" }

  /// The directory with the examples, which `fetch-spec.sh` fills; nil if `KG_COMMONMARK_SPEC` is not set.
  static var directory: URL? {
    ProcessInfo.processInfo.environment["KG_COMMONMARK_SPEC"].map { URL(fileURLWithPath: $0) }
  }

  /// CommonMark's examples.
  static func commonMark() throws -> [SpecExample] {
    struct Entry: Decodable {
      var markdown: String
      var html: String
      var example: Int
    }
    guard let directory else { return [] }
    let data = try Data(contentsOf: directory.appendingPathComponent("commonmark.json"))
    return try JSONDecoder().decode([Entry].self, from: data).map {
      SpecExample(
        origin: "CommonMark", number: $0.example, markdown: $0.markdown, html: $0.html, extensions: [])
    }
  }

  /// The examples of GFM's specification that are about its extensions, and those of its implementation.
  static func gfm() throws -> [SpecExample] {
    guard let directory else { return [] }
    let specification = try examples(
      in: directory.appendingPathComponent("gfm-spec.txt"), origin: "GFM", onlyTagged: true)
    let implementation = try examples(
      in: directory.appendingPathComponent("gfm-extensions.txt"), origin: "GFM implementation",
      onlyTagged: false)
    return specification + implementation
  }

  /// Reads examples between fences of 32 backticks, Markdown and HTML parted by a line with a period; `→`
  /// stands for a tab.
  private static func examples(in file: URL, origin: String, onlyTagged: Bool) throws -> [SpecExample] {
    let fence = String(repeating: "`", count: 32)
    var result: [SpecExample] = []
    var number = 0
    var tag: String?
    var parts: [[Substring]] = [[]]
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if let current = tag {
        if line.hasPrefix(fence) {
          number += 1
          let text = parts.map { $0.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t") }
          if !(onlyTagged && current.isEmpty), text.count == 2 {
            result.append(
              SpecExample(
                origin: origin, number: number, markdown: text[0], html: text[1],
                extensions: [.gfm, .footnotes]))
          }
          tag = nil
        } else if line == "." && parts.count == 1 {
          parts.append([])
        } else {
          parts[parts.count - 1].append(line)
        }
      } else if line.hasPrefix(fence + " example") {
        tag = line.dropFirst(fence.count + 8).trimmingCharacters(in: .whitespaces)
        parts = [[]]
      }
    }
    return result
  }
}
