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
    DigestFormat(
      name: "text", fileExtension: "txt", help: "plain text for mail and terminals",
      renderer: TextRenderer()),
    DigestFormat(
      name: "json", fileExtension: "json", help: "all values, for programs",
      renderer: JSONRenderer()),
    DigestFormat(
      name: "epub", fileExtension: "epub", help: "a book for reading devices (EPUB 3)",
      renderer: EPUBRenderer()),
    DigestFormat(
      name: "argdown", fileExtension: "argdown", help: "arguments and relations for Argdown",
      renderer: ArgdownRenderer()),
    DigestFormat(
      name: "rfc1153", fileExtension: "digest", help: "whole posts in the manner of list digests",
      renderer: RFC1153Renderer()),
    DigestFormat(
      name: "mbox", fileExtension: "mbox",
      help: "whole posts as multipart/digest for mail programs",
      renderer: MultipartDigestRenderer()),
  ]
}

/// Writes documents in one format.
protocol DigestRenderer: Sendable {
  /// The bytes of a document in UTF-8.
  func render(_ document: DigestDocument) -> [UInt8]
}
