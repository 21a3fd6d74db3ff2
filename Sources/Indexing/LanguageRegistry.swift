import GraphModel
import HTMLLanguage
import InterfaceLanguage
import LanguageSupport
import MarkdownLanguage
import PythonLanguage
import ReStructuredTextLanguage
import SwiftLanguage

/// The languages that `kg` knows: one line each.
public enum LanguageRegistry {
  /// Every language, in the order of their ids.
  public static let all: [any Language] = [
    SwiftLanguage(),
    PythonLanguage(),
    MarkdownLanguage(embedding: shown),
    ReStructuredTextLanguage(embedding: shown),
    HTMLLanguage(),
    InterfaceLanguage(),
  ]

  /// The languages of code that documents show.
  private static let shown: [any Language] = [SwiftLanguage(), PythonLanguage()]

  /// True for the files that a Swift compiler's index can say something about.
  static func isSwift(_ path: SourcePath) -> Bool { SwiftLanguage().claims(path) }
}
