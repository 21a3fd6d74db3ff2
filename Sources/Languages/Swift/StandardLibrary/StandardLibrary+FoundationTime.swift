extension StandardLibrary {
  /// Foundation: dates, calendars, numbers, geometry.
  static let foundationTime = """
    typealias TimeInterval = Double
    struct Date: Comparable, Hashable, Codable, CustomStringConvertible, Strideable, Sendable {
      typealias Stride = TimeInterval
      init()
      init(timeIntervalSinceNow: TimeInterval)
      init(timeIntervalSince1970: TimeInterval)
      init(timeInterval: TimeInterval, since date: Date)
      init(timeIntervalSinceReferenceDate ti: TimeInterval)
      static var now: Date
      static let distantFuture: Date
      static let distantPast: Date
      static let timeIntervalBetween1970AndReferenceDate: TimeInterval
      static var timeIntervalSinceReferenceDate: TimeInterval
      var timeIntervalSinceNow: TimeInterval
      var timeIntervalSince1970: TimeInterval
      var timeIntervalSinceReferenceDate: TimeInterval
      func timeIntervalSince(_ date: Date) -> TimeInterval
      func addingTimeInterval(_ timeInterval: TimeInterval) -> Date
      mutating func addTimeInterval(_ timeInterval: TimeInterval)
      func compare(_ other: Date) -> ComparisonResult
      func description(with locale: Locale?) -> String
      func formatted() -> String
      func formatted<F: FormatStyle>(_ format: F) -> F.FormatOutput
      func ISO8601Format(_ style: Date.ISO8601FormatStyle = .init()) -> String
      struct ISO8601FormatStyle: FormatStyle {
        typealias FormatInput = Date
        typealias FormatOutput = String
      }
      static func + (lhs: Date, rhs: TimeInterval) -> Date
      static func - (lhs: Date, rhs: TimeInterval) -> Date
      static func += (lhs: inout Date, rhs: TimeInterval)
      static func -= (lhs: inout Date, rhs: TimeInterval)
    }
    struct DateInterval: Comparable, Hashable, Codable, Sendable {
      init(start: Date, end: Date)
      init(start: Date, duration: TimeInterval)
      var start: Date
      var end: Date
      var duration: TimeInterval
      func contains(_ date: Date) -> Bool
      func intersects(_ dateInterval: DateInterval) -> Bool
    }
    struct DateComponents: Hashable, Codable, Sendable {
      init(
        calendar: Calendar? = nil, timeZone: TimeZone? = nil, era: Int? = nil, year: Int? = nil, month: Int? = nil,
        day: Int? = nil, hour: Int? = nil, minute: Int? = nil, second: Int? = nil, nanosecond: Int? = nil,
        weekday: Int? = nil, weekdayOrdinal: Int? = nil, quarter: Int? = nil, weekOfMonth: Int? = nil,
        weekOfYear: Int? = nil, yearForWeekOfYear: Int? = nil)
      var calendar: Calendar?
      var timeZone: TimeZone?
      var era: Int?
      var year: Int?
      var month: Int?
      var day: Int?
      var hour: Int?
      var minute: Int?
      var second: Int?
      var nanosecond: Int?
      var weekday: Int?
      var weekOfYear: Int?
      var date: Date?
      var isValidDate: Bool
      func value(for component: Calendar.Component) -> Int?
      mutating func setValue(_ value: Int?, for component: Calendar.Component)
    }
    struct Calendar: Hashable, Codable, Sendable {
      enum Identifier {
        case gregorian, buddhist, chinese, coptic, hebrew, iso8601, indian, islamic, japanese, persian
      }
      enum Component {
        case era, year, month, day, hour, minute, second, weekday, weekdayOrdinal, quarter, weekOfMonth
        case weekOfYear, yearForWeekOfYear, nanosecond, calendar, timeZone
      }
      enum SearchDirection { case forward, backward }
      enum MatchingPolicy { case nextTime, nextTimePreservingSmallerComponents, previousTimePreservingSmallerComponents, strict }
      enum RepeatedTimePolicy { case first, last }
      init(identifier: Calendar.Identifier)
      static var current: Calendar
      static var autoupdatingCurrent: Calendar
      let identifier: Calendar.Identifier
      var locale: Locale?
      var timeZone: TimeZone
      var firstWeekday: Int
      func component(_ component: Calendar.Component, from date: Date) -> Int
      func dateComponents(_ components: Set<Calendar.Component>, from date: Date) -> DateComponents
      func dateComponents(_ components: Set<Calendar.Component>, from start: Date, to end: Date) -> DateComponents
      func dateComponents(in timeZone: TimeZone, from date: Date) -> DateComponents
      func date(from components: DateComponents) -> Date?
      func date(byAdding components: DateComponents, to date: Date, wrappingComponents: Bool = false) -> Date?
      func date(
        byAdding component: Calendar.Component, value: Int, to date: Date, wrappingComponents: Bool = false) -> Date?
      func date(
        bySettingHour hour: Int, minute: Int, second: Int, of date: Date,
        matchingPolicy: Calendar.MatchingPolicy = .nextTime,
        repeatedTimePolicy: Calendar.RepeatedTimePolicy = .first,
        direction: Calendar.SearchDirection = .forward) -> Date?
      func startOfDay(for date: Date) -> Date
      func isDate(_ date1: Date, inSameDayAs date2: Date) -> Bool
      func isDateInToday(_ date: Date) -> Bool
      func isDateInYesterday(_ date: Date) -> Bool
      func isDateInTomorrow(_ date: Date) -> Bool
      func isDateInWeekend(_ date: Date) -> Bool
      func compare(_ date1: Date, to date2: Date, toGranularity component: Calendar.Component) -> ComparisonResult
      func dateInterval(of component: Calendar.Component, for date: Date) -> DateInterval?
      func range(of smaller: Calendar.Component, in larger: Calendar.Component, for date: Date) -> Range<Int>?
    }
    struct TimeZone: Hashable, Codable, Sendable {
      init?(identifier: String)
      init?(secondsFromGMT seconds: Int)
      init?(abbreviation: String)
      static var current: TimeZone
      static var autoupdatingCurrent: TimeZone
      static var gmt: TimeZone
      var identifier: String
      func secondsFromGMT(for date: Date = Date()) -> Int
      func abbreviation(for date: Date = Date()) -> String?
    }
    struct Decimal: Hashable, Comparable, Codable, SignedNumeric, Strideable, CustomStringConvertible, Sendable {
      typealias Magnitude = Decimal
      typealias Stride = Decimal
      init()
      init(_ value: Int)
      init(_ value: Double)
      init?(string: String, locale: Locale? = nil)
      init(sign: FloatingPointSign, exponent: Int, significand: Decimal)
      var exponent: Int
      var significand: Decimal
      var sign: FloatingPointSign
      var isNaN: Bool
      var isZero: Bool
      static var pi: Decimal
      static func / (lhs: Decimal, rhs: Decimal) -> Decimal
      static func /= (lhs: inout Decimal, rhs: Decimal)
    }
    func pow(_ x: Decimal, _ y: Int) -> Decimal
    struct CGFloat: BinaryFloatingPoint, Codable, Sendable {
      typealias NativeType = Double
      init(_ value: Int)
      init(_ value: Double)
      init(_ value: Float)
    }
    struct CGPoint: Equatable, Codable {
      init(x: CGFloat, y: CGFloat)
      var x: CGFloat
      var y: CGFloat
      static var zero: CGPoint
    }
    struct CGSize: Equatable, Codable {
      init(width: CGFloat, height: CGFloat)
      var width: CGFloat
      var height: CGFloat
      static var zero: CGSize
    }
    struct CGRect: Equatable, Codable {
      init(x: CGFloat, y: CGFloat, width: CGFloat, height: CGFloat)
      init(origin: CGPoint, size: CGSize)
      var origin: CGPoint
      var size: CGSize
      var width: CGFloat
      var height: CGFloat
      var minX: CGFloat
      var midX: CGFloat
      var maxX: CGFloat
      var minY: CGFloat
      var midY: CGFloat
      var maxY: CGFloat
      static var zero: CGRect
      func insetBy(dx: CGFloat, dy: CGFloat) -> CGRect
      func offsetBy(dx: CGFloat, dy: CGFloat) -> CGRect
      func contains(_ point: CGPoint) -> Bool
    }
    """
}
