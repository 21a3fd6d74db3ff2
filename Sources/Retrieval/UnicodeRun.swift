/// The part of the tokenizer that knows letters beyond ASCII. Slow, and remembered like every run.
enum UnicodeRun {
  /// Cuts `run` into names and hands each to `append`: ASCII ones with their case, others lower-cased.
  ///
  /// Accents are folded in the Latin blocks and combining marks dropped, so composed and decomposed text
  /// agree there. Chinese and Japanese text, which has no spaces, gives overlapping pairs of characters.
  static func append(
    _ run: UnsafeBufferPointer<UInt8>, to output: inout [UInt8],
    name append: ([UInt8], inout [UInt8]) -> Void
  ) {
    var name: [UInt8] = []
    var previousIdeograph: Unicode.Scalar?
    var ideographRun = 0
    func endName() {
      if !name.isEmpty { append(name, &output) }
      name.removeAll(keepingCapacity: true)
    }
    func endIdeographs() {
      if ideographRun == 1, let previousIdeograph { emit([previousIdeograph], to: &output) }
      previousIdeograph = nil
      ideographRun = 0
    }
    for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
      if isIdeograph(scalar) {
        endName()
        if let previousIdeograph { emit([previousIdeograph, scalar], to: &output) }
        previousIdeograph = scalar
        ideographRun += 1
        continue
      }
      endIdeographs()
      if scalar.isASCII {
        name.append(UInt8(scalar.value))
      } else if let base = latinBase(scalar) {
        name.append(base)
      } else if isMark(scalar) {
        continue
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        name.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        endName()
      }
    }
    endIdeographs()
    endName()
  }

  private static func emit(_ scalars: [Unicode.Scalar], to output: inout [UInt8]) {
    for scalar in scalars { output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) }
    output.append(RunAnalyzer.space)
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .format: true
    default: false
    }
  }

  /// The ASCII letter under a letter of Latin-1 or Latin Extended-A, with its case; nil for others.
  private static func latinBase(_ scalar: Unicode.Scalar) -> UInt8? {
    guard (0xC0...0x17F).contains(scalar.value) else { return nil }
    let base = latinBases[Int(scalar.value) - 0xC0]
    return base == UInt8(ascii: "*") ? nil : base
  }

  /// One letter for each scalar of U+00C0 to U+017F; `*` where there is no single base letter.
  private static let latinBases = Array(
    ("AAAAAA*CEEEEIIII*NOOOOO*OUUUUY**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKk*LlLlLlLlLlNnNnNn***OoOoOo**"
      + "RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)
}
