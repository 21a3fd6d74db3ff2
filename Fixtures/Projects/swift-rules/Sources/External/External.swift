// A member of a value from outside is outside, whatever the package's own types have under that name.
// kinds: calls reads

import Foundation

struct Local {
  func append(_ text: String) {}
  func write(_ text: String) {}
  func contains(_ text: String) -> Bool { true }
  var count: Int { 0 }
  var path: String { "" }
  static func max(_ a: Int, _ b: Int) -> Int { a }
  func lock() {}
}

func use(_ local: Local, _ data: Data, _ url: URL, _ lock: NSLock) {
  var list = [1]
  list.append(2)
//     ^^^^^^ external calls *.append(_:)
  _ = list.count + local.count
//         ^^^^^ external reads *.count
//               ^ external calls *.+(_:_:)
//                       ^^^^^ edge reads Local.count
  local.append("a")
//      ^^^^^^ edge calls Local.append(_:)
  _ = "abc".contains("a")
//          ^^^^^^^^ external calls *.contains(_:)
  _ = max(1, 2)
//    ^^^ external calls *.max(_:_:)
  _ = Local.max(1, 2)
//          ^^^ edge calls Local.max(_:_:)
  var copy = data
  copy.append(1)
//     ^^^^^^ external calls *.append(_:)
  _ = url.path
//        ^^^^ external reads *.path
  _ = url.appendingPathComponent("x").path
//        ^^^^^^^^^^^^^^^^^^^^^^ external calls *.appendingPathComponent(_:)
//                                    ^^^^ external reads *.path
  lock.lock()
//     ^^^^ external calls *.lock()
  local.lock()
//      ^^^^ edge calls Local.lock()
  print(local.path)
//^^^^^ external calls *.print(_:separator:terminator:)
//            ^^^^ edge reads Local.path
}
