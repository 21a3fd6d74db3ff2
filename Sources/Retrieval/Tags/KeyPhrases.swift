import GraphModel

/// Finds the words and phrases that set each of many texts apart from the others.
///
/// Words are weighed by class-based TF-IDF: `tf · log(1 + A / f)`, with `tf` the word's count in the text, `f` its
/// count in all texts and `A` the mean number of words of a text. Source: Grootendorst, "BERTopic" (2022), section
/// 3.3. Two words that stand beside each other at least twice, and at least in half of the places of the rarer one,
/// are a phrase. Deterministic: ties go by the bytes of the words.
public struct KeyPhrases {
  /// A word or phrase with its count in one text.
  private struct Count {
    let word: Int32
    var count: Int32
  }

  private var words = ByteInterner()
  private var totals: [Int32] = []
  /// By word: no tag by itself.
  private var isStopped: [Bool] = []
  private var counts: [Count] = []
  private var starts: [Int] = [0]
  private var wordTotal = 0
  /// Of the text at hand: the index in `counts` of a word, by word; -1 for none.
  private var places: [Int32] = []
  private var phrases: [UInt64: Int32] = [:]

  /// Makes a collection of no texts.
  public init() {}

  /// Adds prose to the text at hand: its words and phrases.
  public mutating func add(prose text: UnsafeBufferPointer<UInt8>) {
    var last: Int32 = -1
    var lastEnd = -1
    WordScanner.scan(text) { bytes, place in
      let word = intern(bytes)
      add(word, 1)
      if last >= 0, place.lowerBound == lastEnd + 1, text[lastEnd] == 0x20, !isStopped[Int(last)],
        !isStopped[Int(word)]
      {
        phrases[UInt64(UInt32(bitPattern: last)) << 32 | UInt64(UInt32(bitPattern: word)), default: 0] += 1
      }
      last = word
      lastEnd = place.upperBound
    }
  }

  /// Adds the parts of an identifier that occurs `count` times to the text at hand.
  public mutating func add(name: UnsafeBufferPointer<UInt8>, count: Int32) {
    WordScanner.scan(name) { bytes, _ in add(intern(bytes), count) }
  }

  /// Ends the text at hand; the next one begins.
  public mutating func endText() {
    let first = starts[starts.count - 1]
    for (key, count) in phrases.sorted(by: { $0.key < $1.key }) where count >= 2 {
      let pair = (Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key))
      let rarer = min(self.count(pair.0), self.count(pair.1))
      guard count * 2 >= rarer else { continue }
      let text = Array(words[pair.0]) + [0x20] + Array(words[pair.1])
      add(text.withUnsafeBufferPointer { intern($0) }, count)
    }
    phrases.removeAll(keepingCapacity: true)
    for place in counts[first...] { places[Int(place.word)] = -1 }
    starts.append(counts.count)
  }

  /// The tags of each text in the order in which they were added, best first, at most `limit`.
  public func tags(limit: Int) -> [[String]] {
    let mean = Double(wordTotal) / Double(max(1, starts.count - 1))
    // A word's weight is the same in all texts: computed when it is first met, -1 before.
    var weights = [Double](repeating: -1, count: totals.count)
    return (0..<starts.count - 1).map { text in
      let own = counts[starts[text]..<starts[text + 1]].filter { !isStopped[Int($0.word)] }
      let scored = own.map { item in
        let word = Int(item.word)
        if weights[word] < 0 { weights[word] = Self.weight(mean / Double(max(1, totals[word]))) }
        return (score: Double(item.count) * weights[word], word: item.word)
      }
      let ranked = scored.sorted { left, right in
        left.score != right.score ? left.score > right.score : precedes(left.word, right.word)
      }
      var chosen: [String] = []
      for item in ranked.prefix(limit * 4) where chosen.count < limit {
        let tag = String(decoding: words[item.word], as: UTF8.self)
        if !chosen.contains(where: { Self.repeats($0, tag) }) { chosen.append(tag) }
      }
      return chosen
    }
  }

  /// log(1 + x) by a series of IEEE operations alone: the C library's logarithm may differ between machines.
  private static func weight(_ ratio: Double) -> Double {
    let value = 1 + ratio
    let exponent = value.exponent
    let part = (value.significand - 1) / (value.significand + 1)
    let square = part * part
    var sum = 0.0
    var power = part
    for divisor in stride(from: 1.0, through: 25.0, by: 2.0) {
      sum += power / divisor
      power *= square
    }
    return Double(exponent) * 0.6931471805599453 + 2 * sum
  }

  /// True if a tag says no more than one chosen before: its plural or singular, or a word of a chosen phrase.
  private static func repeats(_ chosen: String, _ tag: String) -> Bool {
    if chosen == tag + "s" || tag == chosen + "s" { return true }
    return chosen.contains(" ") && chosen.split(separator: " ").contains { $0 == tag[...] }
  }

  private func precedes(_ left: Int32, _ right: Int32) -> Bool {
    words[left].lexicographicallyPrecedes(words[right])
  }

  private mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let word = words.intern(bytes)
    if Int(word) == totals.count {
      totals.append(0)
      places.append(-1)
      isStopped.append(
        bytes.count < WordScanner.shortest || TagStopWords.contains(String(decoding: bytes, as: UTF8.self)))
    }
    return word
  }

  private mutating func add(_ word: Int32, _ count: Int32) {
    let place = places[Int(word)]
    if place >= 0 {
      counts[Int(place)].count += count
    } else {
      places[Int(word)] = Int32(counts.count)
      counts.append(Count(word: word, count: count))
    }
    totals[Int(word)] += count
    wordTotal += Int(count)
  }

  private func count(_ word: Int32) -> Int32 {
    let place = places[Int(word)]
    return place < 0 ? 0 : counts[Int(place)].count
  }
}

/// Words that tell nothing about what a text is about.
public enum TagStopWords {
  /// True for a lower-case word that no tag or label should be made of.
  public static func contains(_ word: String) -> Bool { words.contains(word) || StopWords.contains(word) }

  private static let words: Set<String> = Set(
    """
    all also and any are because before both but called can case com def each either else even every example false
    following func github given has have href html http https import instead let like many may more most must
    need net new nil none not note now one only org other over own pass per public raise rather return returns rst
    same see self should since still str str super than that the then therefore these they this those three too
    true try two under until upon use used uses using var very want way well were will within without www yes yet
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
