// swift-tools-version: 6.2
import PackageDescription

// One section per layer, lowest first; a target may import only targets of lower layers
// (Tests/ArchitectureTests holds the table and enforces it). Heavy dependencies stay behind
// one target each: swift-syntax behind SwiftLanguage, GRDB behind GraphStore.

// KG_SANITIZE instruments what is written here and leaves swift-syntax as it is: see Tests/Fuzz.
let sanitizers = Context.environment["KG_SANITIZE"].map { ["-sanitize=\($0)"] } ?? []

let settings: [SwiftSetting] =
  [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (sanitizers.isEmpty ? [] : [.unsafeFlags(sanitizers)])

let package = Package(
  name: "kg",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kg", targets: ["kg"]),
    // For Benchmarks/, which measures clustering and vectors by themselves.
    .library(name: "Communities", targets: ["Communities"]),
    .library(name: "Embedding", targets: ["Embedding"]),
    // For Tests/Fuzz, which is instrumented throughout. Swift by itself: its parser takes long to build.
    .library(
      name: "FuzzedParts",
      targets: [
        "GraphModel", "GraphStore", "HTMLLanguage", "InterfaceLanguage", "LanguageSupport",
        "MarkdownLanguage", "PythonLanguage", "ReStructuredTextLanguage", "SourceTree", "StoreTestSupport",
        "TestSupport",
      ]),
    .library(name: "SwiftLanguage", targets: ["SwiftLanguage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    // MARK: Layer 0

    .target(name: "GraphModel", exclude: ["README.md"], swiftSettings: settings),
    .target(name: "PortableMath", swiftSettings: settings),

    // MARK: Layer 1

    .target(name: "Communities", dependencies: ["PortableMath"], swiftSettings: settings),
    // The trained table and its background, put into the program's file by the compiler.
    .target(name: "CEmbeddingTable", exclude: ["background.bin", "embedding.bin"]),
    .target(name: "CVectorKernel"),
    .target(
      name: "Embedding",
      dependencies: ["CEmbeddingTable", "CVectorKernel"],
      exclude: ["MODEL.md"],
      swiftSettings: settings
    ),
    .target(name: "LanguageSupport", dependencies: ["GraphModel"], swiftSettings: settings),
    .target(
      name: "SourceTree",
      dependencies: [
        "GraphModel",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings
    ),

    .systemLibrary(
      name: "CMarkup",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev", "pkg-config"])]
    ),
    .target(name: "Markup", dependencies: ["CMarkup"], swiftSettings: settings),

    // MARK: Layer 2

    .target(
      name: "PythonLanguage",
      dependencies: ["GraphModel", "LanguageSupport"],
      path: "Sources/Languages/Python",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "SwiftLanguage",
      dependencies: [
        "GraphModel",
        "LanguageSupport",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      path: "Sources/Languages/Swift",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "MarkdownLanguage",
      dependencies: ["GraphModel", "LanguageSupport", "Markup"],
      path: "Sources/Languages/Markdown",
      exclude: ["README.md", "Entities/generate-entities.py"],
      swiftSettings: settings
    ),
    .target(
      name: "ReStructuredTextLanguage",
      dependencies: ["GraphModel", "LanguageSupport", "Markup"],
      path: "Sources/Languages/ReStructuredText",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "HTMLLanguage",
      dependencies: ["GraphModel", "LanguageSupport", "Markup"],
      path: "Sources/Languages/HTML",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "InterfaceLanguage",
      dependencies: ["GraphModel", "LanguageSupport", "Markup"],
      path: "Sources/Languages/Interface",
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "Linking",
      dependencies: ["GraphModel", "LanguageSupport"],
      exclude: ["Documents/README.md"],
      swiftSettings: settings
    ),
    .target(name: "CIndexStore", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "CompilerIndex",
      dependencies: [
        "CIndexStore",
        "GraphModel",
        "LanguageSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["README.md"],
      swiftSettings: settings
    ),
    .systemLibrary(
      name: "CStorage",
      providers: [.apt(["libsqlite3-dev", "zlib1g-dev"])]
    ),
    .target(name: "CPageChecksums", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "GraphStore",
      dependencies: [
        "CPageChecksums",
        "CStorage",
        "Embedding",
        "GraphModel",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Schema/README.md"],
      swiftSettings: settings
    ),
    .target(name: "Retrieval", dependencies: ["Embedding", "GraphModel"], swiftSettings: settings),

    // MARK: Layer 3

    .target(
      name: "Indexing",
      dependencies: [
        "Communities", "CompilerIndex", "Embedding", "GraphModel", "GraphStore", "HTMLLanguage",
        "InterfaceLanguage",
        "LanguageSupport", "Linking", "MarkdownLanguage", "PythonLanguage", "ReStructuredTextLanguage",
        "Retrieval", "SourceTree", "SwiftLanguage",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Communities/README.md"],
      swiftSettings: settings
    ),
    .target(
      name: "GraphQuery",
      dependencies: ["Embedding", "GraphModel", "GraphStore", "Retrieval", "SourceTree"],
      swiftSettings: settings
    ),

    // MARK: Layer 4

    // Makes the table of `CEmbeddingTable`; not part of the product.
    .target(name: "CTrainerKernel"),
    .executableTarget(
      name: "EmbeddingTrainer",
      dependencies: [
        "CTrainerKernel", "Embedding", "GraphModel", "LanguageSupport", "PortableMath", "PythonLanguage",
        "Retrieval", "SwiftLanguage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["manifest.txt", "fetch-sources.py"],
      swiftSettings: settings
    ),
    .target(
      name: "Evaluation",
      dependencies: ["GraphQuery", "PortableMath", "Retrieval"],
      swiftSettings: settings
    ),

    // MARK: Layer 5

    .executableTarget(
      name: "kg",
      dependencies: [
        "CompilerIndex", "Evaluation", "GraphModel", "GraphQuery", "Indexing", "SourceTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md"],
      swiftSettings: settings
    ),

    // MARK: Tests

    .target(
      name: "TestSupport",
      dependencies: ["GraphModel", "LanguageSupport"],
      path: "Tests/Support",
      swiftSettings: settings
    ),
    .target(
      name: "StoreTestSupport",
      dependencies: ["CPageChecksums", "GraphModel", "GraphStore"],
      path: "Tests/StoreSupport",
      swiftSettings: settings
    ),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: ["TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommunitiesTests",
      dependencies: ["Communities", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GraphModelTests",
      dependencies: ["GraphModel", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "LanguageSupportTests",
      dependencies: ["GraphModel", "LanguageSupport", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SourceTreeTests",
      dependencies: ["GraphModel", "SourceTree", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PythonLanguageTests",
      dependencies: ["GraphModel", "LanguageSupport", "PythonLanguage", "TestSupport"],
      exclude: ["Oracle"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SwiftLanguageTests",
      dependencies: ["GraphModel", "LanguageSupport", "Linking", "SwiftLanguage", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "MarkdownLanguageTests",
      dependencies: ["GraphModel", "LanguageSupport", "MarkdownLanguage", "TestSupport"],
      exclude: ["fetch-spec.sh"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "InterfaceLanguageTests",
      dependencies: [
        "GraphModel", "InterfaceLanguage", "LanguageSupport", "Linking", "SwiftLanguage", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CompilerIndexTests",
      dependencies: [
        "CompilerIndex", "GraphModel", "LanguageSupport", "Linking", "SwiftLanguage", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "MarkupTests",
      dependencies: ["Markup"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "LinkingTests",
      dependencies: ["GraphModel", "LanguageSupport", "Linking", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EmbeddingTests",
      dependencies: [
        "CVectorKernel", "Embedding", "EmbeddingTrainer", "GraphModel", "PortableMath", "Retrieval",
        "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GraphStoreTests",
      dependencies: [
        "CPageChecksums", "CStorage", "Embedding", "GraphModel", "GraphStore", "Retrieval", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "IndexingTests",
      dependencies: [
        "Embedding", "GraphModel", "GraphStore", "Indexing", "LanguageSupport", "Linking", "PythonLanguage",
        "SourceTree", "TestSupport",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GraphQueryTests",
      dependencies: ["GraphModel", "GraphQuery", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EvaluationTests",
      dependencies: ["CStorage", "Evaluation", "GraphQuery"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "RetrievalTests",
      dependencies: ["GraphModel", "Retrieval", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["GraphModel", "Indexing", "LanguageSupport", "Linking", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["GraphModel", "TestSupport"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FaultTests",
      dependencies: ["GraphModel", "GraphStore", "StoreTestSupport", "TestSupport"],
      exclude: ["README.md", "Shim"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
