/// What the parser reads beyond CommonMark.
struct MarkdownExtensions: OptionSet, Sendable {
  let rawValue: UInt8

  /// GFM tables.
  static let tables = MarkdownExtensions(rawValue: 1 << 0)
  /// `~text~` and `~~text~~`.
  static let strikethrough = MarkdownExtensions(rawValue: 1 << 1)
  /// `- [ ]` and `- [x]`.
  static let taskLists = MarkdownExtensions(rawValue: 1 << 2)
  /// `www.…`, `https://…` and mail addresses without angle brackets.
  static let autolinks = MarkdownExtensions(rawValue: 1 << 3)
  /// `[^label]` and `[^label]: text`.
  static let footnotes = MarkdownExtensions(rawValue: 1 << 4)
  /// `[[target]]` and `[[target|text]]`.
  static let wikiLinks = MarkdownExtensions(rawValue: 1 << 5)
  /// YAML between `---` or TOML between `+++` at the top of the file.
  static let frontMatter = MarkdownExtensions(rawValue: 1 << 6)

  static let gfm: MarkdownExtensions = [.tables, .strikethrough, .taskLists, .autolinks]
  static let all: MarkdownExtensions = [.gfm, .footnotes, .wikiLinks, .frontMatter]
}
