internal import HTMLArchive
internal import SourceBytes

/// What a page does not say of its posts, as findings with what to do.
enum MissingFacts {
  static func findings(of reading: PageReading, at location: SourceLocation) -> [Finding] {
    guard !reading.isIndex, !reading.entries.isEmpty else { return [] }
    var findings: [Finding] = []
    func note(_ code: FindingCode, _ message: String, hint: String) {
      findings.append(Finding(.note, code.code, at: location, message, hint: hint))
    }
    let articles = reading.entries.filter { $0.kind == .article && $0.status == .published }
    let rest = reading.entries.filter {
      ($0.kind == .comment || $0.kind == .message) && $0.status == .published
    }
    if articles.contains(where: { $0.authorName == nil }) {
      note(
        PageFindings.missingAuthor, "the page names no author of the article",
        hint: "say it: `thresh import --author NAME`")
    }
    if articles.contains(where: { $0.date == nil }) {
      note(
        PageFindings.missingDate, "the page gives no date of the article",
        hint: "say it: `thresh import --date 2012-01-20`")
    }
    let isPlaceless = reading.canonicalURL == nil && !articles.isEmpty
    if isPlaceless, articles.allSatisfy({ $0.permalink == nil }) {
      note(
        PageFindings.missingAddress, "the page does not say its own address",
        hint: "say it, so that citations lead there: `thresh import --url https://…`")
    }
    let relative = rest.count { $0.date == nil && $0.dateAge != nil }
    if relative > 0 {
      note(
        PageFindings.relativeDate, "\(relative) posts say only how long ago they were written",
        hint: "say when the page was saved: `thresh import --accessed 2012-01-20`")
    }
    let undated = rest.count { $0.date == nil && $0.dateAge == nil }
    if undated > 0 {
      note(
        PageFindings.missingDate, "\(undated) of \(rest.count) posts have no date",
        hint: "`thresh edit ID --date …` sets one where it is known")
    }
    let nameless = rest.count { $0.authorName == nil }
    if nameless > 0 {
      note(
        PageFindings.missingAuthor, "\(nameless) of \(rest.count) posts name no author",
        hint: "`thresh edit ID --author …` sets one where it is known")
    }
    return findings
  }
}
