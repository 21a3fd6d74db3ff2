import LanguageSupport
import SwiftSyntax

/// A manifest's contents in the facts of its file: trees at the end of ``FileFacts/expressions``.
///
/// A manifest is evaluated while its syntax tree is there; linking sees the result alone. Every node is of kind
/// ``list`` or ``text``: the package is a list of its name, its dependencies and its targets, each of them lists in
/// turn. An absent text is a node of kind ``nothing``.
enum ManifestFacts {
  static let package: UInt8 = 240
  static let list: UInt8 = 241
  static let text: UInt8 = 242
  static let nothing: UInt8 = 243

  /// Evaluates a file that imports `PackageDescription` and adds what its manifest says.
  static func add(of tree: SourceFileSyntax, to facts: inout FileFacts) {
    let isManifest = facts.imports.contains { facts.names.string($0.module) == "PackageDescription" }
    guard isManifest, let manifest = PackageManifest(globals: ManifestInterpreter.globals(of: tree)) else {
      return
    }
    write(manifest.name, &facts)
    write(manifest.dependencies, &facts)
    for target in manifest.targets {
      write(target.kind, &facts)
      write(target.name, &facts)
      write(target.path, &facts)
      write(target.sources, &facts)
      write(target.exclude, &facts)
      write(target.dependencies, &facts)
      facts.expressions.append(Expression(kind: list, operandCount: 6))
    }
    facts.expressions.append(Expression(kind: package, operandCount: Int32(manifest.targets.count) + 2))
  }

  private static func write(_ value: String?, _ facts: inout FileFacts) {
    guard let value else { return facts.expressions.append(Expression(kind: nothing)) }
    facts.expressions.append(Expression(kind: text, name: facts.names.intern(value)))
  }

  private static func write(_ values: [String]?, _ facts: inout FileFacts) {
    guard let values else { return facts.expressions.append(Expression(kind: nothing)) }
    for value in values { write(value, &facts) }
    facts.expressions.append(Expression(kind: list, operandCount: Int32(values.count)))
  }

  /// The manifest in a file's facts; nil if there is none.
  static func manifest(in facts: FileFacts) -> PackageManifest? {
    guard facts.expressions.last?.kind == package else { return nil }
    var reader = Reader(facts: facts)
    for item in facts.expressions { reader.read(item) }
    return reader.result
  }

  /// Reads the nodes in order with a stack of operands.
  private struct Reader {
    enum Item {
      case text(String)
      case nothing
      case list([Item])
      case other

      var string: String? { if case .text(let text) = self { text } else { nil } }
      var strings: [String]? { if case .list(let items) = self { items.compactMap(\.string) } else { nil } }
    }

    let facts: FileFacts
    var stack: [Item] = []
    var result: PackageManifest?

    mutating func read(_ node: Expression) {
      let operands = Array(stack.suffix(Int(node.operandCount)))
      stack.removeLast(operands.count)
      switch node.kind {
      case ManifestFacts.text: stack.append(.text(facts.names.string(node.name)))
      case ManifestFacts.nothing: stack.append(.nothing)
      case ManifestFacts.list: stack.append(.list(operands))
      case ManifestFacts.package:
        guard operands.count >= 2 else { return }
        result = PackageManifest(
          name: operands[0].string ?? "", targets: operands.dropFirst(2).compactMap(target),
          dependencies: operands[1].strings ?? [])
      default: stack.append(.other)
      }
    }

    private func target(_ item: Item) -> PackageManifest.Target? {
      guard case .list(let parts) = item, parts.count == 6, let kind = parts[0].string,
        let name = parts[1].string
      else { return nil }
      return PackageManifest.Target(
        kind: kind, name: name, path: parts[2].string, sources: parts[3].strings,
        exclude: parts[4].strings ?? [], dependencies: parts[5].strings ?? [])
    }
  }
}
