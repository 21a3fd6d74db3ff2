import CMarkup

/// Reads HTML, a whole page or a fragment, however broken, with libxml2's HTML parser.
///
/// Nothing is loaded and no entity is declared by the text. Time is linear: what libxml2 does per attribute of a
/// tag, or per open element, is bounded by ``HTMLGuard/attributeLimit`` and ``depthLimit``.
public enum HTMLReader {
  /// Elements may be nested so deep; what comes after is not read.
  public static let depthLimit = 256

  /// Calls `body` with the events of `source`. Offsets are bytes of `source`, which need not be valid UTF-8.
  ///
  /// - Returns: false if reading stopped at the limit of depth.
  @discardableResult
  public static func read(_ source: UnsafeBufferPointer<UInt8>, _ body: (HTMLEvent) -> Void) -> Bool {
    // libxml2 counts in 32 bits and refuses an empty text.
    guard source.count > 0, source.count < Int(Int32.max) else { return true }
    let text = HTMLGuard.sanitized(source)
    return withoutActuallyEscaping(body) { body in
      let collector = Collector(text, body)
      var handler = xmlSAXHandler()
      handler.startElement = { user, name, attributes in
        Collector.of(user)?.open(name, attributes)
      }
      handler.endElement = { user, name in Collector.of(user)?.close(name) }
      handler.characters = { user, bytes, count in Collector.of(user)?.text(bytes, count) }
      handler.cdataBlock = { user, bytes, count in Collector.of(user)?.text(bytes, count) }
      handler.ignorableWhitespace = { user, bytes, count in Collector.of(user)?.text(bytes, count) }
      handler.comment = { user, _ in Collector.of(user)?.pass() }
      handler.processingInstruction = { user, _, _ in Collector.of(user)?.pass() }
      // The collector lives until the end of this closure, and libxml2 calls back within the call only.
      let user = Unmanaged.passUnretained(collector).toOpaque()
      return withExtendedLifetime(collector) {
        text.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            guard ParserLibrary.isReady,
              let parser = kg_html_parser(characters.baseAddress, Int32(characters.count), &handler, user)
            else { return }
            collector.parser = parser
            htmlParseDocument(parser)
            collector.parser = nil
            htmlFreeParserCtxt(parser)
          }
        }
        return !collector.isStopped
      }
    }
  }
}

/// Turns libxml2's calls into events with places in the source.
private final class Collector {
  var parser: htmlParserCtxtPtr?
  private(set) var isStopped = false
  private let source: [UInt8]
  private let body: (HTMLEvent) -> Void
  /// Up to here the source is told.
  private var place = 0
  private var depth = 0

  init(_ source: [UInt8], _ body: @escaping (HTMLEvent) -> Void) {
    self.source = source
    self.body = body
  }

  static func of(_ user: UnsafeMutableRawPointer?) -> Collector? {
    user.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
  }

  private var offset: Int { parser.map { min(kg_html_offset($0), source.count) } ?? 0 }

  /// Notes that everything up to the parser's place is told.
  func pass() { place = max(place, offset) }

  func open(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    depth += 1
    if depth > HTMLReader.depthLimit {
      isStopped = true
      if let parser { xmlStopParser(parser) }
      return
    }
    guard let name else { return }
    let tag = String(cString: name)
    let end = offset
    // An element without a tag of its own is implied by what follows.
    guard let start = HTMLPlaces.tag(tag, in: source, from: place, to: end) else { return }
    var attributes: [HTMLTag.Attribute] = []
    var index = 0
    while let list, let key = list[index] {
      let key = String(cString: key)
      let value = list[index + 1].map { String(cString: $0) } ?? ""
      let offset = HTMLPlaces.value(of: key, in: source, from: start + 1 + tag.utf8.count, to: end)
      attributes.append(HTMLTag.Attribute(name: key, value: value, offset: offset ?? start))
      index += 2
    }
    place = end
    body(.open(HTMLTag(name: tag, attributes: attributes, start: start, end: end)))
  }

  func close(_ name: UnsafePointer<xmlChar>?) {
    depth = max(0, depth - 1)
    guard let name, !isStopped else { return }
    body(.close(name: String(cString: name), offset: place))
  }

  func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes, count > 0 else { return }
    let text = UnsafeBufferPointer(start: bytes, count: Int(count))
    // The parser has just passed the text; where references were resolved its length tells nothing.
    let start = max(place, offset - text.count)
    let isVerbatim = source[start...].starts(with: text)
    body(.text(text, offset: isVerbatim ? start : HTMLPlaces.afterTag(source, place)))
    pass()
  }
}
