import Dispatch
import Foundation
import SwiftParser
import SwiftSyntax

/// Parses every Swift file below a folder with swift-syntax and does nothing with the trees: the floor under
/// any tool that uses it. Prints one JSON object; the CPU time is that of parsing alone.
///
///     parse-floor FOLDER
@main
enum ParseFloor {
  /// Larger files are left out, as the product leaves them out.
  private static let largestFile = 2 << 20

  static func main() {
    let root = CommandLine.arguments.dropFirst().first ?? "."
    let sources = sources(below: root)
    let done = DispatchSemaphore(value: 0)
    let worker = Thread {
      report(sources)
      done.signal()
    }
    worker.stackSize = 512 << 20
    worker.start()
    done.wait()
  }

  private static func sources(below root: String) -> [[UInt8]] {
    guard let walk = FileManager.default.enumerator(atPath: root) else { return [] }
    var sources: [[UInt8]] = []
    for case let path as String in walk where path.hasSuffix(".swift") {
      guard let data = FileManager.default.contents(atPath: root + "/" + path), data.count <= largestFile
      else {
        continue
      }
      sources.append(Array(data))
    }
    return sources
  }

  private static func report(_ sources: [[UInt8]]) {
    let start = userSeconds()
    var bytes = 0
    for source in sources {
      // The tree is used inside the closure only.
      source.withUnsafeBufferPointer { buffer in
        bytes += Parser.parse(source: buffer, maximumNestingLevel: 4_096).totalLength.utf8Length
      }
    }
    let seconds = userSeconds() - start
    let lines = sources.reduce(0) { sum, source in sum + source.count { $0 == 0x0A } }
    print(
      "{\"files\":\(sources.count),\"lines\":\(lines),\"bytes\":\(bytes),\"userSeconds\":\(seconds)}")
  }

  /// CPU time of the process.
  private static func userSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
