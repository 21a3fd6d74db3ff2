import CMarkup

/// Reads XML with libxml2's parser. Nothing is loaded, no entity of the text's own is known, and elements nested deeper than
/// libxml2's own limit (256) are an error.
public enum XMLReader {
  /// Calls `body` with the events of `source` up to the first error. Offsets are bytes of `source`. O(bytes).
  ///
  /// - Returns: true if the text is well-formed.
  @discardableResult
  public static func read(_ source: UnsafeBufferPointer<UInt8>, _ body: (HTMLEvent) -> Void) -> Bool {
    // libxml2 counts in 32 bits and refuses an empty text.
    guard source.count > 0, source.count < Int(Int32.max) else { return false }
    let text = HTMLGuard.sanitized(source)
    return withoutActuallyEscaping(body) { body in
      let collector = XMLCollector(text, body)
      var handler = xmlSAXHandler()
      handler.startElement = { user, name, attributes in
        XMLCollector.of(user)?.open(name, attributes)
      }
      handler.endElement = { user, name in XMLCollector.of(user)?.close(name) }
      handler.characters = { user, bytes, count in XMLCollector.of(user)?.text(bytes, count) }
      handler.cdataBlock = { user, bytes, count in XMLCollector.of(user)?.text(bytes, count) }
      // The collector lives until the end of this closure, and libxml2 calls back within the call only.
      let user = Unmanaged.passUnretained(collector).toOpaque()
      return withExtendedLifetime(collector) {
        text.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            guard ParserLibrary.isReady,
              let parser = kg_xml_parser(characters.baseAddress, Int32(characters.count), &handler, user)
            else { return false }
            collector.parser = parser
            let code = xmlParseDocument(parser)
            let isWellFormed = code == 0 && parser.pointee.wellFormed == 1
            collector.parser = nil
            xmlFreeParserCtxt(parser)
            return isWellFormed
          }
        }
      }
    }
  }
}

/// Turns libxml2's calls into events with places in the source.
private final class XMLCollector {
  var parser: xmlParserCtxtPtr?
  private let source: [UInt8]
  private let body: (HTMLEvent) -> Void

  init(_ source: [UInt8], _ body: @escaping (HTMLEvent) -> Void) {
    self.source = source
    self.body = body
  }

  static func of(_ user: UnsafeMutableRawPointer?) -> XMLCollector? {
    user.map { Unmanaged<XMLCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private var offset: Int { parser.map { min(kg_html_offset($0), source.count) } ?? 0 }

  func open(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard let name else { return }
    let end = offset
    // No `<` stands in a tag but its own.
    let start = source[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
    var attributes: [HTMLTag.Attribute] = []
    var place = start
    var index = 0
    // The parser has read the tag: each attribute is a name, `=`, a quote, and a value without that quote.
    while let list, let key = list[index] {
      let value = list[index + 1].map { String(cString: $0) } ?? ""
      let quote =
        source[place..<end].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") } ?? end
      attributes.append(
        HTMLTag.Attribute(name: String(cString: key), value: value, offset: min(quote + 1, end)))
      let rest = source[min(quote + 1, end)..<end]
      place = quote < end ? (rest.firstIndex(of: source[quote]) ?? end - 1) + 1 : end
      index += 2
    }
    body(.open(HTMLTag(name: String(cString: name), attributes: attributes, start: start, end: end)))
  }

  func close(_ name: UnsafePointer<xmlChar>?) {
    guard let name else { return }
    body(.close(name: String(cString: name), offset: offset))
  }

  func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let bytes, count > 0 else { return }
    let text = UnsafeBufferPointer(start: bytes, count: Int(count))
    // The parser tells a text when it has passed it, or is about to: it stands before or at its place.
    let here = offset
    let before = max(0, here - text.count)
    let start = source[before...].starts(with: text) ? before : here
    body(.text(text, offset: min(start, source.count)))
  }
}
