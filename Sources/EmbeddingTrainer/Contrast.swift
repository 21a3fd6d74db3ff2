import CTrainerKernel

/// The contrastive loss of a batch and its slopes.
struct Contrast {
  let size: Int
  let temperature: Float

  /// Writes the slopes of the mean loss to the sides; returns the mean loss in nats.
  func gradients(
    _ queries: Trainer.Side, _ codes: Trainer.Side, _ identities: [(definition: Int32, text: Int32)],
    _ querySlopes: inout [Float], _ codeSlopes: inout [Float]
  ) -> Float {
    var scores = [Float](repeating: 0, count: size * size)
    kg_matmul(
      queries.units, transposed(codes.units, size, Trainer.dimension), &scores, size, Trainer.dimension, size)
    // Equal texts and equal code are no negatives of each other.
    for row in 0..<size {
      for column in 0..<size where row != column {
        let (left, right) = (identities[row], identities[column])
        if left.definition == right.definition || left.text == right.text { scores[row * size + column] = -1 }
      }
    }
    let (rowLoss, rowSlopes) = softmax(scores)
    let (columnLoss, columnSlopes) = softmax(transposed(scores, size, size))
    let back = transposed(columnSlopes, size, size)
    let factor = 1 / (2 * temperature * Float(size))
    var slopes = rowSlopes
    for index in slopes.indices { slopes[index] = (slopes[index] + back[index]) * factor }
    kg_matmul(slopes, codes.units, &querySlopes, size, size, Trainer.dimension)
    kg_matmul(transposed(slopes, size, size), queries.units, &codeSlopes, size, size, Trainer.dimension)
    return (rowLoss + columnLoss) / 2
  }

  /// Cross entropy of each row with its own place, and the slope of the scores over the temperature.
  private func softmax(_ scores: [Float]) -> (loss: Float, slopes: [Float]) {
    var slopes = scores
    var loss: Float = 0
    for row in 0..<size {
      slopes.withUnsafeMutableBufferPointer { slopes in
        guard let base = slopes.baseAddress else { return }
        // In bounds: there are `size` rows of `size` scores.
        let values = base + row * size
        let own = values[row]
        let sum = kg_exp_row(values, size, 1 / temperature, own / temperature)
        for column in 0..<size { values[column] /= sum }
        values[row] -= 1
        loss += ExactLogarithm.natural(max(sum, 1e-30))
      }
    }
    return (loss / Float(size), slopes)
  }

  private func transposed(_ matrix: [Float], _ rows: Int, _ columns: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: rows * columns) { result, count in
      matrix.withUnsafeBufferPointer { matrix in
        // In bounds: both have rows × columns numbers; blocks of 16 keep both in the cache.
        for rowBlock in stride(from: 0, to: rows, by: 16) {
          for columnBlock in stride(from: 0, to: columns, by: 16) {
            for row in rowBlock..<min(rowBlock + 16, rows) {
              for column in columnBlock..<min(columnBlock + 16, columns) {
                result[column * rows + row] = matrix[row * columns + column]
              }
            }
          }
        }
      }
      count = rows * columns
    }
  }
}
