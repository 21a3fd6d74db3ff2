import GraphModel
import SourceTree

extension IndexOptions {
  /// The entry of the `meta` table that says with which options the index was made, so that it can be brought
  /// up to date by whoever finds it.
  static let storedKey = "options"

  /// What stands for every language, also for those that a later version knows.
  private static let allLanguages = "all"

  /// The options as text; nil for those that a database must not decide: which folders to read a compiler's
  /// index from, and which library to load for it.
  var stored: String? {
    guard compilerIndex.stores.isEmpty, compilerIndex.library == nil else { return nil }
    let names =
      languages == Set(LanguageID.allCases)
      ? Self.allLanguages : languages.sorted { $0.rawValue < $1.rawValue }.map(\.name).joined(separator: ",")
    return
      "languages=\(names);size=\(maximumFileSize);all=\(includesGenerated);compiler=\(compilerIndex.isOn)"
  }

  /// Options from their text; nil if it is not one of ``stored``. The text is not trusted: it decides what is
  /// left out of the index, and nothing else.
  init?(stored text: String, location: IndexLocation) {
    var values: [Substring: Substring] = [:]
    for field in text.split(separator: ";") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      values[parts[0]] = parts[1]
    }
    let list = values["languages"] ?? ""
    let names: [LanguageID?] =
      list == Self.allLanguages
      ? LanguageID.allCases : list.split(separator: ",").map { LanguageID(name: String($0)) }
    guard !names.isEmpty, !names.contains(nil), let size = values["size"].flatMap({ Int($0) }), size > 0,
      let all = values["all"].flatMap({ Bool(String($0)) }),
      let compiler = values["compiler"].flatMap({ Bool(String($0)) })
    else { return nil }
    self.init(location: location)
    languages = Set(names.compactMap { $0 })
    maximumFileSize = size
    includesGenerated = all
    compilerIndex.isOn = compiler
  }
}
