import FuzzSupport
import SwiftLanguage

/// Called by libFuzzer once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  fuzz(SwiftLanguage(), with: Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
