/// A format of digests: its name on the command line and what writes it.
public struct DigestFormat: Sendable {
  private let renderer: any DigestRenderer

  /// The name, as in `--format markdown`.
  public var name: String { renderer.name }
  /// The usual extension of its files, without a dot.
  public var fileExtension: String { renderer.fileExtension }
  /// One line of help.
  public var help: String { renderer.help }

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
    DigestFormat(MarkdownRenderer()), DigestFormat(HTMLRenderer()), DigestFormat(TextRenderer()),
    DigestFormat(JSONRenderer()), DigestFormat(EPUBRenderer()), DigestFormat(ArgdownRenderer()),
    DigestFormat(RFC1153Renderer()), DigestFormat(MultipartDigestRenderer()),
  ]

  private init(_ renderer: some DigestRenderer) {
    self.renderer = renderer
  }
}

/// Writes documents in one format.
protocol DigestRenderer: Sendable {
  /// The name of the format on the command line.
  var name: String { get }
  /// The usual extension of its files, without a dot.
  var fileExtension: String { get }
  /// One line of help.
  var help: String { get }

  /// The bytes of a document in UTF-8.
  func render(_ document: DigestDocument) -> [UInt8]
}
