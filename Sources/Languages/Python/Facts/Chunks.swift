import LanguageSupport

extension Parser {
  mutating func addChunks() {}
}
