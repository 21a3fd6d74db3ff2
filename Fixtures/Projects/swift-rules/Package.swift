// swift-tools-version: 5.9
import PackageDescription

// One target a rule: its sources say in their own comments which edges they have.
let rules = [
  "Accessors", "AssociatedTypes", "Bindings", "Closures", "CodableTypes", "Concurrency",
  "ConstrainedExtensions", "DynamicMembers", "EnumCases", "Extensions", "External", "FoundationTypes",
  "Functions", "Generics", "HiddenLibrary", "ImplicitMembers", "Inheritance", "Initializers", "KeyPaths",
  "Literals", "LocalDeclarations", "Macros", "NestedTypes", "OpaqueTypes", "Operators", "OptionalChaining",
  "Overloads", "PrivateA", "PropertyWrappers", "ProtocolStatics", "Ranking", "Requirements",
  "ResultBuilders", "ReturnTypes", "SeenLibrary", "SelfAndMetatypes", "Shadowing", "StandardLibraryCalls", "Subscripts",
  "Throwing", "TrailingClosures", "Tuples", "Writing",
]

let package = Package(
  name: "rules",
  targets: rules.map { .target(name: $0) } + [
    .target(name: "ModulesSeen", dependencies: ["SeenLibrary"])
  ]
)
