internal import Discussion
internal import SourceBytes

/// Entries for BibTeX and biber: UTF-8, with TeX's special characters escaped.
public struct BibTeXStyle: CitationStyle {
  /// A style without settings.
  public init() {}

  /// `bibtex`.
  public var name: String { "bibtex" }

  /// One `@misc` entry.
  public func citation(_ record: CitationRecord) -> String {
    var fields: [(String, String)] = []
    // A second pair of braces keeps a name that is not to be taken apart.
    let author =
      record.author.family.map {
        "\(BibTeXStyle.escaped($0)), \(BibTeXStyle.escaped(record.author.given ?? ""))"
      }
      ?? "{\(BibTeXStyle.escaped(record.author.whole))}"
    fields.append(("author", author))
    fields.append(("title", "{\(BibTeXStyle.escaped(record.shownTitle))}"))
    if let venue = record.venue {
      let what =
        switch record.kind {
        case .message: "Message to the \(record.venueWords)"
        case .article: "Post on the \(record.venueWords)"
        case .comment: "Comment on the \(record.venueWords)"
        case .pingback, .missing: "Mention on the \(record.venueWords)"
        }
      fields.append(("howpublished", "\(what) {\(BibTeXStyle.escaped(venue.name))}"))
    }
    if let date = record.date {
      let (year, month, _, _, _, _) = date.civil
      fields.append(("year", "\(year)"))
      if date.precision != .year { fields.append(("month", BibTeXStyle.months[month - 1])) }
      fields.append(("date", BibTeXStyle.day(date)))
    }
    if let link = record.link { fields.append(("url", BibTeXStyle.link(link))) }
    fields.append(("note", BibTeXStyle.escaped(record.provenance)))
    if let quotation = record.quotation {
      fields.append(("annote", "{\(BibTeXStyle.escaped("“\(quotation)”"))}"))
    }
    let lines = fields.map { name, value in
      name == "month" ? "  \(name) = \(value)," : "  \(name) = {\(value)},"
    }
    return "@misc{\(BibTeXStyle.key(record)),\n" + lines.joined(separator: "\n") + "\n}\n"
  }

  /// The family name or handle in plain letters, the year, and the start of the id.
  static func key(_ record: CitationRecord) -> String {
    let name = (record.author.family ?? record.author.whole).split(separator: " ").last ?? ""
    let letters = name.lowercased().utf8.filter { (0x61...0x7a).contains($0) }
    let year = record.date.map { "\($0.civil.year)" } ?? ""
    return String(decoding: letters.prefix(24), as: UTF8.self) + year + "-"
      + record.id.text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func day(_ date: StatedDate) -> String {
    switch date.precision {
    case .year, .month, .day: date.iso8601
    default: String(date.iso8601.prefix(10))
    }
  }

  /// Text in which TeX runs nothing: its special characters are escaped, and braces always balance.
  static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\textbackslash{}"
      case "{", "}": output += scalar == "{" ? "\\textbraceleft{}" : "\\textbraceright{}"
      case "~": output += "\\textasciitilde{}"
      case "^": output += "\\textasciicircum{}"
      case "#", "$", "%", "&", "_":
        output += "\\"
        output.unicodeScalars.append(scalar)
      case "@": output += "{@}"
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }

  /// A link for a field that is read verbatim; what would end the field is percent-encoded.
  private static func link(_ link: String) -> String {
    link.replacing("%", with: "\\%").replacing("#", with: "\\#").replacing("{", with: "\\%7B")
      .replacing("}", with: "\\%7D")
  }
}
