import LanguageSupport
@_spi(RawSyntax) import SwiftSyntax

extension FactsExtractor {
  /// Records an import; `import struct A.B` imports the member `B` of `A`.
  mutating func importDeclaration(_ node: RawNode) {
    guard let path = node.child(.importPathComponentList) else { return }
    let parts = DeclarationParts(node)
    var components: [RawNode] = []
    for component in path.children {
      if let token = component.firstToken, !token.isEmpty { components.append(token) }
    }
    guard let first = components.first else { return }
    // `import struct A.B`: a kind between the keyword and the path makes the last component a member.
    let member = parts.name != nil && components.count > 1 ? components.removeLast() : nil
    for (position, component) in components.enumerated() {
      if position > 0 { scratch.append(UInt8(ascii: ".")) }
      scratch.append(contentsOf: source[textRange(component)])
    }
    let start = textRange(first).lowerBound
    let end = textRange(components[components.count - 1]).upperBound
    var item = Import(
      module: internScratch(), scope: context.scope, owner: context.owner, moduleStart: UInt32(start),
      moduleLength: UInt32(end - start))
    if let member {
      item.name = name(member)
      item.nameStart = UInt32(textRange(member).lowerBound)
      item.flags.insert(.from)
    }
    if context.isConditional { item.flags.insert(.conditional) }
    for attribute in parts.attributes?.children ?? RawChildren(path) {
      guard attribute.kind == .attribute, let type = attribute.firstPart else { continue }
      let text = type.textRange
      if isText(text, "testable") { item.flags.insert(.testable) }
      if isText(text, "_exported") { item.flags.insert(.exported) }
    }
    facts.imports.append(item)
  }
}
