/// A format of digests: its name on the command line and what writes it.
public struct DigestFormat: Sendable {
  /// The name, as in `--format markdown`.
  public let name: String
  /// The usual extension of its files, without a dot.
  public let fileExtension: String
  /// One line of help.
  public let help: String
  /// What writes it.
  let renderer: any DigestRenderer

  /// Writes a document; the same document gives the same bytes.
  public func render(_ document: DigestDocument) -> [UInt8] {
    renderer.render(document)
  }

  /// The format of a name; nil where there is none.
  public static func named(_ name: String) -> DigestFormat? {
    all.first { $0.name == name }
  }

  /// Every format, in the order of help.
  public static let all: [DigestFormat] = [
    DigestFormat(
      name: "markdown", fileExtension: "md", help: "CommonMark that reads well as it is",
      renderer: MarkdownRenderer()),
    DigestFormat(
      name: "html", fileExtension: "html", help: "one page that needs no network and no script",
      renderer: HTMLRenderer()),
  ]
}

/// Writes documents in one format.
protocol DigestRenderer: Sendable {
  /// The bytes of a document in UTF-8.
  func render(_ document: DigestDocument) -> [UInt8]
}
