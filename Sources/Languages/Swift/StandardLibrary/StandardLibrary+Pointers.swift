extension StandardLibrary {
  /// Unsafe pointers, buffers, spans and managed storage.
  static let pointers = """
    enum MemoryLayout<T> {
      static var size: Int
      static var stride: Int
      static var alignment: Int
      static func size(ofValue value: T) -> Int
      static func stride(ofValue value: T) -> Int
      static func alignment(ofValue value: T) -> Int
      static func offset(of key: PartialKeyPath<T>) -> Int?
    }
    protocol _Pointer: Hashable, Strideable, CustomDebugStringConvertible, CVarArg {
      associatedtype Pointee
      typealias Stride = Int
    }
    extension _Pointer {
      init(_ other: OpaquePointer)
      init?(_ other: OpaquePointer?)
      init?(bitPattern: Int)
      init?(bitPattern: UInt)
      func advanced(by n: Int) -> Self
      func distance(to end: Self) -> Int
      func successor() -> Self
      func predecessor() -> Self
      static func + (lhs: Self, rhs: Int) -> Self
      static func - (lhs: Self, rhs: Int) -> Self
      static func - (lhs: Self, rhs: Self) -> Int
      static func += (lhs: inout Self, rhs: Int)
      static func -= (lhs: inout Self, rhs: Int)
    }
    struct UnsafePointer<Pointee>: _Pointer {
      init(_ other: UnsafeMutablePointer<Pointee>)
      init?(_ other: UnsafeMutablePointer<Pointee>?)
      init(_ other: UnsafePointer<Pointee>)
      var pointee: Pointee
      subscript(i: Int) -> Pointee
      func deallocate()
      func withMemoryRebound<T, Result>(
        to type: T.Type, capacity count: Int, _ body: (UnsafePointer<T>) throws -> Result) rethrows -> Result
    }
    struct UnsafeMutablePointer<Pointee>: _Pointer {
      init(mutating other: UnsafePointer<Pointee>)
      init?(mutating other: UnsafePointer<Pointee>?)
      init(_ other: UnsafeMutablePointer<Pointee>)
      static func allocate(capacity count: Int) -> UnsafeMutablePointer<Pointee>
      var pointee: Pointee
      subscript(i: Int) -> Pointee
      func deallocate()
      func initialize(to value: Pointee)
      func initialize(repeating repeatedValue: Pointee, count: Int)
      func initialize(from source: UnsafePointer<Pointee>, count: Int)
      func update(from source: UnsafePointer<Pointee>, count: Int)
      func update(repeating repeatedValue: Pointee, count: Int)
      func assign(from source: UnsafePointer<Pointee>, count: Int)
      func move() -> Pointee
      func moveInitialize(from source: UnsafeMutablePointer<Pointee>, count: Int)
      func moveUpdate(from source: UnsafeMutablePointer<Pointee>, count: Int)
      func deinitialize(count: Int) -> UnsafeMutableRawPointer
      func withMemoryRebound<T, Result>(
        to type: T.Type, capacity count: Int, _ body: (UnsafeMutablePointer<T>) throws -> Result) rethrows -> Result
    }
    struct UnsafeRawPointer: _Pointer {
      init<T>(_ other: UnsafePointer<T>)
      init<T>(_ other: UnsafeMutablePointer<T>)
      init(_ other: UnsafeMutableRawPointer)
      func assumingMemoryBound<T>(to type: T.Type) -> UnsafePointer<T>
      func bindMemory<T>(to type: T.Type, capacity count: Int) -> UnsafePointer<T>
      func withMemoryRebound<T, Result>(
        to type: T.Type, capacity count: Int, _ body: (UnsafePointer<T>) throws -> Result) rethrows -> Result
      func load<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func loadUnaligned<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func alignedUp<T>(for type: T.Type) -> UnsafeRawPointer
      func alignedUp(toMultipleOf alignment: Int) -> UnsafeRawPointer
      func alignedDown<T>(for type: T.Type) -> UnsafeRawPointer
      func alignedDown(toMultipleOf alignment: Int) -> UnsafeRawPointer
      func deallocate()
    }
    struct UnsafeMutableRawPointer: _Pointer {
      init<T>(_ other: UnsafeMutablePointer<T>)
      init(mutating other: UnsafeRawPointer)
      static func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawPointer
      func assumingMemoryBound<T>(to type: T.Type) -> UnsafeMutablePointer<T>
      func bindMemory<T>(to type: T.Type, capacity count: Int) -> UnsafeMutablePointer<T>
      func withMemoryRebound<T, Result>(
        to type: T.Type, capacity count: Int, _ body: (UnsafeMutablePointer<T>) throws -> Result) rethrows -> Result
      func initializeMemory<T>(as type: T.Type, repeating repeatedValue: T, count: Int) -> UnsafeMutablePointer<T>
      func initializeMemory<T>(as type: T.Type, from source: UnsafePointer<T>, count: Int) -> UnsafeMutablePointer<T>
      func initializeMemory<T>(as type: T.Type, to value: T) -> UnsafeMutablePointer<T>
      func load<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func loadUnaligned<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func storeBytes<T>(of value: T, toByteOffset offset: Int = 0, as type: T.Type)
      func copyMemory(from source: UnsafeRawPointer, byteCount: Int)
      func moveInitializeMemory<T>(
        as type: T.Type, from source: UnsafeMutablePointer<T>, count: Int) -> UnsafeMutablePointer<T>
      func deallocate()
    }
    struct OpaquePointer: Hashable, CVarArg {
      init<T>(_ from: UnsafePointer<T>)
      init<T>(_ from: UnsafeMutablePointer<T>)
      init?(bitPattern: Int)
    }
    struct UnsafeBufferPointer<Element>: RandomAccessCollection {
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = Slice<UnsafeBufferPointer<Element>>
      init(start: UnsafePointer<Element>?, count: Int)
      init(_ other: UnsafeMutableBufferPointer<Element>)
      init(rebasing slice: Slice<UnsafeBufferPointer<Element>>)
      let baseAddress: UnsafePointer<Element>?
      let count: Int
      subscript(i: Int) -> Element
      func deallocate()
      func withMemoryRebound<T, Result>(
        to type: T.Type, _ body: (UnsafeBufferPointer<T>) throws -> Result) rethrows -> Result
      func extracting(_ bounds: Range<Int>) -> UnsafeBufferPointer<Element>
    }
    struct UnsafeMutableBufferPointer<Element>: MutableCollection, RandomAccessCollection {
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = Slice<UnsafeMutableBufferPointer<Element>>
      init(start: UnsafeMutablePointer<Element>?, count: Int)
      init(mutating other: UnsafeBufferPointer<Element>)
      init(rebasing slice: Slice<UnsafeMutableBufferPointer<Element>>)
      static func allocate(capacity count: Int) -> UnsafeMutableBufferPointer<Element>
      let baseAddress: UnsafeMutablePointer<Element>?
      let count: Int
      subscript(i: Int) -> Element
      func deallocate()
      func initialize(repeating repeatedValue: Element)
      func initialize<S: Sequence>(
        from source: S) -> (unwritten: S.Iterator, index: Int) where S.Element == Element
      func initialize(fromContentsOf source: some Collection<Element>) -> Int
      func initializeElement(at index: Int, to value: Element)
      func update(repeating repeatedValue: Element)
      func update(fromContentsOf source: some Collection<Element>) -> Int
      func moveInitialize(fromContentsOf source: UnsafeMutableBufferPointer<Element>) -> Int
      func moveElement(from index: Int) -> Element
      func deinitialize() -> UnsafeMutableRawBufferPointer
      func deinitializeElement(at index: Int)
      func withMemoryRebound<T, Result>(
        to type: T.Type, _ body: (UnsafeMutableBufferPointer<T>) throws -> Result) rethrows -> Result
      func extracting(_ bounds: Range<Int>) -> UnsafeMutableBufferPointer<Element>
    }
    struct UnsafeRawBufferPointer: RandomAccessCollection {
      typealias Element = UInt8
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = Slice<UnsafeRawBufferPointer>
      init(start: UnsafeRawPointer?, count: Int)
      init(_ bytes: UnsafeMutableRawBufferPointer)
      init<T>(_ buffer: UnsafeBufferPointer<T>)
      init<T>(_ buffer: UnsafeMutableBufferPointer<T>)
      init(rebasing slice: Slice<UnsafeRawBufferPointer>)
      var baseAddress: UnsafeRawPointer?
      var count: Int
      subscript(i: Int) -> UInt8
      func load<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func loadUnaligned<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func bindMemory<T>(to type: T.Type) -> UnsafeBufferPointer<T>
      func assumingMemoryBound<T>(to type: T.Type) -> UnsafeBufferPointer<T>
      func deallocate()
    }
    struct UnsafeMutableRawBufferPointer: MutableCollection, RandomAccessCollection {
      typealias Element = UInt8
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = Slice<UnsafeMutableRawBufferPointer>
      init(start: UnsafeMutableRawPointer?, count: Int)
      init(mutating bytes: UnsafeRawBufferPointer)
      init<T>(_ buffer: UnsafeMutableBufferPointer<T>)
      init(rebasing slice: Slice<UnsafeMutableRawBufferPointer>)
      static func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawBufferPointer
      var baseAddress: UnsafeMutableRawPointer?
      var count: Int
      subscript(i: Int) -> UInt8
      func load<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func loadUnaligned<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func storeBytes<T>(of value: T, toByteOffset offset: Int = 0, as type: T.Type)
      func copyMemory(from source: UnsafeRawBufferPointer)
      func copyBytes<C: Collection>(from source: C) where C.Element == UInt8
      func bindMemory<T>(to type: T.Type) -> UnsafeMutableBufferPointer<T>
      func assumingMemoryBound<T>(to type: T.Type) -> UnsafeMutableBufferPointer<T>
      func initializeMemory<T>(as type: T.Type, repeating repeatedValue: T) -> UnsafeMutableBufferPointer<T>
      func deallocate()
    }
    func withUnsafePointer<T, Result>(to value: T, _ body: (UnsafePointer<T>) throws -> Result) rethrows -> Result
    func withUnsafePointer<T, Result>(
      to value: inout T, _ body: (UnsafePointer<T>) throws -> Result) rethrows -> Result
    func withUnsafeMutablePointer<T, Result>(
      to value: inout T, _ body: (UnsafeMutablePointer<T>) throws -> Result) rethrows -> Result
    func withUnsafeBytes<T, Result>(of value: T, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    func withUnsafeBytes<T, Result>(
      of value: inout T, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    func withUnsafeMutableBytes<T, Result>(
      of value: inout T, _ body: (UnsafeMutableRawBufferPointer) throws -> Result) rethrows -> Result
    func withUnsafeTemporaryAllocation<T, R>(
      of type: T.Type, capacity: Int, _ body: (UnsafeMutableBufferPointer<T>) throws -> R) rethrows -> R
    func withUnsafeTemporaryAllocation<R>(
      byteCount: Int, alignment: Int, _ body: (UnsafeMutableRawBufferPointer) throws -> R) rethrows -> R
    class ManagedBuffer<Header, Element> {
      class func create(
        minimumCapacity: Int,
        makingHeaderWith factory: (ManagedBuffer<Header, Element>) throws -> Header
      ) rethrows -> ManagedBuffer<Header, Element>
      var header: Header
      var capacity: Int
      func withUnsafeMutablePointerToHeader<R>(_ body: (UnsafeMutablePointer<Header>) throws -> R) rethrows -> R
      func withUnsafeMutablePointerToElements<R>(
        _ body: (UnsafeMutablePointer<Element>) throws -> R) rethrows -> R
      func withUnsafeMutablePointers<R>(
        _ body: (UnsafeMutablePointer<Header>, UnsafeMutablePointer<Element>) throws -> R) rethrows -> R
    }
    struct ManagedBufferPointer<Header, Element>: Equatable {
      init(unsafeBufferObject buffer: AnyObject)
      init(bufferClass: AnyClass, minimumCapacity: Int,
        makingHeaderWith factory: (AnyObject, (AnyObject) -> Int) throws -> Header) rethrows
      var header: Header
      var buffer: AnyObject
      var capacity: Int
      func withUnsafeMutablePointerToHeader<R>(_ body: (UnsafeMutablePointer<Header>) throws -> R) rethrows -> R
      func withUnsafeMutablePointerToElements<R>(
        _ body: (UnsafeMutablePointer<Element>) throws -> R) rethrows -> R
      func withUnsafeMutablePointers<R>(
        _ body: (UnsafeMutablePointer<Header>, UnsafeMutablePointer<Element>) throws -> R) rethrows -> R
      mutating func isUniqueReference() -> Bool
    }
    struct Span<Element> {
      init()
      var bytes: RawSpan
      var count: Int
      var isEmpty: Bool
      var indices: Range<Int>
      subscript(position: Int) -> Element
      func withUnsafeBufferPointer<Result>(_ body: (UnsafeBufferPointer<Element>) throws -> Result) rethrows -> Result
      func extracting(_ bounds: Range<Int>) -> Span<Element>
      func extracting(first maxLength: Int) -> Span<Element>
      func extracting(droppingFirst k: Int) -> Span<Element>
      func extracting(droppingLast k: Int) -> Span<Element>
      func extracting(last maxLength: Int) -> Span<Element>
    }
    struct MutableSpan<Element> {
      var count: Int
      var isEmpty: Bool
      var indices: Range<Int>
      var span: Span<Element>
      subscript(position: Int) -> Element
      mutating func swapAt(_ i: Int, _ j: Int)
      mutating func withUnsafeMutableBufferPointer<Result>(
        _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result) rethrows -> Result
    }
    struct RawSpan {
      var byteCount: Int
      var isEmpty: Bool
      var byteOffsets: Range<Int>
      func unsafeLoad<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func unsafeLoadUnaligned<T>(fromByteOffset offset: Int = 0, as type: T.Type) -> T
      func extracting(_ bounds: Range<Int>) -> RawSpan
      func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
    }
    struct OutputSpan<Element> {
      var capacity: Int
      var count: Int
      var freeCapacity: Int
      var isEmpty: Bool
      var isFull: Bool
      mutating func append(_ value: Element)
      mutating func append(repeating repeatedValue: Element, count: Int)
      mutating func removeLast() -> Element
      mutating func removeAll()
    }
    """
}
