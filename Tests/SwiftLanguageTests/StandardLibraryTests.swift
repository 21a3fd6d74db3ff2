import Foundation
import GraphModel
import LanguageSupport
import TestSupport
import Testing

@testable import SwiftLanguage

/// The table of the libraries' declarations.
@Suite struct StandardLibraryTests {
  @Test func everyTextParses() {
    for (theme, interface) in zip(StandardLibrary.themes, StandardLibrary.allInterfaces()) {
      #expect(interface.facts.parseErrors == 0, "\(theme.module): \(theme.text.prefix(80))")
      #expect(interface.facts.definitions.count > 10)
    }
  }

  @Test func whatIsImportedIsVisible() {
    let plain = Set(StandardLibrary.interfaces(importing: []).map(\.module))
    #expect(plain == ["Swift"])
    let tested = Set(StandardLibrary.interfaces(importing: ["XCTest", "Unknown"]).map(\.module))
    #expect(tested == ["Swift", "Foundation", "Dispatch", "Glibc", "XCTest"])
    let twice = StandardLibrary.interfaces(importing: ["Testing"]).map(\.facts)
    #expect(twice == StandardLibrary.interfaces(importing: ["Testing"]).map(\.facts))
  }

  @Test func aDeclarationIsFoundByItsName() throws {
    let interface = try #require(
      StandardLibrary.interfaces(importing: []).first { interface in
        interface.facts.definitions.indices.contains {
          interface.facts.qualifiedName(DefinitionIndex($0)) == "Sequence.compactMap(_:)"
        }
      })
    #expect(interface.module == "Swift")
  }

  /// Every type and member of the table, by name and labels, against the toolchain's own modules.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["KG_TEST"] == "full"))
  func everyDeclarationExistsInTheToolchain() throws {
    let known = try #require(try ToolchainSymbols.names(of: Self.checkedModules))
    var missing: [String] = []
    for interface in StandardLibrary.allInterfaces() where Self.checkedModules.contains(interface.module) {
      for (index, definition) in interface.facts.definitions.enumerated()
      where definition.kind != .typeAlias && definition.kind != .typeParameter {
        let name = interface.facts.qualifiedName(DefinitionIndex(index)).replacing("`", with: "")
        // The toolchain does not list names with underscores.
        if name.hasPrefix("_") || known.contains(name) { continue }
        missing.append(name)
      }
    }
    #expect(missing.filter { !Self.elsewhere.contains($0) } == [])
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["KG_TEST"] == "full"))
  func readingTheTableIsQuick() {
    let clock = ContinuousClock()
    let texts = StandardLibrary.themes.filter { $0.module == "Swift" }.map { Array($0.text.utf8) }
    var best = Duration.seconds(9)
    for _ in 0..<20 {
      best = min(best, clock.measure { for text in texts { _ = SwiftLanguage().parse(text) } })
    }
    // A debug build is tens of times slower than a release.
    #expect(best < .seconds(1), "\(texts.map(\.count).reduce(0, +)) bytes took \(best)")
  }

  private static let checkedModules = [
    "Swift", "Foundation", "Dispatch", "Synchronization", "XCTest", "Testing",
  ]

  /// What Apple's Foundation has and the open-source one has under another type or not at all, and what the
  /// toolchain's lists leave out.
  private static let elsewhere: Set<String> = [
    "InstantProtocol.+(_:_:)", "InstantProtocol.+=(_:_:)",
    "InstantProtocol.-(_:_:)", "InstantProtocol.-=(_:_:)", "LazyCollectionProtocol.reversed()",
    "Locale.availableIdentifiers", "NSRange.contains(_:)", "NSRange.init()", "NSRange.init(_:)",
    "NSRange.init(_:in:)", "NSRange.init(location:length:)", "NSRange.intersection(_:)", "NSRange.length",
    "NSRange.location", "NSRange.lowerBound", "NSRange.upperBound", "NSString.CompareOptions.anchored",
    "NSString.CompareOptions.backwards", "NSString.CompareOptions.caseInsensitive",
    "NSString.CompareOptions.diacriticInsensitive", "NSString.CompareOptions.literal",
    "NSString.CompareOptions.numeric", "NSString.CompareOptions.rawValue",
    "NSString.CompareOptions.regularExpression", "NSString.CompareOptions.widthInsensitive",
    "Notification.Name.init(_:)", "Notification.Name.init(rawValue:)",
    "PropertyListSerialization.PropertyListFormat.binary",
    "PropertyListSerialization.PropertyListFormat.openStep",
    "PropertyListSerialization.PropertyListFormat.xml", "StringProtocol.applyingTransform(_:reverse:)",
    "StringProtocol.capitalized(with:)", "StringProtocol.localizedCapitalized",
    "StringProtocol.localizedLowercase", "StringProtocol.localizedUppercase",
    "StringProtocol.lowercased(with:)", "StringProtocol.uppercased(with:)", "Date.formatted()",
    "URL.cachesDirectory", "URL.documentsDirectory",
  ]
}
