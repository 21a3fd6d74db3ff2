// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "interface",
  targets: [
    .target(name: "App", dependencies: ["Kit"], path: "App"),
    .target(name: "Kit", path: "Kit"),
  ]
)
