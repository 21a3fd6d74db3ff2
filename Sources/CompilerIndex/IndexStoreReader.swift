import CIndexStore
import GraphModel
import LanguageSupport

/// Reads units and records of index stores.
///
/// The library trusts the store: a damaged one can make it read anywhere, or crash. So this runs in a process of
/// its own (``IndexStoreProcess``), never in one that somebody waits for.
public struct IndexStoreReader {
  private struct Unit {
    var path: SourcePath
    var time: Int64
    var module: [UInt8]
    var record: String
    var store: Store
  }

  private struct Store {
    let object: UnsafeMutableRawPointer
    let package: SourcePath
  }

  private let call: kg_index_functions
  private let request: ReadRequest

  /// Loads the library and gives up, as far as the system can do that, all rights of this process but to read files and
  /// to write to what is open: a store comes with a tree that may be hostile. For a process that does nothing else.
  public static func confineProcess(library: String?) throws(IndexStoreError) {
    _ = try IndexStoreLibrary(path: library)
    // Where it cannot be done (another system, an old kernel) the process of its own is what protects the rest.
    _ = kg_confine()
  }

  /// What the stores say about the files asked for. Linear in the size of their records.
  ///
  /// - Parameter progress: called before each unit or record is read, with its name.
  public static func read(
    _ request: ReadRequest, progress: (String) -> Void = { _ in }
  ) throws(IndexStoreError) -> CompiledProgram {
    let reader = IndexStoreReader(call: try IndexStoreLibrary(path: request.library).call, request: request)
    var stores: [Store] = []
    defer { for store in stores { reader.call.store_dispose(store.object) } }
    for location in request.stores {
      guard let object = reader.call.store_create(location.path, nil) else {
        throw .store(path: location.path, problem: "the library cannot open it")
      }
      stores.append(Store(object: object, package: location.package))
    }
    return reader.program(stores, progress)
  }

  private func program(_ stores: [Store], _ progress: (String) -> Void) -> CompiledProgram {
    var newest: [SourcePath: Unit] = [:]
    let wanted = Set(request.files)
    for store in stores {
      var names: [String] = []
      call.forEachUnit(store.object) { names.append($0.string) }
      for name in names {
        progress(name)
        guard let unit = unit(name, store), wanted.contains(unit.path) else { continue }
        // Several builds may have compiled a file; units come in order, so the last of equally new ones wins.
        if let known = newest[unit.path], known.time > unit.time { continue }
        newest[unit.path] = unit
      }
    }
    var program = CompiledProgram()
    var symbols = CompiledProgram.SymbolTable()
    for path in request.files {
      guard let unit = newest.removeValue(forKey: path) else { continue }
      progress(unit.record)
      let module = unit.module.withUnsafeBufferPointer { program.names.intern($0) }
      guard let found = occurrences(of: unit, in: &program, &symbols) else { continue }
      program.files.append(
        CompiledFile(path: path, module: module, time: unit.time, occurrences: found))
    }
    return program
  }

  /// Nil for what is not a source file of this tree.
  private func unit(_ name: String, _ store: Store) -> Unit? {
    guard let unit = call.unit_reader_create(store.object, name, nil) else { return nil }
    defer { call.unit_reader_dispose(unit) }
    let main = call.unit_reader_get_main_file(unit).bytes
    guard !main.isEmpty, !call.unit_reader_is_system_unit(unit) else { return nil }
    let folder = call.unit_reader_get_working_dir(unit).bytes
    guard let path = request.path(of: main, workingDirectory: folder, package: store.package) else {
      return nil
    }
    var record: String?
    call.forEach(call.unit_reader_dependencies_apply_f, of: unit) { item in
      guard record == nil, call.unit_dependency_get_kind(item) == Self.recordDependency,
        call.unit_dependency_get_filepath(item).bytes == main
      else { return }
      record = call.unit_dependency_get_name(item).string
    }
    var (seconds, nanoseconds): (Int64, Int64) = (0, 0)
    guard let record,
      !call.store_get_unit_modification_time(store.object, name, &seconds, &nanoseconds, nil)
    else { return nil }
    return Unit(
      path: path, time: seconds &* 1_000_000_000 &+ nanoseconds,
      module: call.unit_reader_get_module_name(unit).bytes, record: record, store: store)
  }

  /// Nil if there is no such record.
  private func occurrences(
    of unit: Unit, in program: inout CompiledProgram, _ symbols: inout CompiledProgram.SymbolTable
  ) -> [Occurrence]? {
    guard let reader = call.record_reader_create(unit.store.object, unit.record, nil) else { return nil }
    defer { call.record_reader_dispose(reader) }
    var found: [Occurrence] = []
    call.forEach(call.record_reader_occurrences_apply_f, of: reader) { item in
      let roles = Self.roles(call.occurrence_get_roles(item))
      // What the compiler adds where nothing is written makes no edge; what it declares is a target.
      guard roles.contains(.definition) || !roles.contains(.implicit) else { return }
      guard let symbol = symbol(call.occurrence_get_symbol(item), &program, &symbols) else { return }
      var (line, column): (UInt32, UInt32) = (0, 0)
      call.occurrence_get_line_col(item, &line, &column)
      var occurrence = Occurrence(
        symbol: symbol, roles: roles,
        position: Position(line: Int32(clamping: line), column: Int32(clamping: column)))
      call.forEach(call.occurrence_relations_apply_f, of: item) { relation in
        let roles = Self.roles(call.symbol_relation_get_roles(relation)).intersection(.related)
        guard !roles.isEmpty,
          let other = self.symbol(call.symbol_relation_get_symbol(relation), &program, &symbols)
        else { return }
        occurrence.relations.append(Occurrence.Relation(roles: roles, symbol: other))
      }
      found.append(occurrence)
    }
    found.sort { ($0.position, $0.symbol) < ($1.position, $1.symbol) }
    return found
  }

  /// Nil for accessors: the property beside them says the same.
  private func symbol(
    _ item: UnsafeMutableRawPointer, _ program: inout CompiledProgram,
    _ symbols: inout CompiledProgram.SymbolTable
  ) -> Int32? {
    guard let kind = Self.kind(call.symbol_get_kind(item), call.symbol_get_subkind(item)) else { return nil }
    let usr = call.symbol_get_usr(item).interned(in: &program.names)
    return symbols.symbol(usr: usr, in: &program) { program in
      let name = call.symbol_get_name(item).interned(in: &program.names)
      return CompiledSymbol(usr: usr, name: name, kind: kind)
    }
  }

  private static let recordDependency: Int32 = 2

  private static func roles(_ bits: UInt64) -> Occurrence.Roles {
    Occurrence.Roles(rawValue: UInt32(truncatingIfNeeded: bits))
  }

  /// From `indexstore_symbol_kind_t` and `indexstore_symbol_subkind_t`; nil for accessors.
  private static func kind(_ kind: Int32, _ subkind: Int32) -> CompiledSymbol.Kind? {
    switch subkind {
    case 3, 4, 1000...1003, 1014...1018: return nil
    case 1011: return .subscript
    case 1012: return .associatedType
    case 1013: return .typeParameter
    default: break
    }
    switch kind {
    case 1: return .module
    case 4: return .macro
    case 5: return .enum
    case 6, 10: return .struct
    case 7: return .class
    case 8: return .protocol
    case 9: return .extension
    case 11: return .typeAlias
    case 12: return .function
    case 13: return .variable
    case 14, 19...21: return .property
    case 15: return .enumCase
    case 16...18: return .method
    case 22: return .initializer
    case 23: return .deinitializer
    case 25: return .parameter
    default: return .other
    }
  }
}
