/// The identifiers that links to a heading use.
public enum HeadingSlug {
  /// GitHub's rule: lower case, without anything but letters, marks, numbers, connectors and hyphens, and with
  /// a hyphen for each space. Source: the `toc` filter of GitHub's html-pipeline.
  public static func gitHub(_ heading: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_", "-": slug.append(scalar)
      case " ": slug.append("-")
      default:
        guard !scalar.isASCII else { continue }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark,
          .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
          slug.append(scalar)
        default: continue
        }
      }
    }
    return String(slug)
  }

  /// docutils' rule: letters and digits of ASCII in lower case, and a hyphen for every run of anything else, not at
  /// the ends nor a digit in front. Source: docutils, `nodes.make_id`.
  public static func docutils(_ heading: String) -> String {
    let parts = heading.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(parts.joined(separator: "-").drop { $0.isNumber || $0 == "-" })
  }
}

/// Hands out the slugs of one document's headings in their order: a repeated one is numbered, as GitHub does.
public struct SlugCounter {
  private var used: [String: Int] = [:]

  /// A counter before the first heading.
  public init() {}

  /// The slug itself the first time, then `slug-1`, `slug-2`, …, passing over those that a heading has by itself.
  public mutating func next(_ slug: String) -> String {
    guard var count = used[slug] else {
      used[slug] = 0
      return slug
    }
    var numbered: String
    repeat {
      count += 1
      numbered = "\(slug)-\(count)"
    } while used[numbered] != nil
    used[slug] = count
    used[numbered] = 0
    return numbered
  }
}
