extension StandardLibrary {
  /// Atomics and locks of the standard library.
  static let synchronization = """
    struct Mutex<Value> {
      init(_ initialValue: Value)
      func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result
      func withLockIfAvailable<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result?
    }
    struct Atomic<Value: AtomicRepresentable> {
      init(_ initialValue: Value)
      func load(ordering: AtomicLoadOrdering) -> Value
      func store(_ desired: Value, ordering: AtomicStoreOrdering)
      func exchange(_ desired: Value, ordering: AtomicUpdateOrdering) -> Value
      func compareExchange(
        expected: Value, desired: Value, ordering: AtomicUpdateOrdering) -> (exchanged: Bool, original: Value)
      func compareExchange(
        expected: Value, desired: Value, successOrdering: AtomicUpdateOrdering, failureOrdering: AtomicLoadOrdering
      ) -> (exchanged: Bool, original: Value)
      func weakCompareExchange(
        expected: Value, desired: Value, ordering: AtomicUpdateOrdering) -> (exchanged: Bool, original: Value)
      func add(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func subtract(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func wrappingAdd(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func wrappingSubtract(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func bitwiseAnd(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func bitwiseOr(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func bitwiseXor(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func logicalAnd(_ operand: Bool, ordering: AtomicUpdateOrdering) -> (oldValue: Bool, newValue: Bool)
      func logicalOr(_ operand: Bool, ordering: AtomicUpdateOrdering) -> (oldValue: Bool, newValue: Bool)
      func max(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
      func min(_ operand: Value, ordering: AtomicUpdateOrdering) -> (oldValue: Value, newValue: Value)
    }
    protocol AtomicRepresentable {}
    struct AtomicLazyReference<Instance: AnyObject> {
      init()
      func load() -> Instance?
      func storeIfNil(_ desired: Instance) -> Instance
    }
    struct AtomicLoadOrdering {
      static var relaxed: AtomicLoadOrdering
      static var acquiring: AtomicLoadOrdering
      static var sequentiallyConsistent: AtomicLoadOrdering
    }
    struct AtomicStoreOrdering {
      static var relaxed: AtomicStoreOrdering
      static var releasing: AtomicStoreOrdering
      static var sequentiallyConsistent: AtomicStoreOrdering
    }
    struct AtomicUpdateOrdering {
      static var relaxed: AtomicUpdateOrdering
      static var acquiring: AtomicUpdateOrdering
      static var releasing: AtomicUpdateOrdering
      static var acquiringAndReleasing: AtomicUpdateOrdering
      static var sequentiallyConsistent: AtomicUpdateOrdering
    }
    struct WordPair: Equatable {
      init(first: UInt, second: UInt)
      var first: UInt
      var second: UInt
    }
    func atomicMemoryFence(ordering: AtomicUpdateOrdering)
    """

  /// Logging and locks of Apple's systems.
  static let os = """
    struct Logger {
      init()
      init(subsystem: String, category: String)
      func log(_ message: OSLogMessage)
      func log(level: OSLogType, _ message: OSLogMessage)
      func trace(_ message: OSLogMessage)
      func debug(_ message: OSLogMessage)
      func info(_ message: OSLogMessage)
      func notice(_ message: OSLogMessage)
      func warning(_ message: OSLogMessage)
      func error(_ message: OSLogMessage)
      func critical(_ message: OSLogMessage)
      func fault(_ message: OSLogMessage)
    }
    struct OSLogMessage: ExpressibleByStringInterpolation {}
    struct OSLogType {
      static let `default`: OSLogType
      static let info: OSLogType
      static let debug: OSLogType
      static let error: OSLogType
      static let fault: OSLogType
    }
    class OSLog {
      init(subsystem: String, category: String)
      static let `default`: OSLog
      static let disabled: OSLog
    }
    func os_log(_ message: StaticString, log: OSLog = .default, type: OSLogType = .default, _ args: any CVarArg...)
    struct OSAllocatedUnfairLock<State> {
      init(initialState: State)
      init(uncheckedState: State)
      func withLock<R>(_ body: (inout State) throws -> R) rethrows -> R
      func withLockUnchecked<R>(_ body: (inout State) throws -> R) rethrows -> R
      func withLockIfAvailable<R>(_ body: (inout State) throws -> R) rethrows -> R?
    }
    extension OSAllocatedUnfairLock where State == () {
      init()
      func lock()
      func unlock()
      func lockIfAvailable() -> Bool
    }
    struct os_unfair_lock { init() }
    func os_unfair_lock_lock(_ lock: UnsafeMutablePointer<os_unfair_lock>)
    func os_unfair_lock_unlock(_ lock: UnsafeMutablePointer<os_unfair_lock>)
    """
}
