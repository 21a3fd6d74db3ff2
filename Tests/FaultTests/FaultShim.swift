import Foundation
import TestSupport

/// The library of `Shim/faults.c`, compiled once, which makes calls of the system fail.
struct FaultShim {
  /// What happens at a call.
  enum Kind: String, CaseIterable {
    case kill, eio, enospc, short
    case lastingEIO = "+eio"
    case lastingENOSPC = "+enospc"
  }

  /// The library's path; nil where there is no C compiler or preloading.
  static let library: String? = {
    #if os(Linux)
      let source = RepositoryFiles.root.appendingPathComponent("Tests/FaultTests/Shim/faults.c").path
      let target = NSTemporaryDirectory() + "kg-faults-\(ProcessInfo.processInfo.processIdentifier).so"
      for compiler in ["cc", "clang", "gcc"] {
        let status = try? Shell.run(
          "\(compiler) -shared -fPIC -O1 -o '\(target)' '\(source)' -ldl", in: NSTemporaryDirectory())
        if status == 0 { return target }
      }
    #endif
    return nil
  }()

  /// The library, beside what is loaded anyway.
  private static var preloaded: String {
    [library, ProcessInfo.processInfo.environment["LD_PRELOAD"]].compactMap { $0 }.joined(separator: ":")
  }

  /// The environment in which `kg` meets the fault at call `number` that touches `folder`.
  static func environment(_ kind: Kind, at number: Int, folder: String) -> [String: String] {
    [
      "LD_PRELOAD": preloaded, "FAULT_FOLDER": folder, "FAULT_AT": String(number),
      "FAULT_KIND": kind.rawValue,
    ]
  }

  /// The environment in which no more than so many directories can be watched.
  static func watching(atMost directories: Int) -> [String: String] {
    ["LD_PRELOAD": preloaded, "FAULT_WATCHES": String(directories)]
  }

  /// The environment in which threads that parse HTML wait for ever.
  static let standingStill = ["LD_PRELOAD": preloaded, "FAULT_MARKUP": "1"]

  /// The environment in which what `kg` does to `folder` is recorded in `log`.
  static func recording(_ folder: String, to log: String) -> [String: String] {
    ["LD_PRELOAD": preloaded, "FAULT_FOLDER": folder, "FAULT_LOG": log]
  }
}

/// Runs a command line for what it does.
enum Shell {
  /// The exit status.
  @discardableResult
  static func run(_ line: String, in folder: String) throws -> Int32 {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", line]
    shell.currentDirectoryURL = URL(fileURLWithPath: folder)
    shell.standardError = FileHandle.nullDevice
    shell.standardOutput = FileHandle.nullDevice
    shell.standardInput = FileHandle.nullDevice
    try shell.run()
    shell.waitUntilExit()
    return shell.terminationStatus
  }
}

/// How much is tried: a little by default, all of it with `KG_TEST=full`.
enum Effort {
  static let isFull = ProcessInfo.processInfo.environment["KG_TEST"] == "full"

  static func rounds(_ few: Int, full: Int) -> Int { isFull ? full : few }
}
