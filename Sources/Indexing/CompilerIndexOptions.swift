public import CompilerIndex

/// Whether and where a run looks for a compiler's index.
public struct CompilerIndexOptions: Sendable {
  /// False to leave all indexes alone.
  public var isOn = true
  /// The stores to read; if empty, those that builds of the tree's packages left in `.build`.
  public var stores: [String] = []
  /// The toolchain's libIndexStore; nil to look for it.
  public var library: String?
  /// Reads the stores; where there is none, no index is used.
  public var reader: IndexStoreProcess?

  /// Makes options with the usual values.
  public init() {}
}
