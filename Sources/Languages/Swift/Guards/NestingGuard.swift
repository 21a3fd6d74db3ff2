import GraphModel

enum NestingGuard {
  static let parserNestingLevel = 256
  static func refusal(of source: [UInt8]) -> SkipReason? { nil }
}
