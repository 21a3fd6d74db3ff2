import PortableMath
import CTrainerKernel
import Embedding
import Retrieval

/// What can be chosen about the training.
struct TrainingOptions {
  var seed: UInt64 = 1
  var epochs = 4
  var batch = 512
  var group = 64
  var temperature: Float = 0.05
  var rate: Float = 1e-3
  var weightRate: Float = 5e-3
  /// How often a column of the code is left out, so that none is relied on alone.
  var dropout = 0.1
}

/// Trains sub-word vectors so that a text and the code it speaks of point in the same direction: among the codes of a batch
/// a text must find its own, and a code its text (van den Oord, Li and Vinyals 2018, "Representation Learning
/// with Contrastive Predictive Coding", equation 4, both ways; the other members of the batch are the negatives).
///
/// One thread, one order, and arithmetic that is the same on every machine: equal input gives equal bytes.
struct Trainer {
  static let dimension = EmbeddingTable.dimension
  private static let columns = Int(TrainingSet.queryColumn) + 1

  private let set: TrainingSet
  private let options: TrainingOptions
  private var generator: SeededRandom
  private var rows: AdamRows
  /// Logarithms of the columns' weights; the query's and the body's stay 0.
  private var columnWeights: [Float]
  private var columnMoments = [(mean: Float, variance: Float)](repeating: (0, 0), count: columns)
  private var step = 0

  init(_ set: TrainingSet, vocabulary: Vocabulary, options: TrainingOptions) {
    self.set = set
    self.options = options
    generator = SeededRandom(seed: options.seed)
    rows = AdamRows(count: vocabulary.pieces.count, generator: &generator)
    // Frequent words begin with small weights (Arora, Liang and Ma 2017, "A Simple but Tough-to-Beat Baseline
    // for Sentence Embeddings", section 3).
    for (piece, share) in vocabulary.shares.enumerated() {
      rows.weights[piece] = ExactLogarithm.natural(1e-3 / (1e-3 + share))
    }
    columnWeights = VectorWeights.columns.map { ExactLogarithm.natural($0) } + [0]
  }

  /// The rows with their weights in them.
  var table: [Float] { rows.weighted }

  /// The weights of the columns that training found, beside the given ones.
  var columns: [Float] { columnWeights.map { Self.exp($0) } }

  /// Runs one epoch; returns the mean loss of a sample in nats.
  mutating func runEpoch(_ epoch: Int) -> Double {
    let batches = BatchOrder.batches(
      packageEnds: set.packageEnds, group: options.group, size: options.batch, generator: &generator)
    let total = batches.count * options.epochs
    var loss = 0.0
    for (number, batch) in batches.enumerated() {
      step += 1
      let done = Float(epoch * batches.count + number) / Float(total)
      let warm = min(1, Float(step) / 100)
      loss += Double(run(batch, rate: warm * (1 - 0.95 * done)))
    }
    return loss / Double(max(batches.count, 1))
  }

  private mutating func run(_ batch: [Int], rate: Float) -> Float {
    let size = batch.count
    var queries = Side(count: size)
    var codes = Side(count: size)
    for (place, sample) in batch.enumerated() {
      let dropped = droppedColumn()
      forward(set.range(sample, isCode: false), place, dropped: nil, &queries)
      forward(set.range(sample, isCode: true), place, dropped: dropped, &codes)
    }
    let identities = batch.map { set.identities[$0] }
    let loss = Contrast(size: size, temperature: options.temperature)
      .gradients(queries, codes, identities, &queries.gradients, &codes.gradients)
    rows.beginBatch()
    var columnSlopes = [Float](repeating: 0, count: Self.columns)
    for (place, sample) in batch.enumerated() {
      backward(set.range(sample, isCode: false), place, &queries, &columnSlopes)
      backward(set.range(sample, isCode: true), place, &codes, &columnSlopes)
    }
    let correction = Self.biasCorrection(step)
    rows.apply(rate: options.rate * rate * correction, weightRate: options.weightRate * rate * correction)
    for column in 0..<LexicalColumn.body.rawValue {
      Self.adam(
        &columnWeights[column], &columnMoments[column], columnSlopes[column],
        rate: options.weightRate * rate * correction)
    }
    return loss
  }

