// kinds: calls references

public struct Tool {
  public func work() {}
}

public struct Gadget {}
