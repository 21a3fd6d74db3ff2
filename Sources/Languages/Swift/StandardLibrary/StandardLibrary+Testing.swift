extension StandardLibrary {
  /// XCTest.
  static let xcTest = """
    class XCTest {
      init()
      var name: String
      var testCaseCount: Int
      func setUp()
      func setUpWithError() throws
      func setUp() async throws
      func tearDown()
      func tearDownWithError() throws
      func tearDown() async throws
      func run()
    }
    class XCTestCase: XCTest {
      init(name: String, testClosure: (XCTestCase) throws -> Void)
      var continueAfterFailure: Bool
      func invokeTest()
      func addTeardownBlock(_ block: () -> Void)
      func addTeardownBlock(_ block: () async throws -> Void)
      func expectation(description: String, file: StaticString = #file, line: Int = #line) -> XCTestExpectation
      func wait(
        for expectations: [XCTestExpectation], timeout: TimeInterval, enforceOrder: Bool = false,
        file: StaticString = #file, line: Int = #line)
      func fulfillment(
        of expectations: [XCTestExpectation], timeout: TimeInterval, enforceOrder: Bool = false,
        file: StaticString = #file, line: Int = #line) async
      func waitForExpectations(
        timeout: TimeInterval, file: StaticString = #file, line: Int = #line, handler: ((Error?) -> Void)? = nil)
      func measure(file: StaticString = #file, line: Int = #line, block: () -> Void)
    }
    class XCTestSuite: XCTest {
      init(name: String)
      func addTest(_ test: XCTest)
      var tests: [XCTest]
    }
    class XCTestExpectation: Hashable {
      init(description: String = "no description provided", file: StaticString = #file, line: Int = #line)
      var expectationDescription: String
      var expectedFulfillmentCount: Int
      var isInverted: Bool
      var assertForOverFulfill: Bool
      func fulfill(_ file: StaticString = #file, line: Int = #line)
    }
    class XCTWaiter {
      enum Result: Int { case completed, timedOut, incorrectOrder, invertedFulfillment, interrupted }
      func wait(
        for expectations: [XCTestExpectation], timeout: TimeInterval, enforceOrder: Bool = false,
        file: StaticString = #file, line: Int = #line) -> XCTWaiter.Result
    }
    struct XCTSkip: Error {
      init(_ message: @autoclosure () -> String? = nil, file: StaticString = #file, line: UInt = #line)
      let message: String?
    }
    func XCTAssert(_ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertTrue(_ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertFalse(_ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertNil(_ expression: @autoclosure () throws -> Any?, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertNotNil(_ expression: @autoclosure () throws -> Any?, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertEqual<T: Equatable>(_ expression1: @autoclosure () throws -> T, _ expression2: @autoclosure () throws -> T,
      _ message: @autoclosure () -> String = "", file: StaticString = #file, line: UInt = #line)
    func XCTAssertEqual<T: FloatingPoint>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, accuracy: T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertNotEqual<T: Equatable>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertIdentical(_ expression1: @autoclosure () throws -> AnyObject?,
      _ expression2: @autoclosure () throws -> AnyObject?, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertNotIdentical(_ expression1: @autoclosure () throws -> AnyObject?,
      _ expression2: @autoclosure () throws -> AnyObject?, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertGreaterThan<T: Comparable>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertGreaterThanOrEqual<T: Comparable>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertLessThan<T: Comparable>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertLessThanOrEqual<T: Comparable>(_ expression1: @autoclosure () throws -> T,
      _ expression2: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTAssertThrowsError<T>(_ expression: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line, _ errorHandler: (any Error) -> Void = { _ in })
    func XCTAssertNoThrow<T>(_ expression: @autoclosure () throws -> T, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line)
    func XCTUnwrap<T>(_ expression: @autoclosure () throws -> T?, _ message: @autoclosure () -> String = "",
      file: StaticString = #file, line: UInt = #line) throws -> T
    func XCTFail(_ message: String = "", file: StaticString = #file, line: UInt = #line)
    func XCTSkipIf(_ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String? = nil,
      file: StaticString = #file, line: UInt = #line) throws
    func XCTSkipUnless(_ expression: @autoclosure () throws -> Bool, _ message: @autoclosure () -> String? = nil,
      file: StaticString = #file, line: UInt = #line) throws
    """

  /// Swift Testing.
  static let swiftTesting = """
    macro expect(
      _ condition: Bool, _ comment: @autoclosure () -> Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
    macro expect<E: Error, R>(throws errorType: E.Type, _ comment: @autoclosure () -> Comment? = nil,
      sourceLocation: SourceLocation = #_sourceLocation, performing expression: () async throws -> R) -> E?
    macro expect<E: Error & Equatable, R>(throws error: E, _ comment: @autoclosure () -> Comment? = nil,
      sourceLocation: SourceLocation = #_sourceLocation, performing expression: () async throws -> R) -> E?
    macro require(
      _ condition: Bool, _ comment: @autoclosure () -> Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
    macro require<T>(
      _ optionalValue: T?, _ comment: @autoclosure () -> Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation)
      -> T
    macro require<E: Error, R>(throws errorType: E.Type, _ comment: @autoclosure () -> Comment? = nil,
      sourceLocation: SourceLocation = #_sourceLocation, performing expression: () async throws -> R) -> E
    macro Test(_ displayName: String? = nil, _ traits: any TestTrait...)
    macro Test<C: Collection>(_ displayName: String? = nil, _ traits: any TestTrait..., arguments collection: C)
    macro Suite(_ displayName: String? = nil, _ traits: any SuiteTrait...)
    macro Tag()
    struct Test {
      static var current: Test?
      var name: String
      var displayName: String?
      var tags: Set<Tag>
      struct Case { static var current: Test.Case? }
    }
    struct Comment: RawRepresentable, ExpressibleByStringInterpolation, Sendable {
      var rawValue: String
      init(rawValue: String)
    }
    struct SourceLocation: Hashable, Sendable {
      init(fileID: String, filePath: String, line: Int, column: Int)
      var fileID: String
      var fileName: String
      var moduleName: String
      var line: Int
      var column: Int
    }
    struct Issue: Sendable {
      static func record(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) -> Issue
      static func record(
        _ error: any Error, _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) -> Issue
      var comments: [Comment]
      var error: (any Error)?
      var sourceLocation: SourceLocation?
    }
    protocol Trait: Sendable {}
    protocol TestTrait: Trait {}
    protocol SuiteTrait: Trait {}
    struct ConditionTrait: TestTrait, SuiteTrait {}
    struct ParallelizationTrait: TestTrait, SuiteTrait {}
    struct TimeLimitTrait: TestTrait, SuiteTrait {
      struct Duration { static func minutes(_ minutes: some BinaryInteger) -> TimeLimitTrait.Duration }
    }
    struct Bug: TestTrait, SuiteTrait {}
    struct Tag: Hashable, Sendable { struct List: TestTrait, SuiteTrait {} }
    extension Trait where Self == ConditionTrait {
      static func enabled(
        if condition: @autoclosure () throws -> Bool, _ comment: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation) -> ConditionTrait
      static func disabled(
        _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) -> ConditionTrait
      static func disabled(
        if condition: @autoclosure () throws -> Bool, _ comment: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation) -> ConditionTrait
    }
    extension Trait where Self == ParallelizationTrait { static var serialized: ParallelizationTrait }
    extension Trait where Self == TimeLimitTrait {
      static func timeLimit(_ timeLimit: TimeLimitTrait.Duration) -> TimeLimitTrait
    }
    extension Trait where Self == Tag.List { static func tags(_ tags: Tag...) -> Tag.List }
    extension Trait where Self == Bug { static func bug(_ url: String, _ title: Comment? = nil) -> Bug }
    struct Confirmation: Sendable {
      func confirm(count: Int = 1)
      func callAsFunction(count: Int = 1)
    }
    func confirmation<R>(
      _ comment: Comment? = nil, expectedCount: Int = 1, isolation: (any Actor)? = #isolation,
      sourceLocation: SourceLocation = #_sourceLocation, _ body: (Confirmation) async throws -> R) async rethrows -> R
    func withKnownIssue(
      _ comment: Comment? = nil, isIntermittent: Bool = false, sourceLocation: SourceLocation = #_sourceLocation,
      _ body: () throws -> Void)
    protocol CustomTestStringConvertible { var testDescription: String { get } }
    struct ExpectationFailedError: Error {}
    struct Attachment<AttachableValue> {
      init(_ attachableValue: AttachableValue, named preferredName: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation)
    }
    """
}
