#if os(Linux)
  import CompilerIndex
  import Foundation
  import TestSupport
  import Testing

  /// The reader can read, and nothing else.
  @Suite struct ConfinementTests {
    @Test func aConfinedProcessCannotWriteOrStartAnything() async throws {
      await #expect(processExitsWith: .exitCode(7)) {
        try IndexStoreReader.confineProcess(library: nil)
        let readable = open("/proc/self/exe", O_RDONLY) >= 0
        let file = open("/tmp/kg-confined", O_WRONLY | O_CREAT, 0o600)
        let wasFileDenied = file < 0 && errno == EPERM
        var child: pid_t = 0
        let wasProcessDenied = posix_spawn(&child, "/bin/true", nil, nil, [nil], [nil]) != 0
        let wasConnectionDenied = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) < 0
        let code = mmap(nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        let allDenied = wasFileDenied && wasProcessDenied && wasConnectionDenied && code == MAP_FAILED
        exit(readable && allDenied ? 7 : 1)
      }
    }
  }
#endif
