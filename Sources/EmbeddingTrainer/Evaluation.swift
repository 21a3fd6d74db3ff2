import Embedding
import GraphModel
import LanguageSupport
import Retrieval

/// A package to find definitions in: the first paragraph of a documentation is the question, the definition it
/// belongs to the answer, all definitions without their documentation the candidates.
struct RetrievalTask {
  let name: String
  private let documents: [ChunkDocument]
  private let questions: [(text: String, answer: Int)]

  /// Draws at most `limit` questions, evenly spread over the package.
  init(name: String, _ definitions: [CodeDefinition], limit: Int) {
    self.name = name
    let candidates = definitions.filter { !$0.isTest && $0.isSubstantial }
    documents = candidates.map {
      ChunkDocument(
        path: $0.path, qualifiedName: $0.qualifiedName, signature: $0.signature, doc: "", body: $0.body[...])
    }
    var uses: [String: Int] = [:]
    let all = candidates.enumerated().compactMap { index, definition -> (text: String, answer: Int)? in
      guard let first = PairFinder.paragraphs(definition.doc)?.first else { return nil }
      uses[first, default: 0] += 1
      return (first, index)
    }.filter { uses[$0.text] == 1 && $0.text.split(separator: " ").count >= 4 }
    let taken = min(limit, all.count)
    questions = (0..<taken).map { all[$0 * all.count / taken] }
  }

  /// NDCG@10 of each question by words, by vectors, and by both.
  struct Scores {
    var lexical: [Double] = []
    var vectors: [Double] = []
    var fused: [Double] = []
  }

  func run(_ table: EmbeddingTable) -> Scores {
    var builder = LexicalIndexBuilder(table: table)
    for document in documents { builder.add(document) }
    var postings: [[UInt8]: [PostingBlock]] = [:]
    builder.forEachBlock { term, _, block in postings[Array(term), default: []].append(block) }
    var perFile = ChunkLengths()
    perFile.append(documents.count)
    guard let layout = ChunkLayout(lengths: builder.encodedLengths, chunksPerFile: perFile.encoded) else {
      return Scores()
    }
    let matrix = VectorMatrix(codes: builder.vectors)
    var scores = Scores()
    for question in questions {
      let cosines = matrix.cosines(TextEmbedder.vector(ofQuery: question.text, table: table))
      let found = TextScores(LexicalQuery(question.text), layout: layout) { postings[Array($0.utf8)] ?? [] }
      let words = found?.chunks.map { Float($0) } ?? [Float](repeating: 0, count: documents.count)
      let bestWords = max(words.max() ?? 0, 1e-6)
      let bestCosine = max(cosines.max() ?? 0, 1e-6)
      let both = documents.indices.map { 0.7 * cosines[$0] / bestCosine + 0.3 * words[$0] / bestWords }
      scores.lexical.append(Self.gain(words, question.answer))
      scores.vectors.append(Self.gain(cosines, question.answer))
      scores.fused.append(Self.gain(both, question.answer))
    }
    return scores
  }

  /// 1 / log2(1 + rank) up to rank 10, where equal scores share the worst rank.
  private static func gain(_ scores: [Float], _ answer: Int) -> Double {
    let own = scores[answer]
    guard own > 0 else { return 0 }
    let rank = scores.count { $0 >= own }
    return rank <= 10 ? gains[rank] : 0
  }

  private static let gains = [
    0, 1, 0.630930, 0.5, 0.430677, 0.386853, 0.356207, 0.333333, 0.315465, 0.301030, 0.289065,
  ]
}
