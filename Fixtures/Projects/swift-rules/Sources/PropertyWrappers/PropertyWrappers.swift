// The wrapped name has the wrapper's value type, `_name` is the wrapper and `$name` what it projects.
// kinds: calls decorates

@propertyWrapper
struct Clamped {
  private var number: Int
  init(wrappedValue: Int) { number = wrappedValue }
  init(wrappedValue: Int, upTo limit: Int) { number = min(wrappedValue, limit) }
//                                                    ^^^ external calls *.min(_:_:)
  var wrappedValue: Int {
    get { number }
    set { number = newValue }
  }
  var projectedValue: Report { Report() }
//                             ^^^^^^ edge calls Report
  func reset() {}
}

struct Report {
  func send() {}
}

struct Settings {
  @Clamped var volume = 3
// ^^^^^^^ edge decorates Clamped
  @Clamped(upTo: 10) var speed = 5
// ^^^^^^^ edge decorates Clamped

  mutating func use() {
    volume.log()
//         ^^^ edge calls Int.log()
    _volume.reset()
//          ^^^^^ edge calls Clamped.reset()
    $speed.send()
//         ^^^^ edge calls Report.send()
    volume = speed
  }
}

extension Int { func log() {} }
