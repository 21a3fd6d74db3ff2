public struct Item {
  public var fits: Bool { true }
  public init() {}
}

public protocol Holder {
  func hold(_ item: Item) -> Bool
}

public struct Basket {
  public let owner: String
  public init(owner: String) { self.owner = owner }
  public func put(_ item: Item) {}
}
