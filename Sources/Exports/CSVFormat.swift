internal import Discussion
internal import SourceBytes

/// A table for spreadsheets and statistics: one row a post, own words only.
public struct CSVFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `csv`.
  public var name: String { "csv" }

  /// One line.
  public var help: String { "a table, one row a post, for spreadsheets (--bom for Excel)" }

  /// Writes the head of the table and then row by row.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    CSVWriter(hasByteOrderMark: options.hasByteOrderMark, templates: options.linkTemplates)
  }
}

private struct CSVWriter: ExportWriter {
  let hasByteOrderMark: Bool
  let templates: [String: String]

  private static let columns = [
    "id", "thread", "parent", "depth", "position", "kind", "venue", "author", "address", "person",
    "date", "subject", "words", "text", "reply_evidence", "reply_confidence", "reply_certainty",
    "link", "message_id", "source", "locator",
  ]

  mutating func begin() -> [ExportPiece] {
    let mark = hasByteOrderMark ? "\u{feff}" : ""
    return [ExportPiece(Array((mark + CSVWriter.columns.joined(separator: ",") + "\r\n").utf8))]
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    let post = archived.post
    let own = CSVWriter.trimmed(post.words.own)
    let record = CitationRecord(
      archived, template: archived.venues.first.flatMap { templates[$0.id] })
    let copy = archived.copies.first
    let fields: [String?] = [
      post.id.text, archived.thread.text, archived.parent?.text, "\(archived.depth)",
      "\(archived.position)", post.kind.rawValue, archived.venues.first?.id, post.author.name,
      post.author.address, archived.person, post.date?.stated.iso8601, post.subject,
      "\(SpacedWords.count(in: own))", own,
      archived.link?.reasons.first?.kind.rawValue,
      archived.link.map { "\(($0.confidence * 1000).rounded() / 1000)" },
      archived.link?.certainty.rawValue, record.link, post.messageID?.asWritten, copy?.path,
      copy?.locator,
    ]
    let row = fields.map { CSVField.quoted($0 ?? "") }.joined(separator: ",") + "\r\n"
    return [ExportPiece(Array(row.utf8))]
  }

  mutating func end() -> [ExportPiece] { [] }

  /// The text without the empty lines around it.
  private static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
