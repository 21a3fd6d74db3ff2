extension StandardLibrary {
  /// Strings, characters and Unicode.
  static let strings = """
    protocol StringProtocol: BidirectionalCollection, Comparable, Hashable, LosslessStringConvertible,
      ExpressibleByStringInterpolation, TextOutputStream, TextOutputStreamable
      where Element == Character, Index == String.Index, SubSequence: StringProtocol
    {
      associatedtype UTF8View: Collection where UTF8View.Element == UInt8, UTF8View.Index == Index
      associatedtype UTF16View: BidirectionalCollection where UTF16View.Element == UInt16, UTF16View.Index == Index
      associatedtype UnicodeScalarView: BidirectionalCollection
        where UnicodeScalarView.Element == Unicode.Scalar, UnicodeScalarView.Index == Index
      associatedtype SubSequence = Substring
      var utf8: UTF8View { get }
      var utf16: UTF16View { get }
      var unicodeScalars: UnicodeScalarView { get }
      init<C: Collection, Encoding: _UnicodeEncoding>(decoding codeUnits: C, as sourceEncoding: Encoding.Type)
        where C.Element == Encoding.CodeUnit
      init(cString nullTerminatedUTF8: UnsafePointer<CChar>)
      func lowercased() -> String
      func uppercased() -> String
      func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result
      func withCString<Result, Encoding: _UnicodeEncoding>(
        encodedAs targetEncoding: Encoding.Type, _ body: (UnsafePointer<Encoding.CodeUnit>) throws -> Result
      ) rethrows -> Result
    }
    extension StringProtocol {
      func hasPrefix<Prefix: StringProtocol>(_ prefix: Prefix) -> Bool
      func hasSuffix<Suffix: StringProtocol>(_ suffix: Suffix) -> Bool
    }
    struct String: StringProtocol, RangeReplaceableCollection, Codable, CodingKeyRepresentable, CustomReflectable,
      CustomDebugStringConvertible, Sendable
    {
      typealias Element = Character
      typealias SubSequence = Substring
      struct Index: Comparable, Hashable, Sendable {
        init(utf16Offset offset: Int, in s: some StringProtocol)
        init?(_ sourcePosition: String.Index, within target: String)
        func utf16Offset<S: StringProtocol>(in s: S) -> Int
        func samePosition(in utf8: String.UTF8View) -> String.UTF8View.Index?
        var encodedOffset: Int
      }
      struct Iterator: IteratorProtocol { mutating func next() -> Character? }
      struct UTF8View: BidirectionalCollection {
        typealias Element = UInt8
        typealias Index = String.Index
        typealias SubSequence = Substring.UTF8View
        var span: Span<UInt8>
      }
      struct UTF16View: BidirectionalCollection {
        typealias Element = UInt16
        typealias Index = String.Index
        typealias SubSequence = Substring.UTF16View
      }
      struct UnicodeScalarView: BidirectionalCollection, RangeReplaceableCollection {
        typealias Element = Unicode.Scalar
        typealias Index = String.Index
        typealias SubSequence = Substring.UnicodeScalarView
      }
      init()
      init(_ c: Character)
      init(_ scalar: Unicode.Scalar)
      init(_ substring: Substring)
      init(_ content: Substring.UnicodeScalarView)
      init<S: Sequence>(_ characters: S) where S.Element == Character
      init<T: LosslessStringConvertible>(_ value: T)
      init<T: BinaryInteger>(_ value: T, radix: Int = 10, uppercase: Bool = false)
      init?(_ codeUnits: Substring.UTF8View)
      init(_ utf8: String.UTF8View)
      init(_ utf16: String.UTF16View)
      init(_ unicodeScalars: String.UnicodeScalarView)
      init(repeating repeatedValue: String, count: Int)
      init(repeating repeatedValue: Character, count: Int)
      init<Subject>(describing instance: Subject)
      init<Subject>(reflecting subject: Subject)
      init(stringLiteral value: String)
      init(stringInterpolation: DefaultStringInterpolation)
      init(cString nullTerminatedUTF8: UnsafePointer<CChar>)
      init(cString nullTerminatedUTF8: [CChar])
      init?(validatingUTF8 cString: UnsafePointer<CChar>)
      init?(validatingCString nullTerminatedUTF8: UnsafePointer<CChar>)
      init?<Encoding: Unicode.Encoding>(validating codeUnits: some Sequence<Encoding.CodeUnit>, as encoding: Encoding.Type)
      init<C: Collection, Encoding: _UnicodeEncoding>(decoding codeUnits: C, as sourceEncoding: Encoding.Type)
        where C.Element == Encoding.CodeUnit
      init(unsafeUninitializedCapacity capacity: Int,
        initializingUTF8With initializer: (UnsafeMutableBufferPointer<UInt8>) throws -> Int) rethrows
      static func decodeCString<Encoding: _UnicodeEncoding>(
        _ cString: UnsafePointer<Encoding.CodeUnit>?, as encoding: Encoding.Type, repairingInvalidCodeUnits isRepairing: Bool = true
      ) -> (result: String, repairsMade: Bool)?
      var utf8: String.UTF8View
      var utf16: String.UTF16View
      var unicodeScalars: String.UnicodeScalarView
      var utf8CString: ContiguousArray<CChar>
      var utf8Span: UTF8Span
      var isContiguousUTF8: Bool
      mutating func makeContiguousUTF8()
      mutating func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R
      func hasPrefix(_ prefix: String) -> Bool
      func hasSuffix(_ suffix: String) -> Bool
      mutating func append(_ other: String)
      mutating func append(_ c: Character)
      mutating func append(contentsOf newElements: String)
      mutating func append(contentsOf newElements: Substring)
      mutating func write(_ other: String)
      func index(_ i: String.Index, offsetBy distance: Int) -> String.Index
      static func + (lhs: String, rhs: String) -> String
      static func += (lhs: inout String, rhs: String)
      subscript(i: String.Index) -> Character
      subscript(r: Range<String.Index>) -> Substring
    }
    struct Substring: StringProtocol, RangeReplaceableCollection, CustomReflectable, CustomDebugStringConvertible, Sendable {
      typealias Element = Character
      typealias Index = String.Index
      typealias SubSequence = Substring
      struct UTF8View: BidirectionalCollection {
        typealias Element = UInt8
        typealias Index = String.Index
        typealias SubSequence = Substring.UTF8View
      }
      struct UTF16View: BidirectionalCollection {
        typealias Element = UInt16
        typealias Index = String.Index
        typealias SubSequence = Substring.UTF16View
      }
      struct UnicodeScalarView: BidirectionalCollection, RangeReplaceableCollection {
        typealias Element = Unicode.Scalar
        typealias Index = String.Index
        typealias SubSequence = Substring.UnicodeScalarView
      }
      init()
      init(_ content: Substring.UTF8View)
      init(_ content: Substring.UnicodeScalarView)
      init(_ content: Substring.UTF16View)
      var base: String
      var utf8: Substring.UTF8View
      var utf16: Substring.UTF16View
      var unicodeScalars: Substring.UnicodeScalarView
      mutating func withUTF8<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R
      mutating func append<S: Sequence>(contentsOf elements: S) where S.Element == Character
      subscript(i: String.Index) -> Character
      subscript(r: Range<String.Index>) -> Substring
    }
    struct Character: Comparable, Hashable, Codable, LosslessStringConvertible, ExpressibleByExtendedGraphemeClusterLiteral,
      TextOutputStreamable, CustomDebugStringConvertible, Sendable
    {
      init(_ content: Unicode.Scalar)
      init(_ s: String)
      var asciiValue: UInt8?
      var isASCII: Bool
      var isWhitespace: Bool
      var isNewline: Bool
      var isNumber: Bool
      var isWholeNumber: Bool
      var wholeNumberValue: Int?
      var isHexDigit: Bool
      var hexDigitValue: Int?
      var isLetter: Bool
      var isUppercase: Bool
      var isLowercase: Bool
      var isCased: Bool
      var isSymbol: Bool
      var isMathSymbol: Bool
      var isCurrencySymbol: Bool
      var isPunctuation: Bool
      func uppercased() -> String
      func lowercased() -> String
      var unicodeScalars: Character.UnicodeScalarView
      typealias UnicodeScalarView = String.UnicodeScalarView
      var utf8: String.UTF8View
      var utf16: String.UTF16View
    }
    struct DefaultStringInterpolation: StringInterpolationProtocol, CustomStringConvertible {
      init(literalCapacity: Int, interpolationCount: Int)
      mutating func appendLiteral(_ literal: String)
      mutating func appendInterpolation<T>(_ value: T)
      mutating func appendInterpolation<T>(_ value: T?, default: @autoclosure () -> some StringProtocol)
    }
    struct StaticString: ExpressibleByStringLiteral, CustomStringConvertible, CustomReflectable, Sendable {
      init()
      var utf8Start: UnsafePointer<UInt8>
      var utf8CodeUnitCount: Int
      var unicodeScalar: Unicode.Scalar
      var hasPointerRepresentation: Bool
      var isASCII: Bool
      var description: String
      func withUTF8Buffer<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R
    }
    struct UTF8Span {
      init(validating codeUnits: Span<UInt8>) throws
      init(unchecked codeUnits: Span<UInt8>, isKnownASCII: Bool = false)
      var count: Int
      var isEmpty: Bool
      var span: Span<UInt8>
    }
    enum Unicode {
      typealias Encoding = _UnicodeEncoding
      struct Scalar: Comparable, Hashable, Codable, LosslessStringConvertible, ExpressibleByUnicodeScalarLiteral, Sendable {
        init?(_ v: UInt32)
        init?(_ v: UInt16)
        init(_ v: UInt8)
        init?(_ v: Int)
        var value: UInt32
        var isASCII: Bool
        var properties: Unicode.Scalar.Properties
        func escaped(asASCII forceASCII: Bool) -> String
        var utf8: Unicode.Scalar.UTF8View
        var utf16: Unicode.Scalar.UTF16View
        struct UTF8View: RandomAccessCollection {
          typealias Element = UInt8
          typealias Index = Int
        }
        struct UTF16View: RandomAccessCollection {
          typealias Element = UInt16
          typealias Index = Int
        }
        struct Properties: Sendable {
          var isAlphabetic: Bool
          var isWhitespace: Bool
          var isUppercase: Bool
          var isLowercase: Bool
          var isEmoji: Bool
          var isEmojiPresentation: Bool
          var isXIDStart: Bool
          var isXIDContinue: Bool
          var isIDStart: Bool
          var isIDContinue: Bool
          var isMath: Bool
          var isDash: Bool
          var isDiacritic: Bool
          var isIdeographic: Bool
          var isVariationSelector: Bool
          var isGraphemeExtend: Bool
          var isPatternWhitespace: Bool
          var isQuotationMark: Bool
          var isDefaultIgnorableCodePoint: Bool
          var isNoncharacterCodePoint: Bool
          var changesWhenUppercased: Bool
          var changesWhenLowercased: Bool
          var generalCategory: Unicode.GeneralCategory
          var canonicalCombiningClass: Unicode.CanonicalCombiningClass
          var numericType: Unicode.NumericType?
          var numericValue: Double?
          var name: String?
          var lowercaseMapping: String
          var uppercaseMapping: String
          var titlecaseMapping: String
        }
      }
      struct CanonicalCombiningClass: Comparable, Hashable, RawRepresentable { let rawValue: UInt8 }
      enum NumericType { case decimal, digit, numeric }
      enum GeneralCategory {
        case uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
        case nonspacingMark, spacingMark, enclosingMark
        case decimalNumber, letterNumber, otherNumber
        case connectorPunctuation, dashPunctuation, openPunctuation, closePunctuation
        case initialPunctuation, finalPunctuation, otherPunctuation
        case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
        case spaceSeparator, lineSeparator, paragraphSeparator
        case control, format, surrogate, privateUse, unassigned
      }
      enum UTF8: _UnicodeEncoding {
        typealias CodeUnit = UInt8
        static func width(_ x: Unicode.Scalar) -> Int
        static func encode(_ input: Unicode.Scalar, into processCodeUnit: (UInt8) -> Void)
        static func isContinuation(_ byte: UInt8) -> Bool
        static func isASCII(_ x: UInt8) -> Bool
      }
      enum UTF16: _UnicodeEncoding {
        typealias CodeUnit = UInt16
        static func width(_ x: Unicode.Scalar) -> Int
        static func isLeadSurrogate(_ x: UInt16) -> Bool
        static func isTrailSurrogate(_ x: UInt16) -> Bool
        static func leadSurrogate(_ x: Unicode.Scalar) -> UInt16
        static func trailSurrogate(_ x: Unicode.Scalar) -> UInt16
        static func isSurrogate(_ x: UInt16) -> Bool
      }
      enum UTF32: _UnicodeEncoding { typealias CodeUnit = UInt32 }
      enum ASCII: _UnicodeEncoding { typealias CodeUnit = UInt8 }
    }
    typealias UnicodeCodec = _UnicodeEncoding
    protocol _UnicodeEncoding {
      associatedtype CodeUnit: UnsignedInteger, FixedWidthInteger
      static func isASCII(_ x: CodeUnit) -> Bool
    }
    typealias UTF8 = Unicode.UTF8
    typealias UTF16 = Unicode.UTF16
    typealias UTF32 = Unicode.UTF32
    typealias UnicodeScalar = Unicode.Scalar
    protocol RegexComponent<RegexOutput> {
      associatedtype RegexOutput
      var regex: Regex<RegexOutput> { get }
    }
    struct Regex<Output>: RegexComponent {
      typealias RegexOutput = Output
      @dynamicMemberLookup
      struct Match {
        let range: Range<String.Index>
        var output: Output
        subscript<T>(dynamicMember keyPath: KeyPath<Output, T>) -> T
        subscript(name: String) -> AnyRegexOutput.Element?
      }
      init(_ pattern: String) throws
      init(_ pattern: String, as outputType: Output.Type = Output.self) throws
      init(verbatim: String)
      func firstMatch(in string: String) throws -> Regex<Output>.Match?
      func wholeMatch(in string: String) throws -> Regex<Output>.Match?
      func prefixMatch(in string: String) throws -> Regex<Output>.Match?
      func ignoresCase(_ ignoresCase: Bool = true) -> Regex<Output>
      func anchorsMatchLineEndings(_ matchLineEndings: Bool = true) -> Regex<Output>
      func dotMatchesNewlines(_ dotMatchesNewlines: Bool = true) -> Regex<Output>
    }
    struct AnyRegexOutput: RandomAccessCollection {
      typealias Index = Int
      struct Element {
        var name: String?
        var range: Range<String.Index>?
        var substring: Substring?
        var value: Any?
      }
      subscript(position: Int) -> AnyRegexOutput.Element
      subscript(name: String) -> AnyRegexOutput.Element?
    }
    func print(_ items: Any..., separator: String = " ", terminator: String = "\\n")
    func print<Target: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\\n", to output: inout Target)
    func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\\n")
    func debugPrint<Target: TextOutputStream>(
      _ items: Any..., separator: String = " ", terminator: String = "\\n", to output: inout Target)
    func dump<T>(_ value: T, name: String? = nil, indent: Int = 0, maxDepth: Int = .max, maxItems: Int = .max) -> T
    func dump<T, TargetStream: TextOutputStream>(
      _ value: T, to target: inout TargetStream, name: String? = nil, indent: Int = 0, maxDepth: Int = .max,
      maxItems: Int = .max) -> T
    func readLine(strippingNewline: Bool = true) -> String?
    """
}
