extension StandardLibrary {
  /// Foundation: objects, files, processes, threads, notifications, networking.
  static let foundationSystem = """
    protocol NSObjectProtocol: AnyObject {
      func isEqual(_ object: Any?) -> Bool
      var hash: Int { get }
      var description: String { get }
    }
    class NSObject: NSObjectProtocol, Equatable, Hashable, CustomStringConvertible, CustomDebugStringConvertible {
      init()
      func copy() -> Any
      func mutableCopy() -> Any
      func isEqual(_ object: Any?) -> Bool
      var hash: Int
      var description: String
      var debugDescription: String
    }
    protocol NSCopying { func copy(with zone: NSZone?) -> Any }
    protocol NSCoding {
      func encode(with aCoder: NSCoder)
      init?(coder aDecoder: NSCoder)
    }
    protocol NSSecureCoding: NSCoding { static var supportsSecureCoding: Bool { get } }
    struct NSZone {}
    class NSCoder: NSObject {
      func encode(_ object: Any?, forKey key: String)
      func decodeObject(forKey key: String) -> Any?
    }
    class NSError: NSObject, Error {
      init(domain: String, code: Int, userInfo dict: [String: Any]? = nil)
      var domain: String
      var code: Int
      var userInfo: [String: Any]
      var localizedDescription: String
      var localizedFailureReason: String?
    }
    class NSNumber: NSValue {
      init(value: Int)
      init(value: Double)
      init(value: Bool)
      var intValue: Int
      var int32Value: Int32
      var int64Value: Int64
      var doubleValue: Double
      var floatValue: Float
      var boolValue: Bool
      var stringValue: String
      var uintValue: UInt
    }
    class NSValue: NSObject {}
    class NSEnumerator: NSObject, Sequence {
      typealias Element = Any
      func nextObject() -> Any?
      var allObjects: [Any]
    }
    class NSNull: NSObject { init() }
    class NSData: NSObject {
      var length: Int
      var bytes: UnsafeRawPointer
    }
    class NSMutableData: NSData {}
    class NSArray: NSObject { var count: Int }
    class NSMutableArray: NSArray { func add(_ anObject: Any) }
    class NSDictionary: NSObject { var count: Int }
    class NSMutableDictionary: NSDictionary {}
    class NSSet: NSObject { var count: Int }
    class NSDate: NSObject {}
    class NSURL: NSObject {}
    class NSDecimalNumber: NSNumber { init(string numberValue: String?) }
    class NSCache<KeyType: AnyObject, ObjectType: AnyObject>: NSObject {
      init()
      var countLimit: Int
      var totalCostLimit: Int
      func object(forKey key: KeyType) -> ObjectType?
      func setObject(_ obj: ObjectType, forKey key: KeyType)
      func setObject(_ obj: ObjectType, forKey key: KeyType, cost g: Int)
      func removeObject(forKey key: KeyType)
      func removeAllObjects()
    }
    struct ObjCBool: ExpressibleByBooleanLiteral {
      init(_ value: Bool)
      var boolValue: Bool
    }
    class NSPredicate: NSObject {
      init(block: (Any?, [String: Any]?) -> Bool)
      func evaluate(with object: Any?) -> Bool
    }
    class NSSortDescriptor: NSObject { init<Root, Value: Comparable>(keyPath: KeyPath<Root, Value>, ascending: Bool) }
    protocol NSLocking {
      func lock()
      func unlock()
    }
    extension NSLocking { func withLock<R>(_ body: () throws -> R) rethrows -> R }
    class NSLock: NSObject, NSLocking {
      init()
      func `try`() -> Bool
      func lock(before limit: Date) -> Bool
      var name: String?
    }
    class NSRecursiveLock: NSObject, NSLocking {
      init()
      func `try`() -> Bool
    }
    class NSCondition: NSObject, NSLocking {
      init()
      func wait()
      func wait(until limit: Date) -> Bool
      func signal()
      func broadcast()
    }
    class NSConditionLock: NSObject, NSLocking {
      init(condition: Int)
      var condition: Int
      func lock(whenCondition condition: Int)
      func unlock(withCondition condition: Int)
    }
    struct FileAttributeKey: RawRepresentable, Hashable, Sendable {
      init(rawValue: String)
      static let type: FileAttributeKey
      static let size: FileAttributeKey
      static let modificationDate: FileAttributeKey
      static let creationDate: FileAttributeKey
      static let posixPermissions: FileAttributeKey
      static let systemFreeSize: FileAttributeKey
    }
    struct FileAttributeType: RawRepresentable, Hashable, Sendable {
      init(rawValue: String)
      static let typeDirectory: FileAttributeType
      static let typeRegular: FileAttributeType
      static let typeSymbolicLink: FileAttributeType
    }
    class FileManager: NSObject {
      enum SearchPathDirectory: UInt {
        case applicationDirectory, applicationSupportDirectory, cachesDirectory, documentDirectory
        case libraryDirectory, itemReplacementDirectory, trashDirectory
      }
      struct SearchPathDomainMask: OptionSet, Sendable {
        let rawValue: UInt
        static let userDomainMask: FileManager.SearchPathDomainMask
        static let localDomainMask: FileManager.SearchPathDomainMask
      }
      struct DirectoryEnumerationOptions: OptionSet, Sendable {
        let rawValue: UInt
        static let skipsHiddenFiles: FileManager.DirectoryEnumerationOptions
        static let skipsSubdirectoryDescendants: FileManager.DirectoryEnumerationOptions
        static let skipsPackageDescendants: FileManager.DirectoryEnumerationOptions
      }
      class DirectoryEnumerator: NSEnumerator {
        func skipDescendants()
        var fileAttributes: [FileAttributeKey: Any]?
      }
      init()
      class var `default`: FileManager
      var currentDirectoryPath: String
      var temporaryDirectory: URL
      var homeDirectoryForCurrentUser: URL
      func changeCurrentDirectoryPath(_ path: String) -> Bool
      func fileExists(atPath path: String) -> Bool
      func fileExists(atPath path: String, isDirectory: inout Bool) -> Bool
      func fileExists(atPath path: String, isDirectory: UnsafeMutablePointer<ObjCBool>?) -> Bool
      func isReadableFile(atPath path: String) -> Bool
      func isWritableFile(atPath path: String) -> Bool
      func isExecutableFile(atPath path: String) -> Bool
      func contents(atPath path: String) -> Data?
      func contentsEqual(atPath path1: String, andPath path2: String) -> Bool
      func createFile(atPath path: String, contents data: Data?, attributes attr: [FileAttributeKey: Any]? = nil) -> Bool
      func createDirectory(
        at url: URL, withIntermediateDirectories createIntermediates: Bool,
        attributes: [FileAttributeKey: Any]? = nil) throws
      func createDirectory(
        atPath path: String, withIntermediateDirectories createIntermediates: Bool,
        attributes: [FileAttributeKey: Any]? = nil) throws
      func createSymbolicLink(at url: URL, withDestinationURL destURL: URL) throws
      func createSymbolicLink(atPath path: String, withDestinationPath destPath: String) throws
      func destinationOfSymbolicLink(atPath path: String) throws -> String
      func contentsOfDirectory(atPath path: String) throws -> [String]
      func contentsOfDirectory(
        at url: URL, includingPropertiesForKeys keys: [URLResourceKey]?,
        options mask: FileManager.DirectoryEnumerationOptions = []) throws -> [URL]
      func subpathsOfDirectory(atPath path: String) throws -> [String]
      func enumerator(atPath path: String) -> FileManager.DirectoryEnumerator?
      func enumerator(
        at url: URL, includingPropertiesForKeys keys: [URLResourceKey]?,
        options mask: FileManager.DirectoryEnumerationOptions = [],
        errorHandler handler: ((URL, any Error) -> Bool)? = nil) -> FileManager.DirectoryEnumerator?
      func attributesOfItem(atPath path: String) throws -> [FileAttributeKey: Any]
      func setAttributes(_ attributes: [FileAttributeKey: Any], ofItemAtPath path: String) throws
      func copyItem(at srcURL: URL, to dstURL: URL) throws
      func copyItem(atPath srcPath: String, toPath dstPath: String) throws
      func moveItem(at srcURL: URL, to dstURL: URL) throws
      func moveItem(atPath srcPath: String, toPath dstPath: String) throws
      func linkItem(at srcURL: URL, to dstURL: URL) throws
      func removeItem(at url: URL) throws
      func removeItem(atPath path: String) throws
      func replaceItem(
        at originalItemURL: URL, withItemAt newItemURL: URL, backupItemName: String?,
        options: FileManager.ItemReplacementOptions = []) throws
      func urls(
        for directory: FileManager.SearchPathDirectory, in domainMask: FileManager.SearchPathDomainMask) -> [URL]
      func url(
        for directory: FileManager.SearchPathDirectory, in domain: FileManager.SearchPathDomainMask,
        appropriateFor reference: URL?, create shouldCreate: Bool) throws -> URL
      func fileSystemRepresentation(withPath path: String) -> UnsafePointer<Int8>
      func displayName(atPath path: String) -> String
    }
    class FileHandle: NSObject {
      class var standardInput: FileHandle
      class var standardOutput: FileHandle
      class var standardError: FileHandle
      class var nullDevice: FileHandle
      init(fileDescriptor fd: Int32)
      init(fileDescriptor fd: Int32, closeOnDealloc closeopt: Bool)
      init?(forReadingAtPath path: String)
      init?(forWritingAtPath path: String)
      init?(forUpdatingAtPath path: String)
      init(forReadingFrom url: URL) throws
      init(forWritingTo url: URL) throws
      init(forUpdating url: URL) throws
      var fileDescriptor: Int32
      var availableData: Data
      var readabilityHandler: ((FileHandle) -> Void)?
      var writeabilityHandler: ((FileHandle) -> Void)?
      var offsetInFile: UInt64
      func readToEnd() throws -> Data?
      func read(upToCount count: Int) throws -> Data?
      func readData(ofLength length: Int) -> Data
      func readDataToEndOfFile() -> Data
      func write(_ data: Data)
      func write<T: DataProtocol>(contentsOf data: T) throws
      func seek(toOffset offset: UInt64) throws
      func seekToEnd() throws -> UInt64
      func seekToEndOfFile() -> UInt64
      func synchronize() throws
      func truncate(atOffset offset: UInt64) throws
      func close() throws
      func closeFile()
    }
    class Pipe: NSObject {
      init()
      var fileHandleForReading: FileHandle
      var fileHandleForWriting: FileHandle
    }
    class Process: NSObject {
      enum TerminationReason: Int { case exit, uncaughtSignal }
      init()
      class func run(
        _ url: URL, arguments: [String], terminationHandler: ((Process) -> Void)?) throws -> Process
      var executableURL: URL?
      var currentDirectoryURL: URL?
      var arguments: [String]?
      var environment: [String: String]?
      var standardInput: Any?
      var standardOutput: Any?
      var standardError: Any?
      var launchPath: String?
      var currentDirectoryPath: String
      var isRunning: Bool
      var processIdentifier: Int32
      var terminationStatus: Int32
      var terminationReason: Process.TerminationReason
      var terminationHandler: ((Process) -> Void)?
      var qualityOfService: QualityOfService
      func run() throws
      func launch()
      func waitUntilExit()
      func terminate()
      func interrupt()
    }
    enum QualityOfService: Int { case userInteractive, userInitiated, utility, background, `default` }
    struct OperatingSystemVersion: Sendable {
      init(majorVersion: Int, minorVersion: Int, patchVersion: Int)
      var majorVersion: Int
      var minorVersion: Int
      var patchVersion: Int
    }
    class ProcessInfo: NSObject {
      class var processInfo: ProcessInfo
      var environment: [String: String]
      var arguments: [String]
      var processName: String
      var processIdentifier: Int32
      var globallyUniqueString: String
      var hostName: String
      var operatingSystemVersion: OperatingSystemVersion
      var operatingSystemVersionString: String
      var processorCount: Int
      var activeProcessorCount: Int
      var physicalMemory: UInt64
      var systemUptime: TimeInterval
      func isOperatingSystemAtLeast(_ version: OperatingSystemVersion) -> Bool
    }
    class Bundle: NSObject {
      class var main: Bundle
      class var allBundles: [Bundle]
      init?(path: String)
      init?(url: URL)
      init(for aClass: AnyClass)
      var bundleURL: URL
      var bundlePath: String
      var bundleIdentifier: String?
      var resourceURL: URL?
      var resourcePath: String?
      var executableURL: URL?
      var executablePath: String?
      var infoDictionary: [String: Any]?
      func url(forResource name: String?, withExtension ext: String?) -> URL?
      func url(forResource name: String?, withExtension ext: String?, subdirectory subpath: String?) -> URL?
      func urls(forResourcesWithExtension ext: String?, subdirectory subpath: String?) -> [URL]?
      func path(forResource name: String?, ofType ext: String?) -> String?
      func localizedString(forKey key: String, value: String?, table tableName: String?) -> String
      func object(forInfoDictionaryKey key: String) -> Any?
    }
    class UserDefaults: NSObject {
      class var standard: UserDefaults
      init?(suiteName suitename: String?)
      func object(forKey defaultName: String) -> Any?
      func set(_ value: Any?, forKey defaultName: String)
      func removeObject(forKey defaultName: String)
      func string(forKey defaultName: String) -> String?
      func array(forKey defaultName: String) -> [Any]?
      func dictionary(forKey defaultName: String) -> [String: Any]?
      func data(forKey defaultName: String) -> Data?
      func bool(forKey defaultName: String) -> Bool
      func integer(forKey defaultName: String) -> Int
      func double(forKey defaultName: String) -> Double
      func synchronize() -> Bool
    }
    struct Notification: Hashable {
      struct Name: RawRepresentable, Hashable, Sendable {
        init(_ rawValue: String)
        init(rawValue: String)
      }
      init(name: Notification.Name, object: Any? = nil, userInfo: [AnyHashable: Any]? = nil)
      var name: Notification.Name
      var object: Any?
      var userInfo: [AnyHashable: Any]?
    }
    typealias NSNotification = Notification
    class NotificationCenter: NSObject {
      class var `default`: NotificationCenter
      func post(_ notification: Notification)
      func post(name aName: Notification.Name, object anObject: Any?, userInfo aUserInfo: [AnyHashable: Any]? = nil)
      func addObserver(
        forName name: Notification.Name?, object obj: Any?, queue: OperationQueue?,
        using block: (Notification) -> Void) -> any NSObjectProtocol
      func removeObserver(_ observer: Any)
    }
    class Thread: NSObject {
      class var current: Thread
      class var isMainThread: Bool
      class var callStackSymbols: [String]
      class func sleep(forTimeInterval interval: TimeInterval)
      class func sleep(until date: Date)
      class func detachNewThread(_ block: () -> Void)
      class func exit()
      init(block: () -> Void)
      func start()
      func cancel()
      func main()
      var name: String?
      var isMainThread: Bool
      var isCancelled: Bool
      var isExecuting: Bool
      var isFinished: Bool
      var stackSize: Int
      var qualityOfService: QualityOfService
      var threadDictionary: NSMutableDictionary
    }
    class Operation: NSObject {
      init()
      var isCancelled: Bool
      var isFinished: Bool
      var isExecuting: Bool
      var completionBlock: (() -> Void)?
      func start()
      func main()
      func cancel()
      func addDependency(_ op: Operation)
      func waitUntilFinished()
    }
    class BlockOperation: Operation { init(block: () -> Void) }
    class OperationQueue: NSObject {
      class var main: OperationQueue
      class var current: OperationQueue?
      init()
      var maxConcurrentOperationCount: Int
      var name: String?
      var underlyingQueue: DispatchQueue?
      func addOperation(_ op: Operation)
      func addOperation(_ block: () -> Void)
      func cancelAllOperations()
      func waitUntilAllOperationsAreFinished()
    }
    class RunLoop: NSObject {
      class var current: RunLoop
      class var main: RunLoop
      struct Mode: RawRepresentable, Hashable {
        static let `default`: RunLoop.Mode
        static let common: RunLoop.Mode
      }
      func run()
      func run(until limitDate: Date)
      func run(mode: RunLoop.Mode, before limitDate: Date) -> Bool
      func add(_ timer: Timer, forMode mode: RunLoop.Mode)
    }
    class Timer: NSObject {
      init(timeInterval interval: TimeInterval, repeats: Bool, block: (Timer) -> Void)
      class func scheduledTimer(
        withTimeInterval interval: TimeInterval, repeats: Bool, block: (Timer) -> Void) -> Timer
      func fire()
      func invalidate()
      var isValid: Bool
      var fireDate: Date
      var timeInterval: TimeInterval
    }
    class Progress: NSObject {
      init(totalUnitCount unitCount: Int64)
      var totalUnitCount: Int64
      var completedUnitCount: Int64
      var fractionCompleted: Double
      var isCancelled: Bool
      func cancel()
    }
    class Stream: NSObject {
      func open()
      func close()
    }
    class InputStream: Stream {
      init(data: Data)
      init?(url: URL)
      init?(fileAtPath path: String)
      var hasBytesAvailable: Bool
      func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength len: Int) -> Int
    }
    class OutputStream: Stream {
      init?(toFileAtPath path: String, append shouldAppend: Bool)
      func write(_ buffer: UnsafePointer<UInt8>, maxLength len: Int) -> Int
    }
    """
}
