internal import Discussion
internal import SourceBytes

/// A note of the Chicago Manual of Style (17th edition, 14.208 and 14.209: mailing lists, comments).
public struct ChicagoStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `chicago`.
  public var name: String { "chicago" }

  /// Author, title, venue, date, link; then what identifies the post.
  public func citation(_ record: CitationRecord) -> String {
    var parts = [record.author.whole]
    parts.append(ProseCitation.title(record, stop: ","))
    var text = parts.joined(separator: ", ") + " "
    if let venue = record.venue { text += "\(venue.name) (\(record.venueWords)), " }
    text += record.date.map { ProseCitation.monthFirst($0) } ?? "n.d."
    if let link = record.link { text += ", \(link)" }
    return ProseCitation.finished(text, record)
  }
}

/// An entry of a list of works cited (MLA Handbook, 9th edition).
public struct MLAStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `mla`.
  public var name: String { "mla" }

  /// Author, title, container, date, location.
  public func citation(_ record: CitationRecord) -> String {
    var text = ProseCitation.stopped(record.author.inverted) + " "
    text += ProseCitation.title(record, stop: ".") + " "
    if let venue = record.venue { text += "\(venue.name), \(record.venueWords), " }
    text += record.date.map { ProseCitation.dayFirst($0) } ?? "n.d."
    if let link = record.link { text += ", \(link)" }
    return ProseCitation.finished(text, record)
  }
}

/// A reference in the manner of the American Psychological Association (7th edition, 10.15 and 10.16: online forums).
public struct APAStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `apa`.
  public var name: String { "apa" }

  /// Author, date, title with what it is, venue, link.
  public func citation(_ record: CitationRecord) -> String {
    var text = ProseCitation.stopped(record.author.withInitials)
    text += " (\(record.date.map { ProseCitation.yearFirst($0) } ?? "n.d.")). "
    let kind =
      switch record.kind {
      case .message: "Message to \(record.venueWords)"
      case .article: "Blog post"
      case .comment: "Comment"
      case .pingback: "Link"
      case .missing: "Missing post"
      }
    let title = record.title ?? record.article.map { "Comment on “\($0)”" } ?? "(no subject)"
    text += "\(title) [\(kind)]. "
    if let venue = record.venue { text += "\(venue.name)." }
    if let link = record.link { text += " \(link)" }
    return ProseCitation.finished(text, record)
  }
}

/// A line of Markdown to paste: the title links to the public place.
public struct MarkdownStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `markdown`.
  public var name: String { "markdown" }

  /// Author, linked title, venue, the date as written, identifiers.
  public func citation(_ record: CitationRecord) -> String {
    var lines: [String] = []
    if let quotation = record.quotation { lines += ["> \(escaped(quotation))", ""] }
    let title = "“\(escaped(record.shownTitle))”"
    // Angle brackets keep parentheses in a link from ending it.
    let linked = record.link.map { "[\(title)](<\($0)>)" } ?? title
    var parts = [escaped(record.author.whole), linked]
    if let venue = record.venue { parts.append("*\(escaped(venue.name))*") }
    if let date = record.dateAsWritten ?? record.date?.iso8601 { parts.append(escaped(date)) }
    if let id = record.messageID { parts.append("Message-ID " + code("<\(id)>")) }
    parts.append("Thresh `\(record.id.text)`")
    if let source = record.source {
      let digest = record.sourceDigest.map { ", SHA-256 `\($0)`" } ?? ""
      parts.append(code(source) + digest)
    }
    lines.append(parts.joined(separator: ", ") + ".")
    return lines.joined(separator: "\n") + "\n"
  }

  private func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>&~|#!".unicodeScalars.contains(scalar) { output += "\\" }
      output.unicodeScalars.append(scalar)
    }
    return output
  }

  private func code(_ text: String) -> String {
    text.contains("`") ? escaped(text) : "`\(text)`"
  }
}

/// What the styles in prose share.
enum ProseCitation {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The title in quotation marks with the stop inside them; for comments what they are about.
  static func title(_ record: CitationRecord, stop: String) -> String {
    // A question asks no stop behind it.
    let stop =
      (record.title ?? record.article).map { "?!.…".contains($0.last ?? " ") } ?? false ? "" : stop
    if let title = record.title { return "“\(title)\(stop)”" }
    if let article = record.article { return "comment on “\(article)\(stop)”" }
    return "(no subject)\(stop)"
  }

  /// `January 20, 2012`.
  static func monthFirst(_ date: StatedDate) -> String {
    let (year, month, day, _, _, _) = date.civil
    switch date.precision {
    case .year: return "\(year)"
    case .month: return "\(months[month - 1]) \(year)"
    case .relative: return "about \(months[month - 1]) \(year)"
    case .second, .minute, .hour, .day: return "\(months[month - 1]) \(day), \(year)"
    }
  }

  /// `20 Jan. 2012`.
  static func dayFirst(_ date: StatedDate) -> String {
    let (year, month, day, _, _, _) = date.civil
    let name =
      (5...7).contains(month)
      ? months[month - 1] : String(months[month - 1].prefix(month == 9 ? 4 : 3)) + "."
    switch date.precision {
    case .year: return "\(year)"
    case .month, .relative: return "\(name) \(year)"
    case .second, .minute, .hour, .day: return "\(day) \(name) \(year)"
    }
  }

  /// `2012, January 20`.
  static func yearFirst(_ date: StatedDate) -> String {
    let (year, month, day, _, _, _) = date.civil
    switch date.precision {
    case .year: return "\(year)"
    case .month, .relative: return "\(year), \(months[month - 1])"
    case .second, .minute, .hour, .day: return "\(year), \(months[month - 1]) \(day)"
    }
  }

  /// Text that ends in one stop.
  static func stopped(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }

  /// The citation with the quoted words before it and the identifiers behind it.
  static func finished(_ text: String, _ record: CitationRecord) -> String {
    let quotation = record.quotation.map { "“\($0)” " } ?? ""
    return "\(quotation)\(stopped(text)) \(record.provenance).\n"
  }
}
