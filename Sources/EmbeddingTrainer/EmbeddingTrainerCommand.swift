import ArgumentParser
import Embedding
import Foundation
import GraphModel
import Retrieval

/// Makes and judges the table of sub-word vectors that `kg` holds. Not part of the product.
@main
struct EmbeddingTrainerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "EmbeddingTrainer",
    abstract: "Trains the sub-word vectors that kg searches with.",
    subcommands: [Train.self, Background.self, Evaluate.self])
}

/// What both commands need to find sources.
struct SourceOptions: ParsableArguments {
  @Option(help: "The folder that holds a folder of sources for each package of the manifests.")
  var sources: String

  func definitions(of package: String) throws -> [CodeDefinition] {
    let folder = URL(filePath: sources).appending(path: package)
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw TrainerError.missingPackage(package)
    }
    return try PackageReader.definitions(in: folder)
  }

  func tasks(_ manifest: String, limit: Int) throws -> [RetrievalTask] {
    try Manifest(contentsOf: URL(filePath: manifest)).packages.map {
      RetrievalTask(name: $0, try definitions(of: $0), limit: limit)
    }
  }
}

/// Trains a table.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Trains a table from a manifest's packages.")

  @OptionGroup var sources: SourceOptions
  @Option(help: "The packages to train on.") var manifest: String
  @Option(help: "Packages to judge the table by after each epoch.") var judge: String?
  @Option(help: "Where the sources of these lie, if elsewhere.") var judgeSources: String?
  @Option(help: "The file to write.") var output: String
  @Option(help: "How many pieces the table has.") var pieces = 28_672
  @Option(help: "Which share of them are parts of words.") var parts = 0.1
  @Option(help: "How many pairs are taken from one package at most.") var packageLimit = 4_000
  @Option var seed: UInt64 = 1
  @Option var epochs = 4
  @Option(help: "Samples a batch; a multiple of the group and of 32.") var batch = 512
  @Option(help: "How many samples of one package stand together.") var group = 64
  @Option var temperature: Float = 0.05
  @Option var rate: Float = 1e-3
  @Option var weightRate: Float = 5e-3
  @Option(help: "How often a column of the code is left out.") var dropout = 0.1

  func run() throws {
    var corpus = Corpus()
    for package in try Manifest(contentsOf: URL(filePath: manifest)).packages {
      corpus.add(try sources.definitions(of: package), limit: packageLimit)
    }
    guard corpus.samples.count >= batch else { throw TrainerError.tooFewPairs(corpus.samples.count) }
    Report.say("\(corpus.samples.count) pairs, \(corpus.tokenizer.tokens.count) tokens")
    let vocabulary = Vocabulary(corpus, count: pieces, partShare: parts)
    let blank = TableEncoder.encode(
      vocabulary, rows: [Float](repeating: 0, count: vocabulary.pieces.count * EmbeddingTable.dimension))
    guard let table = EmbeddingTable(blank) else { throw TrainerError.noTable("the new table") }
    var embedder = TextEmbedder(table)
    embedder.learn(corpus.tokenizer.tokens)
    let set = TrainingSet(corpus, embedder: embedder)
    corpus = Corpus()
    Report.say("\(set.entries.count) entries")
    let tasks = try judge.map { manifest in
      var elsewhere = sources
      elsewhere.sources = judgeSources ?? sources.sources
      return try elsewhere.tasks(manifest, limit: 100)
    }
    var options = TrainingOptions()
    options.seed = seed
    options.epochs = epochs
    options.batch = batch
    options.group = group
    options.temperature = temperature
    options.rate = rate
    options.weightRate = weightRate
    options.dropout = dropout
    var trainer = Trainer(set, vocabulary: vocabulary, options: options)
    for epoch in 0..<epochs {
      let loss = trainer.runEpoch(epoch)
      let columns = trainer.columns.map { Report.number(Double($0), digits: 2) }.joined(separator: " ")
      Report.say("epoch \(epoch + 1): loss \(Report.number(loss, digits: 4)), columns \(columns)")
      let bytes = TableEncoder.encode(vocabulary, rows: trainer.table)
      try Data(bytes).write(to: URL(filePath: output))
      if let tasks, let table = EmbeddingTable(bytes) { Report.say(Report.table(tasks, table, total: true)) }
    }
  }
}

/// Judges a table.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures how well documentation finds its definition: NDCG@10 by package.")

  @OptionGroup var sources: SourceOptions
  @Option(help: "The packages to search in.") var manifest: String
  @Option(help: "A table; by default the one that is built in.") var table: String?
  @Option(help: "Questions a package at most.") var limit = 100

  func run() throws {
    let table =
      try table.map { EmbeddingTable([UInt8](try Data(contentsOf: URL(filePath: $0)))) }
      ?? EmbeddingTable.builtIn
    guard let table else { throw TrainerError.noTable(self.table ?? "the built-in table") }
    Report.say(Report.table(try sources.tasks(manifest, limit: limit), table, total: false))
  }
}
