import LanguageSupport

extension FactsBuilder {
  /// Adds the links and mentions of the leaf that `inlines` has just parsed.
  mutating func addReferences(_ map: SourceMap) {
    for node in inlines.nodes {
      switch node.kind {
      case .code: addMention(node, map)
      case .link, .image, .autolink, .mailAutolink, .wwwAutolink, .wikiLink: addLink(node, map)
      default: break
      }
    }
  }

  private mutating func addMention(_ node: Inline, _ map: SourceMap) {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendCode(node, to: &scratch)
    let name = facts.names.intern(scratch, 0, scratch.count)
    add(.mention, name, at: map.start(Int(node.contentStart)), detail: .empty)
  }

  private mutating func addLink(_ node: Inline, _ map: SourceMap) {
    let names = destinationNames(of: node)
    guard let destination = names.destination else { return }
    add(.link, destination, at: map.start(destinationStart(of: node)), detail: names.title)
  }

  /// The destination and the title; no destination if it is empty or holds the data itself.
  private mutating func destinationNames(of node: Inline) -> DestinationNames {
    if node.kind == .link || node.kind == .image,
      case .definition(let index) = inlines.targets[Int(node.target)]
    {
      // A definition's are interned once, however long they are and often it is referred to.
      if let known = definitionNames[Int(index)] { return known }
      let names = internDestination(of: node)
      definitionNames[Int(index)] = names
      return names
    }
    return internDestination(of: node)
  }

  private mutating func internDestination(of node: Inline) -> DestinationNames {
    scratch.removeAll(keepingCapacity: true)
    inlines.appendTitle(of: node, to: &scratch)
    let title = facts.names.intern(scratch, 0, scratch.count)
    scratch.removeAll(keepingCapacity: true)
    inlines.appendDestination(of: node, to: &scratch)
    guard !scratch.isEmpty, !scratch.starts(with: "data:".utf8) else {
      return DestinationNames(destination: nil, title: .empty)
    }
    return DestinationNames(destination: facts.names.intern(scratch, 0, scratch.count), title: title)
  }

  /// Where the destination stands in the leaf's text; the link itself where it stands elsewhere.
  private func destinationStart(of node: Inline) -> Int {
    switch node.kind {
    case .wikiLink: return Int(node.start) + 2
    case .link, .image:
      if case .inline(let destination, _) = inlines.targets[Int(node.target)] {
        return Int(destination.lowerBound)
      }
      return Int(node.start)
    default: return Int(node.contentStart)
    }
  }

  private mutating func add(_ role: Reference.Role, _ name: NameID, at offset: Int, detail: NameID) {
    var reference = Reference(role: role, name: name, offset: UInt32(offset), scope: 0, owner: owner)
    reference.detail = detail
    facts.references.append(reference)
  }
}

/// A link's destination and title in the names of the file.
struct DestinationNames {
  var destination: NameID?
  var title: NameID
}
