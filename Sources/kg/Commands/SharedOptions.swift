import ArgumentParser
import Foundation
import GraphModel
import GraphQuery
import SourceTree

/// What every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The database (default: .kg/graph.db of the repository; or KG_DB).", valueName: "file")
  )
  var db: String?

  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp("Run as if started in this folder.", valueName: "folder"))
  var directory: String?

  @Flag(help: "Print one JSON object instead of text.")
  var json = false

  @Flag(help: "No messages on standard error but errors.")
  var quiet = false

  /// The database given by flag or environment.
  var database: String? {
    db ?? ProcessInfo.processInfo.environment["KG_DB"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The folder to start from, absolute.
  var startFolder: String {
    let current = FileManager.default.currentDirectoryPath
    guard let directory else { return current }
    return directory.hasPrefix("/") ? directory : current + "/" + directory
  }

  /// Where the index lies.
  func location() throws(Failure) -> IndexLocation {
    guard let location = IndexLocation.forReading(database: database, directory: startFolder) else {
      throw Failure(
        .nothingFound, "no index in \(startFolder) or a folder around it", advice: "Run `kg index` first.")
    }
    return location
  }

  /// Opens the index for reading.
  func open() throws(Failure) -> GraphSession {
    let location = try location()
    do {
      return try GraphSession(location: location, trustsRoot: database != nil)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// What a query's error means for the program.
  init(_ error: QueryError) {
    switch error.kind {
    case .noIndex: self.init(.nothingFound, error.message)
    case .permission: self.init(.permission, error.message)
    case .unusable: self.init(.failed, error.message)
    case .newerSchema: self.init(.nothingFound, error.message)
    }
  }
}

extension NodeKind: ExpressibleByArgument {
  /// Finds the value of that name.
  public init?(argument: String) { self.init(name: argument) }
  /// The name shown as the default.
  public var defaultValueDescription: String { name }
  /// Every name, for completions.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension LanguageID: ExpressibleByArgument {
  /// Finds the value of that name.
  public init?(argument: String) { self.init(name: argument) }
  /// The name shown as the default.
  public var defaultValueDescription: String { name }
  /// Every name, for completions.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}

extension SearchRequest.Grain: ExpressibleByArgument {}
