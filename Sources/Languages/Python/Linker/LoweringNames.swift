import GraphModel
import LanguageSupport

/// Names: which variable one means, what it holds where it is read, and what assigning it does.
extension Lowering {
  /// The variable that a name means here, and whether its slots are followed through this very body.
  private func variable(_ reference: Reference, _ a: inout Analysis) -> Int32 {
    // The name first: inside the call it would change a copy of the whole world.
    let name = a.world.name(file, reference.name)
    return a.world.resolve(name, reference.scope, file)
  }

  /// The place in `flow` of a variable that the body at hand owns, or nil: other bodies' variables and those of
  /// comprehensions have one slot only.
  func flowVariable(_ variable: Int32, _ a: borrowing Analysis, body: ScopeIndex) -> Int32? {
    let item = a.world.variables[variable: variable]
    guard Int(item.file) == file, item.scope == body, !item.isShared else { return nil }
    return variable - variableBase
  }

  var bodyScope: ScopeIndex { frames[frames.count - 1].scope }

  /// Reads a name.
  mutating func readName(_ index: ReferenceIndex, _ a: inout Analysis) -> Int32 {
    let reference = facts.references[Int(index)]
    let found = variable(reference, &a)
    let global = Int(referenceBase + index)
    if found < 0 {
      let name = a.world.name(file, reference.name)
      return readOutside(name, global, &a)
    }
    a.referenceVariables[global] = found
    let slot = read(found, &a)
    a.referenceSlots[global] = slot
    return slot
  }

  /// The slot of a variable here.
  private mutating func read(_ variable: Int32, _ a: inout Analysis) -> Int32 {
    if let local = flowVariable(variable, a, body: bodyScope) {
      let slot = flow.current(local)
      if slot >= 0 { return slot }
      return a.publicSlot(variable)
    }
    let shared = a.publicSlot(variable)
    // A variable of a body around this one: what it holds now, and whatever it is assigned from here on.
    if Int(a.world.variables[variable: variable].file) == file {
      let local = variable - variableBase
      if !isCaptured[Int(local)] {
        isCaptured[Int(local)] = true
        let slot = flow.current(local)
        if slot >= 0 { a.constrain(slot, .copy, shared) }
      }
    }
    return shared
  }

  /// Reads a name that no scope of the file binds: from an `import *`, or a built-in one.
  private mutating func readOutside(_ name: Int32, _ global: Int, _ a: inout Analysis) -> Int32 {
    let module = a.world.files[file].module
    var found = ModuleMember.missing(.noMember)
    if !a.world.variables.starImports[file].isEmpty { found = a.world.starMember(name, ofFile: file) }
    if case .missing = found, a.builtinsModule >= 0, module != a.builtinsModule {
      let builtin = a.world.member(name, of: a.builtinsModule)
      if case .variable = builtin { found = builtin }
    }
    if case .missing = found, a.world.modules[Int(module)].isDocument {
      found = a.world.documentMember(name, ofFile: file)
    }
    if case .variable(let variable) = found { a.referenceVariables[global] = variable }
    if case .missing = found { return -1 }
    let slot = a.slot(of: found)
    a.referenceSlots[global] = slot
    return slot
  }

  /// Assigns a slot to a variable.
  mutating func bind(_ variable: Int32, _ slot: Int32, _ a: inout Analysis) {
    guard slot >= 0 else { return }
    let slot = outsideValue(variable, &a) ?? slot
    if let local = flowVariable(variable, a, body: bodyScope) {
      flow.assign(local, slot, in: bodyScope)
      if isCaptured[Int(local)] { a.constrain(slot, .copy, a.publicSlot(variable)) }
    } else {
      a.constrain(slot, .copy, a.publicSlot(variable))
    }
  }

  /// What the linker knows of a name that the standard library's declarations bind.
  private func outsideValue(_ variable: Int32, _ a: inout Analysis) -> Int32? {
    guard a.world.files[file].isOutside, frames.count == 1 else { return nil }
    let item = a.world.variables[variable: variable]
    guard item.firstImport < 0, item.definition < 0 else { return nil }
    let name = a.world.names.join(a.world.modules[Int(a.world.files[file].module)].name, item.name)
    let builtin = a.builtinOfName[UInt64(name)]
    return builtin >= 0 ? a.slot(with: a.objects.make(.builtin, builtin)) : nil
  }

