import Foundation

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
  "python": { fuzzLanguage(.python, $0) },
  "markdown": { fuzzLanguage(.markdown, $0) },
  "rst": { fuzzLanguage(.reStructuredText, $0) },
  "html": { fuzzLanguage(.html, $0) },
  "interface": { fuzzLanguage(.interface, $0) },
  "swift": { fuzzLanguage(.swift, $0) },
  "symbols": { fuzzSymbolIDs($0) },
  "database": { fuzzDatabase($0) },
]

private let chosen: @Sendable ([UInt8]) -> Void = {
  let name = ProcessInfo.processInfo.environment["KG_FUZZ"] ?? ""
  guard let target = targets[name] else {
    fatalError("KG_FUZZ must be one of \(targets.keys.sorted().joined(separator: " "))")
  }
  return target
}()

/// Ends the run with a message if something does not hold.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
