extension StandardLibrary {
  /// Optionals, results, errors and the protocols of plain values.
  static let values = """
    enum Optional<Wrapped>: ExpressibleByNilLiteral, CustomReflectable, CustomDebugStringConvertible {
      case none
      case some(Wrapped)
      init(_ some: Wrapped)
      func map<U>(_ transform: (Wrapped) throws -> U) rethrows -> U?
      func flatMap<U>(_ transform: (Wrapped) throws -> U?) rethrows -> U?
      var unsafelyUnwrapped: Wrapped
      mutating func take() -> Wrapped?
      static func ~= (lhs: _OptionalNilComparisonType, rhs: Wrapped?) -> Bool
      static func == (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool
      static func != (lhs: Wrapped?, rhs: _OptionalNilComparisonType) -> Bool
    }
    extension Optional: Equatable where Wrapped: Equatable { static func == (lhs: Wrapped?, rhs: Wrapped?) -> Bool }
    extension Optional: Hashable where Wrapped: Hashable {}
    extension Optional: Encodable where Wrapped: Encodable {}
    extension Optional: Decodable where Wrapped: Decodable {}
    extension Optional: Sendable where Wrapped: Sendable {}
    struct _OptionalNilComparisonType: ExpressibleByNilLiteral {}
    func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T) rethrows -> T
    func ?? <T>(optional: T?, defaultValue: @autoclosure () throws -> T?) rethrows -> T?
    enum Result<Success, Failure: Error> {
      case success(Success)
      case failure(Failure)
      init(catching body: () throws -> Success)
      func get() throws -> Success
      func map<NewSuccess>(_ transform: (Success) -> NewSuccess) -> Result<NewSuccess, Failure>
      func mapError<NewFailure: Error>(_ transform: (Failure) -> NewFailure) -> Result<Success, NewFailure>
      func flatMap<NewSuccess>(
        _ transform: (Success) -> Result<NewSuccess, Failure>) -> Result<NewSuccess, Failure>
      func flatMapError<NewFailure: Error>(
        _ transform: (Failure) -> Result<Success, NewFailure>) -> Result<Success, NewFailure>
    }
    extension Result: Equatable where Success: Equatable, Failure: Equatable {}
    extension Result: Hashable where Success: Hashable, Failure: Hashable {}
    extension Result: Sendable where Success: Sendable {}
    struct Bool: ExpressibleByBooleanLiteral, Hashable, Codable, LosslessStringConvertible, CustomReflectable, Sendable {
      init()
      init(_ value: Bool)
      init?(_ description: String)
      static func random() -> Bool
      static func random<T: RandomNumberGenerator>(using generator: inout T) -> Bool
      mutating func toggle()
      static prefix func ! (a: Bool) -> Bool
      static func && (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
      static func || (lhs: Bool, rhs: @autoclosure () throws -> Bool) rethrows -> Bool
    }
    enum Never: Error, Hashable, Comparable, Identifiable, Codable {}
    protocol Error: Sendable {}
    protocol Equatable {
      static func == (lhs: Self, rhs: Self) -> Bool
    }
    extension Equatable { static func != (lhs: Self, rhs: Self) -> Bool }
    protocol Comparable: Equatable {
      static func < (lhs: Self, rhs: Self) -> Bool
      static func <= (lhs: Self, rhs: Self) -> Bool
      static func >= (lhs: Self, rhs: Self) -> Bool
      static func > (lhs: Self, rhs: Self) -> Bool
    }
    extension Comparable {
      static func ..< (minimum: Self, maximum: Self) -> Range<Self>
      static func ... (minimum: Self, maximum: Self) -> ClosedRange<Self>
      static prefix func ..< (maximum: Self) -> PartialRangeUpTo<Self>
      static prefix func ... (maximum: Self) -> PartialRangeThrough<Self>
      static postfix func ... (minimum: Self) -> PartialRangeFrom<Self>
    }
    protocol Hashable: Equatable {
      var hashValue: Int { get }
      func hash(into hasher: inout Hasher)
    }
    struct Hasher {
      init()
      mutating func combine<H: Hashable>(_ value: H)
      mutating func combine(bytes: UnsafeRawBufferPointer)
      func finalize() -> Int
    }
    struct AnyHashable: Hashable, CustomStringConvertible {
      init<H: Hashable>(_ base: H)
      var base: Any
    }
    protocol Identifiable<ID> {
      associatedtype ID: Hashable
      var id: ID { get }
    }
    extension Identifiable where Self: AnyObject { var id: ObjectIdentifier }
    protocol CaseIterable {
      associatedtype AllCases: Collection = [Self] where AllCases.Element == Self
      static var allCases: AllCases { get }
    }
    protocol RawRepresentable<RawValue> {
      associatedtype RawValue
      init?(rawValue: RawValue)
      var rawValue: RawValue { get }
    }
    protocol CustomStringConvertible { var description: String { get } }
    protocol CustomDebugStringConvertible { var debugDescription: String { get } }
    protocol LosslessStringConvertible: CustomStringConvertible { init?(_ description: String) }
    protocol TextOutputStream { mutating func write(_ string: String) }
    protocol TextOutputStreamable { func write<Target: TextOutputStream>(to target: inout Target) }
    protocol Sendable: SendableMetatype {}
    protocol SendableMetatype {}
    protocol Copyable {}
    protocol Escapable {}
    protocol BitwiseCopyable {}
    protocol AnyObject {}
    typealias AnyClass = AnyObject.Type
    typealias Void = ()
    protocol ExpressibleByNilLiteral { init(nilLiteral: ()) }
    protocol ExpressibleByBooleanLiteral {
      associatedtype BooleanLiteralType
      init(booleanLiteral value: BooleanLiteralType)
    }
    protocol ExpressibleByIntegerLiteral {
      associatedtype IntegerLiteralType
      init(integerLiteral value: IntegerLiteralType)
    }
    protocol ExpressibleByFloatLiteral {
      associatedtype FloatLiteralType
      init(floatLiteral value: FloatLiteralType)
    }
    protocol ExpressibleByUnicodeScalarLiteral {
      associatedtype UnicodeScalarLiteralType
      init(unicodeScalarLiteral value: UnicodeScalarLiteralType)
    }
    protocol ExpressibleByExtendedGraphemeClusterLiteral: ExpressibleByUnicodeScalarLiteral {
      associatedtype ExtendedGraphemeClusterLiteralType
      init(extendedGraphemeClusterLiteral value: ExtendedGraphemeClusterLiteralType)
    }
    protocol ExpressibleByStringLiteral: ExpressibleByExtendedGraphemeClusterLiteral {
      associatedtype StringLiteralType
      init(stringLiteral value: StringLiteralType)
    }
    protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {
      associatedtype StringInterpolation: StringInterpolationProtocol = DefaultStringInterpolation
      init(stringInterpolation: StringInterpolation)
    }
    protocol StringInterpolationProtocol {
      associatedtype StringLiteralType
      init(literalCapacity: Int, interpolationCount: Int)
      mutating func appendLiteral(_ literal: StringLiteralType)
    }
    protocol ExpressibleByArrayLiteral {
      associatedtype ArrayLiteralElement
      init(arrayLiteral elements: ArrayLiteralElement...)
    }
    protocol ExpressibleByDictionaryLiteral {
      associatedtype Key
      associatedtype Value
      init(dictionaryLiteral elements: (Key, Value)...)
    }
    typealias IntegerLiteralType = Int
    typealias FloatLiteralType = Double
    typealias BooleanLiteralType = Bool
    typealias StringLiteralType = String
    protocol RandomNumberGenerator { mutating func next() -> UInt64 }
    extension RandomNumberGenerator {
      mutating func next<T: FixedWidthInteger & UnsignedInteger>() -> T
      mutating func next<T: FixedWidthInteger & UnsignedInteger>(upperBound: T) -> T
    }
    struct SystemRandomNumberGenerator: RandomNumberGenerator { init() }
    func min<T: Comparable>(_ x: T, _ y: T) -> T
    func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T
    func max<T: Comparable>(_ x: T, _ y: T) -> T
    func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T
    func swap<T>(_ a: inout T, _ b: inout T)
    func exchange<T>(_ item: inout T, with newValue: T) -> T
    func == <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool
    func != <A: Equatable, B: Equatable>(lhs: (A, B), rhs: (A, B)) -> Bool
    func < <A: Comparable, B: Comparable>(lhs: (A, B), rhs: (A, B)) -> Bool
    func == (t0: Any.Type?, t1: Any.Type?) -> Bool
    func != (t0: Any.Type?, t1: Any.Type?) -> Bool
    func ~= <T: Equatable>(a: T, b: T) -> Bool
    func === (lhs: AnyObject?, rhs: AnyObject?) -> Bool
    func !== (lhs: AnyObject?, rhs: AnyObject?) -> Bool
    """
}
