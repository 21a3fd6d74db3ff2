extension StandardLibrary {
  /// Tasks, actors, asynchronous sequences, clocks.
  static let concurrency = """
    struct Task<Success: Sendable, Failure: Error>: Hashable, Sendable {
      var value: Success
      var result: Result<Success, Failure>
      var isCancelled: Bool
      func cancel()
      init(name: String? = nil, priority: TaskPriority? = nil, operation: () async throws -> Success)
      static func detached(
        name: String? = nil, priority: TaskPriority? = nil, operation: () async throws -> Success) -> Task<Success, Failure>
      init(name: String? = nil, executorPreference taskExecutor: (any TaskExecutor)?, priority: TaskPriority? = nil,
        operation: () async throws -> Success)
      static func immediate(
        name: String? = nil, priority: TaskPriority? = nil, executorPreference taskExecutor: (any TaskExecutor)? = nil,
        operation: () async throws -> Success) -> Task<Success, Failure>
    }
    extension Task where Success == Never, Failure == Never {
      static var isCancelled: Bool
      static var currentPriority: TaskPriority
      static func checkCancellation() throws
      static func yield() async
      static func sleep(nanoseconds duration: UInt64) async throws
      static func sleep<C: Clock>(for duration: C.Instant.Duration, tolerance: C.Instant.Duration? = nil, clock: C = .continuous)
        async throws
      static func sleep(_ duration: UInt64) async
      static func sleep<C: Clock>(until deadline: C.Instant, tolerance: C.Instant.Duration? = nil, clock: C = .continuous)
        async throws
    }
    struct TaskPriority: RawRepresentable, Comparable, Hashable, Codable, Sendable {
      let rawValue: UInt8
      init(rawValue: UInt8)
      static var unspecified: TaskPriority
      static let high: TaskPriority
      static var medium: TaskPriority
      static let low: TaskPriority
      static let userInitiated: TaskPriority
      static let utility: TaskPriority
      static let background: TaskPriority
    }
    struct CancellationError: Error { init() }
    struct UnsafeCurrentTask: Hashable {
      var isCancelled: Bool
      var priority: TaskPriority
      func cancel()
    }
    func withUnsafeCurrentTask<T>(body: (UnsafeCurrentTask?) throws -> T) rethrows -> T
    class TaskLocal<Value: Sendable>: Sendable {
      init(wrappedValue defaultValue: Value)
      func get() -> Value
      func withValue<R>(_ valueDuringOperation: Value, operation: () throws -> R, file: String = #fileID, line: UInt = #line)
        rethrows -> R
      func withValue<R>(
        _ valueDuringOperation: Value, operation: () async throws -> R, file: String = #fileID, line: UInt = #line)
        async rethrows -> R
      var projectedValue: TaskLocal<Value>
      var wrappedValue: Value
    }
    macro TaskLocal()
    struct TaskGroup<ChildTaskResult: Sendable>: AsyncSequence {
      typealias Element = ChildTaskResult
      mutating func addTask(priority: TaskPriority? = nil, operation: () async -> ChildTaskResult)
      mutating func addTask(name: String?, priority: TaskPriority? = nil, operation: () async -> ChildTaskResult)
      mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: () async -> ChildTaskResult) -> Bool
      mutating func addTaskUnlessCancelled(
        name: String?, priority: TaskPriority? = nil, operation: () async -> ChildTaskResult) -> Bool
      mutating func next(isolation: (any Actor)? = #isolation) async -> ChildTaskResult?
      mutating func waitForAll(isolation: (any Actor)? = #isolation) async
      var isEmpty: Bool
      var isCancelled: Bool
      func cancelAll()
    }
    struct ThrowingTaskGroup<ChildTaskResult: Sendable, Failure: Error>: AsyncSequence {
      typealias Element = ChildTaskResult
      mutating func addTask(priority: TaskPriority? = nil, operation: () async throws -> ChildTaskResult)
      mutating func addTask(name: String?, priority: TaskPriority? = nil, operation: () async throws -> ChildTaskResult)
      mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: () async throws -> ChildTaskResult) -> Bool
      mutating func addTaskUnlessCancelled(
        name: String?, priority: TaskPriority? = nil, operation: () async throws -> ChildTaskResult) -> Bool
      mutating func next(isolation: (any Actor)? = #isolation) async throws -> ChildTaskResult?
      mutating func nextResult(isolation: (any Actor)? = #isolation) async -> Result<ChildTaskResult, Failure>?
      mutating func waitForAll(isolation: (any Actor)? = #isolation) async throws
      var isEmpty: Bool
      var isCancelled: Bool
      func cancelAll()
    }
    struct DiscardingTaskGroup {
      mutating func addTask(priority: TaskPriority? = nil, operation: () async -> Void)
      mutating func addTask(name: String?, priority: TaskPriority? = nil, operation: () async -> Void)
      mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: () async -> Void) -> Bool
      mutating func addTaskUnlessCancelled(
        name: String?, priority: TaskPriority? = nil, operation: () async -> Void) -> Bool
      var isEmpty: Bool
      var isCancelled: Bool
      func cancelAll()
    }
    struct ThrowingDiscardingTaskGroup<Failure: Error> {
      mutating func addTask(priority: TaskPriority? = nil, operation: () async throws -> Void)
      mutating func addTask(name: String?, priority: TaskPriority? = nil, operation: () async throws -> Void)
      mutating func addTaskUnlessCancelled(
        priority: TaskPriority? = nil, operation: () async throws -> Void) -> Bool
      mutating func addTaskUnlessCancelled(
        name: String?, priority: TaskPriority? = nil, operation: () async throws -> Void) -> Bool
      var isEmpty: Bool
      var isCancelled: Bool
      func cancelAll()
    }
    func withTaskGroup<ChildTaskResult: Sendable, GroupResult>(
      of childTaskResultType: ChildTaskResult.Type = ChildTaskResult.self,
      returning returnType: GroupResult.Type = GroupResult.self, isolation: (any Actor)? = #isolation,
      body: (inout TaskGroup<ChildTaskResult>) async -> GroupResult) async -> GroupResult
    func withThrowingTaskGroup<ChildTaskResult: Sendable, GroupResult>(
      of childTaskResultType: ChildTaskResult.Type = ChildTaskResult.self,
      returning returnType: GroupResult.Type = GroupResult.self, isolation: (any Actor)? = #isolation,
      body: (inout ThrowingTaskGroup<ChildTaskResult, any Error>) async throws -> GroupResult
    ) async rethrows -> GroupResult
    func withDiscardingTaskGroup<GroupResult>(
      returning returnType: GroupResult.Type = GroupResult.self, isolation: (any Actor)? = #isolation,
      body: (inout DiscardingTaskGroup) async -> GroupResult) async -> GroupResult
    func withThrowingDiscardingTaskGroup<GroupResult>(
      returning returnType: GroupResult.Type = GroupResult.self, isolation: (any Actor)? = #isolation,
      body: (inout ThrowingDiscardingTaskGroup<any Error>) async throws -> GroupResult) async throws -> GroupResult
    func withTaskCancellationHandler<T>(
      operation: () async throws -> T, onCancel handler: () -> Void, isolation: (any Actor)? = #isolation
    ) async rethrows -> T
    func withTaskExecutorPreference<T>(
      _ taskExecutor: (any TaskExecutor)?, isolation: (any Actor)? = #isolation, operation: () async throws -> T
    ) async rethrows -> T
    struct CheckedContinuation<T, E: Error>: Sendable {
      func resume(returning value: T)
      func resume(throwing error: E)
      func resume<Er: Error>(with result: Result<T, Er>)
    }
    extension CheckedContinuation where T == () { func resume() }
    struct UnsafeContinuation<T, E: Error>: Sendable {
      func resume(returning value: T)
      func resume(throwing error: E)
      func resume<Er: Error>(with result: Result<T, Er>)
    }
    extension UnsafeContinuation where T == () { func resume() }
    func withCheckedContinuation<T>(
      isolation: (any Actor)? = #isolation, function: String = #function,
      _ body: (CheckedContinuation<T, Never>) -> Void) async -> T
    func withCheckedThrowingContinuation<T>(
      isolation: (any Actor)? = #isolation, function: String = #function,
      _ body: (CheckedContinuation<T, any Error>) -> Void) async throws -> T
    func withUnsafeContinuation<T>(
      isolation: (any Actor)? = #isolation, _ fn: (UnsafeContinuation<T, Never>) -> Void) async -> T
    func withUnsafeThrowingContinuation<T>(
      isolation: (any Actor)? = #isolation, _ fn: (UnsafeContinuation<T, any Error>) -> Void) async throws -> T
    protocol AnyActor: AnyObject, Sendable {}
    protocol Actor: AnyActor { var unownedExecutor: UnownedSerialExecutor { get } }
    extension Actor {
      func assumeIsolated<T>(
        _ operation: (Self) throws -> T, file: StaticString = #fileID, line: UInt = #line) rethrows -> T
      func preconditionIsolated(
        _ message: @autoclosure () -> String = String(), file: StaticString = #fileID, line: UInt = #line)
      func assertIsolated(
        _ message: @autoclosure () -> String = String(), file: StaticString = #fileID, line: UInt = #line)
    }
    protocol GlobalActor {
      associatedtype ActorType: Actor
      static var shared: ActorType { get }
    }
    actor MainActor: GlobalActor {
      static let shared: MainActor
      static func run<T>(resultType: T.Type = T.self, body: () throws -> T) async rethrows -> T
      static func assumeIsolated<T>(
        _ operation: () throws -> T, file: StaticString = #fileID, line: UInt = #line) rethrows -> T
    }
    protocol Executor: AnyObject, Sendable {
      func enqueue(_ job: UnownedJob)
      func enqueue(_ job: ExecutorJob)
    }
    protocol SerialExecutor: Executor { func asUnownedSerialExecutor() -> UnownedSerialExecutor }
    protocol TaskExecutor: Executor { func asUnownedTaskExecutor() -> UnownedTaskExecutor }
    struct UnownedSerialExecutor { init<E: SerialExecutor>(ordinary executor: E) }
    struct UnownedTaskExecutor {}
    struct UnownedJob {
      init(_ job: ExecutorJob)
      func runSynchronously(on executor: UnownedSerialExecutor)
    }
    struct ExecutorJob {}
    struct JobPriority: Comparable {}
    protocol AsyncIteratorProtocol<Element, Failure> {
      associatedtype Element
      associatedtype Failure: Error = any Error
      mutating func next() async throws -> Element?
      mutating func next(isolation actor: (any Actor)?) async throws -> Element?
    }
    protocol AsyncSequence<Element, Failure> {
      associatedtype AsyncIterator: AsyncIteratorProtocol where AsyncIterator.Element == Element
      associatedtype Element
      associatedtype Failure: Error
      func makeAsyncIterator() -> AsyncIterator
    }
    extension AsyncSequence {
      func map<Transformed>(_ transform: (Element) async -> Transformed) -> AsyncMapSequence<Self, Transformed>
      func map<Transformed>(_ transform: (Element) async throws -> Transformed) -> AsyncThrowingMapSequence<Self, Transformed>
      func compactMap<ElementOfResult>(
        _ transform: (Element) async -> ElementOfResult?) -> AsyncCompactMapSequence<Self, ElementOfResult>
      func compactMap<ElementOfResult>(
        _ transform: (Element) async throws -> ElementOfResult?) -> AsyncThrowingCompactMapSequence<Self, ElementOfResult>
      func flatMap<SegmentOfResult: AsyncSequence>(
        _ transform: (Element) async -> SegmentOfResult) -> AsyncFlatMapSequence<Self, SegmentOfResult>
      func filter(_ isIncluded: (Element) async -> Bool) -> AsyncFilterSequence<Self>
      func prefix(_ count: Int) -> AsyncPrefixSequence<Self>
      func prefix(while predicate: (Element) async -> Bool) rethrows -> AsyncPrefixWhileSequence<Self>
      func dropFirst(_ count: Int = 1) -> AsyncDropFirstSequence<Self>
      func drop(while predicate: (Element) async -> Bool) -> AsyncDropWhileSequence<Self>
      func reduce<Result>(
        _ initialResult: Result, _ nextPartialResult: (Result, Element) async throws -> Result) async rethrows -> Result
      func reduce<Result>(
        into initialResult: Result, _ updateAccumulatingResult: (inout Result, Element) async throws -> Void
      ) async rethrows -> Result
      func contains(where predicate: (Element) async throws -> Bool) async rethrows -> Bool
      func allSatisfy(_ predicate: (Element) async throws -> Bool) async rethrows -> Bool
      func first(where predicate: (Element) async throws -> Bool) async rethrows -> Element?
      func min(by areInIncreasingOrder: (Element, Element) async throws -> Bool) async rethrows -> Element?
      func max(by areInIncreasingOrder: (Element, Element) async throws -> Bool) async rethrows -> Element?
    }
    extension AsyncSequence where Element: Equatable { func contains(_ search: Element) async rethrows -> Bool }
    extension AsyncSequence where Element: Comparable {
      func min() async rethrows -> Element?
      func max() async rethrows -> Element?
    }
    struct AsyncMapSequence<Base: AsyncSequence, Transformed>: AsyncSequence { typealias Element = Transformed }
    struct AsyncThrowingMapSequence<Base: AsyncSequence, Transformed>: AsyncSequence { typealias Element = Transformed }
    struct AsyncCompactMapSequence<Base: AsyncSequence, ElementOfResult>: AsyncSequence {
      typealias Element = ElementOfResult
    }
    struct AsyncThrowingCompactMapSequence<Base: AsyncSequence, ElementOfResult>: AsyncSequence {
      typealias Element = ElementOfResult
    }
    struct AsyncFlatMapSequence<Base: AsyncSequence, SegmentOfResult: AsyncSequence>: AsyncSequence {
      typealias Element = SegmentOfResult.Element
    }
    struct AsyncFilterSequence<Base: AsyncSequence>: AsyncSequence { typealias Element = Base.Element }
    struct AsyncPrefixSequence<Base: AsyncSequence>: AsyncSequence { typealias Element = Base.Element }
    struct AsyncPrefixWhileSequence<Base: AsyncSequence>: AsyncSequence { typealias Element = Base.Element }
    struct AsyncDropFirstSequence<Base: AsyncSequence>: AsyncSequence { typealias Element = Base.Element }
    struct AsyncDropWhileSequence<Base: AsyncSequence>: AsyncSequence { typealias Element = Base.Element }
    struct AsyncStream<Element>: AsyncSequence {
      struct Continuation: Hashable, Sendable {
        enum Termination {
          case finished
          case cancelled
        }
        enum YieldResult {
          case enqueued(remaining: Int)
          case dropped(Element)
          case terminated
        }
        enum BufferingPolicy {
          case unbounded
          case bufferingOldest(Int)
          case bufferingNewest(Int)
        }
        func yield(_ value: Element) -> AsyncStream<Element>.Continuation.YieldResult
        func yield(with result: Result<Element, Never>) -> AsyncStream<Element>.Continuation.YieldResult
        func yield() -> AsyncStream<Element>.Continuation.YieldResult
        func finish()
        var onTermination: ((AsyncStream<Element>.Continuation.Termination) -> Void)?
      }
      struct Iterator: AsyncIteratorProtocol { mutating func next() async -> Element? }
      typealias AsyncIterator = AsyncStream<Element>.Iterator
      init(_ elementType: Element.Type = Element.self,
        bufferingPolicy limit: AsyncStream<Element>.Continuation.BufferingPolicy = .unbounded,
        _ build: (AsyncStream<Element>.Continuation) -> Void)
      init(unfolding produce: () async -> Element?, onCancel: (() -> Void)? = nil)
      static func makeStream(
        of elementType: Element.Type = Element.self,
        bufferingPolicy limit: AsyncStream<Element>.Continuation.BufferingPolicy = .unbounded
      ) -> (stream: AsyncStream<Element>, continuation: AsyncStream<Element>.Continuation)
    }
    struct AsyncThrowingStream<Element, Failure: Error>: AsyncSequence {
      struct Continuation: Hashable, Sendable {
        enum Termination {
          case finished(Failure?)
          case cancelled
        }
        enum YieldResult {
          case enqueued(remaining: Int)
          case dropped(Element)
          case terminated
        }
        enum BufferingPolicy {
          case unbounded
          case bufferingOldest(Int)
          case bufferingNewest(Int)
        }
        func yield(_ value: Element) -> AsyncThrowingStream<Element, Failure>.Continuation.YieldResult
        func yield(with result: Result<Element, Failure>) -> AsyncThrowingStream<Element, Failure>.Continuation.YieldResult
        func yield() -> AsyncThrowingStream<Element, Failure>.Continuation.YieldResult
        func finish(throwing error: Failure? = nil)
        var onTermination: ((AsyncThrowingStream<Element, Failure>.Continuation.Termination) -> Void)?
      }
      struct Iterator: AsyncIteratorProtocol { mutating func next() async throws -> Element? }
      typealias AsyncIterator = AsyncThrowingStream<Element, Failure>.Iterator
      init(_ elementType: Element.Type = Element.self,
        bufferingPolicy limit: AsyncThrowingStream<Element, Failure>.Continuation.BufferingPolicy = .unbounded,
        _ build: (AsyncThrowingStream<Element, Failure>.Continuation) -> Void)
      init(unfolding produce: () async throws -> Element?)
      static func makeStream(
        of elementType: Element.Type = Element.self, throwing failureType: Failure.Type = Failure.self,
        bufferingPolicy limit: AsyncThrowingStream<Element, Failure>.Continuation.BufferingPolicy = .unbounded
      ) -> (stream: AsyncThrowingStream<Element, Failure>, continuation: AsyncThrowingStream<Element, Failure>.Continuation)
    }
    protocol Clock<Duration>: Sendable {
      associatedtype Duration where Duration == Instant.Duration
      associatedtype Instant: InstantProtocol
      var now: Instant { get }
      var minimumResolution: Instant.Duration { get }
      func sleep(until deadline: Instant, tolerance: Instant.Duration?) async throws
    }
    extension Clock {
      func measure(_ work: () throws -> Void) rethrows -> Instant.Duration
      func measure(isolation: (any Actor)? = #isolation, _ work: () async throws -> Void) async rethrows -> Instant.Duration
      func sleep(for duration: Instant.Duration, tolerance: Instant.Duration? = nil) async throws
    }
    extension Clock where Self == ContinuousClock { static var continuous: ContinuousClock }
    extension Clock where Self == SuspendingClock { static var suspending: SuspendingClock }
    struct ContinuousClock: Clock {
      typealias Duration = Swift.Duration
      struct Instant: InstantProtocol, Codable, Sendable {
        typealias Duration = Swift.Duration
        static var now: ContinuousClock.Instant
      }
      init()
      var now: ContinuousClock.Instant
      static var now: ContinuousClock.Instant
    }
    struct SuspendingClock: Clock {
      typealias Duration = Swift.Duration
      struct Instant: InstantProtocol, Codable, Sendable {
        typealias Duration = Swift.Duration
        static var now: SuspendingClock.Instant
      }
      init()
      var now: SuspendingClock.Instant
      static var now: SuspendingClock.Instant
    }
    """
}
