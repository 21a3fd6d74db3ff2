// Parses every Swift file below a folder with swift-syntax and does nothing with the trees: the floor under
// any tool that uses it. Prints one JSON object; the CPU time is that of parsing alone.
//
// usage: parse-floor FOLDER

import Foundation
import SwiftParser
import SwiftSyntax

func userSeconds() -> Double {
  var usage = rusage()
  getrusage(RUSAGE_SELF, &usage)
  return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
}

let root = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "."
var sources: [[UInt8]] = []
if let walk = FileManager.default.enumerator(atPath: root) {
  for case let path as String in walk where path.hasSuffix(".swift") {
    if let data = FileManager.default.contents(atPath: root + "/" + path), data.count <= 2 << 20 {
      sources.append(Array(data))
    }
  }
}

var bytes = 0
let worker = Thread {
  let start = userSeconds()
  for source in sources {
    source.withUnsafeBufferPointer { buffer in
      bytes += Parser.parse(source: buffer, maximumNestingLevel: 4_096).totalLength.utf8Length
    }
  }
  let seconds = userSeconds() - start
  let lines = sources.reduce(0) { $0 + $1.count { $0 == 0x0A } }
  print("{\"files\":\(sources.count),\"lines\":\(lines),\"bytes\":\(bytes),\"userSeconds\":\(seconds)}")
  exit(0)
}
worker.stackSize = 512 << 20
worker.start()
while true { sleep(1) }
