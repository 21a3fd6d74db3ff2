/// How prose names something: the `detail` of a reference of the role `mention`. A code span has none; a Sphinx
/// role has its own name (`class`, `py:meth`, …), in Markdown (MyST) as in reStructuredText.
public enum MentionForm {
  /// DocC's symbol link: a code span in two backticks.
  public static let symbolLink = "``"
  /// An identifier in plain text.
  public static let prose = "prose"
  /// A directive that says that what stands here documents the name: `.. autoclass:: Name`.
  public static let documents = "documents"
  /// A directive that says in which module the names that follow are: `.. currentmodule:: name`.
  public static let module = "module"
  /// The detail of an `anchor` that is the text of a heading.
  public static let heading = "heading"
}
