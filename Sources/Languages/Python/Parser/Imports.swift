import LanguageSupport

extension Parser {
  private var importFlags: Import.Flags {
    var flags: Import.Flags = []
    if context.isLocal { flags.insert(.deferred) }
    if context.typeCheckingConditions > 0 { flags.insert(.typeChecking) }
    if context.otherConditions > 0 { flags.insert(.conditional) }
    return flags
  }

  /// `import a.b as c, d`.
  mutating func importStatement() throws(Broken) {
    repeat {
      advance()
      let start = token.start
      let module = try dottedName()
      var item = Import(
        module: module, scope: scope, owner: owner, moduleStart: start, moduleLength: previousEnd - start)
      item.flags = importFlags
      if accept(.as) { item.alias = try identifier() }
      add(item)
    } while kind == .comma
  }

  /// `from ..a import b as c, d`, also in parentheses, and `from a import *`.
  mutating func fromStatement() throws(Broken) {
    advance()
    let start = token.start
    var level: Int32 = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    var module = NameID.empty
    if level == 0 || kind == .name { module = try dottedName() }
    var item = Import(
      module: module, scope: scope, owner: owner, moduleStart: start, moduleLength: previousEnd - start)
    item.level = level
    item.flags = importFlags.union(.from)
    try expect(.import)
    if accept(.star) {
      item.flags.insert(.star)
      add(item)
      return
    }
    let isParenthesized = accept(.openParenthesis)
    repeat {
      item.nameStart = token.start
      item.name = try identifier()
      item.alias = accept(.as) ? try identifier() : .empty
      add(item)
    } while accept(.comma) && kind == .name
    if isParenthesized { try expect(.closeParenthesis) }
  }

  private mutating func add(_ item: Import) {
    produce(.import, value: Int32(truncatingIfNeeded: facts.imports.count))
    facts.imports.append(item)
  }

  private mutating func identifier() throws(Broken) -> NameID {
    guard kind == .name else { throw Broken() }
    let name = intern(token)
    advance()
    return name
  }

  /// `a.b.c`; white space around the dots does not count.
  private mutating func dottedName() throws(Broken) -> NameID {
    let single = try identifier()
    if kind != .dot { return single }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: facts.names.bytes(single))
    while accept(.dot) {
      let name = try identifier()
      scratch.append(UInt8(ascii: "."))
      scratch.append(contentsOf: facts.names.bytes(name))
    }
    return internScratch()
  }
}
