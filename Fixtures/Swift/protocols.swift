// complete references
public protocol Store<Key>: Base where Key: Hashable {
//              ^^^^^ definition protocol Store public
//                    ^^^ reference type Key
//                          ^^^^ reference base Base owner Store
//                                     ^^^ reference type Key
//                                          ^^^^^^^^ reference type Hashable
  associatedtype Key: Codable = String where Key: Sendable
//               ^^^ definition associatedType Store.Key public
//               ^^^ reference write Key receiver String detail alias
//                    ^^^^^^^ reference base Codable owner Store.Key
//                              ^^^^^^ reference type String
//                                           ^^^ reference type Key
//                                                ^^^^^^^^ reference type Sendable
  var count: Int { get }
//    ^^^^^ definition property Store.count public
//    ^^^^^ reference write count receiver Int detail var
//           ^^^ reference type Int
  func value(for key: Key) throws -> Int
//     ^^^^^ definition method Store.value(for:) public throwing
//     ^^^^^ reference write value receiver Int detail result
//               ^^^ reference write key receiver Key detail parameter
//                    ^^^ reference type Key
//                                   ^^^ reference type Int
  init()
  // <- definition initializer Store.init() public
}
typealias Pair<T> = (T, Store) where T: Equatable
//        ^^^^ definition typeAlias Pair
//        ^^^^ reference write Pair receiver expression in file.<typeParameters> detail alias
//             ^ definition typeParameter Pair.T
//             ^ reference write T in file.<typeParameters> detail typeParameter
//                   ^ reference type T in file.<typeParameters>
//                      ^^^^^ reference type Store in file.<typeParameters>
//                                   ^ reference type T in file.<typeParameters>
//                                      ^^^^^^^^^ reference type Equatable in file.<typeParameters>
