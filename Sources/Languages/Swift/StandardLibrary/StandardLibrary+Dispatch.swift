extension StandardLibrary {
  /// Grand Central Dispatch.
  static let dispatch = """
    class DispatchObject {
      func activate()
      func suspend()
      func resume()
      func setTarget(queue: DispatchQueue?)
    }
    class DispatchQueue: DispatchObject, Sendable {
      struct Attributes: OptionSet {
        let rawValue: UInt64
        static let concurrent: DispatchQueue.Attributes
        static let initiallyInactive: DispatchQueue.Attributes
      }
      enum AutoreleaseFrequency { case inherit, workItem, never }
      init(
        label: String, qos: DispatchQoS = .unspecified, attributes: DispatchQueue.Attributes = [],
        autoreleaseFrequency: DispatchQueue.AutoreleaseFrequency = .inherit, target: DispatchQueue? = nil)
      class var main: DispatchQueue
      class func global(qos: DispatchQoS.QoSClass = .default) -> DispatchQueue
      class func concurrentPerform(iterations: Int, execute work: (Int) -> Void)
      class func getSpecific<T>(key: DispatchSpecificKey<T>) -> T?
      var label: String
      var qos: DispatchQoS
      func sync<T>(execute work: () throws -> T) rethrows -> T
      func sync<T>(flags: DispatchWorkItemFlags, execute work: () throws -> T) rethrows -> T
      func sync(execute workItem: DispatchWorkItem)
      func async(execute workItem: DispatchWorkItem)
      func async(
        group: DispatchGroup? = nil, qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [],
        execute work: () -> Void)
      func async(group: DispatchGroup, execute workItem: DispatchWorkItem)
      func asyncAfter(
        deadline: DispatchTime, qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [],
        execute work: () -> Void)
      func asyncAfter(deadline: DispatchTime, execute: DispatchWorkItem)
      func setSpecific<T>(key: DispatchSpecificKey<T>, value: T?)
      func getSpecific<T>(key: DispatchSpecificKey<T>) -> T?
    }
    class DispatchSpecificKey<T> { init() }
    struct DispatchQoS: Equatable, Sendable {
      enum QoSClass { case background, utility, `default`, userInitiated, userInteractive, unspecified }
      init(qosClass: DispatchQoS.QoSClass, relativePriority: Int)
      let qosClass: DispatchQoS.QoSClass
      static let background: DispatchQoS
      static let utility: DispatchQoS
      static let `default`: DispatchQoS
      static let userInitiated: DispatchQoS
      static let userInteractive: DispatchQoS
      static let unspecified: DispatchQoS
    }
    struct DispatchWorkItemFlags: OptionSet {
      let rawValue: UInt
      static let barrier: DispatchWorkItemFlags
      static let detached: DispatchWorkItemFlags
      static let assignCurrentContext: DispatchWorkItemFlags
      static let noQoS: DispatchWorkItemFlags
      static let inheritQoS: DispatchWorkItemFlags
      static let enforceQoS: DispatchWorkItemFlags
    }
    class DispatchWorkItem {
      init(qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [], block: () -> Void)
      var isCancelled: Bool
      func perform()
      func cancel()
      func wait()
      func wait(timeout: DispatchTime) -> DispatchTimeoutResult
      func notify(queue: DispatchQueue, execute: DispatchWorkItem)
    }
    class DispatchGroup: DispatchObject {
      init()
      func enter()
      func leave()
      func wait()
      func wait(timeout: DispatchTime) -> DispatchTimeoutResult
      func notify(
        qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [], queue: DispatchQueue,
        execute work: () -> Void)
      func notify(queue: DispatchQueue, work: DispatchWorkItem)
    }
    class DispatchSemaphore: DispatchObject {
      init(value: Int)
      func wait()
      func wait(timeout: DispatchTime) -> DispatchTimeoutResult
      func signal() -> Int
    }
    enum DispatchTimeoutResult { case success, timedOut }
    enum DispatchTimeInterval: Equatable, Sendable {
      case seconds(Int)
      case milliseconds(Int)
      case microseconds(Int)
      case nanoseconds(Int)
      case never
    }
    struct DispatchTime: Comparable {
      static func now() -> DispatchTime
      static let distantFuture: DispatchTime
      init(uptimeNanoseconds: UInt64)
      var uptimeNanoseconds: UInt64
    }
    struct DispatchWallTime: Comparable {
      static func now() -> DispatchWallTime
      static let distantFuture: DispatchWallTime
    }
    func + (time: DispatchTime, interval: DispatchTimeInterval) -> DispatchTime
    func + (time: DispatchTime, seconds: Double) -> DispatchTime
    func - (time: DispatchTime, seconds: Double) -> DispatchTime
    class DispatchSource: DispatchObject {
      struct TimerFlags: OptionSet {
        let rawValue: UInt
        static let strict: DispatchSource.TimerFlags
      }
      class func makeTimerSource(
        flags: DispatchSource.TimerFlags = [], queue: DispatchQueue? = nil) -> any DispatchSourceTimer
      class func makeSignalSource(signal: Int32, queue: DispatchQueue? = nil) -> any DispatchSourceSignal
      class func makeReadSource(fileDescriptor: Int32, queue: DispatchQueue? = nil) -> any DispatchSourceRead
      class func makeWriteSource(fileDescriptor: Int32, queue: DispatchQueue? = nil) -> any DispatchSourceWrite
    }
    protocol DispatchSourceProtocol: AnyObject {
      func setEventHandler(handler: DispatchWorkItem)
      func setCancelHandler(handler: DispatchWorkItem)
      func cancel()
      func resume()
      func suspend()
      func activate()
      var isCancelled: Bool { get }
      var data: UInt { get }
      var handle: UInt { get }
    }
    extension DispatchSourceProtocol {
      func setEventHandler(
        qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [], handler: (() -> Void)?)
      func setCancelHandler(
        qos: DispatchQoS = .unspecified, flags: DispatchWorkItemFlags = [], handler: (() -> Void)?)
    }
    protocol DispatchSourceTimer: DispatchSourceProtocol {}
    extension DispatchSourceTimer {
      func schedule(
        deadline: DispatchTime, repeating interval: DispatchTimeInterval = .never,
        leeway: DispatchTimeInterval = .nanoseconds(0))
      func schedule(
        deadline: DispatchTime, repeating interval: Double, leeway: DispatchTimeInterval = .nanoseconds(0))
    }
    protocol DispatchSourceSignal: DispatchSourceProtocol {}
    protocol DispatchSourceRead: DispatchSourceProtocol {}
    protocol DispatchSourceWrite: DispatchSourceProtocol {}
    enum DispatchPredicate {
      case onQueue(DispatchQueue)
      case onQueueAsBarrier(DispatchQueue)
      case notOnQueue(DispatchQueue)
    }
    func dispatchPrecondition(
      condition: @autoclosure () -> DispatchPredicate, file: StaticString = #file, line: UInt = #line)
    func dispatchMain() -> Never
    struct DispatchData: RandomAccessCollection {
      typealias Element = UInt8
      typealias Index = Int
      static let empty: DispatchData
      init(bytes buffer: UnsafeRawBufferPointer)
      mutating func append(_ other: DispatchData)
    }
    """
}
