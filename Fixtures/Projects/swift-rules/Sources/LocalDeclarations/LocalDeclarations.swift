// Functions and types declared inside a body are found there, before and after their place, and nowhere else.
// kinds: references

struct Kit {}

func outer(_ kit: Kit) -> Int {
//                ^^^ edge references Kit
//                        ^^^ external references *.Int
  struct Kit {
    var size = 0
  }
  let own: Kit = make()
//         ^^^ edge references outer(_:).Kit
  func make() -> Kit { Kit(size: 1) }
//               ^^^ edge references outer(_:).Kit
  return own.size
}

func other(_ kit: Kit) -> [Kit] { [kit] }
//                ^^^ edge references Kit
//                         ^^^ edge references Kit
