import GraphModel
import Retrieval

/// The words that each file is about: those of the names defined in it and of its tags, without words that say nothing.
///
/// What a word counts for in a file grows with the logarithm of how often it occurs there, so that a word of many
/// files weighs more than one that a single file is full of.
struct FileWords {
  /// What one tag counts for: as much as the same word in seven names.
  private static let tagWeight = 3.0
  /// What the languages' own words, and tests, put into names everywhere.
  private static let everywhere: Set<String> = ["func", "init", "python", "self", "swift", "test", "tests"]

  private var names = NameWords()
  private var words: [[Entry]]

  private struct Entry {
    var word: Int32
    var weight: Double
  }

  init(_ program: Graph, _ locator: FileLocator) {
    var named = [[Int32]](repeating: [], count: program.files.count)
    var tagged = named
    for (index, node) in program.nodes.enumerated() {
      let file = Int(locator.files[index])
      guard file >= 0, node.kind != .codeBlock else { continue }
      names.append(node.name, to: &named[file])
      if node.kind == .file, let tags = node.properties.last(where: { $0.key == TagPass.key }) {
        names.append(tags.value, to: &tagged[file])
      }
    }
    let isStopped = (0..<Int32(names.words.count)).map { [names] in
      let text = names.text($0)
      return TagStopWords.contains(text) || Self.everywhere.contains(text)
    }
    var counts = [Int](repeating: 0, count: isStopped.count)
    var hasTag = [Bool](repeating: false, count: isStopped.count)
    words = zip(named, tagged).map { named, tagged in
      for word in named { counts[Int(word)] += 1 }
      for word in tagged { hasTag[Int(word)] = true }
      var entries: [Entry] = []
      for word in named + tagged where (counts[Int(word)] > 0 || hasTag[Int(word)]) {
        if !isStopped[Int(word)] {
          let weight =
            EdgeWeights.logarithm(1 + counts[Int(word)]) + (hasTag[Int(word)] ? Self.tagWeight : 0)
          entries.append(Entry(word: word, weight: weight))
        }
        counts[Int(word)] = 0
        hasTag[Int(word)] = false
      }
      return entries
    }
  }

  /// For each group of files the words that tell it from the others, best first, by class-based TF-IDF. Source:
  /// Grootendorst: BERTopic: Neural topic modeling with a class-based TF-IDF procedure, 2022.
  func distinctive(_ groups: [[Int32]], limit: Int) -> [[String]] {
    var total = [Double](repeating: 0, count: names.words.count)
    var all = 0.0
    for files in groups {
      for file in files {
        for entry in words[Int(file)] {
          total[Int(entry.word)] += entry.weight
          all += entry.weight
        }
      }
    }
    let average = all / Double(max(1, groups.count))
    var sum = [Double](repeating: 0, count: names.words.count)
    return groups.map { files in
      var met: [Int32] = []
      for file in files {
        for entry in words[Int(file)] {
          if sum[Int(entry.word)] == 0 { met.append(entry.word) }
          sum[Int(entry.word)] += entry.weight
        }
      }
      var scored = met.map { word in
        (word: word, score: sum[Int(word)] * Self.rarity(average / total[Int(word)]))
      }
      for word in met { sum[Int(word)] = 0 }
      scored.sort { left, right in
        left.score != right.score
          ? left.score > right.score
          : names.words[left.word].lexicographicallyPrecedes(names.words[right.word])
      }
      return scored.prefix(limit).map { names.text($0.word) }
    }
  }

  /// log₂(1 + ratio), the same on every machine.
  private static func rarity(_ ratio: Double) -> Double {
    EdgeWeights.logarithm(Int(((1 + ratio) * 1024).rounded())) - 10
  }
}
