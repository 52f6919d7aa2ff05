internal import Discussion

/// One BibTeX entry a post, for Zotero, JabRef and LaTeX.
public struct BibTeXFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `bibtex`.
  public var name: String { "bibtex" }

  /// One line.
  public var help: String { "one entry a post, for LaTeX, Zotero and JabRef" }

  /// Writes each post on its own.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    BibliographyWriter(isJSON: false, templates: options.linkTemplates)
  }
}

/// One array of CSL-JSON items, for Zotero and citation processors.
public struct CSLJSONFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `csl-json`.
  public var name: String { "csl-json" }

  /// One line.
  public var help: String { "one item a post, for Zotero and citation processors" }

  /// Writes item by item between brackets.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    BibliographyWriter(isJSON: true, templates: options.linkTemplates)
  }
}

private struct BibliographyWriter: ExportWriter {
  let isJSON: Bool
  let templates: [String: String]
  private var json = JSONWriter()
  /// The title of the root of the current thread, which comments are about.
  private var article: (thread: PostID, title: String?)?

  init(isJSON: Bool, templates: [String: String]) {
    self.isJSON = isJSON
    self.templates = templates
  }

  mutating func begin() -> [ExportPiece] {
    guard isJSON else { return [] }
    json.begin(UInt8(ascii: "["))
    return [ExportPiece(json.takeBytes())]
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    if article?.thread != archived.thread {
      article = (archived.thread, archived.post.kind == .article ? archived.post.subject : nil)
    }
    let record = CitationRecord(
      archived, article: archived.post.kind == .comment ? article?.title : nil,
      template: archived.venues.first.flatMap { templates[$0.id] })
    guard isJSON else {
      return [ExportPiece(Array((BibTeXStyle().citation(record) + "\n").utf8))]
    }
    CSLJSONStyle.write(record, to: &json)
    return [ExportPiece(json.takeBytes())]
  }

  mutating func end() -> [ExportPiece] {
    guard isJSON else { return [] }
    json.end(UInt8(ascii: "]"))
    json.newline()
    return [ExportPiece(json.bytes)]
  }
}