  /// The variable that a write, a definition or an import in a scope binds.
  func boundVariable(_ name: NameID, _ scope: ScopeIndex, _ a: inout Analysis) -> Int32 {
    let number = a.world.name(file, name)
    return a.world.variables[a.world.files[file].scopeBase + scope, number]
  }

  /// Assigns to whatever can stand on the left.
  mutating func assign(_ target: Entry, _ slot: Int32, _ a: inout Analysis) {
    switch target.tag {
    case .nameTarget:
      let reference = facts.references[Int(target.reference)]
      let found = boundVariable(reference.name, reference.scope, &a)
      a.referenceVariables[Int(referenceBase + target.reference)] = found
      if found >= 0 { bind(found, slot, &a) }
    case .attributeTarget:
      let name = a.world.name(file, facts.references[Int(target.reference)].name)
      if target.slot >= 0 && slot >= 0 { a.constrain(target.slot, .store, slot, name) }
    case .item:
      guard target.slot >= 0 else { return }
      let made = site(
        [
          Argument(kind: .positional, name: Names.empty, slot: target.first),
          Argument(kind: .positional, name: Names.empty, slot: slot),
        ], result: a.slot(), &a)
      if slot >= 0 {
        a.constrain(target.slot, .setItem, slot, target.text == Names.empty ? -1 : target.text, made)
      }
      note(target.slot, a.world.known.setItem, at: target.offset, &a)
    case .tuple, .list: unpack(target, slot, &a)
    case .starred:
      let rest = target.first >= 0 ? children[Int(target.first)] : nil
      if let rest { assign(rest, slot, &a) }
    default: break
    }
  }

  /// `a, *b = value`: each target gets the element at its place.
  private mutating func unpack(_ target: Entry, _ slot: Int32, _ a: inout Analysis) {
    guard slot >= 0 else { return }
    let range = Int(target.first)..<Int(target.first + target.count)
    let star = range.first { children[$0].tag == .starred }
    for (place, index) in range.enumerated() {
      let part = a.slot()
      if let star, index == star {
        // The rest is a list of any of the elements.
        let element = a.slot()
        a.constrain(slot, .iterate, element, 0)
        a.graph.add(
          a.objects.make(.display, a.wellKnown.list, a.objects.makeList([element])), to: part)
      } else if let star, index > star {
        a.constrain(slot, .unpack, part, Int32(range.upperBound - 1 - index), 1)
      } else {
        a.constrain(slot, .unpack, part, Int32(place), -1)
      }
      assign(children[index], part, &a)
    }
  }

  /// For each loop, in order of its head in the stream, the variables of its own body that it assigns.
  func findLoops(_ a: inout Analysis) -> [[Int32]] {
    var result: [[Int32]] = []
    var seen: [Set<Int32>] = []
    var open: [(loop: Int, scope: ScopeIndex)] = []
    var scopes: [ScopeIndex] = [0]
    for item in facts.expressions {
      switch ExpressionKind(rawValue: item.kind) {
      case .whileStart, .forStart:
        open.append((result.count, scopes[scopes.count - 1]))
        result.append([])
        seen.append([])
      case .loopEnd: _ = open.popLast()
      case .functionStart, .classStart: scopes.append(bodyScopes[Int(item.value)])
      case .functionEnd, .classEnd: _ = scopes.popLast()
      case .name, .patternCapture:
        guard !open.isEmpty, item.reference >= 0 else { continue }
        let reference = facts.references[Int(item.reference)]
        guard reference.role == .write else { continue }
        let variable = boundVariable(reference.name, reference.scope, &a)
        guard variable >= 0, let local = flowVariable(variable, a, body: reference.scope) else { continue }
        for place in open where place.scope == reference.scope {
          if seen[place.loop].insert(local).inserted { result[place.loop].append(local) }
        }
      default: continue
      }
    }
    return result
  }
}
