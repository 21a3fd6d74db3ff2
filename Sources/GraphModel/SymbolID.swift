/// Writes symbol ids in SCIP's grammar: `<scheme> <manager> <package> <version> <descriptors>`.
///
/// Manager, package and version are `.` (empty): an id names a definition inside the indexed tree and must
/// not change with the version of the package. Source: SCIP's `scip.proto`, "Symbol". One deviation, for
/// readability: a method's disambiguator may hold argument labels (`read(_:).`), which SCIP's
/// simple identifiers do not allow.
public enum SymbolID {
  /// The suffix a descriptor ends with; it tells what the name stands for.
  public enum Suffix: Sendable {
    /// `name/`: a package, a module, a folder.
    case namespace
    /// `name#`: a type.
    case type
    /// `name.`: a variable, a property, an enum case.
    case term
    /// `name(disambiguator).`: a function.
    case method
    /// `name:`: metadata, such as a section of a document.
    case meta
    /// `name!`: a macro.
    case macro
  }

  /// The part of every id before its descriptors: `python . . . `.
  public static func prefix(scheme: String) -> String { scheme + " . . . " }

  /// One descriptor. `disambiguator` is written between the parentheses of a method, and is appended to
  /// the name in braces `{…}` elsewhere.
  public static func descriptor(_ name: String, _ suffix: Suffix, disambiguator: String = "") -> String {
    switch suffix {
    case .method: return escape(name) + "(" + disambiguator + ")."
    default:
      let full = disambiguator.isEmpty ? name : name + "{" + disambiguator + "}"
      return escape(full) + mark(suffix)
    }
  }

  /// The id of the node that stands for a file.
  public static func file(_ path: SourcePath) -> String {
    prefix(scheme: "file") + self.path(path, last: .term)
  }

  /// A path as descriptors: `src/app.py` gives `` src/`app.py`. ``, or with another last suffix
  /// `` src/`app.py`/ ``.
  public static func path(_ path: SourcePath, last: Suffix) -> String {
    let folders = path.directory.display.split(separator: "/")
    return folders.map { descriptor(String($0), .namespace) }.joined()
      + descriptor(path.lastComponent.display, last)
  }

  private static func mark(_ suffix: Suffix) -> String {
    switch suffix {
    case .namespace: "/"
    case .type: "#"
    case .term: "."
    case .method: "()."
    case .meta: ":"
    case .macro: "!"
    }
  }

  /// Names of anything but letters, digits, `_ + - $` are put in backticks, with inner ones doubled.
  public static func escape(_ name: String) -> String {
    let simple = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "$"):
        true
      default: false
      }
    }
    if simple && !name.isEmpty { return name }
    // Bytes, not characters: a backtick and a combining mark after it are one character.
    let tick = UInt8(ascii: "`")
    var escaped = [tick]
    for byte in name.utf8 {
      if byte == tick { escaped.append(tick) }
      escaped.append(byte)
    }
    escaped.append(tick)
    return String(decoding: escaped, as: UTF8.self)
  }
}
