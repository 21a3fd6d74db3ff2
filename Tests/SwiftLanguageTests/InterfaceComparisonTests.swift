import SwiftLanguage
import Testing

/// What an edit of a file can change for the references of others.
@Suite struct InterfaceComparisonTests {
  private static let source = """
    import Foundation

    struct Cart: Equatable {
      var items = [1, 2]
      var total: Int {
        items.count
      }
      func add(_ item: Int, twice: Bool = false) -> Int {
        func local() -> Int { item }
        return local()
      }
      subscript(place: Int) -> Int { items[place] }
    }
    """

  private func isSame(_ old: String, _ new: String) throws -> Bool {
    #expect(Self.source.contains(old))
    let before = try #require(Parsing.facts(of: Self.source))
    let after = try #require(Parsing.facts(of: Self.source.replacing(old, with: new)))
    return SwiftLanguage().isSame(after, forOthersAs: before)
  }

  @Test(arguments: [
    ("return local()", "print(String(item))\n    return local() + items.count"),
    ("{ item }", "{ item + items[0] }"),
    ("    items.count", "    let all = items\n    return all.count"),
    ("{ items[place] }", "{ items[place + 1] }"),
    ("struct Cart", "/// What is bought.\n\nstruct Cart"),
  ])
  func bodiesAreTheFilesOwn(old: String, new: String) throws { #expect(try isSame(old, new)) }

  @Test(arguments: [
    ("import Foundation", "import Foundation\nimport Dispatch"),
    ("Cart: Equatable", "Cart: Hashable"),
    ("[1, 2]", "[1.5]"),
    ("total: Int {", "total: UInt {"),
    ("total: Int {\n", "total: Int {\n    willSet {}\n"),
    ("_ item: Int,", "_ item: UInt,"),
    ("twice: Bool", "again: Bool"),
    ("= false", "= true"),
    ("func local()", "func other()"),
    ("subscript(place: Int) -> Int", "subscript(place: Int) -> UInt"),
    ("  subscript", "  static func made() -> Cart { Cart() }\n  subscript"),
    ("struct Cart", "@MainActor struct Cart"),
  ])
  func declarationsAreEveryones(old: String, new: String) throws { #expect(try !isSame(old, new)) }
}
