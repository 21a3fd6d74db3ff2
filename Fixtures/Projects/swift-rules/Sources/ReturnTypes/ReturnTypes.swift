// Overloads that differ only in what they give are told apart by what the place expects.
// kinds: calls

struct Reader {
  func value() -> Int { 0 }
  func value() -> String { "" }
}

func take(_ number: Int) {}

func use(_ reader: Reader) -> String {
  let number: Int = reader.value()
//                         ^^^^^ edge calls Reader.value() @5
  take(reader.value())
//^^^^ edge calls take(_:) @9
//            ^^^^^ edge calls Reader.value() @5
  let text = reader.value() as String
//                  ^^^^^ edge calls Reader.value() @6
  _ = (number, text)
  return reader.value()
//              ^^^^^ edge calls Reader.value() @6
}
