extension StandardLibrary {
  /// Foundation's networking: part of Foundation on Apple's systems, a module of its own elsewhere.
  static let foundationNetworking = """
    struct URLRequest: Hashable {
      init(url: URL, cachePolicy: URLRequest.CachePolicy = .useProtocolCachePolicy, timeoutInterval: TimeInterval = 60.0)
      typealias CachePolicy = NSURLRequest.CachePolicy
      var url: URL?
      var httpMethod: String?
      var httpBody: Data?
      var httpBodyStream: InputStream?
      var allHTTPHeaderFields: [String: String]?
      var timeoutInterval: TimeInterval
      var cachePolicy: URLRequest.CachePolicy
      mutating func setValue(_ value: String?, forHTTPHeaderField field: String)
      mutating func addValue(_ value: String, forHTTPHeaderField field: String)
      func value(forHTTPHeaderField field: String) -> String?
    }
    class NSURLRequest: NSObject {
      enum CachePolicy: UInt { case useProtocolCachePolicy, reloadIgnoringLocalCacheData, returnCacheDataElseLoad }
    }
    class URLResponse: NSObject {
      var url: URL?
      var mimeType: String?
      var expectedContentLength: Int64
      var suggestedFilename: String?
      var textEncodingName: String?
    }
    class HTTPURLResponse: URLResponse {
      init?(url: URL, statusCode: Int, httpVersion: String?, headerFields: [String: String]?)
      var statusCode: Int
      var allHeaderFields: [AnyHashable: Any]
      func value(forHTTPHeaderField field: String) -> String?
      class func localizedString(forStatusCode statusCode: Int) -> String
    }
    class URLSessionConfiguration: NSObject {
      class var `default`: URLSessionConfiguration
      class var ephemeral: URLSessionConfiguration
      var timeoutIntervalForRequest: TimeInterval
      var timeoutIntervalForResource: TimeInterval
      var httpAdditionalHeaders: [AnyHashable: Any]?
      var urlCache: URLCache?
    }
    class URLCache: NSObject {}
    class URLSession: NSObject {
      class var shared: URLSession
      init(configuration: URLSessionConfiguration)
      init(configuration: URLSessionConfiguration, delegate: (any URLSessionDelegate)?, delegateQueue queue: OperationQueue?)
      var configuration: URLSessionConfiguration
      func data(
        from url: URL, delegate: (any URLSessionTaskDelegate)? = nil) async throws -> (Data, URLResponse)
      func data(
        for request: URLRequest, delegate: (any URLSessionTaskDelegate)? = nil) async throws -> (Data, URLResponse)
      func upload(
        for request: URLRequest, from bodyData: Data, delegate: (any URLSessionTaskDelegate)? = nil
      ) async throws -> (Data, URLResponse)
      func download(
        from url: URL, delegate: (any URLSessionTaskDelegate)? = nil) async throws -> (URL, URLResponse)
      func download(
        for request: URLRequest, delegate: (any URLSessionTaskDelegate)? = nil) async throws -> (URL, URLResponse)
      func dataTask(with url: URL) -> URLSessionDataTask
      func dataTask(with request: URLRequest) -> URLSessionDataTask
      func dataTask(
        with url: URL, completionHandler: (Data?, URLResponse?, (any Error)?) -> Void) -> URLSessionDataTask
      func dataTask(
        with request: URLRequest, completionHandler: (Data?, URLResponse?, (any Error)?) -> Void) -> URLSessionDataTask
      func downloadTask(with request: URLRequest) -> URLSessionDownloadTask
      func finishTasksAndInvalidate()
      func invalidateAndCancel()
    }
    protocol URLSessionDelegate: NSObjectProtocol {}
    protocol URLSessionTaskDelegate: URLSessionDelegate {}
    protocol URLSessionDataDelegate: URLSessionTaskDelegate {}
    class URLSessionTask: NSObject {
      func resume()
      func cancel()
      func suspend()
      var taskIdentifier: Int
      var originalRequest: URLRequest?
      var response: URLResponse?
      var error: (any Error)?
    }
    class URLSessionDataTask: URLSessionTask {}
    class URLSessionDownloadTask: URLSessionTask {}
    """
}
