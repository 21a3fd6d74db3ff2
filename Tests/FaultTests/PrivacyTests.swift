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
    unpacked.arguments = ["-c", Self.unpack, tree.path + "/.kg/graph.db", tree.path]
    let pipe = Pipe()
    unpacked.standardOutput = pipe
    try unpacked.run()
    contents += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: Unicode.ASCII.self)
      .lowercased()
    unpacked.waitUntilExit()
    #expect(unpacked.terminationStatus == 0)
    return texts.filter { contents.contains($0.lowercased()) }
  }

  /// Prints every cached fact, inflated, and every posting's term; fails if there is more than facts of files.
  private static let unpack = """
    import sqlite3, subprocess, sys, zlib
    db = sqlite3.connect(sys.argv[1])
    stream = b''.join(row[0] for row in db.execute('SELECT bytes FROM facts_bytes ORDER BY id'))
    out = sys.stdout.buffer
    count = 0
    for place, length in db.execute('SELECT place, length FROM facts'):
        for bits in (-15, 15):
            try: out.write(zlib.decompressobj(bits).decompress(stream[place:place + length])); count += 1; break
            except zlib.error: pass
    assert count > 0
    # Nothing is left of what no file holds any longer, but what git itself holds.
    unused = 'SELECT dropped, blob FROM facts WHERE blob NOT IN (SELECT blob FROM file WHERE blob IS NOT NULL)'
    for dropped, blob in db.execute(unused):
        assert dropped is not None
        subprocess.run(['git', '-C', sys.argv[2], 'cat-file', '-e', blob.hex()], check=True)
    place = 0
    for start, length in db.execute('SELECT place, length FROM facts ORDER BY place'):
        assert not any(stream[place:start])
        place = start + length
    assert not any(stream[place:])
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

  /// Hexadecimal digits in prose are mostly digests and stay; where a name says that they are a key they do not.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func hexadecimalKeysAreToldByTheirNames() throws {
    let key = "9f86d081" + "884c7d659a2feaa0c55ad015a3bf4f1b"
    let tree = try TemporaryDirectory([
      "a.py": "API_KEY = \"\(key)\"\n\ndef login(token=\"\(key)\"): pass\n",
      "b.swift": "let apiKey = \"\(key)\"\nfunc send(token: String = \"\(key)\") {}\n",
      "c.md": "# Setup\n\n    export API_TOKEN=\(key)\n\nThe token: \(key)\n",
    ])
    #expect(try KGProcess(in: tree.url)("index").status == 0)
    let left = try found(pieces(key), in: tree)
    #expect(left.isEmpty, "\(left)")
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

  /// What was edited out of a file is gone, too: in a run that patches the generation, and in one that writes it.
  /// In a repository, where what was committed is kept, too: what was committed nowhere never is.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")),
    arguments: [false, true])
  func editedOutContentIsGone(isRepository: Bool) throws {
    let tree = try TemporaryDirectory.sampleProject()
    let kg = KGProcess(in: tree.url)
    if isRepository {
      // What is kept takes a part of the room of the rest.
      for number in 0..<9 { try tree.write("def f\(number)(a, b):\n    return a + b\n", to: "f\(number).py") }
      for arguments in [["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "all"]] {
        try runGit(arguments, in: tree.path)
      }
      #expect(try kg("index").status == 0)
    }
    let text = String(decoding: try #require(tree.data("shop/cart.py")), as: UTF8.self)
    let versions = (0..<6).map { round in
      // A comment is patched; a name and what is said of it are linked.
      round % 3 == 2
        ? text + "\n\ndef quixotomania\(round)():\n    \"\"\"Of zyzzogeton\(round).\"\"\"\n"
        : "# About floccinaucical\(round).\n" + text
    }
    for (round, version) in versions.enumerated() {
      try tree.write(version, to: "shop/cart.py")
      #expect(try kg("index").status == 0)
      let words = (0..<versions.count).filter { $0 != round }
        .flatMap { ["floccinaucical\($0)", "quixotomania\($0)", "zyzzogeton\($0)"] }
      let left = try found(words, in: tree)
      #expect(left.isEmpty, "round \(round): \(left)")
      #expect(try !found(["floccinaucical", "quixotomania"], in: tree).isEmpty, "round \(round)")
    }
    if isRepository {
      // What was committed was kept all the while.
      try tree.write(text, to: "shop/cart.py")
      #expect(try kg("index", "--json").object()["parsedFiles"] as? Int == 0)
      #expect(try found(["floccinaucical", "quixotomania", "zyzzogeton"], in: tree).isEmpty)
    }
  }

  /// Names, digests and paths are no secrets: they stay. Digests and long numbers are no words of the full text
  /// (`CodeTokenizer`) and cannot be searched for, so these are looked for in what is said of the definitions.
  @Test func ordinaryTextStays() throws {
    let tree = try TemporaryDirectory()
    let digests = [
      "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
      "123e4567-e89b-12d3-a456-426614174000", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    ]
    let texts = [
      "testHTTP2StreamWindowUpdateSizeLimit", "com.example.application.Delegate2Protocol",
      "ISO8601DateFormatterWithMilliseconds",
      "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
    for (number, text) in texts.enumerated() {
      try tree.write("VALUE = \"\(text)\"\ndef f\(number)(): pass\n", to: "m\(number).py")
    }
    for (number, digest) in digests.enumerated() {
      try tree.write("def g\(number)():\n    \"\"\"Checks \(digest).\"\"\"\n", to: "d\(number).py")
    }
    let kg = KGProcess(in: tree.url)
    #expect(try kg("index").status == 0)
    let export = try kg("export").text
    for digest in digests { #expect(export.contains(digest), "\(digest)") }
    for text in texts {
      let longest = text.split { !$0.isLetter && !$0.isNumber }.max { $0.count < $1.count }
      #expect(try kg("search", longest.map { String($0) } ?? "").status == 0, "\(text)")
    }
  }
}
