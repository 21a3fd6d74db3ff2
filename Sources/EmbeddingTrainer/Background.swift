import ArgumentParser
import Embedding
import Foundation
import Retrieval

/// Chooses the vectors of the background.
struct Background: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes vectors of definitions of all packages: what a question is near to by chance.")

  @OptionGroup var sources: SourceOptions
  @Option(help: "The packages to take definitions from.") var manifest: String
  @Option(help: "The file to write.") var output: String
  @Option(help: "How many definitions of a package are taken at most.") var packageLimit = 16

  func run() throws {
    guard let table = EmbeddingTable.builtIn else { throw TrainerError.noTable("the built-in table") }
    var builder = LexicalIndexBuilder(table: table)
    for package in try Manifest(contentsOf: URL(filePath: manifest)).packages {
      let all = try sources.definitions(of: package).filter { !$0.isTest && $0.isSubstantial }
      let taken = min(packageLimit, all.count)
      // Evenly spread, each from the middle of its share.
      for place in 0..<taken {
        let definition = all[(2 * place + 1) * all.count / (2 * taken)]
        builder.add(
          ChunkDocument(
            path: definition.path, qualifiedName: definition.qualifiedName, signature: definition.signature,
            doc: definition.doc, body: definition.body[...]))
      }
    }
    Report.say("\(builder.count) definitions")
    try Data(builder.vectors.map { UInt8(bitPattern: $0) }).write(to: URL(filePath: output))
  }
}
