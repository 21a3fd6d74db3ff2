// complete references
@available(macOS 10.15, *)
@MainActor
 // <- reference decorator MainActor owner Screen
public final class Screen {
//                 ^^^^^^ definition class Screen public final
//                 ^^^^^^ attribute available(macOS 10.15, *)
//                 ^^^^^^ attribute MainActor
  @State private var count = 0
// ^^^^^ reference decorator State owner Screen.count
//                   ^^^^^ definition property Screen.count private
//                   ^^^^^ attribute State
//                   ^^^^^ reference write count receiver expression detail var
  @Option(name: .short, help: "text") var flag: Bool
// ^^^^^^ reference decorator Option owner Screen.flag detail (name:help:)
//               ^^^^^ reference read short receiver implicit
//                                        ^^^^ definition property Screen.flag
//                                        ^^^^ attribute Option(name: .short, help: "text")
//                                        ^^^^ reference write flag receiver Bool detail var
//                                              ^^^^ reference type Bool
  @objc(run:) @discardableResult func run(@Builder content: () -> Void) -> Int { 0 }
//                                    ^^^ definition method Screen.run(content:)
//                                    ^^^ attribute objc(run:)
//                                    ^^^ attribute discardableResult
//                                    ^^^ reference write run receiver Int detail result
//                                         ^^^^^^^ reference type Builder
//                                                 ^^^^^^^ reference write content receiver expression detail parameter
//                                                                ^^^^ reference type Void
//                                                                         ^^^ reference type Int
  #if FLAG
    @Published
//   ^^^^^^^^^ reference decorator Published owner Screen.wrapped
  #endif
  var wrapped: Int
//    ^^^^^^^ definition property Screen.wrapped
//    ^^^^^^^ attribute Published
//    ^^^^^^^ reference write wrapped receiver Int detail var
//             ^^^ reference type Int
}
let task: @MainActor @Sendable () -> Void
//  ^^^^ definition variable task constant
//  ^^^^ reference write task receiver expression detail let
//         ^^^^^^^^^ reference type MainActor
//                    ^^^^^^^^ reference type Sendable
//                                   ^^^^ reference type Void
