internal import Discussion
internal import Exports

/// How often each term of a topic fired, and what readers thought of it.
struct TopicTerms {
  private struct Line {
    var term: String
    var hits = 0
    var accepted = 0
    var rejected = 0
  }

  private let topic: TopicRecord
  private var lines: [Line]

  /// Counts the marks in which a term stands; one mark may have several terms.
  init(of topic: TopicRecord, in marks: [Annotation]) {
    self.topic = topic
    lines = topic.terms.map { Line(term: $0.term) }
    for mark in marks {
      for index in lines.indices where mark.evidence.contains(where: Self.names(lines[index].term))
      {
        lines[index].hits += 1
        if mark.decision == "accepted" { lines[index].accepted += 1 }
        if mark.decision == "rejected" { lines[index].rejected += 1 }
      }
    }
  }

  /// Evidence is the term itself, or the words that stand there with the term behind them in parentheses.
  private static func names(_ term: String) -> (String) -> Bool {
    let lower = term.lowercased()
    return { $0.lowercased() == lower || $0.hasSuffix("(\(term))") }
  }

  func write(_ global: GlobalOptions) throws {
    guard !global.json else { return try writeJSON() }
    let width = min(40, lines.map { Columns.width(SafeText.line($0.term)) }.max() ?? 0)
    for line in lines {
      try StandardOutput.shared.write(
        Columns.fit(SafeText.line(line.term), width) + "  "
          + Columns.fit(Counts.of(line.hits, "hit"), 12, alignRight: true)
          + "  \(line.accepted) accepted, \(line.rejected) rejected\n")
    }
    if lines.isEmpty, !global.quiet { StandardError.write("The topic has no terms.\n") }
  }

  private func writeJSON() throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("id", topic.id)
      json.member("name", topic.name)
      json.array("terms") { json in
        for line in lines {
          json.object { json in
            json.member("term", line.term)
            json.member("hits", line.hits)
            json.member("accepted", line.accepted)
            json.member("rejected", line.rejected)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
