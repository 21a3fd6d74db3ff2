import GraphModel
public import LanguageSupport

/// Whether a source file still is what the compiler read.
///
/// A store keeps no hash of the sources. A file that was modified after its unit was written is not the one that was
/// compiled; the caller compares the times. But a modification time can be set back (archives, backups, copies do), so
/// the text must agree, too: wherever the index says that a function, a variable, a case or a declaration is named,
/// that name must stand. One that does not is enough to refuse the file.
public enum SourceAgreement {
  /// True if every name stands where the index says. O(occurrences).
  public static func holds(
    _ file: CompiledFile, in program: CompiledProgram, source: [UInt8], lines: LineTable
  ) -> Bool {
    file.occurrences.allSatisfy { occurrence in
      let symbol = program.symbols[Int(occurrence.symbol)]
      let position = occurrence.position
      guard position.line >= 1, Int(position.line) <= lines.starts.count, position.column >= 1 else {
        return false
      }
      let offset = Int(lines.starts[Int(position.line) - 1]) + Int(position.column) - 1
      guard offset <= source.count else { return false }
      guard isNamedThere(symbol.kind, occurrence.roles) else { return true }
      let name = program.names.bytes(symbol.name)
      let base = name.prefix { $0 != UInt8(ascii: "(") }
      if base.elementsEqual("callAsFunction".utf8) || base.isEmpty { return true }
      let rest = source[offset...]
      return rest.starts(with: base)
        || (rest.first == UInt8(ascii: "`") && rest.dropFirst().starts(with: base))
    }
  }

  /// Initializers are called by a type's name, subscripts by a bracket, types named by aliases and `Self`;
  /// parameters may have no name, and what is implicit stands nowhere.
  private static func isNamedThere(_ kind: CompiledSymbol.Kind, _ roles: Occurrence.Roles) -> Bool {
    if roles.contains(.implicit) { return false }
    switch kind {
    case .function, .method, .variable, .property, .enumCase: return true
    case .enum, .struct, .class, .protocol, .typeAlias, .associatedType, .initializer:
      return roles.contains(.definition)
    default: return false
    }
  }
}
