// swift-tools-version: 6.2
import PackageDescription

// A package of its own: instrumented for libFuzzer, which brings its own `main`. See README.md.
let package = Package(
  name: "KGFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "kg", path: "../..")],
  targets: [
    .executableTarget(
      name: "KGFuzz",
      dependencies: [.product(name: "FuzzedParts", package: "kg")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]
    )
  ],
  swiftLanguageModes: [.v6]
)
