// complete references
import Foundation
//     ^^^^^^^^^^ import Foundation
public import Darwin.C
//            ^^^^^^^^ import Darwin.C
@testable import App
//               ^^^ import App testable
@_exported import struct Core.Value
//                            ^^^^^ import Core name Value exported
#if canImport(Glibc)
  import Glibc
//       ^^^^^ import Glibc conditional
#endif
