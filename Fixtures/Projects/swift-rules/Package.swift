// swift-tools-version: 5.9
import PackageDescription

// One target a rule: its sources say in their own comments which edges they have.
let rules = [
  "AssociatedTypes", "Bindings", "Closures", "CodableTypes", "Concurrency", "ConstrainedExtensions",
  "DynamicMembers", "EnumCases", "Extensions", "External", "Functions", "Generics", "ImplicitMembers",
  "Inheritance", "Initializers", "KeyPaths", "Macros", "NestedTypes", "Operators", "OptionalChaining",
  "Overloads", "PrivateA", "PropertyWrappers", "Requirements", "ResultBuilders", "ReturnTypes",
  "SelfAndMetatypes", "Shadowing", "StandardLibraryCalls", "Subscripts", "Throwing", "Writing",
]

let package = Package(
  name: "rules",
  targets: rules.map { .target(name: $0) }
)
