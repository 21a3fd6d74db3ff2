import GraphModel
import LanguageSupport

/// The properties of a definition's node, from its modifiers and attributes.
enum NodeProperties {
  /// Sorted by key.
  static func of(_ definition: Definition, _ facts: FileFacts) -> [Node.Property] {
    var result: [Node.Property] = []
    if let access = access(definition.modifiers) { result.append(.init("access", access)) }
    if !definition.attributes.isEmpty {
      let texts = definition.attributes.map { facts.names.string($0) }
      result.append(.init("attributes", texts.joined(separator: "\n")))
    }
    for (flag, key) in flags where definition.modifiers.contains(flag) { result.append(.init(key, "true")) }
    return result
  }

  private static func access(_ modifiers: Modifiers) -> String? {
    let levels: [(Modifiers, String)] = [
      (.isOpen, "open"), (.isPublic, "public"), (.isPackage, "package"), (.isInternal, "internal"),
      (.isFilePrivate, "fileprivate"), (.isPrivate, "private"),
    ]
    return levels.first { modifiers.contains($0.0) }?.1
  }

  /// Sorted by key; all sort after `attributes`.
  private static let flags: [(Modifiers, String)] = [
    (.isAsync, "isAsync"), (.isClassMember, "isClassMember"), (.isConditional, "isConditional"),
    (.isConstant, "isConstant"), (.isFinal, "isFinal"), (.isGenerator, "isGenerator"),
    (.isIndirect, "isIndirect"), (.isInstanceAttribute, "isInstanceAttribute"), (.isLazy, "isLazy"),
    (.isLocal, "isLocal"), (.isMutating, "isMutating"), (.isNonisolated, "isNonisolated"),
    (.isOverride, "isOverride"), (.isStatic, "isStatic"), (.isThrowing, "isThrowing"),
    (.isWeak, "isWeak"),
  ]
}
