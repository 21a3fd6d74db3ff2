import GraphModel
import LanguageSupport

/// The form in which a compiled program crosses from the process that reads the store.
extension CompiledProgram {
  /// Sent first, so that an answer of another program is not taken for one.
  private static let mark = Array("kg-compiled-1\n".utf8)

  /// The bytes of this program. O(size).
  public var encoded: [UInt8] {
    var out = ByteWriter()
    for byte in Self.mark { out.byte(byte) }
    out.strings(names)
    out.unsigned(UInt64(symbols.count))
    for symbol in symbols {
      out.name(symbol.usr)
      out.name(symbol.name)
      out.byte(symbol.kind.rawValue)
    }
    out.unsigned(UInt64(files.count))
    for file in files {
      out.run(file.path.bytes)
      out.name(file.module)
      out.signed(Int(file.time))
      out.unsigned(UInt64(file.occurrences.count))
      for occurrence in file.occurrences {
        out.unsigned(UInt64(occurrence.symbol))
        out.unsigned(UInt64(occurrence.roles.rawValue))
        out.signed(Int(occurrence.position.line))
        out.signed(Int(occurrence.position.column))
        out.unsigned(UInt64(occurrence.relations.count))
        for relation in occurrence.relations {
          out.unsigned(UInt64(relation.roles.rawValue))
          out.unsigned(UInt64(relation.symbol))
        }
      }
    }
    return out.bytes
  }

  /// Reads what `encoded` wrote; nil if the bytes are anything else. All indices are in range then.
  public init?(encoded bytes: [UInt8]) {
    do { try self.init(decoding: bytes) } catch { return nil }
  }

  private init(decoding bytes: [UInt8]) throws(ByteReader.Damage) {
    self.init()
    var input = ByteReader(bytes)
    for byte in Self.mark where try input.byte() != byte { throw ByteReader.Damage() }
    names = try input.strings()
    for _ in 0..<(try input.count()) {
      let usr = try input.name(names.count)
      let name = try input.name(names.count)
      guard let kind = CompiledSymbol.Kind(rawValue: try input.byte()) else { throw ByteReader.Damage() }
      symbols.append(CompiledSymbol(usr: usr, name: name, kind: kind))
    }
    for _ in 0..<(try input.count()) {
      let path = try input.run()
      let module = try input.name(names.count)
      let time = Int64(try input.signed())
      var occurrences: [Occurrence] = []
      let count = try input.count()
      occurrences.reserveCapacity(count)
      for _ in 0..<count { occurrences.append(try occurrence(&input)) }
      files.append(
        CompiledFile(path: SourcePath(bytes: path), module: module, time: time, occurrences: occurrences))
    }
    guard input.isAtEnd else { throw ByteReader.Damage() }
  }

  private func occurrence(_ input: inout ByteReader) throws(ByteReader.Damage) -> Occurrence {
    var result = Occurrence(
      symbol: try symbol(&input), roles: Occurrence.Roles(rawValue: try input.offset()),
      position: Position(
        line: try input.index(0..<Int(Int32.max)), column: try input.index(0..<Int(Int32.max))))
    for _ in 0..<(try input.count()) {
      let roles = Occurrence.Roles(rawValue: try input.offset())
      result.relations.append(Occurrence.Relation(roles: roles, symbol: try symbol(&input)))
    }
    return result
  }

  private func symbol(_ input: inout ByteReader) throws(ByteReader.Damage) -> Int32 {
    let value = try input.unsigned()
    guard value < UInt64(symbols.count) else { throw ByteReader.Damage() }
    return Int32(value)
  }
}
