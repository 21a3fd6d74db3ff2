import LanguageSupport

/// Which slot each variable of a file has at the place that is being lowered.
///
/// A body's variables get a new slot with every assignment; where branches meet, those that differ are
/// joined. Changes are logged, so leaving a branch costs what it changed.
struct Flow {
  /// Where a body began in the log.
  struct Mark {
    fileprivate let log: Int
    fileprivate let branches: Int
    fileprivate let isDead: Bool
  }

  private struct Change {
    var variable: Int32
    var old: Int32
    var new: Int32
  }

  /// What a branch left behind when it ended.
  private struct Outcome {
    var changes: [(variable: Int32, slot: Int32)]
    var isDead: Bool
  }

  /// An `if`, a `try` or a `match` whose branches have not met yet, or a loop.
  private struct Branch {
    var log: Int
    var wasDead: Bool
    var outcomes: [Outcome] = []
    /// Of a loop: the slots that its variables have at its head.
    var heads: [(variable: Int32, slot: Int32)] = []
    /// What the condition says where it does not hold.
    var otherwise: [Narrowing] = []
    /// Of a `try`: what its body assigned, all of it.
    var body: [(variable: Int32, slot: Int32)] = []
    /// An `else` was seen (or a `case` that takes all).
    var isComplete = false
    var isLoop = false
    var inHandlers = false
    var isMerged = false
    /// The subject of a `match`.
    var subject: Int32 = -1
    var subjectVariable: Int32 = -1
  }

  /// A variable that is (or is not) an instance of the classes in a slot.
  struct Narrowing {
    var variable: Int32
    var type: Int32
    var isInstance: Bool
    /// A function that was asked: what its annotation `TypeGuard[T]` or `TypeIs[T]` says; -1 for none.
    var guardSlot: Int32 = -1
  }

  private var slots: [Int32]
  private var log: [Change] = []
  private var branches: [Branch] = []
  /// What narrowed slots were before.
  private var narrowedFrom: [Int32: Int32] = [:]
  /// Variables by scope that were ever assigned in flow, in order.
  private var boundByScope: [ScopeIndex: [Int32]] = [:]
  private var isKnown: [Bool]
  /// For each loop, in order of its head in the stream, the variables assigned in it.
  var loopVariables: [[Int32]] = []
  private var nextLoop = 0
  /// The path at hand ended with `return`, `raise`, `break` or `continue`.
  private(set) var isDead = false

  init(variableCount: Int) {
    slots = [Int32](repeating: -1, count: variableCount)
    isKnown = [Bool](repeating: false, count: variableCount)
  }

  /// The slot of a variable here, or -1 if it is not bound.
  func current(_ variable: Int32) -> Int32 { slots[Int(variable)] }

  func bound(in scope: ScopeIndex) -> [Int32] { boundByScope[scope] ?? [] }

  mutating func assign(_ variable: Int32, _ slot: Int32, in scope: ScopeIndex) {
    let old = slots[Int(variable)]
    if !isKnown[Int(variable)] {
      isKnown[Int(variable)] = true
      boundByScope[scope, default: []].append(variable)
    }
    if !branches.isEmpty { log.append(Change(variable: variable, old: old, new: slot)) }
    slots[Int(variable)] = slot
  }

  mutating func end() { isDead = true }

  // MARK: Bodies

  mutating func enterBody() -> Mark {
    let mark = Mark(log: log.count, branches: branches.count, isDead: isDead)
    isDead = false
    return mark
  }

  /// Leaves a body: what happened to its variables is of no interest outside.
  mutating func leaveBody(_ mark: Mark) {
    log.removeLast(log.count - mark.log)
    branches.removeLast(branches.count - mark.branches)
    isDead = mark.isDead
  }

  // MARK: Branches

  mutating func enterBranches() { branches.append(Branch(log: log.count, wasDead: isDead)) }

  /// Ends a branch and returns to the state before it; another branch begins.
  mutating func nextBranch() {
    guard !branches.isEmpty else { return }
    branches[branches.count - 1].outcomes.append(outcome())
    rewind()
  }

  mutating func markComplete() {
    if !branches.isEmpty { branches[branches.count - 1].isComplete = true }
  }

