/// A link's destination in its parts.
struct LinkDestination: Equatable {
  enum Form: Equatable {
    /// Leads out of the tree, or is made by a template: not ours to follow.
    case foreign
    /// A path, percent-encoding resolved; empty for the document itself.
    case path
    /// DocC's `doc:Name`.
    case docC
    /// Sphinx's `:ref:label`, `:doc:path`, `:download:path`.
    case label, document, download
    /// `[[Name]]`.
    case wiki
  }

  var form: Form
  /// The path, name or label without query and fragment.
  var path: String
  /// What stands after `#`, percent-encoding resolved; nil without one.
  var fragment: String?

  /// Takes a destination as written apart; `isWiki` for what stands in double brackets.
  init(_ text: String, isWiki: Bool = false) {
    form = isWiki ? .wiki : .path
    path = ""
    var rest = Substring(text)
    for (prefix, kind) in Self.roles where rest.hasPrefix(prefix) {
      form = kind
      rest = rest.dropFirst(prefix.utf8.count)
    }
    if form == .path {
      if Self.isForeign(rest) {
        form = .foreign
        return
      }
      if rest.hasPrefix("doc:") {
        form = .docC
        rest = rest.dropFirst(4)
      } else if Self.hasScheme(rest) {
        form = .foreign
        return
      }
    }
    if form != .label, let hash = rest.firstIndex(of: "#") {
      fragment = Self.decoded(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if form == .path, let query = rest.firstIndex(of: "?") { rest = rest[..<query] }
    path = Self.decoded(rest)
  }

  private static let roles: [(String, Form)] = [
    (":ref:", .label), (":numref:", .label), (":doc:", .document), (":download:", .download),
  ]

  /// Another host, or a place that a template engine fills in.
  private static func isForeign(_ text: Substring) -> Bool {
    text.hasPrefix("//") || ["{{", "{%", "<%", "${", "%7B%7B"].contains { text.contains($0) }
  }

  private static func hasScheme(_ text: Substring) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.first, first.isASCII, first.isLetter else {
      return false
    }
    return text[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
  }

  /// Resolves `%41`; what is no valid sequence stays.
  private static func decoded(_ text: Substring) -> String {
    guard text.contains("%") else { return String(text) }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let value = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
