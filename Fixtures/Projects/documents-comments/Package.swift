// swift-tools-version: 6.0
import PackageDescription

let package = Package(name: "Lamps", targets: [.target(name: "Lamps")])
