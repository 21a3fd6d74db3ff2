// Chains through Foundation's types keep their types; its members stay outside.
// kinds: calls

import Foundation

extension String { func show() {} }
extension Int { func show() {} }
extension Data { func dump() {} }

func use(_ url: URL, _ decoder: JSONDecoder, _ manager: FileManager) throws {
  url.appendingPathComponent("a").lastPathComponent.show()
//    ^^^^^^^^^^^^^^^^^^^^^^ external calls *.appendingPathComponent(_:)
//                                                  ^^^^ edge calls String.show() @6
  url.pathComponents.first?.show()
//                          ^^^^ edge calls String.show() @6
  let data = try Data(contentsOf: url)
//               ^^^^ external calls *.init(contentsOf:options:)
  data.dump()
//     ^^^^ edge calls Data.dump()
  data.count.show()
//           ^^^^ edge calls Int.show() @7
  try decoder.decode([String].self, from: data).first?.show()
//            ^^^^^^ external calls *.decode(_:from:)
//                                                     ^^^^ edge calls String.show() @6
  String(data: data, encoding: .utf8)?.show()
//^^^^^^ external calls *.init(data:encoding:)
//                                     ^^^^ edge calls String.show() @6
  "a,b".components(separatedBy: ",").last?.show()
//      ^^^^^^^^^^ external calls *.components(separatedBy:)
//                                         ^^^^ edge calls String.show() @6
  " a ".trimmingCharacters(in: .whitespaces).show()
//      ^^^^^^^^^^^^^^^^^^ external calls *.trimmingCharacters(in:)
//                                           ^^^^ edge calls String.show() @6
  try manager.contentsOfDirectory(atPath: "a").first?.show()
//            ^^^^^^^^^^^^^^^^^^^ external calls *.contentsOfDirectory(atPath:)
//                                                    ^^^^ edge calls String.show() @6
  manager.contents(atPath: "a")?.dump()
//        ^^^^^^^^ external calls *.contents(atPath:)
//                               ^^^^ edge calls Data.dump()
  Calendar.current.component(.day, from: Date()).show()
//                 ^^^^^^^^^ external calls *.component(_:from:)
//                                       ^^^^ external calls *.init()
//                                               ^^^^ edge calls Int.show() @7
  ProcessInfo.processInfo.environment["A"]?.show()
//                                          ^^^^ edge calls String.show() @6
  UUID().uuidString.show()
//^^^^ external calls *.init()
//                  ^^^^ edge calls String.show() @6
}
