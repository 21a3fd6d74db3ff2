// A name means the module's own declaration first, then that of a module it imports; others are not seen.
// kinds: calls references imports

import SeenLibrary
//     ^^^^^^^^^^^ edge imports SeenLibrary

struct Gadget {
  func local() {}
}

func use(_ gadget: Gadget, _ other: SeenLibrary.Gadget, _ tool: Tool) {
//                 ^^^^^^ edge references Gadget @7
//                                              ^^^^^^ edge references Gadget @SeenLibrary.swift:3
//                                                              ^^^^ edge references Tool @SeenLibrary.swift:7
  gadget.local()
//       ^^^^^ edge calls Gadget.local()
  other.remote()
//      ^^^^^^ edge calls Gadget.remote()
  tool.work()
//     ^^^^ edge calls Tool.work() @SeenLibrary.swift:11
  Tool.make().work()
//^^^^ edge references Tool @SeenLibrary.swift:7
//     ^^^^ edge calls Tool.make()
//            ^^^^ edge calls Tool.work() @SeenLibrary.swift:11
}

extension Tool {
  func more() { work() }
//              ^^^^ edge calls Tool.work() @SeenLibrary.swift:11
}
