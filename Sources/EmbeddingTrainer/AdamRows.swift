import PortableMath
import CTrainerKernel

/// The rows that are trained, with the moments of Adam. Only rows that a batch touches are changed by it.
struct AdamRows {
  private static let dimension = Trainer.dimension

  private var values: [Float]
  private var means: [Float]
  private var variances: [Float]
  /// Logarithms of the rows' weights.
  var weights: [Float]
  private var weightMoments: [(mean: Float, variance: Float)]
  /// The weights of the batch at hand, and slopes of the touched rows, in the order in which they were touched.
  private var factors: [Float]
  private var slopes: [Float] = []
  private var touched: [UInt16] = []
  private var slotOf: [Int32]

  init(count: Int, generator: inout SeededRandom) {
    values = (0..<count * Self.dimension).map { _ in generator.normal() / 16 }
    means = [Float](repeating: 0, count: values.count)
    variances = means
    weights = [Float](repeating: 0, count: count)
    weightMoments = [(mean: Float, variance: Float)](repeating: (0, 0), count: count)
    factors = [Float](repeating: -1, count: count)
    slotOf = [Int32](repeating: -1, count: count)
  }

  /// The rows multiplied with their weights.
  var weighted: [Float] {
    values.indices.map { values[$0] * Trainer.exp(weights[$0 / Self.dimension]) }
  }

  private mutating func factor(_ piece: Int) -> Float {
    if factors[piece] < 0 { factors[piece] = Trainer.exp(weights[piece]) }
    return factors[piece]
  }

  /// sum += factor × the piece's vector.
  mutating func add(_ piece: UInt16, _ factor: Float, to sum: UnsafeMutablePointer<Float>) {
    let weight = self.factor(Int(piece))
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      // In bounds: every piece of the set has a row.
      kg_add_row(factor * weight, base + Int(piece) * Self.dimension, sum)
    }
  }

  /// Forgets the slopes of the last batch.
  mutating func beginBatch() {
    for piece in touched { slotOf[Int(piece)] = -1 }
    touched.removeAll(keepingCapacity: true)
    slopes.removeAll(keepingCapacity: true)
  }

  /// Adds a slope of the text that `factor` times the piece's vector is in; returns the slope for the logarithm
  /// of the factor.
  mutating func addGradient(_ piece: UInt16, _ factor: Float, _ slope: UnsafePointer<Float>) -> Float {
    let index = Int(piece)
    let weight = self.factor(index)
    if slotOf[index] < 0 {
      slotOf[index] = Int32(touched.count)
      touched.append(piece)
      slopes.append(contentsOf: repeatElement(0, count: Self.dimension))
    }
    let slot = Int(slotOf[index])
    slopes.withUnsafeMutableBufferPointer { slopes in
      guard let base = slopes.baseAddress else { return }
      // In bounds: each touched piece has a slot of 256.
      kg_add_row(factor * weight, slope, base + slot * Self.dimension)
    }
    return values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return 0 }
      // In bounds: every piece of the set has a row.
      return factor * weight * kg_dot_row(base + index * Self.dimension, slope)
    }
  }

  /// One step of Adam on each touched row and its weight.
  mutating func apply(rate: Float, weightRate: Float) {
    for (slot, piece) in touched.enumerated() {
      let index = Int(piece)
      let start = index * Self.dimension
      var weightSlope: Float = 0
      slopes.withUnsafeBufferPointer { slopes in
        values.withUnsafeMutableBufferPointer { values in
          means.withUnsafeMutableBufferPointer { means in
            variances.withUnsafeMutableBufferPointer { variances in
              guard let slope = slopes.baseAddress, let value = values.baseAddress,
                let mean = means.baseAddress, let variance = variances.baseAddress
              else { return }
              // In bounds: every piece has a row in all three, and a slot in the slopes.
              let row = slope + slot * Self.dimension
              weightSlope = kg_dot_row(value + start, row)
              kg_adam_row(value + start, mean + start, variance + start, row, rate)
            }
          }
        }
      }
      Trainer.adam(&weights[index], &weightMoments[index], weightSlope, rate: weightRate)
      factors[index] = -1
    }
  }
}
