import GraphModel
import GraphStore

/// Finds what a dotted name means where no definition is called so as a whole: members that a type has from its bases
/// or its extensions, and names that a package passes on by importing them.
struct MemberLookup {
  let reader: GraphReader

  /// More types than this are not looked at for one name.
  private static let mostTypes = 1_000

  /// The definitions that `name` leads to, by symbol id: the longest beginning that definitions have, then one
  /// component after the other. Parts are joined by dots, as in qualified names.
  func definitions(named name: String) throws -> [StoredNode] {
    let parts = Self.parts(name)
    for count in stride(from: parts.count - 1, through: 1, by: -1) {
      var found = try reader.nodes(matching: parts[..<count].joined(separator: ".")).filter {
        $0.node.kind.isType || $0.node.kind == .module || $0.node.kind == .package
      }
      for part in parts[count...] where !found.isEmpty {
        var next: [StoredNode] = []
        for owner in found {
          for member in try members(part, of: owner) where !next.contains(where: { $0.index == member.index })
          {
            next.append(member)
          }
        }
        found = next
      }
      if !found.isEmpty { return found.sorted { $0.index < $1.index } }
    }
    return []
  }

  /// `["A", "b(c:d:)"]` of `A.b(c:d:)`; dots in parentheses join nothing.
  private static func parts(_ name: String) -> [String] {
    let head = name.prefix { $0 != "(" }
    var parts = head.split(separator: ".").map(String.init)
    if !parts.isEmpty { parts[parts.count - 1] += name.dropFirst(head.count) }
    return parts
  }

  /// The members of that name: what the owner itself declares, or else the nearest of what it is derived from.
  private func members(_ name: String, of owner: StoredNode) throws -> [StoredNode] {
    var seen: Set<NodeIndex> = [owner.index]
    var level = [owner.index]
    while !level.isEmpty, seen.count < Self.mostTypes {
      var found: [StoredNode] = []
      var next: [NodeIndex] = []
      for node in level {
        let parts = [node] + (try reader.edges(to: node, kinds: [.extends]).map(\.source))
        found += try parts.flatMap { try declared(name, in: $0) }
        for edge in try parts.flatMap({ try reader.edges(from: $0, kinds: [.inherits, .conforms]) })
        where seen.insert(edge.target).inserted { next.append(edge.target) }
      }
      if !found.isEmpty { return found }
      level = next
    }
    return owner.node.kind.isType ? [] : try passedOn(name, by: owner.index)
  }

  private func declared(_ name: String, in owner: NodeIndex) throws -> [StoredNode] {
    let targets = try reader.edges(from: owner, kinds: [.contains]).map(\.target)
    return try reader.nodes(targets).filter { Self.isCalled($0.node, name) }
  }

  /// What the files of a package or module import under its own name.
  private func passedOn(_ name: String, by module: NodeIndex) throws -> [StoredNode] {
    let files = try reader.nodes(try reader.edges(from: module, kinds: [.contains]).map(\.target)).filter {
      $0.node.kind == .file
    }
    let targets = try files.flatMap { try reader.edges(from: $0.index, kinds: [.imports]).map(\.target) }
    var seen: Set<NodeIndex> = []
    return try reader.nodes(targets.filter { seen.insert($0).inserted }).filter {
      Self.isCalled($0.node, name) && $0.node.kind != .external
    }
  }

  private static func isCalled(_ node: Node, _ name: String) -> Bool {
    node.name == name || name.contains("(") && node.qualifiedName.hasSuffix("." + name)
  }
}
