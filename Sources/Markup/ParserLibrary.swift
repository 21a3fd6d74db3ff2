import CMarkup

/// libxml2, made ready for several threads.
///
/// The library makes its locks when they are first needed, and two threads that need them first at the same moment may wait
/// for each other for ever. So whoever makes a parser asks for ``isReady`` before, which one thread computes.
enum ParserLibrary {
  /// True, after the library has made all that threads share.
  static let isReady: Bool = {
    xmlInitParser()
    return true
  }()
}
