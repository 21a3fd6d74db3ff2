import Foundation
import GraphModel
import Retrieval

/// The tokens of a text with their numbers, by field.
struct Bag: Sendable {
  /// Distinct tokens of each column, with how often they occur; in the order of first appearance.
  var entries: [(column: UInt8, token: TokenID, count: UInt16)] = []
  /// How many tokens each column has.
  var lengths = [Int](repeating: 0, count: LexicalColumn.allCases.count)
}

/// All pairs of all packages as tokens.
struct Corpus {
  /// One pair.
  struct Sample {
    var query: [TokenID]
    var code: Bag
    /// Tells whose code and what text this is: neither may stand against its equal.
    var definition: Int32
    var text: Int32
    var package: Int32
  }

  private(set) var samples: [Sample] = []
  private(set) var tokenizer = CodeTokenizer()
  private var texts: [String: Int32] = [:]
  private var definitionCount: Int32 = 0
  private(set) var packageCount: Int32 = 0

  init() {}

  /// Adds at most `limit` pairs of a package, evenly spread over it.
  mutating func add(_ definitions: [CodeDefinition], limit: Int) {
    let pairs = PairFinder.pairs(in: definitions)
    let taken = min(limit, pairs.count)
    for number in 0..<taken {
      let pair = pairs[number * pairs.count / taken]
      var query: [TokenID] = []
      tokenizer.append(pair.query, to: &query)
      guard query.count >= 2 else { continue }
      let definition = definitions[pair.definition]
      let text = texts[pair.query] ?? Int32(texts.count)
      texts[pair.query] = text
      samples.append(
        Sample(
          query: query, code: bag(definition, doc: pair.rest, body: pair.body ?? definition.body),
          definition: definitionCount + Int32(pair.definition), text: text, package: packageCount))
    }
    definitionCount += Int32(definitions.count)
    packageCount += 1
  }

  private mutating func bag(_ definition: CodeDefinition, doc: String, body: [UInt8]) -> Bag {
    var bag = Bag()
    var tokens: [TokenID] = []
    for column in LexicalColumn.allCases {
      tokens.removeAll(keepingCapacity: true)
      switch column {
      case .path: tokenizer.append(definition.path.display, to: &tokens)
      case .qualifiedName: tokenizer.append(definition.qualifiedName, to: &tokens)
      case .signature: tokenizer.append(definition.signature, to: &tokens)
      case .doc: tokenizer.append(doc, to: &tokens)
      case .body:
        // The buffer is used inside the closure only.
        body.withUnsafeBufferPointer { tokenizer.append($0, to: &tokens, cap: column.cap) }
      }
      bag.lengths[column.rawValue] = tokens.count
      var places: [TokenID: Int] = [:]
      for token in tokens {
        if let place = places[token] {
          bag.entries[place].count &+= 1
        } else {
          places[token] = bag.entries.count
          bag.entries.append((UInt8(column.rawValue), token, 1))
        }
      }
    }
    return bag
  }
}
