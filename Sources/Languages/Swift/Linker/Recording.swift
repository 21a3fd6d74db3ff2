import GraphModel
import LanguageSupport

/// Notes what references mean, for those of the unit that is being linked.
extension SwiftModel {
  private func slot(_ node: TreeID) -> Int? {
    guard recordingUnit >= 0, node >= 0 else { return nil }
    let reference = nodes[Int(node)].reference
    let first = units[Int(recordingUnit)].firstReference
    guard reference >= first, Int(reference - first) < findings.count else { return nil }
    return Int(reference - first)
  }

  /// True for calls in the unit that is being linked.
  private func isRecording(call node: TreeID) -> Bool {
    guard recordingUnit >= 0, node >= 0, kind(node) == .call else { return false }
    let place = Int(node - units[Int(recordingUnit)].firstNode)
    return place >= 0 && place < units[Int(recordingUnit)].facts.expressions.count
  }

  mutating func record(_ node: TreeID, _ declaration: DeclID, inferred: Bool = false) {
    record(node, [declaration], inferred: inferred)
  }

  mutating func record(_ node: TreeID, _ targets: [DeclID], made: DeclID = -1, inferred: Bool = false) {
    let found = Finding(state: .resolved, isInferred: inferred, targets: targets, made: made)
    if let slot = slot(node) {
      findings[slot] = found
    } else if isRecording(call: node) {
      valueCalls[node] = ValueCall(finding: found, scope: check.scope)
    }
  }

  /// A call of a property's value.
  mutating func recordValueCall(_ node: TreeID, _ targets: [DeclID], inferred: Bool) {
    guard let slot = slot(node) else { return }
    findings[slot] = Finding(state: .resolved, isInferred: inferred, isValueCall: true, targets: targets)
  }

  /// A case in a pattern names its enum too where the value that is matched is of another type: an error, say.
  mutating func recordOwner(ofCase node: TreeID, subject: TypeID) {
    guard let slot = slot(node), findings[slot].state == .resolved, findings[slot].targets.count == 1 else {
      return
    }
    let target = findings[slot].targets[0]
    guard declarations[Int(target)].kind == .enumCase, types.shape(subject) == .nominal else { return }
    let owner = container(of: target)
    if types.head(unwrapped(subject)) != owner, types.head(subject) != owner { findings[slot].made = owner }
  }

  /// Notes that what an expression ends in is assigned to.
  mutating func recordWrite(_ node: TreeID, _ access: Finding.Access) {
    var current = node
    while current >= 0, kind(current) == .chained || kind(current) == .forced {
      current = firstChild(current)
    }
    guard let slot = slot(current), findings[slot].state == .resolved || findings[slot].state == .external
    else { return }
    findings[slot].access = access
  }

  mutating func recordLocal(_ node: TreeID) {
    guard let slot = slot(node) else { return }
    findings[slot] = Finding(state: .local)
  }

  mutating func record(_ node: TreeID, externalName: String) {
    guard let slot = slot(node), findings[slot].state != .resolved else { return }
    findings[slot] = Finding(state: .external, text: intern(externalName))
  }

  mutating func record(_ node: TreeID, unresolved reason: String) {
    guard let slot = slot(node), findings[slot].state == .none else { return }
    findings[slot] = Finding(state: .unresolved, text: intern(reason))
  }

  /// A name that is not in the tree: it comes from the one module outside that the file imports, or from one
  /// of several.
  mutating func record(_ node: TreeID, outside name: Name, unit: Int32) {
    let foreign = units[Int(unit)].foreign
    switch foreign.count {
    case 0: record(node, unresolved: "not declared in the tree")
    case 1: record(node, externalName: foreign[0] + "." + text(name))
    default: record(node, unresolved: "declared in one of several modules outside")
    }
  }
}
