// Overloads are told apart by their labels first, then by the number of arguments, then by their types.
// kinds: calls

struct Writer {
  func write(_ text: String) {}
  func write(text: String) {}
  func write(_ text: String, to path: String) {}
  func write(_ text: String, times: Int = 1, quick: Bool) {}
  func write(_ number: Int) {}
  func write(_ numbers: [Int]) {}
  func write(_ texts: String...) {}
  func write(_ closure: () -> Int) {}
}

func convert(_ value: Int) -> String { "" }
func convert(_ value: String) -> Int { 0 }
func convert(_ value: Bool) -> Bool { value }

func use(_ writer: Writer, _ name: String, _ count: Int) {
  writer.write(name)
//       ^^^^^ edge calls Writer.write(_:) @5
  writer.write(text: name)
//       ^^^^^ edge calls Writer.write(text:)
  writer.write(name, to: name)
//       ^^^^^ edge calls Writer.write(_:to:)
  writer.write(name, quick: true)
//       ^^^^^ edge calls Writer.write(_:times:quick:)
  writer.write(name, times: 2, quick: false)
//       ^^^^^ edge calls Writer.write(_:times:quick:)
  writer.write(count)
//       ^^^^^ edge calls Writer.write(_:) @9
  writer.write([count, 2])
//       ^^^^^ edge calls Writer.write(_:) @10
  writer.write(name, name)
//       ^^^^^ edge calls Writer.write(_:) @11
  writer.write { count }
//       ^^^^^ edge calls Writer.write(_:) @12
  writer.write(convert(count))
//       ^^^^^ edge calls Writer.write(_:) @5
//             ^^^^^^^ edge calls convert(_:) @15
  writer.write(convert(name))
//       ^^^^^ edge calls Writer.write(_:) @9
//             ^^^^^^^ edge calls convert(_:) @16
  _ = convert(true)
//    ^^^^^^^ edge calls convert(_:) @17
}
