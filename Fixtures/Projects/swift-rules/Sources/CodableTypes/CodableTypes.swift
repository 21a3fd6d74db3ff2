// `CodingKeys` is a nested enum like others; keys are implicit members of what the container is keyed by.
// kinds: calls references

struct Account: Decodable {
  var id: Int
//        ^^^ external references *.Int
  var title: String
//           ^^^^^^ external references *.String

  enum CodingKeys: String, CodingKey {
    case id
    case title = "name"
  }
}

struct Custom: Decodable {
  let id: Int
//        ^^^ external references *.Int

  enum Keys: CodingKey { case id, nested }

  init(from decoder: any Decoder) throws {
//                       ^^^^^^^ external references *.Decoder
    let container = try decoder.container(keyedBy: Keys.self)
//                              ^^^^^^^^^ external calls *.container(keyedBy:)
//                                                 ^^^^ edge references Custom.Keys
    id = try container.decode(Int.self, forKey: .id)
//                     ^^^^^^ external calls *.decode(_:forKey:)
//                            ^^^ external references *.Int
//                                               ^^ edge references Custom.Keys.id
    let keys = Account.CodingKeys.self
//             ^^^^^^^ edge references Account
//                     ^^^^^^^^^^ edge references Account.CodingKeys
    let nested = try container.nestedContainer(keyedBy: keys, forKey: .nested)
//                             ^^^^^^^^^^^^^^^ external calls *.nestedContainer(keyedBy:forKey:)
//                                                                     ^^^^^^ edge references Custom.Keys.nested
    try nested.decode(String.self, forKey: .title).check()
//             ^^^^^^ external calls *.decode(_:forKey:)
//                    ^^^^^^ external references *.String
//                                          ^^^^^ edge references Account.CodingKeys.title
//                                                 ^^^^^ edge calls String.check()
    _ = try container.decodeIfPresent(Account.self, forKey: .nested)?.title.check()
//                    ^^^^^^^^^^^^^^^ external calls *.decodeIfPresent(_:forKey:)
//                                    ^^^^^^^ edge references Account
//                                                           ^^^^^^ edge references Custom.Keys.nested
//                                                                          ^^^^^ edge calls String.check()
  }
}

extension String { func check() {} }
