public struct Lamp {
  public func light(at level: Int) {}
  public func light(from other: Lamp) {}
}