  /// Ends the last branch; if none took all cases the state before the branches is an outcome too.
  mutating func leaveBranches(_ a: inout Analysis) {
    guard var branch = branches.last else { return }
    branch.outcomes.append(outcome())
    if !branch.isComplete { branch.outcomes.append(Outcome(changes: [], isDead: branch.wasDead)) }
    rewind()
    branches.removeLast()
    join(branch.outcomes, wasDead: branch.wasDead, &a)
  }

  /// What the branch at hand changed since it began: each variable once.
  private func outcome() -> Outcome {
    let start = branches[branches.count - 1].log
    var changes: [(variable: Int32, slot: Int32)] = []
    var seen: Set<Int32> = []
    for change in log[start...] where seen.insert(change.variable).inserted {
      changes.append((change.variable, slots[Int(change.variable)]))
    }
    return Outcome(changes: changes, isDead: isDead)
  }

  /// Takes back what the branch at hand changed.
  private mutating func rewind() {
    let branch = branches[branches.count - 1]
    while log.count > branch.log, let change = log.popLast() { slots[Int(change.variable)] = change.old }
    isDead = branch.wasDead
  }

  /// Joins outcomes of branches into the present state.
  private mutating func join(_ outcomes: [Outcome], wasDead: Bool, _ a: inout Analysis) {
    let alive = outcomes.filter { !$0.isDead }
    isDead = alive.isEmpty ? true : wasDead
    // Of code that cannot go on, what was assigned last is the best there is.
    let merged = alive.isEmpty ? Array(outcomes.suffix(1)) : alive
    var order: [Int32] = []
    var seen: Set<Int32> = []
    for outcome in merged {
      for change in outcome.changes where seen.insert(change.variable).inserted { order.append(change.variable) }
    }
    if order.isEmpty { return }
    var tables: [[Int32: Int32]] = []
    for outcome in merged {
      tables.append(Dictionary(uniqueKeysWithValues: outcome.changes.map { ($0.variable, $0.slot) }))
    }
    for variable in order {
      let base = slots[Int(variable)]
      var inputs: [Int32] = []
      for table in tables {
        let slot = table[variable] ?? base
        if slot >= 0 && !inputs.contains(slot) { inputs.append(slot) }
      }
      assignJoined(variable, inputs, base, &a)
    }
  }

  private mutating func assignJoined(
    _ variable: Int32, _ inputs: [Int32], _ base: Int32, _ a: inout Analysis
  ) {
    var inputs = inputs
    // Narrowed in one branch and whole in another is whole.
    if inputs.count > 1 {
      let whole = inputs
      inputs.removeAll { narrowed in narrowedFrom[narrowed].map { whole.contains($0) } ?? false }
    }
    guard let first = inputs.first else { return }
    var result = first
    if inputs.count > 1 {
      result = a.slot()
      for input in inputs { a.constrain(input, .copy, result) }
    }
    if result == base { return }
    if !branches.isEmpty { log.append(Change(variable: variable, old: base, new: result)) }
    slots[Int(variable)] = result
  }

  // MARK: Narrowing

  /// Restricts a variable to instances of classes, or to others.
  mutating func narrow(_ item: Narrowing, _ a: inout Analysis) {
    let base = slots[Int(item.variable)]
    guard base >= 0, item.type >= 0 || item.guardSlot >= 0 else { return }
    let made = a.slot()
    if item.guardSlot >= 0 {
      a.constrain(item.guardSlot, .typeGuard, made, base)
    } else if item.isInstance {
      a.constrain(item.type, .instantiate, made)
    } else {
      a.constrain(base, .filter, made, item.type)
    }
    narrowedFrom[made] = base
    if !branches.isEmpty { log.append(Change(variable: item.variable, old: base, new: made)) }
    slots[Int(item.variable)] = made
  }

  mutating func setOtherwise(_ items: [Narrowing]) {
    if !branches.isEmpty { branches[branches.count - 1].otherwise = items }
  }

  func otherwise() -> [Narrowing] { branches.last?.otherwise ?? [] }

  mutating func setSubject(_ slot: Int32, _ variable: Int32) {
    guard !branches.isEmpty else { return }
    branches[branches.count - 1].subject = slot
    branches[branches.count - 1].subjectVariable = variable
  }

