extension StandardLibrary {
  /// Integers, floating point and ranges. Concrete numbers get their members from the protocols.
  static let numbers = """
    protocol AdditiveArithmetic: Equatable {
      static var zero: Self { get }
      static func + (lhs: Self, rhs: Self) -> Self
      static func += (lhs: inout Self, rhs: Self)
      static func - (lhs: Self, rhs: Self) -> Self
      static func -= (lhs: inout Self, rhs: Self)
    }
    extension AdditiveArithmetic { static prefix func + (x: Self) -> Self }
    protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
      associatedtype Magnitude: Comparable, Numeric
      init?<T: BinaryInteger>(exactly source: T)
      var magnitude: Magnitude { get }
      static func * (lhs: Self, rhs: Self) -> Self
      static func *= (lhs: inout Self, rhs: Self)
    }
    protocol SignedNumeric: Numeric {
      static prefix func - (operand: Self) -> Self
      mutating func negate()
    }
    func abs<T: SignedNumeric & Comparable>(_ x: T) -> T
    func numericCast<T: BinaryInteger, U: BinaryInteger>(_ x: T) -> U
    protocol Strideable<Stride>: Comparable {
      associatedtype Stride: Comparable, SignedNumeric
      func distance(to other: Self) -> Stride
      func advanced(by n: Stride) -> Self
    }
    protocol BinaryInteger: Hashable, Numeric, CustomStringConvertible, Strideable {
      associatedtype Words: RandomAccessCollection where Words.Element == UInt
      static var isSigned: Bool { get }
      init?<T: BinaryFloatingPoint>(exactly source: T)
      init<T: BinaryFloatingPoint>(_ source: T)
      init<T: BinaryInteger>(_ source: T)
      init<T: BinaryInteger>(truncatingIfNeeded source: T)
      init<T: BinaryInteger>(clamping source: T)
      var words: Words { get }
      var bitWidth: Int { get }
      var trailingZeroBitCount: Int { get }
      func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self)
      func isMultiple(of other: Self) -> Bool
      func signum() -> Self
      static func / (lhs: Self, rhs: Self) -> Self
      static func /= (lhs: inout Self, rhs: Self)
      static func % (lhs: Self, rhs: Self) -> Self
      static func %= (lhs: inout Self, rhs: Self)
      static prefix func ~ (x: Self) -> Self
      static func & (lhs: Self, rhs: Self) -> Self
      static func &= (lhs: inout Self, rhs: Self)
      static func | (lhs: Self, rhs: Self) -> Self
      static func |= (lhs: inout Self, rhs: Self)
      static func ^ (lhs: Self, rhs: Self) -> Self
      static func ^= (lhs: inout Self, rhs: Self)
      static func >> <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
      static func >>= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS)
      static func << <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
      static func <<= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS)
    }
    extension BinaryInteger {
      init()
      var description: String
      static func == <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      static func != <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      static func < <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      static func <= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      static func >= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      static func > <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool
      func advanced(by n: Int) -> Self
      func distance(to other: Self) -> Int
    }
    protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {
      static var bitWidth: Int { get }
      static var max: Self { get }
      static var min: Self { get }
      var nonzeroBitCount: Int { get }
      var leadingZeroBitCount: Int { get }
      var byteSwapped: Self { get }
      var littleEndian: Self { get }
      var bigEndian: Self { get }
      init(littleEndian value: Self)
      init(bigEndian value: Self)
      func addingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
      func subtractingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
      func dividedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
      func remainderReportingOverflow(dividingBy rhs: Self) -> (partialValue: Self, overflow: Bool)
      func multipliedFullWidth(by other: Self) -> (high: Self, low: Self.Magnitude)
      func dividingFullWidth(_ dividend: (high: Self, low: Self.Magnitude)) -> (quotient: Self, remainder: Self)
      static func &>> (lhs: Self, rhs: Self) -> Self
      static func &>>= (lhs: inout Self, rhs: Self)
      static func &<< (lhs: Self, rhs: Self) -> Self
      static func &<<= (lhs: inout Self, rhs: Self)
    }
    extension FixedWidthInteger {
      init?<S: StringProtocol>(_ text: S, radix: Int = 10)
      init?(_ description: String)
      static func random(in range: Range<Self>) -> Self
      static func random(in range: ClosedRange<Self>) -> Self
      static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self
      static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self
      static func &+ (lhs: Self, rhs: Self) -> Self
      static func &+= (lhs: inout Self, rhs: Self)
      static func &- (lhs: Self, rhs: Self) -> Self
      static func &-= (lhs: inout Self, rhs: Self)
      static func &* (lhs: Self, rhs: Self) -> Self
      static func &*= (lhs: inout Self, rhs: Self)
    }
    protocol SignedInteger: BinaryInteger, SignedNumeric {}
    protocol UnsignedInteger: BinaryInteger {}
    struct Int: FixedWidthInteger, SignedInteger, Codable, CVarArg, CodingKeyRepresentable, Sendable {
      typealias Magnitude = UInt
      typealias Stride = Int
      typealias IntegerLiteralType = Int
      init(bitPattern x: UInt)
      init(bitPattern pointer: OpaquePointer?)
      init(bitPattern objectID: ObjectIdentifier)
    }
    struct Int8: FixedWidthInteger, SignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt8
      typealias Stride = Int
      init(bitPattern x: UInt8)
    }
    struct Int16: FixedWidthInteger, SignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt16
      typealias Stride = Int
      init(bitPattern x: UInt16)
    }
    struct Int32: FixedWidthInteger, SignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt32
      typealias Stride = Int
      init(bitPattern x: UInt32)
    }
    struct Int64: FixedWidthInteger, SignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt64
      typealias Stride = Int
      init(bitPattern x: UInt64)
    }
    struct Int128: FixedWidthInteger, SignedInteger, Codable, Sendable {
      typealias Magnitude = UInt128
      typealias Stride = Int
    }
    struct UInt: FixedWidthInteger, UnsignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt
      typealias Stride = Int
      init(bitPattern x: Int)
      init(bitPattern pointer: OpaquePointer?)
      init(bitPattern objectID: ObjectIdentifier)
    }
    struct UInt8: FixedWidthInteger, UnsignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt8
      typealias Stride = Int
      init(bitPattern x: Int8)
      init(ascii v: Unicode.Scalar)
    }
    struct UInt16: FixedWidthInteger, UnsignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt16
      typealias Stride = Int
      init(bitPattern x: Int16)
    }
    struct UInt32: FixedWidthInteger, UnsignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt32
      typealias Stride = Int
      init(bitPattern x: Int32)
      init(_ v: Unicode.Scalar)
    }
    struct UInt64: FixedWidthInteger, UnsignedInteger, Codable, CVarArg, Sendable {
      typealias Magnitude = UInt64
      typealias Stride = Int
      init(bitPattern x: Int64)
    }
    struct UInt128: FixedWidthInteger, UnsignedInteger, Codable, Sendable {
      typealias Magnitude = UInt128
      typealias Stride = Int
    }
    enum FloatingPointSign: Int { case plus, minus }
    enum FloatingPointRoundingRule {
      case toNearestOrAwayFromZero, toNearestOrEven, up, down, towardZero, awayFromZero
    }
    enum FloatingPointClassification {
      case signalingNaN, quietNaN, negativeInfinity, negativeNormal, negativeSubnormal, negativeZero
      case positiveZero, positiveSubnormal, positiveNormal, positiveInfinity
    }
    protocol FloatingPoint: Hashable, SignedNumeric, Strideable where Magnitude == Self {
      associatedtype Exponent: SignedInteger
      static var radix: Int { get }
      static var nan: Self { get }
      static var signalingNaN: Self { get }
      static var infinity: Self { get }
      static var greatestFiniteMagnitude: Self { get }
      static var pi: Self { get }
      static var ulpOfOne: Self { get }
      static var leastNormalMagnitude: Self { get }
      static var leastNonzeroMagnitude: Self { get }
      var ulp: Self { get }
      var sign: FloatingPointSign { get }
      var exponent: Exponent { get }
      var significand: Self { get }
      var nextUp: Self { get }
      var nextDown: Self { get }
      var isNormal: Bool { get }
      var isFinite: Bool { get }
      var isZero: Bool { get }
      var isSubnormal: Bool { get }
      var isInfinite: Bool { get }
      var isNaN: Bool { get }
      var isSignalingNaN: Bool { get }
      var isCanonical: Bool { get }
      var floatingPointClass: FloatingPointClassification { get }
      init<Source: BinaryInteger>(_ value: Source)
      init(sign: FloatingPointSign, exponent: Exponent, significand: Self)
      init(signOf: Self, magnitudeOf: Self)
      static func / (lhs: Self, rhs: Self) -> Self
      static func /= (lhs: inout Self, rhs: Self)
      func remainder(dividingBy other: Self) -> Self
      mutating func formRemainder(dividingBy other: Self)
      func truncatingRemainder(dividingBy other: Self) -> Self
      mutating func formTruncatingRemainder(dividingBy other: Self)
      func squareRoot() -> Self
      mutating func formSquareRoot()
      mutating func addProduct(_ lhs: Self, _ rhs: Self)
      static func minimum(_ x: Self, _ y: Self) -> Self
      static func maximum(_ x: Self, _ y: Self) -> Self
      mutating func round(_ rule: FloatingPointRoundingRule)
      func isEqual(to other: Self) -> Bool
      func isLess(than other: Self) -> Bool
      func isLessThanOrEqualTo(_ other: Self) -> Bool
      func isTotallyOrdered(belowOrEqualTo other: Self) -> Bool
    }
    extension FloatingPoint {
      func rounded() -> Self
      func rounded(_ rule: FloatingPointRoundingRule) -> Self
      mutating func round()
      func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
    }
    protocol BinaryFloatingPoint: FloatingPoint, ExpressibleByFloatLiteral {
      associatedtype RawSignificand: UnsignedInteger
      associatedtype RawExponent: UnsignedInteger
      static var exponentBitCount: Int { get }
      static var significandBitCount: Int { get }
      init(sign: FloatingPointSign, exponentBitPattern: RawExponent, significandBitPattern: RawSignificand)
      init<Source: BinaryFloatingPoint>(_ value: Source)
      init?<Source: BinaryFloatingPoint>(exactly value: Source)
      var exponentBitPattern: RawExponent { get }
      var significandBitPattern: RawSignificand { get }
      var binade: Self { get }
      var significandWidth: Int { get }
    }
    extension BinaryFloatingPoint where RawSignificand: FixedWidthInteger {
      static func random(in range: Range<Self>) -> Self
      static func random(in range: ClosedRange<Self>) -> Self
      static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self
      static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self
    }
    struct Double: BinaryFloatingPoint, Codable, CVarArg, LosslessStringConvertible, TextOutputStreamable, Sendable {
      typealias Magnitude = Double
      typealias Stride = Double
      typealias Exponent = Int
      typealias RawSignificand = UInt64
      typealias RawExponent = UInt
      typealias FloatLiteralType = Double
      init()
      init?<S: StringProtocol>(_ text: S)
      init(bitPattern: UInt64)
      var bitPattern: UInt64
      var description: String
    }
    struct Float: BinaryFloatingPoint, Codable, CVarArg, LosslessStringConvertible, TextOutputStreamable, Sendable {
      typealias Magnitude = Float
      typealias Stride = Float
      typealias Exponent = Int
      typealias RawSignificand = UInt32
      typealias RawExponent = UInt
      init()
      init?<S: StringProtocol>(_ text: S)
      init(bitPattern: UInt32)
      var bitPattern: UInt32
      var description: String
    }
    struct Float16: BinaryFloatingPoint, Codable, LosslessStringConvertible, Sendable {
      typealias RawSignificand = UInt16
      typealias RawExponent = UInt
      init(bitPattern: UInt16)
      var bitPattern: UInt16
    }
    struct Float80: BinaryFloatingPoint, LosslessStringConvertible, Sendable {
      typealias RawSignificand = UInt64
      typealias RawExponent = UInt
    }
    typealias Float32 = Float
    typealias Float64 = Double
    typealias CChar = Int8
    typealias CUnsignedChar = UInt8
    typealias CShort = Int16
    typealias CUnsignedShort = UInt16
    typealias CInt = Int32
    typealias CUnsignedInt = UInt32
    typealias CLong = Int
    typealias CUnsignedLong = UInt
    typealias CLongLong = Int64
    typealias CUnsignedLongLong = UInt64
    typealias CFloat = Float
    typealias CDouble = Double
    typealias CBool = Bool
    protocol RangeExpression<Bound> {
      associatedtype Bound: Comparable
      func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound
      func contains(_ element: Bound) -> Bool
    }
    extension RangeExpression { static func ~= (pattern: Self, value: Bound) -> Bool }
    struct Range<Bound: Comparable>: RangeExpression {
      let lowerBound: Bound
      let upperBound: Bound
      init(uncheckedBounds bounds: (lower: Bound, upper: Bound))
      init(_ other: ClosedRange<Bound>)
      var isEmpty: Bool
      func contains(_ element: Bound) -> Bool
      func contains(_ other: Range<Bound>) -> Bool
      func clamped(to limits: Range<Bound>) -> Range<Bound>
      func overlaps(_ other: Range<Bound>) -> Bool
      func overlaps(_ other: ClosedRange<Bound>) -> Bool
    }
    extension Range: Equatable where Bound: Equatable {}
    extension Range: Hashable where Bound: Hashable {}
    extension Range: Encodable where Bound: Encodable {}
    extension Range: Decodable where Bound: Decodable {}
    extension Range: Sendable where Bound: Sendable {}
    extension Range: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
      typealias Iterator = IndexingIterator<Range<Bound>>
    }
    extension Range: RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Index = Bound
      typealias SubSequence = Range<Bound>
      typealias Indices = Range<Bound>
    }
    struct ClosedRange<Bound: Comparable>: RangeExpression {
      let lowerBound: Bound
      let upperBound: Bound
      init(uncheckedBounds bounds: (lower: Bound, upper: Bound))
      init(_ other: Range<Bound>)
      var isEmpty: Bool
      func contains(_ element: Bound) -> Bool
      func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound>
      func overlaps(_ other: ClosedRange<Bound>) -> Bool
      func overlaps(_ other: Range<Bound>) -> Bool
    }
    extension ClosedRange: Equatable where Bound: Equatable {}
    extension ClosedRange: Hashable where Bound: Hashable {}
    extension ClosedRange: Sendable where Bound: Sendable {}
    extension ClosedRange: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
    }
    extension ClosedRange: RandomAccessCollection where Bound: Strideable, Bound.Stride: SignedInteger {
      enum Index: Comparable {
        case pastEnd
        case inRange(Bound)
      }
      typealias SubSequence = Slice<ClosedRange<Bound>>
    }
    typealias CountableRange<Bound: Strideable> = Range<Bound> where Bound.Stride: SignedInteger
    typealias CountableClosedRange<Bound: Strideable> = ClosedRange<Bound> where Bound.Stride: SignedInteger
    struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
      let lowerBound: Bound
      init(_ lowerBound: Bound)
    }
    extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
      typealias Element = Bound
    }
    struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
      let upperBound: Bound
      init(_ upperBound: Bound)
    }
    struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
      let upperBound: Bound
      init(_ upperBound: Bound)
    }
    enum UnboundedRange_ {}
    struct RangeSet<Bound: Comparable>: Equatable {
      init()
      init(_ range: Range<Bound>)
      init<S: Sequence>(_ ranges: S) where S.Element == Range<Bound>
      var isEmpty: Bool
      var ranges: RangeSet<Bound>.Ranges
      func contains(_ value: Bound) -> Bool
      mutating func insert(contentsOf range: Range<Bound>)
      mutating func remove(contentsOf range: Range<Bound>)
      func union(_ other: RangeSet<Bound>) -> RangeSet<Bound>
      func intersection(_ other: RangeSet<Bound>) -> RangeSet<Bound>
      func subtracting(_ other: RangeSet<Bound>) -> RangeSet<Bound>
      struct Ranges: RandomAccessCollection {
        typealias Element = Range<Bound>
        typealias Index = Int
      }
    }
    """
}
