import GraphModel

/// The compact binary form of ``FileFacts`` in which they are cached.
///
/// LEB128 varints; offsets as differences to the one before; strings once. The form may change freely: the
/// cache's key holds `version`, so another version's bytes are never read.
public enum FactsCoding {
  /// Raised with every change of the form.
  public static let version = 3

  /// Encodes facts. O(size).
  public static func encode(_ facts: FileFacts) -> [UInt8] {
    var out = ByteWriter()
    write(facts, &out)
    out.unsigned(UInt64(facts.embedded.count))
    for item in facts.embedded {
      out.byte(item.language.rawValue)
      out.signed(Int(item.definition))
      out.ascending(item.facts.lines.places.map { UInt32(bitPattern: $0.line) })
      for place in item.facts.lines.places { out.unsigned(UInt64(UInt32(bitPattern: place.column))) }
      out.run(encode(item.facts))
    }
    return out.bytes
  }

  private static func write(_ facts: FileFacts, _ out: inout ByteWriter) {
    out.strings(facts.names)
    out.unsigned(UInt64(facts.lines.byteCount))
    out.ascending(facts.lines.starts)
    out.signed(Int(facts.parseErrors))
    out.name(facts.doc)

    out.unsigned(UInt64(facts.definitions.count))
    var last: UInt32 = 0
    for item in facts.definitions {
      out.byte(item.kind.rawValue)
      out.name(item.name)
      out.name(item.labels)
      out.name(item.overloadKey)
      out.signed(Int(item.parent))
      out.signed(Int(item.scope))
      out.delta(item.start, from: last)
      last = item.start
      out.delta(item.end, from: item.start)
      out.delta(item.nameStart, from: item.start)
      out.unsigned(UInt64(item.nameLength))
      out.name(item.signature)
      out.name(item.doc)
      out.unsigned(UInt64(item.modifiers.rawValue))
      out.unsigned(UInt64(item.attributes.count))
      for attribute in item.attributes { out.name(attribute) }
    }

    out.unsigned(UInt64(facts.scopes.count))
    last = 0
    for item in facts.scopes {
      out.byte(item.kind.rawValue)
      out.signed(Int(item.parent))
      out.signed(Int(item.definition))
      out.delta(item.start, from: last)
      last = item.start
      out.delta(item.end, from: item.start)
    }

    out.unsigned(UInt64(facts.references.count))
    last = 0
    var lastScope: ScopeIndex = 0
    var lastOwner: DefinitionIndex = -1
    for (index, item) in facts.references.enumerated() {
      // One byte for the role and what repeats; the common reference takes four bytes in all.
      var tag = item.role.rawValue
      if item.scope == lastScope && item.owner == lastOwner { tag |= 0x10 }
      if item.receiver == Reference.Receiver.none { tag |= 0x20 }
      if item.receiver == ReferenceIndex(index - 1) && index > 0 { tag |= 0x40 }
      if item.detail != .empty { tag |= 0x80 }
      out.byte(tag)
      out.name(item.name)
      out.delta(item.offset, from: last)
      last = item.offset
      if tag & 0x10 == 0 {
        out.signed(Int(item.scope - lastScope))
        out.signed(Int(item.owner - lastOwner))
        lastScope = item.scope
        lastOwner = item.owner
      }
      if tag & 0x60 == 0 { out.signed(Int(item.receiver)) }
      if tag & 0x80 != 0 { out.name(item.detail) }
    }

    write(facts.expressions, &out)

    out.unsigned(UInt64(facts.imports.count))
    for item in facts.imports {
      out.name(item.module)
      out.signed(Int(item.level))
      out.name(item.name)
      out.name(item.alias)
      out.byte(item.flags.rawValue)
      out.signed(Int(item.scope))
      out.signed(Int(item.owner))
      out.unsigned(UInt64(item.moduleStart))
      out.unsigned(UInt64(item.moduleLength))
      out.delta(item.nameStart, from: item.moduleStart)
    }

    out.unsigned(UInt64(facts.chunks.count))
    last = 0
    for item in facts.chunks {
      out.signed(Int(item.definition))
      out.delta(item.start, from: last)
      last = item.start
      out.delta(item.end, from: item.start)
    }

    out.unsigned(UInt64(facts.mentions.count))
    last = 0
    for item in facts.mentions {
      out.name(item.name)
      out.name(item.detail)
      out.signed(Int(item.owner))
      out.delta(item.offset, from: last)
      last = item.offset
    }
  }

  /// Decodes what `encode` made, or returns nil if the bytes are damaged: every index is checked to be in
  /// range, so facts that come out are safe to walk.
  public static func decode(_ bytes: [UInt8]) -> FileFacts? { try? decode(bytes, mayEmbed: true) }

  private static func decode(_ bytes: [UInt8], mayEmbed: Bool) throws(ByteReader.Damage) -> FileFacts {
    var input = ByteReader(bytes)
    var facts = try read(&input)
    let count = try input.count()
    // Embedded code embeds nothing: damaged bytes cannot nest.
    guard mayEmbed || count == 0 else { throw .init() }
    for _ in 0..<count {
      facts.embedded.append(try embedded(&input, definitions: facts.definitions.count))
    }
    guard input.isAtEnd else { throw .init() }
    return facts
  }

