/// A lamp under a ``Shade``, lit by ``switchOn()``; `Shade.tint(by:)` and `Shade/color` colour it.
///
/// What ``dim()`` did is gone, `Lamp` is itself, and a `String` or a `color` may be anything.
public struct Lamp {
  /// Made by ``Shade/tint(by:)``; the ``Lamps/Shade/color`` shines through. Not read: Shade, tint(by:).
  public var shade: Shade

  /// Lights the lamp. The parameter `shade` is the parameter, ``shade`` the property.
  ///
  /// ```swift
  /// lamp.switchOn() // `Shade` in code is code
  /// ```
  ///
  /// - Parameter shade: a `Shade`.
  public func switchOn(shade: Shade) {}

  /// As ``switchOn(shade:)``, with the lamp's own.
  public func switchOn() {}
}

/// What is around a ``Lamp``.
public struct Shade {
  /// The colour, see ``tint(by:)``.
  public var color = 0

  /// Mixes `amount` into the ``color``.
  public mutating func tint(by amount: Int) {}
}
