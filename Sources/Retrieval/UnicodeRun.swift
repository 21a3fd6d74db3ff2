/// The part of the tokenizer that knows letters beyond ASCII. Slow, and remembered like every run.
enum UnicodeRun {
  /// A part of a run: a name to be split further, or a finished token.
  struct Piece: Equatable {
    var bytes: [UInt8]
    var isName: Bool
  }

  /// Cuts `run` into names (ASCII with its case, other letters lower-cased) and finished tokens.
  ///
  /// Accents are folded in the Latin blocks and combining marks dropped, so composed and decomposed text
  /// agree there. Chinese and Japanese text, which has no spaces, gives overlapping pairs of characters.
  static func pieces(_ run: UnsafeBufferPointer<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var name: [UInt8] = []
    var ideographs: [Unicode.Scalar] = []
    func endName() {
      if !name.isEmpty { pieces.append(Piece(bytes: name, isName: true)) }
      name.removeAll(keepingCapacity: true)
    }
    func endIdeographs() {
      if ideographs.count == 1 { pieces.append(token(ideographs[...])) }
      for index in ideographs.indices.dropFirst() { pieces.append(token(ideographs[index - 1...index])) }
      ideographs.removeAll(keepingCapacity: true)
    }
    for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
      if isIdeograph(scalar) {
        endName()
        ideographs.append(scalar)
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
    return pieces
  }

  private static func token(_ scalars: ArraySlice<Unicode.Scalar>) -> Piece {
    Piece(bytes: Array(String(String.UnicodeScalarView(scalars)).utf8), isName: false)
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
