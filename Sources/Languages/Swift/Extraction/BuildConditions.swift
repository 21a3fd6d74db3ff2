/// Which branch of `#if` a build takes: a debug build on Linux, with the toolchain of today and no flags of the
/// package's own. Where one name is declared in several branches, this says which declaration is meant.
struct BuildConditions {
  private let source: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int

  /// True if the condition in `range` of `source` holds. The buffer is only read during the call.
  static func holds(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var parser = BuildConditions(source: source, offset: range.lowerBound, end: range.upperBound)
    return parser.disjunction(depth: 0)
  }

  private mutating func disjunction(depth: Int) -> Bool {
    var result = conjunction(depth: depth)
    while take("||") {
      let right = conjunction(depth: depth)
      result = result || right
    }
    return result
  }

  private mutating func conjunction(depth: Int) -> Bool {
    var result = operand(depth: depth)
    while take("&&") {
      let right = operand(depth: depth)
      result = result && right
    }
    return result
  }

  private mutating func operand(depth: Int) -> Bool {
    guard depth < 64 else { return false }
    if take("!") { return !operand(depth: depth + 1) }
    if take("(") {
      let inner = disjunction(depth: depth + 1)
      _ = take(")")
      return inner
    }
    let name = word()
    guard !name.isEmpty else {
      offset = end
      return false
    }
    // `$Feature` asks for a feature of the compiler.
    guard take("(") else { return name.hasPrefix("$") || Self.flags.contains(name) }
    let start = offset
    var open = 1
    while offset < end && open > 0 {
      if source[offset] == UInt8(ascii: "(") { open += 1 }
      if source[offset] == UInt8(ascii: ")") { open -= 1 }
      offset += 1
    }
    let bytes = source[start..<max(start, open == 0 ? offset - 1 : offset)]
    return holds(name, String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self))
  }

  private mutating func take(_ text: StaticString) -> Bool {
    while offset < end && source[offset] <= 0x20 { offset += 1 }
    let count = text.utf8CodeUnitCount
    guard offset + count <= end else { return false }
    // A static string's bytes live as long as the program.
    for place in 0..<count where source[offset + place] != text.utf8Start[place] { return false }
    offset += count
    return true
  }

  private mutating func word() -> String {
    while offset < end && source[offset] <= 0x20 { offset += 1 }
    let start = offset
    while offset < end {
      let byte = source[offset]
      let isWord =
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
        || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      guard isWord else { break }
      offset += 1
    }
    return String(decoding: source[start..<offset], as: UTF8.self)
  }

  private func holds(_ name: String, _ argument: String) -> Bool {
    switch name {
    case "os": argument == "Linux"
    case "arch": argument == "x86_64"
    case "canImport": !Self.otherPlatforms.contains(String(argument.prefix { $0 != "," && $0 != "." }))
    case "swift", "compiler", "_compiler_version": isVersion(argument)
    case "_endian": argument == "little"
    case "_pointerBitWidth": argument == "_64"
    case "hasFeature", "hasAttribute": true
    default: false
    }
  }

  /// `>=5.9`, `<6`.
  private func isVersion(_ text: String) -> Bool {
    let isLess = text.hasPrefix("<")
    let numbers = text.drop { $0 == "<" || $0 == ">" || $0 == "=" }.split(separator: ".").map { Int($0) ?? 0 }
    let isBefore = Self.toolchain.lexicographicallyPrecedes(numbers)
    return isLess ? isBefore : !isBefore
  }

  private static let toolchain = [6, 3]
  private static let flags: Set<String> = ["true", "DEBUG", "SWIFT_PACKAGE"]
  /// Modules that are not there on Linux.
  static let otherPlatforms: Set<String> = [
    "Accelerate", "Android", "AppKit", "Bionic", "CRT", "Combine", "CoreData", "CoreGraphics", "CoreImage",
    "CoreLocation", "CoreServices", "CoreText", "CryptoKit", "Darwin", "ImageIO", "IOKit", "JavaScriptKit",
    "MapKit",
    "Metal", "MobileCoreServices", "Musl", "Network", "OSLog", "ObjectiveC", "QuartzCore", "Security",
    "SwiftUI",
    "SystemConfiguration", "UIKit", "UniformTypeIdentifiers", "WASILibc", "WatchKit", "WinSDK", "WebKit",
    "os",
    "simd", "ucrt", "visionOS",
  ]
}
