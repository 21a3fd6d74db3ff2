// kinds: calls references

public struct Gadget {
  public func remote() {}
}

public struct Tool {
  public static func make() -> Tool { Tool() }
//                             ^^^^ edge references Tool @7
//                                    ^^^^ edge calls Tool @7
  public func work() { hidden() }
//                     ^^^^^^ edge calls Tool.hidden()
  func hidden() {}
}