  private mutating func droppedColumn() -> UInt8? {
    let number = generator.number(below: 1_000_000)
    guard Double(number) < options.dropout * 1_000_000 else { return nil }
    return UInt8(generator.number(below: LexicalColumn.allCases.count))
  }

  /// One half of a batch: a vector for each of its texts.
  struct Side {
    /// The vectors of length 1, one after the other.
    var units: [Float]
    /// What the sums' lengths were.
    var lengths: [Float]
    var gradients: [Float]
    var dropped: [UInt8?]

    init(count: Int) {
      units = [Float](repeating: 0, count: count * Trainer.dimension)
      gradients = units
      lengths = [Float](repeating: 0, count: count)
      dropped = [UInt8?](repeating: nil, count: count)
    }
  }

  private mutating func forward(_ range: Range<Int>, _ place: Int, dropped: UInt8?, _ side: inout Side) {
    let factors = columnWeights.map { Self.exp($0) }
    side.dropped[place] = dropped
    side.units.withUnsafeMutableBufferPointer { units in
      guard let base = units.baseAddress else { return }
      // In bounds: a side has one row of 256 for each place.
      let sum = base + place * Self.dimension
      for entry in set.entries[range] where entry.column != dropped {
        rows.add(entry.piece, entry.weight * factors[Int(entry.column)], to: sum)
      }
      let length = max(kg_dot_row(sum, sum).squareRoot(), 1e-6)
      side.lengths[place] = length
      for d in 0..<Self.dimension { sum[d] /= length }
    }
  }

  /// Hands the slope of a text's unit vector to its pieces and columns.
  private mutating func backward(
    _ range: Range<Int>, _ place: Int, _ side: inout Side, _ columnSlopes: inout [Float]
  ) {
    let factors = columnWeights.map { Self.exp($0) }
    let dropped = side.dropped[place]
    let lengths = side.lengths
    side.gradients.withUnsafeMutableBufferPointer { gradients in
      side.units.withUnsafeBufferPointer { units in
        guard let slopes = gradients.baseAddress, let units = units.baseAddress else { return }
        // In bounds: a side has one row of 256 for each place.
        let slope = slopes + place * Self.dimension
        let unit = units + place * Self.dimension
        // u = x / |x|, so dx = (du − u (u · du)) / |x|.
        kg_add_row(-kg_dot_row(unit, slope), unit, slope)
        for d in 0..<Self.dimension { slope[d] /= lengths[place] }
        for entry in set.entries[range] where entry.column != dropped {
          let factor = entry.weight * factors[Int(entry.column)]
          columnSlopes[Int(entry.column)] += rows.addGradient(entry.piece, factor, slope)
        }
      }
    }
  }

  static func exp(_ value: Float) -> Float {
    var value = value
    return kg_exp_row(&value, 1, 1, 0)
  }

  /// √(1 − 0.999^t) / (1 − 0.9^t).
  private static func biasCorrection(_ step: Int) -> Float {
    var first: Float = 1
    var second: Float = 1
    for _ in 0..<min(step, 10_000) {
      first *= 0.9
      second *= 0.999
    }
    return (1 - second).squareRoot() / (1 - first)
  }

  static func adam(
    _ value: inout Float, _ moment: inout (mean: Float, variance: Float), _ slope: Float, rate: Float
  ) {
    moment.mean = moment.mean * 0.9 + slope * 0.1
    moment.variance = moment.variance * 0.999 + slope * slope * 0.001
    value -= rate * moment.mean / (moment.variance.squareRoot() + 1e-8)
  }
}
