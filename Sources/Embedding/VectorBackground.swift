import CEmbeddingTable
import CVectorKernel

/// Code that has nothing to do with the tree at hand: the vectors of definitions of many packages.
///
/// A question for which the tree has an answer lies nearer to the tree's texts than to those of everybody else; how
/// near alone says little, since a question of common words lies near to something everywhere. This is the
/// "cohort" that scores are held against in the verification of speakers (Auckenthaler, Carey and Lloyd-Thomas 2000,
/// "Score Normalization for Text-Independent Speaker Verification Systems", section 3).
public enum VectorBackground {
  /// How many vectors there are.
  public static var count: Int { kg_embedding_background_size / EmbeddingTable.dimension }

  /// The mean cosine of `query` with the `best` vectors nearest to it; 0 if there are none. O(count).
  public static func nearness(of query: EmbeddingVector, best: Int) -> Double {
    var products = [Int32](repeating: 0, count: count)
    query.codes.withUnsafeBufferPointer { query in
      guard let query = query.baseAddress else { return }
      // In bounds: `count` whole vectors are there, and room for as many products.
      kg_scan_dot(query, kg_embedding_background_start(), products.count, &products)
    }
    var nearest = BestPlaces(limit: best)
    for (place, product) in products.enumerated() { nearest.add(place, product) }
    let found = nearest.sorted
    guard !found.isEmpty else { return 0 }
    return found.reduce(0) { $0 + Double(EmbeddingVector.cosine($1.score)) } / Double(found.count)
  }
}
