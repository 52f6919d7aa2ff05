/// A way to write citations; one file for each.
public protocol CitationStyle: Sendable {
  /// The name that `--style` takes.
  var name: String { get }
  /// The citation of one post, with a line feed at the end.
  func citation(_ record: CitationRecord) -> String
}

/// Every citation style.
public enum CitationTable {
  /// The styles in the order of the help.
  public static let styles: [any CitationStyle] = [
    ChicagoStyle(), MLAStyle(), APAStyle(), MarkdownStyle(), BibTeXStyle(), CSLJSONStyle(),
  ]

  /// The style of a name; nil where there is none.
  public static func style(named name: String) -> (any CitationStyle)? {
    styles.first { $0.name == name }
  }
}