  private static func embedded(
    _ input: inout ByteReader, definitions: Int
  ) throws(ByteReader.Damage) -> EmbeddedCode {
    guard let language = LanguageID(rawValue: try input.byte()) else { throw .init() }
    let definition = try input.index(-1..<definitions)
    var places: [Position] = []
    for line in try input.ascending() {
      guard let line = Int32(exactly: line) else { throw .init() }
      places.append(Position(line: line, column: 1))
    }
    for index in places.indices {
      guard let column = Int32(exactly: try input.unsigned()) else { throw .init() }
      places[index].column = column
    }
    var facts = try decode(try input.run(), mayEmbed: false)
    guard let lines = facts.lines.standing(at: places) else { throw .init() }
    facts.lines = lines
    return EmbeddedCode(language: language, definition: definition, facts: facts)
  }

  private static func read(_ input: inout ByteReader) throws(ByteReader.Damage) -> FileFacts {
    let names = try input.strings()
    let byteCount = try input.offset()
    let starts = try input.ascending()
    guard starts.first == 0 else { throw .init() }
    var facts = FileFacts(lines: LineTable(starts: starts, byteCount: byteCount))
    facts.names = names
    facts.scopes = []
    let nameCount = names.count
    facts.parseErrors = Int32(try input.index(-1..<Int(Int32.max)))
    facts.doc = try input.name(nameCount)

    let definitionCount = try input.count()
    facts.definitions.reserveCapacity(definitionCount)
    var last: UInt32 = 0
    for index in 0..<definitionCount {
      guard let kind = NodeKind(rawValue: try input.byte()) else { throw .init() }
      let name = try input.name(nameCount)
      let labels = try input.name(nameCount)
      let overloadKey = try input.name(nameCount)
      let parent = try input.index(-1..<index)
      let scope = try input.index(0..<Int(Int32.max))
      let start = try input.delta(from: last)
      last = start
      let end = try input.delta(from: start)
      let nameStart = try input.delta(from: start)
      let nameLength = try input.offset()
      var item = Definition(
        kind: kind, name: name, parent: parent, scope: scope, start: start, end: end, nameStart: nameStart,
        nameLength: nameLength)
      item.labels = labels
      item.overloadKey = overloadKey
      item.signature = try input.name(nameCount)
      item.doc = try input.name(nameCount)
      item.modifiers = Modifiers(rawValue: try input.offset())
      for _ in 0..<(try input.count()) { item.attributes.append(try input.name(nameCount)) }
      facts.definitions.append(item)
    }

    let scopeCount = try input.count()
    last = 0
    for index in 0..<scopeCount {
      guard let kind = Scope.Kind(rawValue: try input.byte()) else { throw .init() }
      let parent = try input.index(-1..<max(index, 0))
      let definition = try input.index(-1..<definitionCount)
      let start = try input.delta(from: last)
      last = start
      let end = try input.delta(from: start)
      facts.scopes.append(Scope(kind: kind, parent: parent, definition: definition, start: start, end: end))
    }
    guard scopeCount > 0, facts.definitions.allSatisfy({ $0.scope < scopeCount }) else { throw .init() }

    let referenceCount = try input.count()
    facts.references.reserveCapacity(referenceCount)
    last = 0
    var scope: ScopeIndex = 0
    var owner: DefinitionIndex = -1
    for index in 0..<referenceCount {
      let tag = try input.byte()
      guard let role = Reference.Role(rawValue: tag & 0x0F) else { throw .init() }
      let name = try input.name(nameCount)
      let offset = try input.delta(from: last)
      last = offset
      if tag & 0x10 == 0 {
        scope = try input.difference(from: scope, in: 0..<scopeCount)
        owner = try input.difference(from: owner, in: -1..<definitionCount)
      }
      var receiver = Reference.Receiver.none
      if tag & 0x40 != 0 {
        receiver = ReferenceIndex(index - 1)
      } else if tag & 0x20 == 0 {
        receiver = try input.index(Int(Reference.Receiver.implicit)..<referenceCount)
      }
      var item = Reference(
        role: role, name: name, offset: offset, scope: scope, receiver: receiver, owner: owner)
      if tag & 0x80 != 0 { item.detail = try input.name(nameCount) }
      facts.references.append(item)
    }

    facts.expressions = try expressions(&input, names: nameCount, references: referenceCount)

    for _ in 0..<(try input.count()) {
      let module = try input.name(nameCount)
      let level = try input.index(0..<Int(Int32.max))
      let name = try input.name(nameCount)
      let alias = try input.name(nameCount)
      let flags = Import.Flags(rawValue: try input.byte())
      let scope = try input.index(0..<scopeCount)
      let owner = try input.index(-1..<definitionCount)
      let moduleStart = try input.offset()
      var item = Import(
        module: module, scope: scope, owner: owner, moduleStart: moduleStart,
        moduleLength: try input.offset())
      item.level = level
      item.name = name
      item.alias = alias
      item.flags = flags
      item.nameStart = try input.delta(from: moduleStart)
      facts.imports.append(item)
    }

    last = 0
    for _ in 0..<(try input.count()) {
      let definition = try input.index(-1..<definitionCount)
      let start = try input.delta(from: last)
      last = start
      facts.chunks.append(Chunk(definition: definition, start: start, end: try input.delta(from: start)))
    }

    last = 0
    for _ in 0..<(try input.count()) {
      let name = try input.name(nameCount)
      let detail = try input.name(nameCount)
      let owner = try input.index(-1..<definitionCount)
      last = try input.delta(from: last)
      var item = Reference(role: .mention, name: name, offset: last, scope: 0, owner: owner)
      item.detail = detail
      facts.mentions.append(item)
    }
    return facts
  }
}
