import TestSupport
import Testing

@testable import SourceTree

/// Which texts are taken for credentials. Those here are made up, and put together so that none stands in this
/// file.
@Suite struct SecretTests {
  private func redacted(_ text: String) -> String {
    var bytes = Array(text.utf8)
    SecretRedaction.redact(&bytes)
    #expect(bytes.count == text.utf8.count)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "AKIA" + "Q3EGRZ7PLX2VNT5B", "ghp_" + "x9Kq2LmVt7Rw4Zc8Yb3Nf6Hd1Js5Pg0AeUoi",
    "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "xoxb-" + "214365870912-Zx9Yw8Vu7Ts6Rq5", "wJb7" + "rXUtnFEMIK7MDENGbPxRfiCYz9Qm3Lk2Vd",
    "tF4h" + "eYbz0lDDzjdeZ3BAOEEzaQV0iZhkZuwjHuw6sk7Qz39E03rbnkVwp/px",
  ])
  func tokensGo(token: String) {
    for frame in ["key = \"@\"", "'@'", "export KEY=@", "Use @ here.", "@"] {
      let text = frame.split(separator: "@", omittingEmptySubsequences: false).joined(separator: token)
      let hidden = frame.split(separator: "@", omittingEmptySubsequences: false)
        .joined(separator: String(repeating: "x", count: token.utf8.count))
      #expect(redacted(text) == hidden, "\(frame)")
    }
  }

  @Test func namedValuesGo() {
    let digest = "9f86d081884c7d659a2feaa0c55ad015"
    #expect(redacted("API_SECRET = \"\(digest)\"") == "API_SECRET = \"\(String(repeating: "x", count: 32))\"")
    #expect(redacted("COMMIT = \"\(digest)\"") == "COMMIT = \"\(digest)\"")
  }

  @Test func privateKeysGoAndLinesStay() {
    let text = "-----BEGIN EC PRIVATE KEY-----\nab12\ncd34\n-----END EC PRIVATE KEY-----\nrest\n"
    #expect(
      redacted(text) == "-----BEGIN EC PRIVATE KEY-----\nxxxx\nxxxx\n-----END EC PRIVATE KEY-----\nrest\n")
    let certificate = "-----BEGIN CERTIFICATE-----\nab12\n-----END CERTIFICATE-----\n"
    #expect(redacted(certificate) == certificate)
  }

  @Test func passwordsInAddressesGo() {
    #expect(redacted("x = 'ftp://me:hunter2go@host/a'") == "x = 'ftp://me:xxxxxxxxx@host/a'")
    for text in ["http://localhost:8080/a@b", "ftp://user:password@host", "https://a/b:c1d2e3f4@d"] {
      #expect(redacted(text) == text)
    }
  }

  /// Names, hashes, paths and numbers are what people look for.
  @Test(arguments: [
    "class Take16BytesThenCloseAndPassOnDecoder: Decoder {}",
    "let token: CustomizedUnicode61WrappingTokenizer",
    "func packUInt32UInt16UInt8(_ value: UInt32)", "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "0x9E3779B97F4A7C15F39CC0605CEDC834",
    "a href=\"#/s:6BigInt0A4UIntV2lloiyA2C_xtSzRzlFZ\"",
    "https://example.org/2024/05/some-long-title-of-a-page",
    "test_password_reset_token_generator_expires", "_$s4main3FooV3barSiyF5helloL_yyF",
    "sk_live_mode_enabled_for_all",
  ])
  func ordinaryTextStays(text: String) { #expect(redacted(text) == text) }

  @Test func longInputTakesLinearTime() {
    for piece in [
      "a", "A1b", ":", "://a:b", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "sk-", "=", "\"secret=a1",
      "eyJ.",
    ] {
      var bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
      let (seconds, _) = ThreadTime.measure { SecretRedaction.redact(&bytes) }
      #expect(seconds < 10, "\(piece): \(seconds) s")
    }
  }
}
