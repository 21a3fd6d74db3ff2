import CIndexStore
import LanguageSupport

/// The library's ways of passing lists and strings, as Swift.
extension kg_index_functions {
  typealias Item = UnsafeMutableRawPointer

  /// Calls `body` with each unit's name, sorted. The text is valid during the call only.
  func forEachUnit(_ store: Item, _ body: (kg_index_text) -> Void) {
    withoutActuallyEscaping(body) { body in
      var visit = body
      // `visit` outlives the library's call, which is done when it returns, and is used by it alone.
      withUnsafeMutablePointer(to: &visit) { context in
        _ = store_units_apply_f(store, 1, context) { context, text in
          context?.assumingMemoryBound(to: ((kg_index_text) -> Void).self).pointee(text)
          return true
        }
      }
    }
  }

  /// Calls `body` with each item that `apply` lists of `source`. The items are valid during the call only.
  func forEach(
    _ apply: (Item, Item?, @convention(c) (Item?, Item) -> Bool) -> Bool, of source: Item,
    _ body: (Item) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var visit = body
      // As above.
      withUnsafeMutablePointer(to: &visit) { context in
        _ = apply(source, context) { context, item in
          context?.assumingMemoryBound(to: ((Item) -> Void).self).pointee(item)
          return true
        }
      }
    }
  }
}

extension kg_index_text {
  /// The bytes, while what they were taken from is alive.
  private var buffer: UnsafeBufferPointer<UInt8> {
    guard let data, length > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: data, count: length).bindMemory(to: UInt8.self)
  }

  /// A copy of the bytes.
  var bytes: [UInt8] { Array(buffer) }

  /// The text with undecodable bytes replaced.
  var string: String { String(decoding: buffer, as: UTF8.self) }

  /// The id of the text in a table.
  func interned(in names: inout NameTable) -> NameID { names.intern(buffer) }
}
