internal import ArchiveStore
internal import Digests
internal import Discussion
internal import Exports
internal import Identity
internal import SourceBytes

/// The description of an archive as people and programs read it.
struct FindingAid {
  private let description: ArchiveDescription
  private let title: String
  private let query: String?

  /// - Parameter query: What was asked for; nil for the whole archive.
  init(_ description: ArchiveDescription, title: String?, query: String?) {
    self.description = description
    self.query = query
    let names = description.places.map(\.venue.name)
    let shown = names.prefix(3).joined(separator: ", ")
    self.title =
      title
      ?? (names.isEmpty ? "An empty archive" : names.count > 3 ? shown + " and others" : shown)
  }

  /// The span of all venues, as far as dates are told.
  private var span: (first: StatedDate, last: StatedDate)? {
    let firsts = description.places.compactMap(\.first)
    let lasts = description.places.compactMap(\.last)
    guard let first = firsts.min(by: { $0.instant < $1.instant }),
      let last = lasts.max(by: { $0.instant < $1.instant })
    else { return nil }
    return (first, last)
  }

  // MARK: Markdown

  var markdown: String {
    var text = "# \(escaped(title))\n\n"
    if let query { text += "Posts that match `\(SafeText.line(query))`.\n\n" }
    text += table(
      [
        ("Dates", span.map { "\(day($0.first)) to \(day($0.last))" } ?? "none told"),
        ("Extent", extent),
        ("Sources", sources),
        ("Languages", list(description.languages, unnamed: "not told")),
        ("Formats", list(description.formats, unnamed: "unknown")),
        ("People", people),
      ])
    text += "\n## Where it took place\n\n"
    text += "| venue | kind | posts | first | last | months without posts |\n"
    text += "| --- | --- | ---: | --- | --- | ---: |\n"
    for place in description.places {
      let cells = [
        "\(escaped(place.venue.name)) (`\(SafeText.line(place.venue.id))`)",
        place.venue.kind.rawValue, Counts.grouped(place.postCount), day(place.first),
        day(place.last), Counts.grouped(place.gaps.reduce(0) { $0 + $1.monthCount }),
      ]
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    text += "\n## Duplicates\n\n" + duplicates
    text += "\n## Gaps\n\n" + gaps
    if !description.findings.isEmpty {
      text += "\n## What was odd in the sources\n\n"
      for finding in description.findings {
        text += "- \(finding.name): \(Counts.grouped(finding.count))\n"
      }
      text += "\n`thresh findings` lists them with their places.\n"
    }
    return text
  }

  private var extent: String {
    var parts = [
      Counts.of(description.postCount, "post")
        + (description.kinds.count > 1 ? " (\(list(description.kinds, unnamed: "")))" : ""),
      Counts.of(description.threadCount, "thread"),
    ]
    if description.attachedCount > 0 {
      parts.append("\(Counts.of(description.attachedCount, "post")) with attachments")
    }
    if description.undatedCount > 0 {
      parts.append("\(Counts.grouped(description.undatedCount)) without a date")
    }
    return parts.joined(separator: "; ")
  }

  private var sources: String {
    "\(Counts.of(description.sourceCount, "file")), \(Counts.grouped(description.byteCount)) bytes; "
      + Counts.of(description.copyCount, "copy", "copies") + " of posts"
  }

  private var people: String {
    let most = description.people.prefix(5).map {
      "\(escaped($0.name)) (\(Counts.grouped($0.count)))"
    }
    return Counts.grouped(description.personCount)
      + (most.isEmpty ? "" : "; most posts by " + most.joined(separator: ", "))
  }

  private var duplicates: String {
    let total = description.joined.values.reduce(0, +)
    guard total > 0 else { return "Each post was found once.\n" }
    var text = "\(Counts.of(total, "post")) of \(Counts.grouped(description.postCount)) "
    text += "\(total == 1 ? "was" : "were") found more than once:\n\n"
    for rule in JoinRule.allCases {
      guard let count = description.joined[rule] else { continue }
      text += "- \(Counts.grouped(count)): \(rule.sentence) (`\(rule.rawValue)`)\n"
    }
    return text + "\n`thresh duplicates` lists them, `thresh sources --overlap` says where.\n"
  }

  private var gaps: String {
    var text = ""
    for place in description.places where !place.gaps.isEmpty {
      let months = place.gaps.map { gap in
        gap.monthCount == 1
          ? gap.first : "\(gap.first) to \(gap.last) (\(Counts.of(gap.monthCount, "month")))"
      }
      text +=
        "- No posts of \(escaped(place.venue.name)) in " + months.joined(separator: ", ") + "\n"
    }
    for place in description.places where !place.outliers.isEmpty {
      let ids = place.outliers.map { String($0.text.prefix(8)) }
      text +=
        "- \(Counts.of(ids.count, "post")) of \(escaped(place.venue.name)) with a date years away from all"
        + " others, not counted in the span: " + ids.joined(separator: ", ") + "\n"
    }
    text += absent
    return text.isEmpty ? "None: a post in each month, and no answered post is absent.\n" : text
  }

  /// How many answered posts nobody has, and which of them are answered most.
  private var absent: String {
    guard description.absentCount > 0 else { return "" }
    let most = description.absent.prefix(5).map { absent in
      let name = absent.messageID.map { "`\(SafeText.line($0))`" } ?? absent.id.text
      return "\(name) (\(Counts.of(absent.answerCount, "answer")))"
    }
    let count =
      "- \(Counts.of(description.absentCount, "post")) that others answer "
      + "\(description.absentCount == 1 ? "is" : "are") absent"
    guard description.absentCount > 1, !most.isEmpty else {
      return count + (most.first.map { ": " + $0 } ?? "") + "\n"
    }
    let rest = description.absentCount - most.count
    return count + (rest > 0 ? "; most answered:\n" : ":\n")
      + most.map { "  - \($0)\n" }.joined()
      + (rest > 0 ? "  - and \(Counts.grouped(rest)) more: `thresh search is:missing`\n" : "")
  }

  private func table(_ rows: [(String, String)]) -> String {
    "| | |\n| --- | --- |\n" + rows.map { "| \($0.0) | \($0.1) |\n" }.joined()
  }

  private func list(_ counts: [ArchiveDescription.Count], unnamed: String) -> String {
    counts.isEmpty
      ? "none"
      : counts.map {
        "\(escaped($0.name.isEmpty ? unnamed : $0.name)) (\(Counts.grouped($0.count)))"
      }.joined(separator: ", ")
  }

  private func day(_ date: StatedDate?) -> String {
    date.map { String($0.iso8601.prefix(10)) } ?? "–"
  }

  /// One line of text in which Markdown sees no markup.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in SafeText.line(text) {
      if "\\`*_[]<>|#&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  // MARK: JSON

  var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("title", title)
      json.member("query", query)
      json.member("first", span?.first.iso8601)
      json.member("last", span?.last.iso8601)
      json.member("posts", description.postCount)
      json.member("threads", description.threadCount)
      json.member("undated", description.undatedCount)
      json.member("withAttachments", description.attachedCount)
      write(description.kinds, key: "kinds", to: &json)
      write(description.languages, key: "languages", to: &json)
      write(description.formats, key: "formats", to: &json)
      json.object("sources") { json in
        json.member("files", description.sourceCount)
        json.member("bytes", description.byteCount)
        json.member("copies", description.copyCount)
      }
      json.object("people") { json in
        json.member("count", description.personCount)
        write(description.people, key: "most", to: &json)
      }
      json.array("venues") { json in
        for place in description.places { write(place, to: &json) }
      }
      json.object("duplicates") { json in
        for rule in JoinRule.allCases { json.member(rule.rawValue, description.joined[rule] ?? 0) }
      }
      json.object("absent") { json in
        json.member("count", description.absentCount)
        json.array("most") { json in
          for absent in description.absent {
            json.object { json in
              json.member("id", absent.id.text)
              json.member("messageID", absent.messageID)
              json.member("answers", absent.answerCount)
            }
          }
        }
      }
      write(description.findings, key: "findings", to: &json)
    }
    json.newline()
    return json.bytes
  }

  private func write(
    _ counts: [ArchiveDescription.Count], key: String, to json: inout JSONWriter
  ) {
    json.array(key) { json in
      for count in counts {
        json.object { json in
          json.member("name", count.name.isEmpty ? nil : count.name)
          json.member("count", count.count)
        }
      }
    }
  }

  private func write(_ place: ArchiveDescription.Place, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", place.venue.id)
      json.member("name", place.venue.name)
      json.member("type", place.venue.kind.rawValue)
      json.member("posts", place.postCount)
      json.member("link", place.link)
      json.member("first", place.first?.iso8601)
      json.member("last", place.last?.iso8601)
      json.array("gaps") { json in
        for gap in place.gaps {
          json.object { json in
            json.member("first", gap.first)
            json.member("last", gap.last)
            json.member("months", gap.monthCount)
          }
        }
      }
      json.array("outliers") { json in place.outliers.forEach { json.value($0.text) } }
    }
  }
}
