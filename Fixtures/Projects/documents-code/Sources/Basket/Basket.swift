/// A thing to ``Basket/put(_:)``, if it ``fits``.
public struct Item {
  public var fits: Bool { true }
  public init() {}
}

/** Holds an `Item`, unlike ``Crate``. */
public protocol Holder {
  func hold(_ item: Item) -> Bool
}

public struct Basket {
  /// Who may ``put(_:)``; `nil` and `owner` say nothing.
  public let owner: String
  public init(owner: String) { self.owner = owner }

  /// Takes the `item`, for `owner`.
  ///
  /// ```swift
  /// basket.put(`Item`)
  /// ```
  public func put(_ item: Item) {}
}

extension Basket {
  /// Calls ``put(_:)`` and `hold(_:)`.
  func fill() { put(Item()) }
}
