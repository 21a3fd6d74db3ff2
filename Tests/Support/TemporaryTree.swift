import Foundation

/// A folder of files that is removed at the end of the test.
public final class TemporaryTree {
  /// The folder.
  public let url: URL

  /// Makes a folder with these files; names may contain `/`.
  public init(_ files: [String: String] = [:]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("kg-test-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try write(path, text) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and the folders it needs.
  public func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  /// Writes a file and the folders it needs.
  public func write(_ path: String, _ data: Data) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  /// Removes a file or a folder.
  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appendingPathComponent(path))
  }

  /// The bytes of a file; nil if there is none.
  public func data(_ path: String) -> Data? {
    FileManager.default.contents(atPath: url.appendingPathComponent(path).path)
  }

  /// A small project in all three languages.
  public static func sample() throws -> TemporaryTree {
    try TemporaryTree([
      "README.md": "# Shop\n\nSells things.\n\n## Install\n\nRun `pip install shop`.\n",
      "shop/__init__.py": "\"\"\"The shop.\"\"\"\nfrom .cart import Cart\n",
      "shop/cart.py": """
      import os.path
      from decimal import Decimal


      class Cart:
          \"\"\"Holds what a customer wants to buy.\"\"\"

          def add_item(self, name, price):
              \"\"\"Put an item into the cart.\"\"\"
              self.items.append((name, Decimal(price)))

          def total(self):
              return sum(price for _, price in self.items)


      def load_cart(path):
          from .errors import CartError
          return Cart()
      """,
      "shop/errors.py": "class CartError(Exception):\n    pass\n",
      "tests/test_cart.py": "from shop import Cart\n\n\ndef test_total():\n    assert Cart().total() == 0\n",
      "Sources/Till/Till.swift": """
      import Foundation

      /// Takes money.
      public struct Till {
        public var balance = 0

        /// Adds an amount.
        public mutating func deposit(_ amount: Int) { balance += amount }
      }

      extension Till: CustomStringConvertible {
        public var description: String { "\\(balance)" }
      }
      """,
      "Package.swift": "// swift-tools-version: 6.0\nimport PackageDescription\n",
    ])
  }
}
