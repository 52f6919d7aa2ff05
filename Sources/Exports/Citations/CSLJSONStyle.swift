internal import Discussion
internal import SourceBytes

/// Items for citation processors (CSL-JSON 1.0.2), as Zotero and citeproc read them.
public struct CSLJSONStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `csl-json`.
  public var name: String { "csl-json" }

  /// An array of one item.
  public func citation(_ record: CitationRecord) -> String { CSLJSONStyle.document([record]) }

  /// An array of items.
  public static func document(_ records: [CitationRecord]) -> String {
    var json = JSONWriter()
    json.array { json in
      for record in records { CSLJSONStyle.write(record, to: &json) }
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Writes one item; absent values are left out, as the schema asks.
  static func write(_ record: CitationRecord, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", record.id.text)
      json.member("type", record.kind == .article ? "post-weblog" : "post")
      json.array("author") { json in
        json.object { json in
          if let family = record.author.family {
            json.member("family", family)
            json.member("given", record.author.given)
          } else {
            json.member("literal", record.author.whole)
          }
        }
      }
      json.member("title", record.shownTitle)
      if let venue = record.venue { json.member("container-title", venue.name) }
      let genre =
        switch record.kind {
        case .message: "Message to \(record.venueWords)"
        case .article: "Blog post"
        case .comment: "Comment"
        case .pingback, .missing: "Mention"
        }
      json.member("genre", genre)
      if let date = record.date {
        json.object("issued") { json in
          json.array("date-parts") { json in
            json.array { json in
              let (year, month, day, _, _, _) = date.civil
              json.value(year)
              if date.precision == .year { return }
              json.value(month)
              if date.precision == .month || date.precision == .relative { return }
              json.value(day)
            }
          }
          if date.precision == .relative { json.member("circa", true) }
        }
      }
      if let link = record.link { json.member("URL", link) }
      if let source = record.source { json.member("archive_location", source) }
      json.member("note", record.provenance)
      if let quotation = record.quotation { json.member("annote", "“\(quotation)”") }
    }
  }
}
