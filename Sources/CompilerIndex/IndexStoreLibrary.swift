import CIndexStore
import Foundation

/// The toolchain's libIndexStore, loaded when it is first needed.
public struct IndexStoreLibrary {
  /// The file it was loaded from.
  public let path: String
  /// Memory of the loader that is never freed: valid, and constant, for the rest of the process.
  private let functions: UnsafePointer<kg_index_functions>

  /// Calls into the library.
  var call: kg_index_functions { functions.pointee }

  /// Loads the library.
  ///
  /// - Parameter path: the file; nil to look for it, see ``candidates(environment:)``.
  public init(path: String? = nil) throws(IndexStoreError) {
    let candidates = path.map { [$0] } ?? Self.candidates(environment: ProcessInfo.processInfo.environment)
    guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .noLibrary(searched: candidates)
    }
    var problem = [CChar](repeating: 0, count: 512)
    guard let functions = kg_index_load(file, &problem, problem.count) else {
      let text = problem.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw .library(path: file, problem: String(decoding: text, as: UTF8.self))
    }
    self.path = file
    self.functions = functions
  }

  /// Where the library may be, best first: `KG_INDEX_STORE_LIBRARY`, the toolchain that `TOOLCHAIN_DIR` names,
  /// those whose `swift` is on the `PATH` (absolute entries only: a relative one would let a tree bring a library
  /// of its own), the system's.
  public static func candidates(environment: [String: String]) -> [String] {
    #if canImport(Darwin)
      let name = "libIndexStore.dylib"
      let system = [
        "/Applications/Xcode.app/Contents/Developer/Toolchains/XcodeDefault.xctoolchain/usr/lib",
        "/Library/Developer/CommandLineTools/usr/lib",
      ]
    #else
      let name = "libIndexStore.so"
      let system = ["/usr/lib", "/usr/local/lib", "/usr/libexec/swift/lib"]
    #endif
    var result: [String] = []
    if let file = environment["KG_INDEX_STORE_LIBRARY"], file.hasPrefix("/") { result.append(file) }
    if let folder = environment["TOOLCHAIN_DIR"], folder.hasPrefix("/") {
      result += ["\(folder)/usr/lib/\(name)", "\(folder)/lib/\(name)"]
    }
    for folder in (environment["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let swift = "\(folder)/swift"
      guard FileManager.default.isExecutableFile(atPath: swift) else { continue }
      let binaries = URL(fileURLWithPath: swift).resolvingSymlinksInPath().deletingLastPathComponent()
      result.append(binaries.deletingLastPathComponent().appendingPathComponent("lib/\(name)").path)
    }
    return result + system.map { "\($0)/\(name)" }
  }
}
