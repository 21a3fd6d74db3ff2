import GraphModel
import LanguageSupport

/// Filling the model with files: numbers over all files instead of numbers in each.
extension SwiftModel {
  /// Adds a module, or finds it.
  mutating func addModule(_ name: String, isInterface: Bool) -> Int32 {
    // Two packages of the tree may have modules of one name; they share a table.
    if let known = moduleNumbers[name], self.isInterface[Int(known)] == isInterface { return known }
    let number = Int32(modules.count)
    modules.append(name)
    self.isInterface.append(isInterface)
    if moduleNumbers[name] == nil { moduleNumbers[name] = number }
    return number
  }

  mutating func addUnit(_ facts: FileFacts, module: Int32, file: Int) {
    let number = Int32(units.count)
    let unit = SourceUnit(
      facts: facts, module: module, file: file, firstDeclaration: DeclID(declarations.count),
      firstReference: Int32(referenceNames.count), firstNode: TreeID(nodes.count))
    units.append(unit)
    var names = [Name](repeating: -1, count: facts.names.count)
    for item in facts.definitions {
      declarations.append(
        Declaration(
          kind: item.kind, name: name(item.name, facts, &names), unit: number,
          definition: DefinitionIndex(declarations.count) - unit.firstDeclaration,
          parent: item.parent < 0 ? -1 : item.parent + unit.firstDeclaration, modifiers: item.modifiers))
    }
    for (index, item) in facts.definitions.enumerated() where !item.attributes.isEmpty {
      for attribute in item.attributes
      where facts.names.bytes(attribute).elementsEqual("_disfavoredOverload".utf8) {
        disfavored.insert(unit.firstDeclaration + DeclID(index))
      }
    }
    for item in facts.references { referenceNames.append(name(item.name, facts, &names)) }
    addTrees(facts, &names, unit, number)
  }

  private mutating func name(_ id: NameID, _ facts: FileFacts, _ known: inout [Name]) -> Name {
    let found = known[Int(id.rawValue)]
    if found >= 0 { return found }
    // The slice is only read, inside the closure.
    let made = facts.names.bytes(id).withUnsafeBufferPointer { interner.intern($0) }
    known[Int(id.rawValue)] = made
    return made
  }

  /// Links operands from the post-order; facts that are damaged leave trees out, they never trap.
  private mutating func addTrees(
    _ facts: FileFacts, _ names: inout [Name], _ unit: SourceUnit, _ number: Int32
  ) {
    var open: [TreeID] = []
    for item in facts.expressions {
      let id = TreeID(nodes.count)
      var node = TreeNode(
        kind: TreeKind(rawValue: item.kind) ?? .other,
        reference: item.reference >= 0 ? item.reference + unit.firstReference : -1,
        name: item.name == .empty ? 0 : name(item.name, facts, &names), value: item.value)
      let taken = min(Int(item.operandCount), open.count)
      var following: TreeID = -1
      for place in stride(from: open.count - 1, through: open.count - taken, by: -1) {
        nodes[Int(open[place])].next = following
        following = open[place]
      }
      node.first = following
      open.removeLast(taken)
      open.append(id)
      nodes.append(node)
      attach(id, unit, number)
    }
    units[Int(number)].roots = open
  }

  /// Ties a declaration to its tree.
  private mutating func attach(_ id: TreeID, _ unit: SourceUnit, _ number: Int32) {
    let node = nodes[Int(id)]
    let limit = DeclID(units[Int(number)].facts.definitions.count)
    switch node.kind {
    case .typeDeclaration, .extensionDeclaration, .functionDeclaration, .enumCase, .aliasDeclaration,
      .associatedDeclaration, .operatorDeclaration:
      guard node.value < limit else { return }
      let decl = node.value + unit.firstDeclaration
      nodes[Int(id)].value = decl
      declarations[Int(decl)].tree = id
      if node.kind == .operatorDeclaration { operatorGroups[declarations[Int(decl)].name] = node.name }
      addGenericParameters(of: decl, id, unit, number, limit)
    case .variableDeclaration:
      var binding = node.first
      while binding >= 0 {
        if nodes[Int(binding)].kind == .binding, nodes[Int(binding)].first >= 0 {
          attach(pattern: nodes[Int(binding)].first, binding, id, unit, limit)
        }
        binding = nodes[Int(binding)].next
      }
    default: break
    }
  }

  private mutating func attach(
    pattern: TreeID, _ binding: TreeID, _ outer: TreeID, _ unit: SourceUnit, _ limit: DeclID
  ) {
    var open = [pattern]
    while let current = open.popLast() {
      let node = nodes[Int(current)]
      switch node.kind {
      case .patternName where node.value > 0 && node.value <= limit:
        let decl = node.value - 1 + unit.firstDeclaration
        nodes[Int(current)].value = decl + 1
        declarations[Int(decl)].tree = binding
        declarations[Int(decl)].outerTree = outer
      case .patternTuple, .patternElement:
        var part = node.first
        while part >= 0 {
          open.append(part)
          part = nodes[Int(part)].next
        }
      default: break
      }
    }
  }

  private mutating func addGenericParameters(
    of owner: DeclID, _ id: TreeID, _ unit: SourceUnit, _ number: Int32, _ limit: DeclID
  ) {
    var found: [DeclID] = []
    var child = nodes[Int(id)].first
    while child >= 0 {
      let node = nodes[Int(child)]
      if node.kind == .genericParameter {
        let decl: DeclID
        if node.value > 0 && node.value <= limit {
          decl = node.value - 1 + unit.firstDeclaration
        } else {
          decl = DeclID(declarations.count)
          declarations.append(
            Declaration(
              kind: .typeParameter, name: node.name, unit: number, definition: -1, parent: owner))
        }
        nodes[Int(child)].value = decl + 1
        declarations[Int(decl)].tree = child
        found.append(decl)
      }
      child = node.next
    }
    if !found.isEmpty { genericParameters[owner] = found }
  }
}
