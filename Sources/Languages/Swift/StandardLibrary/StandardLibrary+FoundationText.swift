extension StandardLibrary {
  /// Foundation: text, formatting and the classes around strings.
  static let foundationText = """
    extension String {
      struct Encoding: RawRepresentable, Hashable, Sendable {
        let rawValue: UInt
        init(rawValue: UInt)
        static let utf8: String.Encoding
        static let utf16: String.Encoding
        static let utf16LittleEndian: String.Encoding
        static let utf16BigEndian: String.Encoding
        static let utf32: String.Encoding
        static let ascii: String.Encoding
        static let isoLatin1: String.Encoding
        static let isoLatin2: String.Encoding
        static let macOSRoman: String.Encoding
        static let unicode: String.Encoding
        static let windowsCP1252: String.Encoding
        static let nonLossyASCII: String.Encoding
        static let japaneseEUC: String.Encoding
        static let shiftJIS: String.Encoding
      }
      typealias CompareOptions = NSString.CompareOptions
      init?(data: Data, encoding: String.Encoding)
      init?<S: Sequence>(bytes: S, encoding: String.Encoding) where S.Element == UInt8
      init(contentsOf url: URL, encoding enc: String.Encoding) throws
      init(contentsOfFile path: String, encoding enc: String.Encoding) throws
      init(contentsOf url: URL, usedEncoding: inout String.Encoding) throws
      init(format: String, _ arguments: any CVarArg...)
      init(format: String, arguments: [any CVarArg])
      init(format: String, locale: Locale?, _ args: any CVarArg...)
      init?(cString: UnsafePointer<CChar>, encoding enc: String.Encoding)
      static func localizedStringWithFormat(_ format: String, _ arguments: any CVarArg...) -> String
      static var availableStringEncodings: [String.Encoding]
      static func localizedName(of encoding: String.Encoding) -> String
    }
    extension StringProtocol {
      func components(separatedBy separator: CharacterSet) -> [String]
      func components<T: StringProtocol>(separatedBy separator: T) -> [String]
      func trimmingCharacters(in set: CharacterSet) -> String
      func replacingOccurrences<Target: StringProtocol, Replacement: StringProtocol>(
        of target: Target, with replacement: Replacement, options: String.CompareOptions = [],
        range searchRange: Range<Index>? = nil) -> String
      func replacingCharacters<T: StringProtocol, R: RangeExpression>(in range: R, with replacement: T) -> String
        where R.Bound == String.Index
      func range<T: StringProtocol>(
        of aString: T, options mask: String.CompareOptions = [], range searchRange: Range<Index>? = nil,
        locale: Locale? = nil) -> Range<Index>?
      func rangeOfCharacter(
        from aSet: CharacterSet, options mask: String.CompareOptions = [], range aRange: Range<Index>? = nil
      ) -> Range<Index>?
      func contains<T: StringProtocol>(_ other: T) -> Bool
      func localizedCaseInsensitiveContains<T: StringProtocol>(_ other: T) -> Bool
      func localizedStandardContains<T: StringProtocol>(_ string: T) -> Bool
      func compare<T: StringProtocol>(
        _ aString: T, options mask: String.CompareOptions = [], range: Range<Index>? = nil, locale: Locale? = nil
      ) -> ComparisonResult
      func caseInsensitiveCompare<T: StringProtocol>(_ aString: T) -> ComparisonResult
      func localizedCompare<T: StringProtocol>(_ string: T) -> ComparisonResult
      func localizedCaseInsensitiveCompare<T: StringProtocol>(_ aString: T) -> ComparisonResult
      func localizedStandardCompare<T: StringProtocol>(_ string: T) -> ComparisonResult
      func data(using encoding: String.Encoding, allowLossyConversion: Bool = false) -> Data?
      func write(toFile path: String, atomically useAuxiliaryFile: Bool, encoding enc: String.Encoding) throws
      func write(to url: URL, atomically useAuxiliaryFile: Bool, encoding enc: String.Encoding) throws
      func padding<T: StringProtocol>(
        toLength newLength: Int, withPad padString: T, startingAt padIndex: Int) -> String
      func addingPercentEncoding(withAllowedCharacters allowedCharacters: CharacterSet) -> String?
      var removingPercentEncoding: String?
      var capitalized: String
      var localizedCapitalized: String
      var localizedLowercase: String
      var localizedUppercase: String
      func capitalized(with locale: Locale?) -> String
      func lowercased(with locale: Locale?) -> String
      func uppercased(with locale: Locale?) -> String
      func folding(options: String.CompareOptions = [], locale: Locale?) -> String
      func applyingTransform(_ transform: StringTransform, reverse: Bool) -> String?
      func lineRange<R: RangeExpression>(for aRange: R) -> Range<Index> where R.Bound == Index
      func enumerateLines(invoking body: (String, inout Bool) -> Void)
      func enumerateSubstrings<R: RangeExpression>(
        in range: R, options opts: String.EnumerationOptions = [],
        _ body: (String?, Range<Index>, Range<Index>, inout Bool) -> Void) where R.Bound == Index
      func getLineStart<R: RangeExpression>(
        _ start: UnsafeMutablePointer<Index>, end: UnsafeMutablePointer<Index>,
        contentsEnd: UnsafeMutablePointer<Index>, for range: R) where R.Bound == Index
      func cString(using encoding: String.Encoding) -> [CChar]?
      func canBeConverted(to encoding: String.Encoding) -> Bool
      func lengthOfBytes(using encoding: String.Encoding) -> Int
      func commonPrefix<T: StringProtocol>(with aString: T, options: String.CompareOptions = []) -> String
      func appending<T: StringProtocol>(_ aString: T) -> String
      func appendingFormat<T: StringProtocol>(_ format: T, _ arguments: any CVarArg...) -> String
      var fastestEncoding: String.Encoding
      var smallestEncoding: String.Encoding
      var hash: Int
      var decomposedStringWithCanonicalMapping: String
      var precomposedStringWithCanonicalMapping: String
      var decomposedStringWithCompatibilityMapping: String
      var precomposedStringWithCompatibilityMapping: String
    }
    struct StringTransform: RawRepresentable, Hashable {
      init(_ rawValue: String)
      static let toLatin: StringTransform
      static let stripDiacritics: StringTransform
    }
    struct CharacterSet: SetAlgebra, Hashable, Sendable {
      typealias Element = Unicode.Scalar
      init()
      init(charactersIn string: String)
      init(charactersIn range: ClosedRange<Unicode.Scalar>)
      init(charactersIn range: Range<Unicode.Scalar>)
      static var whitespaces: CharacterSet
      static var whitespacesAndNewlines: CharacterSet
      static var newlines: CharacterSet
      static var decimalDigits: CharacterSet
      static var letters: CharacterSet
      static var lowercaseLetters: CharacterSet
      static var uppercaseLetters: CharacterSet
      static var alphanumerics: CharacterSet
      static var punctuationCharacters: CharacterSet
      static var symbols: CharacterSet
      static var controlCharacters: CharacterSet
      static var illegalCharacters: CharacterSet
      static var urlQueryAllowed: CharacterSet
      static var urlPathAllowed: CharacterSet
      static var urlHostAllowed: CharacterSet
      static var urlUserAllowed: CharacterSet
      static var urlFragmentAllowed: CharacterSet
      var inverted: CharacterSet
      mutating func insert(charactersIn string: String)
      mutating func insert(charactersIn range: ClosedRange<Unicode.Scalar>)
      mutating func remove(charactersIn string: String)
      mutating func invert()
    }
    struct Locale: Hashable, Codable, Sendable {
      init(identifier: String)
      static var current: Locale
      static var autoupdatingCurrent: Locale
      static var preferredLanguages: [String]
      static var availableIdentifiers: [String]
      var identifier: String
      var languageCode: String?
      var regionCode: String?
      var decimalSeparator: String?
      var groupingSeparator: String?
      var currencyCode: String?
      func localizedString(forIdentifier identifier: String) -> String?
      func localizedString(forLanguageCode languageCode: String) -> String?
      func localizedString(forRegionCode regionCode: String) -> String?
    }
    protocol FormatStyle<FormatInput, FormatOutput>: Hashable, Codable {
      associatedtype FormatInput
      associatedtype FormatOutput
      func format(_ value: FormatInput) -> FormatOutput
      func locale(_ locale: Locale) -> Self
    }
    class Formatter: NSObject {
      func string(for obj: Any) -> String?
    }
    class DateFormatter: Formatter {
      enum Style: UInt { case none, short, medium, long, full }
      init()
      var dateFormat: String!
      var dateStyle: DateFormatter.Style
      var timeStyle: DateFormatter.Style
      var locale: Locale!
      var timeZone: TimeZone!
      var calendar: Calendar!
      var isLenient: Bool
      func string(from date: Date) -> String
      func date(from string: String) -> Date?
      func setLocalizedDateFormatFromTemplate(_ dateFormatTemplate: String)
      class func localizedString(
        from date: Date, dateStyle dstyle: DateFormatter.Style, timeStyle tstyle: DateFormatter.Style) -> String
    }
    class ISO8601DateFormatter: Formatter {
      struct Options: OptionSet {
        let rawValue: UInt
        static var withInternetDateTime: ISO8601DateFormatter.Options
        static var withFractionalSeconds: ISO8601DateFormatter.Options
        static var withFullDate: ISO8601DateFormatter.Options
      }
      init()
      var timeZone: TimeZone!
      var formatOptions: ISO8601DateFormatter.Options
      func string(from date: Date) -> String
      func date(from string: String) -> Date?
    }
    class NumberFormatter: Formatter {
      enum Style: UInt { case none, decimal, currency, percent, scientific, spellOut }
      init()
      var numberStyle: NumberFormatter.Style
      var locale: Locale!
      var minimumFractionDigits: Int
      var maximumFractionDigits: Int
      var groupingSeparator: String!
      var usesGroupingSeparator: Bool
      func string(from number: NSNumber) -> String?
      func number(from string: String) -> NSNumber?
    }
    class ByteCountFormatter: Formatter {
      enum CountStyle: Int { case file, memory, decimal, binary }
      init()
      var countStyle: ByteCountFormatter.CountStyle
      func string(fromByteCount byteCount: Int64) -> String
      class func string(fromByteCount byteCount: Int64, countStyle: ByteCountFormatter.CountStyle) -> String
    }
    func NSLocalizedString(
      _ key: String, tableName: String? = nil, bundle: Bundle = Bundle.main, value: String = "", comment: String
    ) -> String
    func NSStringFromClass(_ aClass: AnyClass) -> String
    func NSClassFromString(_ aClassName: String) -> AnyClass?
    func NSLog(_ format: String, _ args: any CVarArg...)
    func NSHomeDirectory() -> String
    func NSTemporaryDirectory() -> String
    func NSUserName() -> String
    """
}
