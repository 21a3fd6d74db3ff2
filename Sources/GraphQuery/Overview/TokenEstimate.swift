/// How many tokens a language model makes of a text, estimated from above: one for every three bytes. Tokenizers make
/// one of three to five bytes of code and English.
enum TokenEstimate {
  private static let bytesPerToken = 3

  static func tokens(_ text: String) -> Int { (text.utf8.count + bytesPerToken - 1) / bytesPerToken }
}
