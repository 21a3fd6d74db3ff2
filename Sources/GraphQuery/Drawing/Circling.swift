import Foundation

/// Places on circles.
enum Circling {
  /// The angle between neighbours in a sunflower, in radians: no two seeds lie behind each other. Source: Vogel: A
  /// better way to construct the sunflower head, 1979.
  static let goldenAngle = 2.399963229728653

  static func point(angle: Double, distance: Double) -> (x: Double, y: Double) {
    (distance * cos(angle), distance * sin(angle))
  }

  /// Where seed `index` of a sunflower lies whose seeds are `spacing` apart.
  static func seed(_ index: Int, spacing: Double) -> (x: Double, y: Double) {
    point(angle: Double(index) * goldenAngle, distance: spacing * (Double(index) + 0.5).squareRoot())
  }
}
