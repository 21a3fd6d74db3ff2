/// Tokens whose issuers gave them a form by which they can be told.
enum IssuedToken {
  private struct Form {
    let prefix: [UInt8]
    /// Bytes after the prefix, at least.
    let tail: Int
    /// True if nothing but letters and digits follow the prefix.
    let isPlain: Bool

    init(_ prefix: String, _ tail: Int, isPlain: Bool = true) {
      self.prefix = Array(prefix.utf8)
      self.tail = tail
      self.isPlain = isPlain
    }
  }

  /// As their issuers document them.
  private static let forms = [
    Form("AKIA", 16), Form("ASIA", 16), Form("AIza", 30, isPlain: false),
    Form("ghp_", 30), Form("gho_", 30), Form("ghu_", 30), Form("ghs_", 30), Form("ghr_", 30),
    Form("github_pat_", 22, isPlain: false), Form("glpat-", 20, isPlain: false),
    Form("xoxb-", 10, isPlain: false), Form("xoxp-", 10, isPlain: false), Form("xoxa-", 10, isPlain: false),
    Form("xoxr-", 10, isPlain: false), Form("xoxs-", 10, isPlain: false), Form("xapp-", 10, isPlain: false),
    Form("sk_live_", 16), Form("sk_test_", 16), Form("rk_live_", 16), Form("rk_test_", 16),
    Form("sk-ant-", 20, isPlain: false), Form("sk-proj-", 20, isPlain: false), Form("sk-", 32),
    Form("npm_", 30), Form("pypi-", 50, isPlain: false), Form("hf_", 30), Form("dop_v1_", 32),
    Form("shpat_", 30), Form("SG.", 40, isPlain: false), Form("ya29.", 20, isPlain: false),
    Form("eyJ", 60, isPlain: false), Form("AGE-SECRET-KEY-1", 40),
  ]

  private static let firstBytes: [Bool] = {
    var result = [Bool](repeating: false, count: 256)
    for form in forms { if let first = form.prefix.first { result[Int(first)] = true } }
    return result
  }()

  /// No token is longer. Without a limit a long run of prefixes would take quadratic time.
  private static let longest = 2_048

  /// The first token in a run; it ends where the run does, or at the first byte its form does not have.
  /// O(bytes of the run).
  static func find(_ bytes: UnsafeBufferPointer<UInt8>, in run: Range<Int>) -> Range<Int>? {
    for start in run where firstBytes[Int(bytes[start])] {
      if start > run.lowerBound, isLetterOrDigit(bytes[start - 1]) { continue }
      for form in forms where run.upperBound - start >= form.prefix.count + form.tail {
        guard bytes[start..<start + form.prefix.count].elementsEqual(form.prefix) else { continue }
        let tail = start + form.prefix.count
        var end = tail
        let limit = min(run.upperBound, tail + longest)
        while end < limit, !form.isPlain || isLetterOrDigit(bytes[end]) { end += 1 }
        guard end - tail >= form.tail, hasDigit(bytes, tail..<tail + form.tail) else { continue }
        return start..<end
      }
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Names have words, tokens have digits.
  private static func hasDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { bytes[$0] &- UInt8(ascii: "0") < 10 }
  }
}
