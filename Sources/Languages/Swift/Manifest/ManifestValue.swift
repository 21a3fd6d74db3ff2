import SwiftSyntax

/// What an expression of a manifest evaluates to.
indirect enum ManifestValue {
  /// What cannot be known without running the manifest: the environment, files, other packages.
  case unknown
  /// `nil`.
  case none
  case bool(Bool)
  case string(String)
  case array([ManifestValue])
  case tuple([Argument])
  /// A call of something the manifest does not declare (`Package(…)`, `.target(…)`), or a case (`.test`).
  case call(String, [Argument])
  /// A value of a struct or class that the manifest declares.
  case object(type: String, fields: [Argument])
  case closure(ClosureExprSyntax, ManifestScope)
  /// `\.name`: the members it goes through.
  case keyPath([String])

  struct Argument {
    var label: String
    var value: ManifestValue
  }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var elements: [ManifestValue]? { if case .array(let elements) = self { elements } else { nil } }
  var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }

  /// The field, argument or tuple element of that name.
  subscript(_ label: String) -> ManifestValue? {
    get {
      switch self {
      case .call(_, let parts), .object(_, let parts), .tuple(let parts):
        if let index = Int(label), case .tuple = self {
          return parts.indices.contains(index) ? parts[index].value : nil
        }
        return parts.first { $0.label == label }?.value
      default: return nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .call(let name, let parts): self = .call(name, Self.replacing(label, newValue, in: parts))
      case .object(let type, let parts):
        self = .object(type: type, fields: Self.replacing(label, newValue, in: parts))
      default: break
      }
    }
  }

  private static func replacing(_ label: String, _ value: ManifestValue, in parts: [Argument]) -> [Argument] {
    var parts = parts
    if let place = parts.firstIndex(where: { $0.label == label }) {
      parts[place].value = value
    } else {
      parts.append(Argument(label: label, value: value))
    }
    return parts
  }

  /// `==`, or nil where it cannot be known.
  func isEqual(to other: ManifestValue) -> Bool? {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): nil
    case (.none, .none): true
    case (.bool(let left), .bool(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.call(let left, let parts), .call(let right, let others)) where parts.isEmpty && others.isEmpty:
      left == right
    case (.none, _), (_, .none): false
    default: nil
    }
  }

  /// The length in bytes or elements that nothing in a manifest needs to exceed.
  private static let maximumSize = 20_000

  /// `+`: of strings or of arrays. What is unknown adds nothing to an array.
  func appending(_ other: ManifestValue) -> ManifestValue {
    switch (self, other) {
    case (.string(let left), .string(let right)):
      left.utf8.count + right.utf8.count <= Self.maximumSize ? .string(left + right) : .unknown
    case (.array(let left), .array(let right)):
      left.count + right.count <= Self.maximumSize ? .array(left + right) : .unknown
    case (.array, _): self
    case (_, .array): other
    default: .unknown
    }
  }
}

/// The names that are visible at a place, innermost block last.
struct ManifestScope {
  private var blocks: [[String: ManifestValue]] = [[:]]

  /// True at the top level of the file.
  var isGlobal: Bool { blocks.count == 1 }

  /// The variables of the top level, sorted by name.
  var globals: [(name: String, value: ManifestValue)] {
    blocks[0].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  subscript(_ name: String) -> ManifestValue? {
    get { blocks.last { $0[name] != nil }?[name] }
    set {
      let place = blocks.lastIndex { $0[name] != nil } ?? blocks.count - 1
      blocks[place][name] = newValue
    }
  }

  mutating func declare(_ name: String, _ value: ManifestValue) { blocks[blocks.count - 1][name] = value }
  mutating func open() { blocks.append([:]) }
  mutating func close() { if blocks.count > 1 { blocks.removeLast() } }

  /// The top level's names alone: what a function sees.
  func outermost() -> ManifestScope {
    var result = self
    result.blocks = [blocks[0], [:]]
    return result
  }

  /// Takes over what a function or closure did to the top level.
  mutating func adoptGlobals(of other: ManifestScope) { blocks[0] = other.blocks[0] }
}
