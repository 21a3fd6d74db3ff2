import Foundation
import FuzzSupport
import HTMLLanguage
import InterfaceLanguage
import MarkdownLanguage
import PythonLanguage
import ReStructuredTextLanguage

/// Called by libFuzzer once for each input. The environment's `KG_FUZZ` says which target it is for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What each target does with an input. A finding is a trap, a hang or what the sanitizer reports.
let targets: [String: @Sendable ([UInt8]) -> Void] = [
  "decode": { fuzzDecoding($0) },
  "ignore": { fuzzIgnoreRules($0) },
  "python": { fuzz(PythonLanguage(), with: $0) },
  "markdown": { fuzz(MarkdownLanguage(embedding: [PythonLanguage()]), with: $0) },
  "rst": { fuzz(ReStructuredTextLanguage(embedding: [PythonLanguage()]), with: $0) },
  "html": { fuzz(HTMLLanguage(), with: $0) },
  "interface": { fuzz(InterfaceLanguage(), with: $0) },
  "symbols": { fuzzSymbolIDs($0) },
  "database": { fuzzDatabase($0) },
  "thin": { fuzzThinDatabase($0) },
]

private let chosen: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["KG_FUZZ"] ?? ""
  guard let target = targets[name] else {
    fatalError("KG_FUZZ must be one of \(targets.keys.sorted().joined(separator: " "))")
  }
  return target
}()
