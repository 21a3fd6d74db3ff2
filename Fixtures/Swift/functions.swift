// complete
func plain() {}
//   ^^^^^ definition function plain()
//   ^^^^^ signature func plain()
func labels(_ a: Int, with b: String, c: Bool...) -> Int { 0 }
//   ^^^^^^ definition function labels(_:with:c:)
//   ^^^^^^ signature func labels(_ a: Int, with b: String, c: Bool...) -> Int
func throwing<T: Equatable>(
//   ^^^^^^^^ definition function throwing(value:body:) async throwing
//   ^^^^^^^^ signature func throwing<T: Equatable>(value: inout T, body: @escaping (T) -> Void = { _ in }) async throws -> some Collection<T> where T: Sendable
  value: inout T,  // a comment
  body: @escaping (T) -> Void = { _ in }
) async throws -> some Collection<T> where T: Sendable {}
struct Holder {
//     ^^^^^^ definition struct Holder
//     ^^^^^^ signature struct Holder
  init?(from decoder: any Decoder) throws { }
  // <- definition initializer Holder.init(from:) throwing
  // <- signature init?(from decoder: any Decoder) throws
  convenience init() { self.init(from: nil) }
//            ^^^^ definition initializer Holder.init()
//            ^^^^ signature convenience init()
  deinit {}
  // <- definition method Holder.deinit
  // <- signature deinit
  static func make() -> Self { fatalError() }
//            ^^^^ definition method Holder.make() static
//            ^^^^ signature static func make() -> Self
  class func share() {}
//           ^^^^^ definition method Holder.share() classMember
//           ^^^^^ signature class func share()
  mutating func change() {}
//              ^^^^^^ definition method Holder.change() mutating
//              ^^^^^^ signature mutating func change()
  subscript(index: Int) -> Int { 0 }
  // <- definition subscript Holder.subscript(_:)
  // <- signature subscript(index: Int) -> Int
  subscript(at index: Int, default value: @autoclosure () -> Int) -> Int { get { 0 } set { } }
  // <- definition subscript Holder.subscript(at:default:)
  // <- signature subscript(at index: Int, default value: @autoclosure () -> Int) -> Int
  func outer() {
//     ^^^^^ definition method Holder.outer()
//     ^^^^^ signature func outer()
    func inner(_ x: Int) {}
//       ^^^^^ definition function Holder.outer().inner(_:) local
//       ^^^^^ signature func inner(_ x: Int)
    struct Local { let member = 1 }
//         ^^^^^ definition struct Holder.outer().Local local
//         ^^^^^ signature struct Local
//                     ^^^^^^ definition property Holder.outer().Local.member constant local
//                     ^^^^^^ signature let member = 1
  }
}
