public import GraphModel
public import LanguageSupport

/// What a compiler's index says about the source files of a tree: plain values, read from a store once.
public struct CompiledProgram: Sendable, Equatable {
  /// The strings that all ids refer to.
  public var names = NameTable()
  /// Each symbol that a file names, once.
  public var symbols: [CompiledSymbol] = []
  /// Sorted by path; each path once, with the newest unit that compiled it.
  public var files: [CompiledFile] = []

  /// Makes an empty program.
  public init() {}
}

/// A declaration as the compiler knows it.
public struct CompiledSymbol: Sendable, Equatable {
  /// What it is. The raw values are written between processes of one version only.
  public enum Kind: UInt8, Sendable {
    case other, module, `enum`, `struct`, `class`, `protocol`, `extension`, typeAlias, associatedType
    case typeParameter, function, method, initializer, deinitializer, variable, property, `subscript`
    case enumCase, macro, parameter
  }

  /// The Unified Symbol Resolution: the same in every file and every build.
  public var usr: NameID
  /// With argument labels: `read(_:)`.
  public var name: NameID
  /// What it is.
  public var kind: Kind

  /// Makes a value of its parts.
  public init(usr: NameID, name: NameID, kind: Kind) {
    self.usr = usr
    self.name = name
    self.kind = kind
  }
}

/// One source file as it was when the compiler read it.
public struct CompiledFile: Sendable, Equatable {
  /// Relative to the indexed root.
  public var path: SourcePath
  /// The module it was compiled into.
  public var module: NameID
  /// When the compiler was done with it: nanoseconds since 1970.
  public var time: Int64
  /// Sorted by position, then by symbol.
  public var occurrences: [Occurrence]

  /// Makes a value of its parts.
  public init(path: SourcePath, module: NameID, time: Int64, occurrences: [Occurrence]) {
    self.path = path
    self.module = module
    self.time = time
    self.occurrences = occurrences
  }
}

/// A symbol at a place.
public struct Occurrence: Sendable, Equatable {
  /// What happens there. The bits are the store's own (`indexstore_symbol_role_t`).
  public struct Roles: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32
    /// Makes a value of its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The declaration itself.
    public static let definition = Roles(rawValue: 1 << 1)
    /// A use.
    public static let reference = Roles(rawValue: 1 << 2)
    /// The value is taken.
    public static let read = Roles(rawValue: 1 << 3)
    /// The value is set.
    public static let write = Roles(rawValue: 1 << 4)
    /// A call.
    public static let call = Roles(rawValue: 1 << 5)
    /// The compiler's own doing: nothing is written there.
    public static let implicit = Roles(rawValue: 1 << 8)
    /// In relations: the symbol is declared inside the related one.
    public static let childOf = Roles(rawValue: 1 << 9)
    /// In relations: the symbol is a base of the related one.
    public static let baseOf = Roles(rawValue: 1 << 10)
    /// In relations: the symbol overrides or witnesses the related one.
    public static let overrideOf = Roles(rawValue: 1 << 11)
    /// In relations: the symbol is what the related extension extends.
    public static let extendedBy = Roles(rawValue: 1 << 14)

    static let related: Roles = [.childOf, .baseOf, .overrideOf, .extendedBy]
  }

  /// What another symbol has to do with it.
  public struct Relation: Sendable, Hashable {
    /// In which way.
    public var roles: Roles
    /// Index into ``CompiledProgram/symbols``.
    public var symbol: Int32

    /// Makes a value of its parts.
    public init(roles: Roles, symbol: Int32) {
      self.roles = roles
      self.symbol = symbol
    }
  }

  /// Index into ``CompiledProgram/symbols``.
  public var symbol: Int32
  /// What happens there.
  public var roles: Roles
  /// Where the identifier stands.
  public var position: Position
  /// In the store's order.
  public var relations: [Relation]

  /// Makes a value of its parts.
  public init(symbol: Int32, roles: Roles, position: Position, relations: [Relation] = []) {
    self.symbol = symbol
    self.roles = roles
    self.position = position
    self.relations = relations
  }
}

extension CompiledProgram {
  /// The USR of a symbol.
  public func usr(_ symbol: Int32) -> String { names.string(symbols[Int(symbol)].usr) }

  /// The name of a symbol, with labels.
  public func name(_ symbol: Int32) -> String { names.string(symbols[Int(symbol)].name) }

  /// Symbols by their USRs, so that each is kept once.
  struct SymbolTable {
    /// For each name the symbol of that USR, or -1.
    private var symbolOfName: [Int32] = []

    /// The symbol of a USR. The first to name it says what it is.
    mutating func symbol(
      usr: NameID, in program: inout CompiledProgram, make: (inout CompiledProgram) -> CompiledSymbol
    ) -> Int32 {
      let place = Int(usr.rawValue)
      if place >= symbolOfName.count {
        symbolOfName += [Int32](repeating: -1, count: place + 1 - symbolOfName.count)
      }
      if symbolOfName[place] < 0 {
        symbolOfName[place] = Int32(program.symbols.count)
        let made = make(&program)
        program.symbols.append(made)
      }
      return symbolOfName[place]
    }
  }
}
