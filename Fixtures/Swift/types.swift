// complete
class Animal {}
//    ^^^^^^ definition class Animal
final class Dog: Animal, @unchecked Sendable {
//          ^^^ definition class Dog final
  struct Collar {
//       ^^^^^^ definition struct Dog.Collar
    enum Size: Int { case small }
//       ^^^^ definition enum Dog.Collar.Size
//                        ^^^^^ definition enumCase Dog.Collar.Size.small
  }
}
public actor Kennel {}
//           ^^^^^^ definition actor Kennel public
protocol Barking: AnyObject, Loud {}
//       ^^^^^^^ definition protocol Barking
open class Base<Element: Hashable, each Item>: Other.Root<Element> where Element: Codable {}
//         ^^^^ definition class Base open
//              ^^^^^^^ definition typeParameter Base.Element
//                                      ^^^^ definition typeParameter Base.Item
struct `default` {}
//     ^^^^^^^^^ definition struct default
indirect enum Tree { case leaf }
//            ^^^^ definition enum Tree indirect
//                        ^^^^ definition enumCase Tree.leaf
