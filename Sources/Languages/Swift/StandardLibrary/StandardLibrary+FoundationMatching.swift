extension StandardLibrary {
  /// Foundation: string objects, ranges, regular expressions, scanners.
  static let foundationMatching = """
    class NSString: NSObject, ExpressibleByStringLiteral {
      struct CompareOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let caseInsensitive: NSString.CompareOptions
        static let literal: NSString.CompareOptions
        static let backwards: NSString.CompareOptions
        static let anchored: NSString.CompareOptions
        static let numeric: NSString.CompareOptions
        static let diacriticInsensitive: NSString.CompareOptions
        static let widthInsensitive: NSString.CompareOptions
        static let regularExpression: NSString.CompareOptions
      }
      init(string aString: String)
      var length: Int
      var pathComponents: [String]
      var pathExtension: String
      var lastPathComponent: String
      var deletingLastPathComponent: String
      var deletingPathExtension: String
      var expandingTildeInPath: String
      var standardizingPath: String
      var isAbsolutePath: Bool
      var doubleValue: Double
      var intValue: Int32
      var integerValue: Int
      var boolValue: Bool
      func appendingPathComponent(_ str: String) -> String
      func appendingPathExtension(_ str: String) -> String?
      func character(at index: Int) -> unichar
      func substring(from: Int) -> String
      func substring(to: Int) -> String
      func substring(with range: NSRange) -> String
      func range(of searchString: String) -> NSRange
      func replacingCharacters(in range: NSRange, with replacement: String) -> String
      func lineRange(for range: NSRange) -> NSRange
    }
    class NSMutableString: NSString {
      func append(_ aString: String)
      func setString(_ aString: String)
    }
    typealias unichar = UInt16
    struct NSRange: Hashable {
      init()
      init(location: Int, length: Int)
      init<R: RangeExpression, S: StringProtocol>(_ region: R, in target: S) where R.Bound == S.Index
      init(_ x: Range<Int>)
      var location: Int
      var length: Int
      var lowerBound: Int
      var upperBound: Int
      func contains(_ index: Int) -> Bool
      func intersection(_ range: NSRange) -> NSRange?
    }
    extension Range where Bound == String.Index {
      init?(_ range: NSRange, in string: String)
    }
    extension Range where Bound == Int { init?(_ range: NSRange) }
    func NSMakeRange(_ location: Int, _ length: Int) -> NSRange
    func NSMaxRange(_ range: NSRange) -> Int
    func NSLocationInRange(_ location: Int, _ range: NSRange) -> Bool
    class NSRegularExpression: NSObject {
      struct Options: OptionSet, Sendable {
        let rawValue: UInt
        static let caseInsensitive: NSRegularExpression.Options
        static let allowCommentsAndWhitespace: NSRegularExpression.Options
        static let ignoreMetacharacters: NSRegularExpression.Options
        static let dotMatchesLineSeparators: NSRegularExpression.Options
        static let anchorsMatchLines: NSRegularExpression.Options
        static let useUnicodeWordBoundaries: NSRegularExpression.Options
      }
      struct MatchingOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let anchored: NSRegularExpression.MatchingOptions
        static let withoutAnchoringBounds: NSRegularExpression.MatchingOptions
      }
      init(pattern: String, options: NSRegularExpression.Options = []) throws
      var pattern: String
      var options: NSRegularExpression.Options
      var numberOfCaptureGroups: Int
      class func escapedPattern(for string: String) -> String
      class func escapedTemplate(for string: String) -> String
      func matches(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange) -> [NSTextCheckingResult]
      func firstMatch(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange) -> NSTextCheckingResult?
      func numberOfMatches(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange) -> Int
      func rangeOfFirstMatch(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange) -> NSRange
      func stringByReplacingMatches(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange, withTemplate templ: String
      ) -> String
      func enumerateMatches(
        in string: String, options: NSRegularExpression.MatchingOptions = [], range: NSRange,
        using block: (NSTextCheckingResult?, NSRegularExpression.MatchingFlags, UnsafeMutablePointer<ObjCBool>) -> Void)
    }
    class NSTextCheckingResult: NSObject {
      var range: NSRange
      var numberOfRanges: Int
      func range(at idx: Int) -> NSRange
      func range(withName: String) -> NSRange
    }
    class Scanner: NSObject {
      init(string: String)
      var string: String
      var currentIndex: String.Index
      var charactersToBeSkipped: CharacterSet?
      var caseSensitive: Bool
      var isAtEnd: Bool
      func scanInt(representation: Scanner.NumberRepresentation = .decimal) -> Int?
      func scanDouble(representation: Scanner.NumberRepresentation = .decimal) -> Double?
      func scanString(_ searchString: String) -> String?
      func scanCharacters(from set: CharacterSet) -> String?
      func scanUpToString(_ substring: String) -> String?
      func scanUpToCharacters(from set: CharacterSet) -> String?
      func scanCharacter() -> Character?
      enum NumberRepresentation { case decimal, hexadecimal }
    }
    class NSAttributedString: NSObject {
      struct Key: RawRepresentable, Hashable { init(_ rawValue: String) }
      init(string: String)
      init(string: String, attributes attrs: [NSAttributedString.Key: Any]? = nil)
      var string: String
      var length: Int
      func attributes(at location: Int, effectiveRange range: UnsafeMutablePointer<NSRange>?)
        -> [NSAttributedString.Key: Any]
    }
    class NSMutableAttributedString: NSAttributedString {
      func append(_ attrString: NSAttributedString)
      func addAttribute(_ name: NSAttributedString.Key, value: Any, range: NSRange)
      func addAttributes(_ attrs: [NSAttributedString.Key: Any], range: NSRange)
    }
    struct AttributedString: Hashable, Codable, Sendable {
      init()
      init(_ string: String, attributes: AttributeContainer = .init())
      var characters: AttributedString.CharacterView
      struct CharacterView: BidirectionalCollection, RangeReplaceableCollection { typealias Element = Character }
    }
    struct AttributeContainer: Hashable { init() }
    """
}
