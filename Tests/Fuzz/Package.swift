// swift-tools-version: 6.2
import PackageDescription

// A package of its own: instrumented for libFuzzer, which brings its own `main`. See README.md.
let sanitizers = Context.environment["KG_SANITIZE"].map { ["-sanitize=\($0)"] } ?? []

let package = Package(
  name: "KGFuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "kg", path: "../..")],
  targets: [
    .target(name: "FuzzSupport", dependencies: [.product(name: "FuzzedParts", package: "kg")]),
    .executableTarget(
      name: "KGFuzz",
      dependencies: ["FuzzSupport", .product(name: "FuzzedParts", package: "kg")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]
    ),
    .executableTarget(
      name: "KGFuzzSwift",
      dependencies: ["FuzzSupport", .product(name: "SwiftLanguage", package: "kg")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"] + sanitizers)]
        + (sanitizers.isEmpty ? [] : [.define("STARTS_FUZZER")]),
      linkerSettings: sanitizers.isEmpty ? [] : [.unsafeFlags(sanitizers)]
    ),
  ],
  swiftLanguageModes: [.v6]
)
