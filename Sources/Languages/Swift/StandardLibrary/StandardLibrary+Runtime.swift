extension StandardLibrary {
  /// Assertions, lifetimes, metatypes, key paths, reflection.
  static let runtime = """
    func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = String(),
      file: StaticString = #file, line: UInt = #line)
    func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = String(),
      file: StaticString = #file, line: UInt = #line)
    func assertionFailure(_ message: @autoclosure () -> String = String(), file: StaticString = #file, line: UInt = #line)
    func preconditionFailure(
      _ message: @autoclosure () -> String = String(), file: StaticString = #file, line: UInt = #line) -> Never
    func fatalError(
      _ message: @autoclosure () -> String = String(), file: StaticString = #file, line: UInt = #line) -> Never
    func type<T>(of value: T) -> T.Type
    func withoutActuallyEscaping<ClosureType, ResultType>(
      _ closure: ClosureType, do body: (ClosureType) throws -> ResultType) rethrows -> ResultType
    func withExtendedLifetime<T, Result>(_ x: T, _ body: () throws -> Result) rethrows -> Result
    func withExtendedLifetime<T, Result>(_ x: T, _ body: (T) throws -> Result) rethrows -> Result
    func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T) -> Bool
    func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T?) -> Bool
    func unsafeBitCast<T, U>(_ x: T, to type: U.Type) -> U
    func unsafeDowncast<T: AnyObject>(_ x: AnyObject, to type: T.Type) -> T
    func extendLifetime<T>(_ x: T)
    enum CommandLine {
      static var argc: Int32
      static var arguments: [String]
    }
    struct ObjectIdentifier: Hashable, Comparable, Sendable {
      init(_ x: AnyObject)
      init(_ x: Any.Type)
    }
    class AnyKeyPath: Hashable {
      static var rootType: Any.Type
      static var valueType: Any.Type
      func appending(path: AnyKeyPath) -> AnyKeyPath?
    }
    class PartialKeyPath<Root>: AnyKeyPath {}
    class KeyPath<Root, Value>: PartialKeyPath<Root> {}
    class WritableKeyPath<Root, Value>: KeyPath<Root, Value> {}
    class ReferenceWritableKeyPath<Root, Value>: WritableKeyPath<Root, Value> {}
    protocol _AppendKeyPath {}
    extension _AppendKeyPath {
      func appending<Root, Value, AppendedValue>(
        path: KeyPath<Value, AppendedValue>) -> KeyPath<Root, AppendedValue> where Self: KeyPath<Root, Value>
    }
    protocol CustomReflectable { var customMirror: Mirror { get } }
    protocol CustomLeafReflectable: CustomReflectable {}
    protocol CustomPlaygroundDisplayConvertible { var playgroundDescription: Any { get } }
    struct Mirror: CustomStringConvertible {
      typealias Child = (label: String?, value: Any)
      typealias Children = AnyCollection<(label: String?, value: Any)>
      enum AncestorRepresentation {
        case generated
        case customized(() -> Mirror)
        case suppressed
      }
      enum DisplayStyle { case `struct`, `class`, `enum`, tuple, optional, collection, dictionary, `set` }
      init(reflecting subject: Any)
      init<Subject>(
        _ subject: Subject, children: KeyValuePairs<String, Any>, displayStyle: Mirror.DisplayStyle? = nil,
        ancestorRepresentation: Mirror.AncestorRepresentation = .generated)
      init<Subject, C: Collection>(
        _ subject: Subject, children: C, displayStyle: Mirror.DisplayStyle? = nil,
        ancestorRepresentation: Mirror.AncestorRepresentation = .generated) where C.Element == Mirror.Child
      init<Subject, C: Collection>(
        _ subject: Subject, unlabeledChildren: C, displayStyle: Mirror.DisplayStyle? = nil,
        ancestorRepresentation: Mirror.AncestorRepresentation = .generated)
      let subjectType: Any.Type
      let children: AnyCollection<(label: String?, value: Any)>
      let displayStyle: Mirror.DisplayStyle?
      var superclassMirror: Mirror?
      func descendant(_ first: MirrorPath, _ rest: MirrorPath...) -> Any?
    }
    protocol MirrorPath {}
    protocol CVarArg {}
    func withVaList<R>(_ args: [CVarArg], _ body: (CVaListPointer) -> R) -> R
    struct CVaListPointer {}
    struct Unmanaged<Instance: AnyObject> {
      static func passRetained(_ value: Instance) -> Unmanaged<Instance>
      static func passUnretained(_ value: Instance) -> Unmanaged<Instance>
      static func fromOpaque(_ value: UnsafeRawPointer) -> Unmanaged<Instance>
      func toOpaque() -> UnsafeMutableRawPointer
      func takeRetainedValue() -> Instance
      func takeUnretainedValue() -> Instance
      func retain() -> Unmanaged<Instance>
      func release()
    }
    struct Duration: Comparable, Hashable, Codable, DurationProtocol, CustomStringConvertible, Sendable {
      init(secondsComponent: Int64, attosecondsComponent: Int64)
      var components: (seconds: Int64, attoseconds: Int64)
      static func seconds<T: BinaryInteger>(_ seconds: T) -> Duration
      static func seconds(_ seconds: Double) -> Duration
      static func milliseconds<T: BinaryInteger>(_ milliseconds: T) -> Duration
      static func milliseconds(_ milliseconds: Double) -> Duration
      static func microseconds<T: BinaryInteger>(_ microseconds: T) -> Duration
      static func microseconds(_ microseconds: Double) -> Duration
      static func nanoseconds<T: BinaryInteger>(_ nanoseconds: T) -> Duration
      static func / (lhs: Duration, rhs: Double) -> Duration
      static func / (lhs: Duration, rhs: Duration) -> Double
      static func * (lhs: Duration, rhs: Double) -> Duration
      static func * <T: BinaryInteger>(lhs: Duration, rhs: T) -> Duration
    }
    protocol DurationProtocol: Comparable, AdditiveArithmetic {
      static func / (lhs: Self, rhs: Int) -> Self
      static func * (lhs: Self, rhs: Int) -> Self
      static func / (lhs: Self, rhs: Self) -> Double
    }
    protocol InstantProtocol<Duration>: Comparable, Hashable {
      associatedtype Duration: DurationProtocol
      func advanced(by duration: Duration) -> Self
      func duration(to other: Self) -> Duration
    }
    extension InstantProtocol {
      static func + (lhs: Self, rhs: Duration) -> Self
      static func - (lhs: Self, rhs: Duration) -> Self
      static func - (lhs: Self, rhs: Self) -> Duration
      static func += (lhs: inout Self, rhs: Duration)
      static func -= (lhs: inout Self, rhs: Duration)
    }
    protocol SIMDScalar: BitwiseCopyable {}
    protocol SIMDStorage {
      associatedtype Scalar: Decodable, Encodable, Hashable
      var scalarCount: Int { get }
      init()
      subscript(index: Int) -> Scalar { get set }
    }
    protocol SIMD<Scalar>: SIMDStorage, Codable, Hashable, CustomStringConvertible, ExpressibleByArrayLiteral {}
    extension SIMD {
      var indices: Range<Int>
      init(repeating value: Scalar)
    }
    extension SIMD where Scalar: FloatingPoint {
      static func + (a: Self, b: Self) -> Self
      static func - (a: Self, b: Self) -> Self
      static func * (a: Self, b: Self) -> Self
      static func / (a: Self, b: Self) -> Self
      func sum() -> Scalar
    }
    struct SIMD2<Scalar: SIMDScalar>: SIMD {
      var x: Scalar
      var y: Scalar
      init(_ v0: Scalar, _ v1: Scalar)
      init(x: Scalar, y: Scalar)
    }
    struct SIMD3<Scalar: SIMDScalar>: SIMD {
      var x: Scalar
      var y: Scalar
      var z: Scalar
      init(_ v0: Scalar, _ v1: Scalar, _ v2: Scalar)
      init(x: Scalar, y: Scalar, z: Scalar)
    }
    struct SIMD4<Scalar: SIMDScalar>: SIMD {
      var x: Scalar
      var y: Scalar
      var z: Scalar
      var w: Scalar
      init(_ v0: Scalar, _ v1: Scalar, _ v2: Scalar, _ v3: Scalar)
    }
    struct SIMD8<Scalar: SIMDScalar>: SIMD {}
    struct SIMD16<Scalar: SIMDScalar>: SIMD {}
    struct SIMD32<Scalar: SIMDScalar>: SIMD {}
    """
}
