// The innermost name wins: locals over members, members over the module's, the module's over imported ones.
// kinds: calls reads

struct Word {
  func say() {}
}

struct Sound {
  func say() {}
}

let item = Word()
//         ^^^^ edge calls Word
func min(_ a: Word, _ b: Word) -> Word { a }

struct Box {
  let item = Sound()
//           ^^^^^ edge calls Sound
  func test() {
    item.say()
//  ^^^^ edge reads Box.item
//       ^^^ edge calls Sound.say()
    let item = Word()
//             ^^^^ edge calls Word
    item.say()
//       ^^^ edge calls Word.say()
    do {
      let item = Sound()
//               ^^^^^ edge calls Sound
      item.say()
//         ^^^ edge calls Sound.say()
    }
    item.say()
//       ^^^ edge calls Word.say()
    self.item.say()
//       ^^^^ edge reads Box.item
//            ^^^ edge calls Sound.say()
  }
  func print(_ text: String) {}
  func log() { self.print("x") }
//                  ^^^^^ edge calls Box.print(_:)
}

func use(_ value: Word) {
  item.say()
//^^^^ edge reads item
//     ^^^ edge calls Word.say()
  min(value, item).say()
//^^^ edge calls min(_:_:)
//           ^^^^ edge reads item
//                 ^^^ edge calls Word.say()
  _ = Swift.min(1, 2)
//          ^^^ external calls *.min(_:_:)
  func local() { value.say() }
//                     ^^^ edge calls Word.say()
  local()
//^^^^^ edge calls use(_:).local()
  let value = Sound()
//            ^^^^^ edge calls Sound
  value.say()
//      ^^^ edge calls Sound.say()
}
