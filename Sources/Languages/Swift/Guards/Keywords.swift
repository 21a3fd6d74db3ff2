/// The words that the parser recurses on or looks ahead for.
enum Keywords {
  /// What a word means for nesting.
  enum Kind {
    /// Begins something that nests without brackets until its braces come.
    case header
    /// `else`.
    case alternative
    /// Begins a declaration: types and expressions before it have ended.
    case declaration
    /// `case`, `default`: as `declaration`, and may be followed by any keyword as a name.
    case label
    /// A prefix of an expression or type, or a modifier.
    case other
  }

  /// The kind of a word, or nil if it is a plain name.
  static func kind(_ word: UnsafeBufferPointer<UInt8>) -> Kind? {
    for (text, kind) in table[word.count] where word.elementsEqual(text) { return kind }
    return nil
  }

  /// The length of the longest word, in bytes.
  static let longest = 16

  /// By length, so that few comparisons are needed.
  private static let table: [[([UInt8], Kind)]] = {
    let lists: [(Kind, String)] = [
      (.header, "if switch while for guard"),
      (.alternative, "else"),
      (.declaration, "func let var import typealias subscript struct class enum protocol extension operator"),
      (.declaration, "macro actor precedencegroup associatedtype init deinit"),
      (.label, "case default"),
      (
        .other, "do catch defer return throw yield try await unsafe consume copy borrow discard then in is as"
      ),
      (
        .other,
        "repeat any some each inout where async throws rethrows reasync static public private internal"
      ),
      (.other, "fileprivate open package final override mutating nonmutating lazy weak unowned indirect"),
      (.other, "nonisolated sending isolated using convenience required dynamic optional prefix postfix"),
      (.other, "infix __owned __shared borrowing consuming distributed dependsOn of get set willSet didSet"),
      (.other, "_const _local _resultDependsOn"),
    ]
    var result = [[([UInt8], Kind)]](repeating: [], count: longest + 1)
    for (kind, words) in lists {
      for word in words.split(separator: " ") where word.utf8.count <= longest {
        result[word.utf8.count].append((Array(word.utf8), kind))
      }
    }
    return result
  }()
}
