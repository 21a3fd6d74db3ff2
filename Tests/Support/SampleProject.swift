import Foundation

extension TemporaryDirectory {
  /// Makes a directory with these files; names may contain `/`.
  public convenience init(_ files: [String: String]) throws {
    try self.init()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try write(text, to: path) }
  }

  /// The directory as a URL.
  public var url: URL { URL(fileURLWithPath: path) }

  /// The bytes of a file inside; nil if there is none.
  public func data(_ relative: String) -> Data? {
    FileManager.default.contents(atPath: path + "/" + relative)
  }

  /// Removes a file or a folder inside.
  public func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + relative)
  }

  /// A small project in all three languages.
  public static func sampleProject() throws -> TemporaryDirectory {
    try TemporaryDirectory([
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
