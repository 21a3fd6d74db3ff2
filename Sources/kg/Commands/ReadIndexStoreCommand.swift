import ArgumentParser
import CompilerIndex
import Foundation

/// What `kg index` starts to read a compiler's index: the library that does it may crash on a damaged one.
struct ReadIndexStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-index-store", abstract: "Answers a request on standard input.", shouldDisplay: false)

  /// This program as the reader.
  static var process: IndexStoreProcess? {
    Bundle.main.executablePath.map {
      IndexStoreProcess(executable: $0, arguments: [configuration.commandName ?? ""])
    }
  }

  /// Address space that the library may take, bytes: a damaged store can ask for any amount.
  private static let memoryLimit: rlim_t = 8 << 30

  func run() throws {
    var limit = rlimit(rlim_cur: Self.memoryLimit, rlim_max: Self.memoryLimit)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    limit = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    guard let input = try FileHandle.standardInput.readToEnd(),
      let request = ReadRequest(encoded: Array(input))
    else { throw Failure(.failed, "read-index-store is started by kg index") }
    do {
      try IndexStoreReader.confineProcess(library: request.library)
      try Output.data(IndexStoreReader.read(request, progress: Output.message).encoded)
    } catch let error as IndexStoreError {
      throw Failure(.failed, error.description)
    }
  }
}
