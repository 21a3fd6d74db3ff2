import GraphModel
import HTMLLanguage
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
    MarkdownLanguage(),
    ReStructuredTextLanguage(),
    HTMLLanguage(),
  ]
}
