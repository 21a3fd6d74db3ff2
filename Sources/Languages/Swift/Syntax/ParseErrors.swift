@_spi(RawSyntax) import SwiftSyntax

/// Counts the places where the parser had to recover.
enum ParseErrors {
  /// The number of skipped stretches and of missing tokens below `root`. O(nodes), without recursion.
  static func count(in root: RawNode) -> Int32 {
    var total: Int32 = 0
    var open: [RawSyntax] = [root.raw]
    while let raw = open.popLast() {
      if let token = raw.tokenView {
        if token.presence == .missing { total += 1 }
        continue
      }
      if raw.kind == .unexpectedNodes {
        total += 1
        continue
      }
      guard let children = raw.layoutView?.children else { continue }
      for child in children {
        if let child { open.append(child) }
      }
    }
    return total
  }
}