  func subject() -> (slot: Int32, variable: Int32) {
    (branches.last?.subject ?? -1, branches.last?.subjectVariable ?? -1)
  }

  func hasOutcome() -> Bool { !(branches.last?.outcomes.isEmpty ?? true) }

  // MARK: Tries

  /// A handler begins. The first finds any of what the `try` has assigned.
  mutating func enterHandler(_ a: inout Analysis) {
    guard !branches.isEmpty else { return }
    let top = branches.count - 1
    if !branches[top].inHandlers {
      branches[top].inHandlers = true
      var all: [(variable: Int32, slot: Int32)] = []
      for change in log[branches[top].log...] {
        all.append((change.variable, change.old))
        all.append((change.variable, change.new))
      }
      branches[top].body = all
      branches[top].isComplete = true
    }
    // The body's own outcome is the first; where it has an `else`, that goes on from it.
    branches[top].outcomes.append(outcome())
    rewind()
    var order: [Int32] = []
    var inputs: [Int32: [Int32]] = [:]
    for item in branches[top].body where item.slot >= 0 {
      if inputs[item.variable] == nil { order.append(item.variable) }
      if !(inputs[item.variable] ?? []).contains(item.slot) { inputs[item.variable, default: []].append(item.slot) }
    }
    for variable in order { assignJoined(variable, inputs[variable] ?? [], slots[Int(variable)], &a) }
  }

  /// The `else` of a `try`: goes on from the body's end.
  mutating func enterTryElse() {
    guard !branches.isEmpty else { return }
    let top = branches.count - 1
    guard !branches[top].outcomes.isEmpty else { return }
    branches[top].outcomes.append(outcome())
    rewind()
    let body = branches[top].outcomes.removeFirst()
    for change in body.changes {
      log.append(Change(variable: change.variable, old: slots[Int(change.variable)], new: change.slot))
      slots[Int(change.variable)] = change.slot
    }
    isDead = body.isDead
  }

  /// The `finally` of a `try`, or its end: all outcomes meet.
  mutating func mergeTry(_ a: inout Analysis) {
    guard !branches.isEmpty, !branches[branches.count - 1].isMerged else { return }
    var branch = branches[branches.count - 1]
    branch.outcomes.append(outcome())
    rewind()
    branches[branches.count - 1].isMerged = true
    join(branch.outcomes, wasDead: branch.wasDead, &a)
  }

  mutating func leaveTry(_ a: inout Analysis) {
    mergeTry(&a)
    if !branches.isEmpty { branches.removeLast() }
  }

  // MARK: Loops

  /// Enters a loop: variables that it assigns may come from its end or from before.
  mutating func enterLoop(_ a: inout Analysis) {
    let variables = nextLoop < loopVariables.count ? loopVariables[nextLoop] : []
    nextLoop += 1
    var branch = Branch(log: log.count, wasDead: isDead)
    branch.isLoop = true
    branches.append(branch)
    for variable in variables {
      let head = a.slot()
      let base = slots[Int(variable)]
      if base >= 0 { a.constrain(base, .copy, head) }
      branches[branches.count - 1].heads.append((variable, head))
      log.append(Change(variable: variable, old: base, new: head))
      slots[Int(variable)] = head
    }
  }

  /// `break`, `continue` or the end of the body: what is assigned here comes round again, or out.
  mutating func closeLoop(_ a: inout Analysis) {
    guard let branch = branches.last(where: { $0.isLoop }) else { return }
    if isDead { return }
    for head in branch.heads {
      let slot = slots[Int(head.variable)]
      if slot >= 0 { a.constrain(slot, .copy, head.slot) }
    }
  }

  /// The loop's `else`, or what follows the loop: the state at its head.
  mutating func enterLoopElse(_ a: inout Analysis) {
    guard let branch = branches.last, branch.isLoop, !branch.isMerged else { return }
    closeLoop(&a)
    for head in branch.heads {
      log.append(Change(variable: head.variable, old: slots[Int(head.variable)], new: head.slot))
      slots[Int(head.variable)] = head.slot
    }
    isDead = branch.wasDead
    branches[branches.count - 1].isMerged = true
  }

  mutating func leaveLoop(_ a: inout Analysis) {
    enterLoopElse(&a)
    if !branches.isEmpty { branches.removeLast() }
  }
}
