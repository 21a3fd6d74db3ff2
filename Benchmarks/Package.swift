// swift-tools-version: 6.2
import PackageDescription

// What the product's speed is held against; not part of the product.
let package = Package(
  name: "kg-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "kg", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    .executableTarget(
      name: "parse-floor",
      dependencies: [
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      path: "Speed/ParseFloor",
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
    .systemLibrary(name: "CZlib", path: "Speed/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .executableTarget(
      name: "communities-benchmark",
      dependencies: [
        "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Communities", package: "kg"),
      ],
      path: "Speed/Communities",
      exclude: ["peers.py", "compare.py"],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
    .executableTarget(
      name: "vectors-benchmark",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Embedding", package: "kg"),
      ],
      path: "Speed/Vectors",
      exclude: ["compare.py"],
      swiftSettings: [.treatAllWarnings(as: .error)]
    ),
  ],
  swiftLanguageModes: [.v6]
)
