// A call through a protocol goes to the requirement; a call on the type goes to its own member; what only an
// extension of the protocol declares is the extension's.
// kinds: calls overrides conforms inherits

protocol Store {
  func load() -> Int
  func save()
}

extension Store {
  func save() {}
//     ^^^^ edge overrides Store.save() @7
  func reload() -> Int { load() }
//                       ^^^^ edge calls Store.load()
}

struct Disk: Store {
//           ^^^^^ edge conforms Store @5
  func load() -> Int { 1 }
//     ^^^^ edge overrides Store.load()
}

struct Memory: Store {
//             ^^^^^ edge conforms Store @5
  func load() -> Int { 2 }
//     ^^^^ edge overrides Store.load()
  func save() {}
//     ^^^^ edge overrides Store.save() @7
}

protocol Cache: Store {
//              ^^^^^ edge inherits Store @5
  func evict()
}

final class Shared: Cache {
//                  ^^^^^ edge conforms Cache
  func load() -> Int { reload() }
//     ^^^^ edge overrides Store.load()
//                     ^^^^^^ edge calls Store.reload()
  func evict() { save() }
//     ^^^^^ edge overrides Cache.evict()
//               ^^^^ edge calls Store.save() @11
}

func use(_ any: any Store, _ some: some Store, _ disk: Disk, _ memory: Memory, _ cache: any Cache) {
  _ = any.load()
//        ^^^^ edge calls Store.load()
  some.save()
//     ^^^^ edge calls Store.save() @7
  _ = disk.load()
//         ^^^^ edge calls Disk.load()
  disk.save()
//     ^^^^ edge calls Store.save() @11
  memory.save()
//       ^^^^ edge calls Memory.save()
  _ = any.reload()
//        ^^^^^^ edge calls Store.reload()
  _ = cache.load()
//          ^^^^ edge calls Store.load()
  cache.evict()
//      ^^^^^ edge calls Cache.evict()
}
