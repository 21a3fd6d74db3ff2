extension StandardLibrary {
  /// Foundation: data, URLs, identifiers, coders, errors.
  static let foundationValues = """
    protocol ContiguousBytes {
      func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R
    }
    protocol DataProtocol: RandomAccessCollection where Element == UInt8 {
      associatedtype Regions: BidirectionalCollection
      var regions: Regions { get }
      func firstRange<D: DataProtocol, R: RangeExpression>(of: D, in: R) -> Range<Index>? where R.Bound == Index
      func lastRange<D: DataProtocol, R: RangeExpression>(of: D, in: R) -> Range<Index>? where R.Bound == Index
      func copyBytes(to: UnsafeMutableRawBufferPointer) -> Int
    }
    protocol MutableDataProtocol: DataProtocol, MutableCollection, RangeReplaceableCollection {
      mutating func resetBytes<R: RangeExpression>(in range: R) where R.Bound == Index
    }
    extension Array: DataProtocol where Element == UInt8 {}
    extension Array: ContiguousBytes where Element == UInt8 {}
    struct Data: MutableDataProtocol, ContiguousBytes, Hashable, Codable, CustomStringConvertible, Sendable {
      typealias Element = UInt8
      typealias Index = Int
      typealias Indices = Range<Int>
      typealias SubSequence = Data
      struct ReadingOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let mappedIfSafe: Data.ReadingOptions
        static let uncached: Data.ReadingOptions
        static let alwaysMapped: Data.ReadingOptions
      }
      struct WritingOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let atomic: Data.WritingOptions
        static let withoutOverwriting: Data.WritingOptions
      }
      struct SearchOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let backwards: Data.SearchOptions
        static let anchored: Data.SearchOptions
      }
      struct Base64EncodingOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let lineLength64Characters: Data.Base64EncodingOptions
        static let lineLength76Characters: Data.Base64EncodingOptions
        static let endLineWithCarriageReturn: Data.Base64EncodingOptions
        static let endLineWithLineFeed: Data.Base64EncodingOptions
      }
      struct Base64DecodingOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let ignoreUnknownCharacters: Data.Base64DecodingOptions
      }
      enum Deallocator {
        case unmap
        case free
        case none
        case custom((UnsafeMutableRawPointer, Int) -> Void)
      }
      init()
      init(count: Int)
      init(capacity: Int)
      init(repeating repeatedValue: UInt8, count: Int)
      init(bytes: UnsafeRawPointer, count: Int)
      init(bytesNoCopy bytes: UnsafeMutableRawPointer, count: Int, deallocator: Data.Deallocator)
      init<SourceType>(buffer: UnsafeBufferPointer<SourceType>)
      init(contentsOf url: URL, options: Data.ReadingOptions = []) throws
      init?(base64Encoded base64String: String, options: Data.Base64DecodingOptions = [])
      init?(base64Encoded base64Data: Data, options: Data.Base64DecodingOptions = [])
      init(referencing reference: NSData)
      init<S: Sequence>(_ elements: S) where S.Element == UInt8
      var count: Int
      var span: Span<UInt8>
      subscript(index: Int) -> UInt8
      subscript(bounds: Range<Int>) -> Data
      func withUnsafeBytes<ResultType>(_ body: (UnsafeRawBufferPointer) throws -> ResultType) rethrows -> ResultType
      mutating func withUnsafeMutableBytes<ResultType>(
        _ body: (UnsafeMutableRawBufferPointer) throws -> ResultType) rethrows -> ResultType
      func copyBytes(to pointer: UnsafeMutablePointer<UInt8>, count: Int)
      func copyBytes(to pointer: UnsafeMutablePointer<UInt8>, from range: Range<Int>)
      func subdata(in range: Range<Int>) -> Data
      mutating func append(_ other: Data)
      mutating func append(_ bytes: UnsafePointer<UInt8>, count: Int)
      mutating func append<SourceType>(_ buffer: UnsafeBufferPointer<SourceType>)
      mutating func append(contentsOf bytes: [UInt8])
      mutating func append(contentsOf elements: some Sequence<UInt8>)
      mutating func resetBytes(in range: Range<Int>)
      mutating func replaceSubrange(_ subrange: Range<Int>, with data: Data)
      func range(of dataToFind: Data, options: Data.SearchOptions = [], in range: Range<Int>? = nil) -> Range<Int>?
      func base64EncodedString(options: Data.Base64EncodingOptions = []) -> String
      func base64EncodedData(options: Data.Base64EncodingOptions = []) -> Data
      func advanced(by amount: Int) -> Data
      func write(to url: URL, options: Data.WritingOptions = []) throws
    }
    struct URL: Hashable, Codable, CustomStringConvertible, Sendable {
      enum DirectoryHint {
        case isDirectory
        case notDirectory
        case checkFileSystem
        case inferFromPath
      }
      init?(string: String)
      init?(string: String, encodingInvalidCharacters: Bool)
      init?(string: String, relativeTo url: URL?)
      init(fileURLWithPath path: String)
      init(fileURLWithPath path: String, isDirectory: Bool)
      init(fileURLWithPath path: String, relativeTo base: URL?)
      init(fileURLWithPath path: String, isDirectory: Bool, relativeTo base: URL?)
      init(filePath path: String, directoryHint: URL.DirectoryHint = .inferFromPath, relativeTo base: URL? = nil)
      init(fileURLWithFileSystemRepresentation path: UnsafePointer<Int8>, isDirectory: Bool, relativeTo base: URL?)
      var absoluteString: String
      var absoluteURL: URL
      var relativeString: String
      var relativePath: String
      var baseURL: URL?
      var scheme: String?
      var host: String?
      var port: Int?
      var user: String?
      var password: String?
      var path: String
      var query: String?
      var fragment: String?
      var pathComponents: [String]
      var lastPathComponent: String
      var pathExtension: String
      var isFileURL: Bool
      var hasDirectoryPath: Bool
      var standardized: URL
      var standardizedFileURL: URL
      var dataRepresentation: Data
      func host(percentEncoded: Bool = true) -> String?
      func user(percentEncoded: Bool = true) -> String?
      func password(percentEncoded: Bool = true) -> String?
      func path(percentEncoded: Bool = true) -> String
      func query(percentEncoded: Bool = true) -> String?
      func fragment(percentEncoded: Bool = true) -> String?
      func appendingPathComponent(_ pathComponent: String) -> URL
      func appendingPathComponent(_ pathComponent: String, isDirectory: Bool) -> URL
      func appendingPathExtension(_ pathExtension: String) -> URL
      func appending<S: StringProtocol>(path: S, directoryHint: URL.DirectoryHint = .inferFromPath) -> URL
      func appending<S: StringProtocol>(component: S, directoryHint: URL.DirectoryHint = .inferFromPath) -> URL
      func appending<S: StringProtocol>(components: S..., directoryHint: URL.DirectoryHint = .inferFromPath) -> URL
      func appending(queryItems: [URLQueryItem]) -> URL
      func deletingLastPathComponent() -> URL
      func deletingPathExtension() -> URL
      func resolvingSymlinksInPath() -> URL
      func resourceValues(forKeys keys: Set<URLResourceKey>) throws -> URLResourceValues
      func checkResourceIsReachable() throws -> Bool
      func withUnsafeFileSystemRepresentation<ResultType>(
        _ block: (UnsafePointer<Int8>?) throws -> ResultType) rethrows -> ResultType
      mutating func appendPathComponent(_ pathComponent: String)
      mutating func appendPathComponent(_ pathComponent: String, isDirectory: Bool)
      mutating func appendPathExtension(_ pathExtension: String)
      mutating func append<S: StringProtocol>(path: S, directoryHint: URL.DirectoryHint = .inferFromPath)
      mutating func append<S: StringProtocol>(component: S, directoryHint: URL.DirectoryHint = .inferFromPath)
      mutating func deleteLastPathComponent()
      mutating func deletePathExtension()
      mutating func setResourceValues(_ values: URLResourceValues) throws
      static func currentDirectory() -> URL
      static var homeDirectory: URL
      static var temporaryDirectory: URL
      static var documentsDirectory: URL
      static var cachesDirectory: URL
    }
    struct URLResourceKey: RawRepresentable, Hashable, Sendable {
      init(_ rawValue: String)
      static let isDirectoryKey: URLResourceKey
      static let isRegularFileKey: URLResourceKey
      static let isSymbolicLinkKey: URLResourceKey
      static let fileSizeKey: URLResourceKey
      static let nameKey: URLResourceKey
      static let contentModificationDateKey: URLResourceKey
      static let creationDateKey: URLResourceKey
      static let isHiddenKey: URLResourceKey
    }
    struct URLResourceValues: Sendable {
      init()
      var isDirectory: Bool?
      var isRegularFile: Bool?
      var isSymbolicLink: Bool?
      var isExecutable: Bool?
      var isHidden: Bool?
      var fileSize: Int?
      var name: String?
      var creationDate: Date?
      var contentModificationDate: Date?
    }
    struct URLQueryItem: Hashable, Sendable {
      init(name: String, value: String?)
      var name: String
      var value: String?
    }
    struct URLComponents: Hashable, Codable, Sendable {
      init()
      init?(string: String)
      init?(url: URL, resolvingAgainstBaseURL resolve: Bool)
      var url: URL?
      var string: String?
      var scheme: String?
      var user: String?
      var password: String?
      var host: String?
      var port: Int?
      var path: String
      var query: String?
      var fragment: String?
      var percentEncodedHost: String?
      var percentEncodedPath: String
      var percentEncodedQuery: String?
      var percentEncodedFragment: String?
      var queryItems: [URLQueryItem]?
      var percentEncodedQueryItems: [URLQueryItem]?
    }
    struct URLError: Error, Hashable {
      struct Code: RawRepresentable, Hashable, Sendable {
        static var badURL: URLError.Code
        static var cancelled: URLError.Code
        static var timedOut: URLError.Code
        static var unknown: URLError.Code
        static var badServerResponse: URLError.Code
        static var cannotConnectToHost: URLError.Code
        static var notConnectedToInternet: URLError.Code
      }
    }
    struct UUID: Hashable, Comparable, Codable, CustomStringConvertible, Sendable {
      init()
      init?(uuidString string: String)
      init(uuid: uuid_t)
      var uuid: uuid_t
      var uuidString: String
    }
    typealias uuid_t = (
      UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8)
    struct IndexPath: Hashable, Comparable, RandomAccessCollection, MutableCollection {
      typealias Element = Int
      typealias Index = Int
      init(index: Int)
      init(indexes: [Int])
    }
    struct IndexSet: BidirectionalCollection, SetAlgebra, Hashable {
      typealias Element = Int
      init(integer: Int)
      init(integersIn range: Range<Int>)
      mutating func insert(integersIn range: Range<Int>)
      func contains(integersIn range: Range<Int>) -> Bool
      var rangeView: IndexSet.RangeView
      struct RangeView: BidirectionalCollection { typealias Element = Range<Int> }
    }
    enum ComparisonResult: Int { case orderedAscending, orderedSame, orderedDescending }
    class JSONEncoder {
      struct OutputFormatting: OptionSet, Sendable {
        let rawValue: UInt
        static let prettyPrinted: JSONEncoder.OutputFormatting
        static let sortedKeys: JSONEncoder.OutputFormatting
        static let withoutEscapingSlashes: JSONEncoder.OutputFormatting
      }
      enum DateEncodingStrategy {
        case deferredToDate, secondsSince1970, millisecondsSince1970, iso8601
        case formatted(DateFormatter)
        case custom((Date, any Encoder) throws -> Void)
      }
      enum DataEncodingStrategy {
        case deferredToData, base64
        case custom((Data, any Encoder) throws -> Void)
      }
      enum NonConformingFloatEncodingStrategy {
        case `throw`
        case convertToString(positiveInfinity: String, negativeInfinity: String, nan: String)
      }
      enum KeyEncodingStrategy {
        case useDefaultKeys, convertToSnakeCase
        case custom(([any CodingKey]) -> any CodingKey)
      }
      init()
      var outputFormatting: JSONEncoder.OutputFormatting
      var dateEncodingStrategy: JSONEncoder.DateEncodingStrategy
      var dataEncodingStrategy: JSONEncoder.DataEncodingStrategy
      var nonConformingFloatEncodingStrategy: JSONEncoder.NonConformingFloatEncodingStrategy
      var keyEncodingStrategy: JSONEncoder.KeyEncodingStrategy
      var userInfo: [CodingUserInfoKey: any Sendable]
      func encode<T: Encodable>(_ value: T) throws -> Data
    }
    class JSONDecoder {
      enum DateDecodingStrategy {
        case deferredToDate, secondsSince1970, millisecondsSince1970, iso8601
        case formatted(DateFormatter)
        case custom((any Decoder) throws -> Date)
      }
      enum DataDecodingStrategy {
        case deferredToData, base64
        case custom((any Decoder) throws -> Data)
      }
      enum NonConformingFloatDecodingStrategy {
        case `throw`
        case convertFromString(positiveInfinity: String, negativeInfinity: String, nan: String)
      }
      enum KeyDecodingStrategy {
        case useDefaultKeys, convertFromSnakeCase
        case custom(([any CodingKey]) -> any CodingKey)
      }
      init()
      var dateDecodingStrategy: JSONDecoder.DateDecodingStrategy
      var dataDecodingStrategy: JSONDecoder.DataDecodingStrategy
      var nonConformingFloatDecodingStrategy: JSONDecoder.NonConformingFloatDecodingStrategy
      var keyDecodingStrategy: JSONDecoder.KeyDecodingStrategy
      var userInfo: [CodingUserInfoKey: any Sendable]
      func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T
    }
    class PropertyListEncoder {
      init()
      var outputFormat: PropertyListSerialization.PropertyListFormat
      func encode<Value: Encodable>(_ value: Value) throws -> Data
    }
    class PropertyListDecoder {
      init()
      func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T
    }
    class PropertyListSerialization: NSObject {
      enum PropertyListFormat: UInt { case openStep, xml, binary }
      class func propertyList(
        from data: Data, options opt: PropertyListSerialization.ReadOptions = [],
        format: UnsafeMutablePointer<PropertyListSerialization.PropertyListFormat>?) throws -> Any
      class func data(
        fromPropertyList plist: Any, format: PropertyListSerialization.PropertyListFormat, options opt: Int) throws -> Data
    }
    class JSONSerialization: NSObject {
      struct ReadingOptions: OptionSet {
        let rawValue: UInt
        static let mutableContainers: JSONSerialization.ReadingOptions
        static let fragmentsAllowed: JSONSerialization.ReadingOptions
      }
      struct WritingOptions: OptionSet {
        let rawValue: UInt
        static let prettyPrinted: JSONSerialization.WritingOptions
        static let sortedKeys: JSONSerialization.WritingOptions
        static let fragmentsAllowed: JSONSerialization.WritingOptions
      }
      class func isValidJSONObject(_ obj: Any) -> Bool
      class func data(withJSONObject value: Any, options opt: JSONSerialization.WritingOptions = []) throws -> Data
      class func jsonObject(with data: Data, options opt: JSONSerialization.ReadingOptions = []) throws -> Any
    }
    protocol LocalizedError: Error {
      var errorDescription: String? { get }
      var failureReason: String? { get }
      var recoverySuggestion: String? { get }
      var helpAnchor: String? { get }
    }
    protocol CustomNSError: Error {
      static var errorDomain: String { get }
      var errorCode: Int { get }
      var errorUserInfo: [String: Any] { get }
    }
    protocol RecoverableError: Error { var recoveryOptions: [String] { get } }
    extension Error { var localizedDescription: String }
    struct CocoaError: Error, Hashable {
      struct Code: RawRepresentable, Hashable, Sendable {
        static var fileNoSuchFile: CocoaError.Code
        static var fileReadNoSuchFile: CocoaError.Code
        static var fileReadNoPermission: CocoaError.Code
        static var fileReadUnknown: CocoaError.Code
        static var fileReadCorruptFile: CocoaError.Code
        static var fileWriteFileExists: CocoaError.Code
        static var fileWriteNoPermission: CocoaError.Code
        static var fileWriteUnknown: CocoaError.Code
        static var userCancelled: CocoaError.Code
      }
      init(_ code: CocoaError.Code, userInfo: [String: Any] = [:])
      var code: CocoaError.Code
    }
    struct POSIXError: Error { init(_ code: POSIXErrorCode, userInfo: [String: Any] = [:]) }
    typealias POSIXErrorCode = POSIXError.Code
    """
}
