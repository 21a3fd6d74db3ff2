@testable import Core
//               ^ edge imports Core
#if canImport(Glibc)
  import Glibc
  //     ^ external imports Glibc
#endif
