import CIndexStore
import Foundation

/// Readable names of what is declared outside the tree: `Swift.Collection.map(_:)`.
struct ExternalName: Equatable {
  /// The module that declares the symbol or the extension it stands in; nil where the USR does not tell (C).
  var module: String?
  /// Module, enclosing types and the name with its labels, parted by dots.
  var qualifiedName: String
  /// The name without labels.
  var name: String

  /// - Parameter name: the symbol's name in the index, with labels.
  init(usr: String, name: String) {
    let base = name.prefix { $0 != "(" }
    self.name = base.isEmpty ? name : String(base)
    // A declaration of a Swift module that Objective-C sees.
    if usr.hasPrefix("c:@M@"), let end = usr.dropFirst(5).firstIndex(of: "@") {
      let module = String(usr.dropFirst(5)[..<end])
      (self.module, qualifiedName) = (module, module + "." + name)
      return
    }
    guard usr.hasPrefix("s:"), let text = Self.demangled("$s" + usr.dropFirst(2)) else {
      qualifiedName = name
      return
    }
    var rest = Substring(text)
    if rest.hasPrefix("static ") { rest = rest.dropFirst("static ".count) }
    var declaring: String?
    if let range = rest.range(of: "(extension in "), range.lowerBound == rest.startIndex,
      let end = rest.range(of: "):")
    {
      declaring = Self.public(String(rest[range.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    var context = Self.context(rest)
    if let first = context.first { context[0] = Self.public(first) }
    module = declaring ?? context.first
    if context.first == "__C" { context.removeFirst() }
    qualifiedName = (context + [name]).joined(separator: ".")
  }

  /// The components before the last of a demangled declaration: `Swift.Array.count : Swift.Int` gives Swift and
  /// Array. Generic arguments are left out; an operator's name ends the components.
  private static func context(_ text: Substring) -> [String] {
    var components: [String] = []
    var rest = text
    while true {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
      // An operator: all components so far are its context.
      if word.isEmpty { return components }
      rest = rest.dropFirst(word.count)
      if rest.first == "<" { rest = skippingBrackets(rest) }
      guard rest.first == "." else { return components }
      components.append(String(word))
      rest = rest.dropFirst()
    }
  }

  private static func skippingBrackets(_ text: Substring) -> Substring {
    var depth = 0
    var last: Character = " "
    for index in text.indices {
      if text[index] == "<" { depth += 1 }
      if text[index] == ">" && last != "-" { depth -= 1 }
      last = text[index]
      if depth == 0 { return text[text.index(after: index)...] }
    }
    return text[text.endIndex...]
  }

  /// Modules that others re-export, under the name by which they are imported.
  private static func `public`(_ module: String) -> String {
    switch module {
    case "FoundationEssentials", "FoundationInternationalization", "_FoundationCollections": "Foundation"
    case "_Concurrency", "_StringProcessing": "Swift"
    default: module
    }
  }

  private static func demangled(_ mangled: String) -> String? {
    guard let text = swift_demangle(mangled, mangled.utf8.count, nil, nil, 0) else { return nil }
    // The runtime hands out memory from malloc; it is copied and given back here.
    defer { free(text) }
    return String(cString: text)
  }
}
