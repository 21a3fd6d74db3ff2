public import GraphModel
public import LanguageSupport
import Markup

/// What stands around Swift code on Apple's systems and names its definitions: Interface Builder files (`.xib`, `.storyboard`) and
/// property lists (`.plist`).
///
/// `README.md` beside this file says what is extracted.
public struct InterfaceLanguage: Language {
  /// Makes the language. It holds no state.
  public init() {}

  /// `interface`.
  public var id: LanguageID { .interface }

  /// Raised with every change of the facts for the same bytes.
  public var parserVersion: Int { 1 }

  /// Files that end in `.xib`, `.storyboard` or `.plist`.
  public func claims(_ path: SourcePath) -> Bool {
    Self.suffixes.contains { path.bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let suffixes: [[UInt8]] = [".xib", ".storyboard", ".plist"].map { Array($0.utf8) }

  /// The references of one file. A text that is no XML (a property list in the old form) has none; broken XML
  /// has those before the error. O(bytes).
  public func parse(_ source: [UInt8]) -> ParseOutcome {
    var builder = InterfaceFacts(lines: LineTable(source))
    let start = source.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
    guard start.first == UInt8(ascii: "<") else { return .facts(builder.facts) }
    // The view lives as long as the call; nothing keeps it.
    let isWellFormed = source.withUnsafeBufferPointer { bytes in XMLReader.read(bytes) { builder.add($0) } }
    return .facts(builder.finished(isWellFormed: isWellFormed))
  }

  /// These files form no modules.
  public func structure(of files: [ProgramFile]) -> [ModuleStructure] { [] }

  /// Links what these files name to the Swift definitions of the tree.
  public func link(_ program: Program, into graph: inout GraphBuilder) {
    guard program.files.contains(where: { $0.language == .interface }) else { return }
    InterfaceLinker(program).link(into: &graph)
  }
}
