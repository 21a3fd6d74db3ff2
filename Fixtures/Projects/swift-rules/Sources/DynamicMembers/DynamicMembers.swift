// A member that the type lacks goes through `subscript(dynamicMember:)`; one that it has does not.
// kinds: calls

struct User {
  var name = ""
  func greet() {}
}

@dynamicMemberLookup
struct Lens<Root> {
  var root: Root
  var path = ""
  subscript<T>(dynamicMember member: KeyPath<Root, T>) -> T { root[keyPath: member] }
}

@dynamicMemberLookup
struct Bag {
  subscript(dynamicMember name: String) -> User { User() }
//                                                ^^^^ edge calls User
  func size() -> Int { 0 }
}

func use(_ lens: Lens<User>, _ bag: Bag) {
  lens.name.show()
//          ^^^^ edge calls String.show() @34
  lens.path.show()
//          ^^^^ edge calls String.show() @34
  bag.anything.greet()
//             ^^^^^ edge calls User.greet()
  _ = bag.size()
//        ^^^^ edge calls Bag.size()
}

extension String { func show() {} }
