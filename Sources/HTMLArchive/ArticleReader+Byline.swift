internal import HTMLTree
internal import SourceBytes

/// Finds the date and the author of an article.
extension ArticleReader {
  func readDate(into entry: inout PageEntry, body: HTMLNode, canonicalURL: String?) {
    if let value = document.meta("article:published_time") ?? document.meta("datepublished"),
      let match = dates.match(in: value)
    {
      (entry.date, entry.dateAsWritten) = (match.date, value)
      return
    }
    let tokens = [
      "published", "entry-date", "post-date", "postdate", "date", "posted-on", "entry-meta",
      "post-meta", "postmetadata", "meta", "byline", "post-info", "entry-header", "node__meta",
      "node__submitted", "submitted", "info-publi",
    ]
    for token in tokens {
      for node in elements where node.hasClass(token) && node.isInMain {
        let written = node.attribute("datetime") ?? node.attribute("title") ?? node.foldedText
        if written.utf8.count < 400, let match = dates.match(in: written) {
          (entry.date, entry.dateAsWritten) = (match.date, written.part(match.range))
          return
        }
      }
    }
    let stamp = elements.first { $0.states("dateCreated") && $0.isInMain }
    if let written = stamp?.attribute("content"), let match = dates.match(in: written) {
      (entry.date, entry.dateAsWritten) = (match.date, written)
      return
    }
    for node in elements where node.isElement("time") && node.isInMain {
      let written = node.attribute("datetime") ?? node.foldedText
      if let match = dates.match(in: written) {
        (entry.date, entry.dateAsWritten) = (match.date, written)
        return
      }
    }
    // Kubrick prints the date in the <small> under the title.
    for node in elements
    where node.isElement("small") || node.isElement("h2") || node.isElement("p") {
      guard node.index < body.endIndex else { break }
      let line = node.foldedText
      if line.utf8.count < 120, let match = dates.match(in: line),
        ThemeText.isNoise(line.removing(match.range)) || node.isElement("small")
      {
        (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
        return
      }
    }
    for node in elements where node.index < body.endIndex {
      let isForMeta = node.classes.contains { token in
        let token = token.lowercased()
        return token.contains("meta") || token.contains("byline") || token.contains("posted")
      }
      guard isForMeta, case let line = node.foldedText, line.utf8.count < 300,
        let match = dates.match(in: line), node.isInMain
      else { continue }
      (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
      return
    }
    let pieces = elements.filter { DatePieces.isPiece($0) && $0.isInMain }
    if let written = DatePieces.written(in: pieces),
      let match = dates.match(in: written)
    {
      (entry.date, entry.dateAsWritten) = (match.date, written)
      return
    }
    readDate(fromAddress: canonicalURL, into: &entry)
  }

  /// "This entry was posted on May 3, 2009 at 4:05 pm", wherever before the comments it stands.
  ///
  /// It goes before a date that is less exact, where the day is the same.
  func readPostedLine(into entry: inout PageEntry) {
    guard entry.date.map({ $0.precision == .day }) ?? true else { return }
    for node in elements
    where ["p", "small", "div", "span", "li", "em"].contains(node.name)
      && node.endIndex - node.index < 60
    {
      let line = node.foldedText
      guard (20..<600).contains(line.utf8.count), Self.saysPosted(line), node.isInMain,
        let match = dates.match(in: line)
      else { continue }
      if let day = entry.date {
        guard match.date.precision != .day, Self.isSameDay(day, match.date) else { return }
      }
      (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
      return
    }
  }

  private static func saysPosted(_ line: String) -> Bool {
    let lower = line.lowercased()
    return [
      "this entry was posted", "this entry was written", "this post was", "this article was",
      "dieser beitrag wurde", "dieser eintrag wurde", "dieser artikel wurde", "cet article a été",
      "ce billet a été", "cette entrée a été", "esta entrada fue", "esta entrada ha sido",
      "este artículo fue", "questo articolo è stato", "questo post è stato", "dit bericht is",
      "dit bericht werd", "esta entrada foi", "este artigo foi", "este post foi",
      "ten wpis został", "запись опубликована", "эта запись была", "この投稿は", "この記事は",
    ].contains { lower.contains($0) }
  }

  /// `/2009/05/17/` in the address.
  private func readDate(fromAddress address: String?, into entry: inout PageEntry) {
    let parts = (address ?? "").split(separator: "/").map { Int($0) ?? -1 }
    for index in parts.indices.dropLast(2) where (1990...2099).contains(parts[index]) {
      if let date = StatedDate(
        year: parts[index], month: parts[index + 1], day: parts[index + 2], precision: .day)
      {
        (entry.date, entry.dateAsWritten) = (date, nil)
        return
      }
    }
  }

  func readAuthor(into entry: inout PageEntry, body: HTMLNode) {
    let tokens = [
      "fn", "author-name", "entry-author-name", "post-author", "entry-author", "author",
      "byline", "posted-by", "post_author", "wp-block-post-author-name",
      "wp-block-post-author__name", "username", "node__submitted", "node__meta",
      "PostsAuthors-authorName",
    ]
    let byRel = elements.filter {
      ($0.hasToken("author", in: "rel") || $0.hasToken("author", in: "itemprop")) && $0.isInMain
    }
    let candidates =
      byRel
      + tokens.filter { document.root.first(class: $0) != nil }.flatMap { token in
        elements.filter { $0.hasClass(token) && $0.isInMain }
      }
      // Beside the link such an element may hold "By" and a dash.
      + elements.filter { $0.isNamedAfterAuthor && $0.isInMain }.map { $0.first("a") ?? $0 }
    // Templates that end an article with a biography name its author in the byline as well, and shorter.
    let inBiography = candidates.map(\.isInBiography)
    let ordered =
      zip(candidates, inBiography).filter { !$1 }.map(\.0)
      + zip(candidates, inBiography).filter { $1 }.map(\.0)
    for node in ordered {
      let line = (node.attribute("content") ?? node.foldedTextWithoutImages).foldingSpace
      if let name = name(in: line) {
        entry.authorName = name
        let link = node.isElement("a") ? node : node.first("a")
        if let href = link?.attribute("href"), href.hasPrefix("http") {
          entry.authorURL = Wayback.original(href)
        }
        return
      }
    }
    for node in elements
    where node.isElement("small") || node.isElement("p") || node.isElement("div") {
      guard node.endIndex - node.index < 30 else { continue }
      let line = node.foldedText
      // A block that its template calls one of an author says "By Ada" without a date as well.
      let isByline =
        line.utf8.count < 60 && node.classes.contains { $0.lowercased().contains("author") }
        && node.isInMain
      // "Posted by Ada at 12:53": the day stands above all entries of it.
      let isPosted = line.utf8.count < 100 && ThemeText.hasLead(line) && node.isInMain
      guard line.utf8.count < 160, isPosted || node.index < body.endIndex,
        isByline || isPosted || dates.match(in: line) != nil
      else { continue }
      if let name = nameAfterBy(line) {
        entry.authorName = name
        return
      }
    }
    if let name = document.meta("author"), !name.hasPrefix("http") {
      entry.authorName = name
    } else if let name = TrackbackData(document)?.creator {
      entry.authorName = name
    } else if let link = elements.first(where: { leadsToAuthor($0) && $0.isInMain }) {
      entry.authorName = ThemeText.name(from: link.foldedTextWithoutImages)
      entry.authorURL = link.attribute("href").map(Wayback.original)
    }
  }

  /// The date with its zone that was written for TrackBack, where none is stated as exactly.
  func readDate(from data: TrackbackData?, into entry: inout PageEntry) {
    guard let written = data?.date, let match = dates.match(in: written),
      entry.date?.offsetMinutes == nil
    else { return }
    // Templates that were changed by hand give every entry the date of one.
    if let shown = entry.date {
      let (own, other) = (shown.civil, match.date.civil)
      guard (own.year, own.month, own.day) == (other.year, other.month, other.day),
        shown.precision == .day || (own.hour, own.minute) == (other.hour, other.minute)
      else { return }
    }
    (entry.date, entry.dateAsWritten) = (match.date, written)
  }

  /// Whether a link leads to all that one author wrote, as WordPress lays it out, and shows a name.
  private func leadsToAuthor(_ node: HTMLNode) -> Bool {
    guard node.isElement("a"), let href = node.attribute("href"), href.hasPrefix("http"),
      href.contains("/author/"), !node.isInBiography
    else { return false }
    let text = node.foldedTextWithoutImages
    return text.utf8.count < 60 && !ThemeText.isNoise(text) && Self.looksLikeName(text)
  }

  private func name(in line: String) -> String? {
    guard !line.isEmpty, line.utf8.count < 160 else { return nil }
    if let match = dates.match(in: line) {
      if let name = nameAfterBy(line) { return name }
      return ThemeText.name(from: line.part(0..<match.leadStart)).flatMap {
        ThemeText.isNoise($0) ? nil : $0
      }
    }
    return ThemeText.name(from: line).flatMap {
      $0.utf8.count < 80 && !ThemeText.isNoise($0) ? $0 : nil
    }
  }

  /// Whether text could be a name by itself: few words, no end of a sentence, no more than a particle in small
  /// letters among several words.
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 5, !text.contains(". ") || words[0].utf8.count <= 4 else { return false }
    return words.count == 1 || words.count { $0.first?.isLowercase ?? false } * 2 < words.count
  }

  /// What follows " by " in "Posted by Ada on May 3, 2009".
  func nameAfterBy(_ line: String) -> String? {
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count else { return nil }
    for lead in [
      " by ", "by ", " von ", "von ", " por ", "por ", " par ", "par ", " door ", " di ",
    ] {
      guard lead.hasPrefix(" ") ? lower.contains(lead) : lower.hasPrefix(lead),
        let range = lower.firstRange(of: lead)
      else { continue }
      let start = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
      var rest = line.part(start..<line.utf8.count)
      if let match = dates.match(in: rest) { rest = rest.part(0..<match.leadStart) }
      for stop in [
        " in ", " on ", " | ", " at ", " um ", " am ", ", ", " under ", " filed ",
        " — ", " – ", " · ", " • ",
      ] {
        if let range = rest.firstRange(of: stop) { rest = String(rest[..<range.lowerBound]) }
      }
      guard let name = ThemeText.name(from: rest), name.utf8.count < 60, !ThemeText.isNoise(name)
      else { continue }
      // Inside of a sentence "by" may be of any: only what looks like a name counts there.
      if lead.hasPrefix(" "), !Self.looksLikeName(name) { continue }
      return name
    }
    return nil
  }
}

extension HTMLNode {
  /// Whether a class names it as an author's name, behind the name of a part of the page: `article__author-name`.
  fileprivate var isNamedAfterAuthor: Bool {
    classes.contains { token in
      let token = token.lowercased()
      return token.hasSuffix("__author-name") || token.hasSuffix("__author")
        || token.hasSuffix("_author-name") || token.hasSuffix("-author-name")
    }
  }
}
