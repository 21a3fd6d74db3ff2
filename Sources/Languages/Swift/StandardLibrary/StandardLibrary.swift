import LanguageSupport
import Synchronization

/// Declarations of the libraries that come with Swift, so that expressions can be typed through them: the element
/// of a `map`, what `first` gives, which protocols an `Int` has.
///
/// They are written as Swift declarations in the other files of this folder, one theme each, and read with the
/// parser that reads everything else. So extending the table is writing an interface. The form is that of a module
/// interface with what linking does not need left out: no access levels, bodies, availability, `@escaping`,
/// `@Sendable`, `{ get }` outside protocols; `rethrows` where the library has typed throws. Every declaration
/// counts as public.
///
/// Members that a protocol declares are not repeated in the types that conform to it.
enum StandardLibrary {
  /// One theme's declarations as facts.
  struct Interface: Sendable {
    /// The module whose declarations these are.
    let module: String
    /// What ``SwiftLanguage/parse(_:)`` finds in them.
    let facts: FileFacts
  }

  /// The declarations that are visible where these modules are imported, in a fixed order. The standard library
  /// is always among them. Each text is parsed once a process, when it is first asked for.
  static func interfaces(importing modules: Set<String>) -> [Interface] {
    var wanted: Set<String> = ["Swift"]
    var open = modules.sorted()
    while let name = open.popLast() {
      guard wanted.insert(name).inserted else { continue }
      open += reexports[name] ?? []
    }
    return themes.indices.filter { !wanted.isDisjoint(with: themes[$0].imports) }.map(interface)
  }

  /// The declarations of every module of the table.
  static func allInterfaces() -> [Interface] { themes.indices.map(interface) }

  /// One text of the table.
  struct Theme {
    /// The module that external names begin with.
    let module: String
    /// The modules that make it visible when they are imported.
    let imports: Set<String>
    let text: String
  }

  /// In order of modules, what others build upon first.
  static let themes: [Theme] =
    [
      values, sequences, collections, arrays, lazySequences, numbers, strings, runtime, coding, pointers,
      concurrency,
    ].map { Theme(module: "Swift", imports: ["Swift"], text: $0) }
    + [
      foundationValues, foundationTime, foundationText, foundationMatching, foundationSystem,
    ].map {
      Theme(module: "Foundation", imports: ["Foundation", "FoundationEssentials"], text: $0)
    } + [
      Theme(
        module: "Foundation", imports: ["FoundationNetworking", "Foundation"], text: foundationNetworking),
      Theme(module: "Dispatch", imports: ["Dispatch"], text: dispatch),
      Theme(module: "Glibc", imports: ["Glibc", "Musl", "Darwin", "Android", "Bionic"], text: cLibrary),
      Theme(module: "Synchronization", imports: ["Synchronization"], text: synchronization),
      Theme(module: "XCTest", imports: ["XCTest"], text: xcTest),
      Theme(module: "Testing", imports: ["Testing"], text: swiftTesting),
      Theme(module: "os", imports: ["os"], text: os),
      Theme(module: "Combine", imports: ["Combine"], text: combine),
      Theme(module: "SwiftUI", imports: ["SwiftUI"], text: swiftUI),
      Theme(module: "UIKit", imports: ["UIKit"], text: uiKit),
    ]

  /// Modules that bring others along.
  private static let reexports: [String: [String]] = [
    "AppKit": ["Foundation"],
    "Combine": ["Foundation"],
    "Foundation": ["Dispatch", "Glibc"],
    "FoundationNetworking": ["Foundation"],
    "OSLog": ["os"],
    "SwiftUI": ["Combine", "Foundation"],
    "UIKit": ["Foundation"],
    "XCTest": ["Foundation"],
  ]

  /// For each theme its facts, once they are asked for.
  private static let parsed = Mutex([Interface?](repeating: nil, count: themes.count))

  private static func interface(_ index: Int) -> Interface {
    parsed.withLock { parsed in
      if let known = parsed[index] { return known }
      let theme = themes[index]
      guard case .facts(let facts) = SwiftLanguage().parse(Array(theme.text.utf8)) else {
        preconditionFailure("the guards refuse a text of the standard library")
      }
      let made = Interface(module: theme.module, facts: facts)
      parsed[index] = made
      return made
    }
  }
}
