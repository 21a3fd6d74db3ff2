// Attributes name types or macros; those of the language itself are none.
// kinds: decorates calls

@propertyWrapper
struct Logged<Value> {
  var wrappedValue: Value
}

@globalActor
actor Background {
  static let shared = Background()
//                    ^^^^^^^^^^ edge calls Background
}

@Background
 // <- edge decorates Background
final class Worker {
  @Logged var name = ""
// ^^^^^^ edge decorates Logged
  @discardableResult
  func work() -> Int { 1 }
}

@available(*, deprecated)
func old() {}
