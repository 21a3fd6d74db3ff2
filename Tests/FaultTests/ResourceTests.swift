import Foundation
import TestSupport
import Testing

/// Faults A4, A6, A16 and C16: no space, no permission, no memory.
@Suite struct ResourceTests {
  private static let unprivileged = "setpriv --reuid=65534 --regid=65534 --clear-groups"

  private static func has(_ line: String) -> Bool { (try? Shell.run(line, in: "/")) == 0 }

  /// Fault A4: a limit on the size of files.
  @Test(.limitsFiles, arguments: Effort.isFull ? [0, 8, 64, 256] : [0, 64])
  func fileSizeLimit(kilobytes: Int) throws {
    let pair = try TwoGenerations(files: 8)
    let status = try Shell.run("ulimit -f \(kilobytes); '\(KGProcess.binary.path)' index", in: pair.tree.path)
    #expect(status == 4)
    try pair.expectOneOfBoth("limit \(kilobytes)")
    try pair.expectRepaired("limit \(kilobytes)")
  }

  /// Fault A4: a disk of one mebibyte.
  @Test(.enabled(if: has("unshare -Urm true"))) func fullDisk() throws {
    let pair = try TwoGenerations(files: 40)
    let script = """
      mkdir small && mount -t tmpfs -o size=1M tmpfs small && cp -a .kg small/ \
        && head -c 900000 /dev/zero > small/filler; '\(KGProcess.binary.path)' index --db small/.kg/graph.db; \
        s=$?; '\(KGProcess.binary.path)' doctor --db small/.kg/graph.db || s=99; exit $s
      """
    try script.write(toFile: pair.tree.path + "/run.sh", atomically: true, encoding: .utf8)
    #expect(try Shell.run("unshare -Urm bash run.sh", in: pair.tree.path) == 4)
  }

  /// Fault A6: a folder that may not be written: questions are answered, a run says why it cannot.
  @Test(.enabled(if: has("\(unprivileged) true"))) func readOnlyFolder() throws {
    let tree = try TemporaryDirectory.sampleProject()
    #expect(try KGProcess(in: tree.url)("index").status == 0)
    try Shell.run(
      "chown -R 65534 . && chmod a+rx . && chmod 0555 .kg && chmod 0444 .kg/*", in: tree.path)
    defer { _ = try? Shell.run("chmod -R u+w .", in: tree.path) }
    func asOther(_ arguments: String) throws -> Int32 {
      try Shell.run("\(Self.unprivileged) '\(KGProcess.binary.path)' \(arguments)", in: tree.path)
    }
    try #require(try asOther("--version") == 0)
    #expect(try asOther("search cart") == 0)
    try tree.write("def added(): pass\n", to: "shop/added.py")
    #expect(try asOther("search cart") == 0, "a tree that changed is no reason to give no answer")
    #expect(try asOther("index") == 4)
    try Shell.run("chmod 0000 .kg/graph.db", in: tree.path)
    #expect(try asOther("search cart") == 4)
  }

  /// Fault C16: made for nobody else, whatever the umask; refused where it is not ours.
  @Test func permissions() throws {
    let tree = try TemporaryDirectory.sampleProject()
    #expect(try Shell.run("umask 000; '\(KGProcess.binary.path)' index", in: tree.path) == 0)
    let folder = try FileManager.default.attributesOfItem(atPath: tree.path + "/.kg")
    #expect(folder[.posixPermissions] as? Int == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: tree.path + "/.kg") {
      let file = try FileManager.default.attributesOfItem(atPath: tree.path + "/.kg/" + name)
      #expect(file[.posixPermissions] as? Int == 0o600, "\(name)")
    }
    try Shell.run("chmod 0755 .kg; chmod 0644 .kg/graph.db", in: tree.path)
    let notices = try KGProcess(in: tree.url)("doctor").text
    #expect(notices.contains("others may look into") && notices.contains("others may read"))
    if getuid() == 0 {
      try Shell.run("chown 65534 .kg", in: tree.path)
      #expect(try KGProcess(in: tree.url)("index", "--full").status == 1)
    }
  }

  /// Fault A16: with too little memory a run ends, and the index is what it was.
  @Test(.limitsAddresses) func littleMemory() throws {
    let pair = try TwoGenerations(files: 8)
    for megabytes in (Effort.isFull ? [60, 150, 220, 300, 400, 600, 700, 1_000, 2_000] : [150, 700]) {
      let status = try Shell.run(
        "export SWIFT_BACKTRACE=enable=no; ulimit -v \(megabytes * 1024); ulimit -c 0; "
          + "timeout -s KILL 60 '\(KGProcess.binary.path)' index", in: pair.tree.path)
      #expect(status != 137, "with \(megabytes) MB it hung until it was killed")
      try pair.expectOneOfBoth("\(megabytes) MB")
    }
    // Two deaths with the same content in flight quarantine it, which a full run cannot tell from a crash.
    try Shell.run("rm -f .kg/inflight", in: pair.tree.path)
    #expect(try pair.kg("index", "--full").status == 0)
    #expect(try Oracle.digest(pair.kg) == pair.after)
  }
}
