import Foundation
import TestSupport
import Testing

/// Fault C15: credentials that stand in sources, and what was deleted, are in no file of the index.
@Suite struct PrivacyTests {
  /// Made up, each in the form of its issuer or drawn at random; put together here so that none stands in
  /// this file.
  private static let secrets: [String] = [
    "AKIA" + "Q3EGRZ7PLX2VNT5B", "ghp_" + "x9Kq2LmVt7Rw4Zc8Yb3Nf6Hd1Js5Pg0AeUoi",
    "xoxb-" + "214365870912-Zx9Yw8Vu7Ts6Rq5", "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
    "AIza" + "SyD9x2Qw7Rt5Yu1Io3Pa6Sd8Fg0Hj4Kl2Zx", "glpat-" + "Zx8Yw7Vu6Ts5Rq4Po3Nm",
    "wJb7" + "rXUtnFEMIK7MDENGbPxRfiCYz9Qm3Lk2Vd", "q8Xz" + "N3vT6mK1wR9bY4cH7jL2pS5d",
    "eyJ" + "hbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
  ]

  private static let password = "tr0ub4dor" + "&3xyz"
  private static let key = "MIIEpAIBAAKCAQEA" + "x1yz2abcDEF3ghiJKL4mnoPQR5stuVWX6yz"

  private func plant(in tree: TemporaryDirectory) throws {
    for (number, secret) in Self.secrets.enumerated() {
      try tree.write(
        "API_KEY = \"\(secret)\"\n\ndef login(token=\"\(secret)\"):\n    \"\"\"Use \(secret) here.\"\"\"\n",
        to: "src/config\(number).py")
      try tree.write(
        "/// Sends `\(secret)`.\nlet apiKey = \"\(secret)\"\nfunc send(token: String = \"\(secret)\") {}\n",
        to: "Sources/App/Config\(number).swift")
      try tree.write(
        "# Setup\n\n    export API_TOKEN=\(secret)\n\nThe token: \(secret)\n", to: "docs/d\(number).md")
    }
    try tree.write(
      "URL = 'postgres://admin:\(Self.password)@db.example.org/x'\n", to: "src/database.py")
    try tree.write(
      "KEY = '''-----BEGIN RSA PRIVATE KEY-----\n\(Self.key)\n-----END RSA PRIVATE KEY-----'''\n",
      to: "src/key.py")
    try tree.write(
      "<plist><dict><key>API_KEY</key><string>\(Self.key)</string></dict></plist>",
      to: "App/GoogleService-Info.plist")
  }

  /// The planted texts that some file of the index holds, as they are or in what is packed there; full text
  /// keeps words in lower case.
  private func found(_ texts: [String], in tree: TemporaryDirectory) throws -> [String] {
    var contents = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg").sorted() {
      let data = tree.data(".kg/" + name) ?? Data()
      contents += String(decoding: data, as: Unicode.ASCII.self).lowercased()
    }
    let unpacked = Process()
    unpacked.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    unpacked.arguments = ["-c", Self.unpack, tree.path + "/.kg/graph.db"]
    let pipe = Pipe()
    unpacked.standardOutput = pipe
    try unpacked.run()
    contents += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: Unicode.ASCII.self)
      .lowercased()
    unpacked.waitUntilExit()
    #expect(unpacked.terminationStatus == 0)
    return texts.filter { contents.contains($0.lowercased()) }
  }

  /// Prints every cached fact, inflated, and every posting's term.
  private static let unpack = """
    import sqlite3, sys, zlib
    db = sqlite3.connect(sys.argv[1])
    stream = b''.join(row[0] for row in db.execute('SELECT bytes FROM facts_bytes ORDER BY id'))
    out = sys.stdout.buffer
    count = 0
    for place, length in db.execute('SELECT place, length FROM facts'):
        for bits in (-15, 15):
            try: out.write(zlib.decompressobj(bits).decompress(stream[place:place + length])); count += 1; break
            except zlib.error: pass
    assert count > 0
    for term, in db.execute('SELECT term FROM posting'): out.write(term.encode() + b' ')
    """

  /// The longest run of a secret that a word of the full text could keep.
  private func pieces(_ secret: String) -> [String] {
    let longest = secret.split { !$0.isLetter && !$0.isNumber }.max { $0.count < $1.count }
    return [String((longest.map { String($0) } ?? "").suffix(16))]
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func credentialsReachNoFileOfTheIndex() throws {
    let tree = try TemporaryDirectory()
    try plant(in: tree)
    let kg = KGProcess(in: tree.url)
    let result = try kg("index")
    #expect(result.status == 0, "\(result.errors)")
    let texts = (Self.secrets + [Self.password, Self.key]).flatMap { pieces($0) }
    let left = try found(texts, in: tree)
    #expect(left.isEmpty, "\(left)")
    // What is around them is there.
    #expect(try kg("symbol", "login", "--json").status == 0)
    let rows = try kg("export").objects()
    #expect(rows.contains { $0["name"] as? String == "API_KEY" })
    #expect(rows.contains { $0["name"] as? String == "send" || $0["name"] as? String == "send(token:)" })
    let skipped = rows.first {
      $0["path"] as? String == "App/GoogleService-Info.plist" && $0["type"] as? String == "file"
    }
    #expect(skipped?["skipReason"] as? String == "credentials")
  }

  /// What a file held is gone from the disk once it was deleted and the tree indexed again.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func deletedContentIsGone() throws {
    let words = ["zyzzogeton", "quixotomania", "floccinaucical"]
    let tree = try TemporaryDirectory.sampleProject()
    try tree.write(
      "\"\"\"About \(words[0]).\"\"\"\ndef \(words[1])():\n    return '\(words[2])'\n", to: "shop/private.py")
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    #expect(try found(words, in: tree).count >= 2)
    try tree.remove("shop/private.py")
    #expect(try kg("index").status == 0)
    #expect(try found(words, in: tree).isEmpty)
  }

  /// Names, hashes and paths are no secrets: what is searched for stays.
  @Test func ordinaryTextStays() throws {
    let tree = try TemporaryDirectory()
    let texts = [
      "testHTTP2StreamWindowUpdateSizeLimit", "com.example.application.Delegate2Protocol",
      "ISO8601DateFormatterWithMilliseconds",
      "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    for (number, text) in texts.enumerated() {
      try tree.write("VALUE = \"\(text)\"\ndef f\(number)(): pass\n", to: "m\(number).py")
    }
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    for text in texts {
      let longest = text.split { !$0.isLetter && !$0.isNumber }.max { $0.count < $1.count }
      #expect(try kg("search", longest.map { String($0) } ?? "").status == 0, "\(text)")
    }
  }
}
