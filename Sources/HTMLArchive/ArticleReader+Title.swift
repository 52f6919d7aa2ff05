internal import HTMLTree

/// Finds the title of an article.
extension ArticleReader {
  private static let titleClasses = [
    "entry-title", "post-title", "posttitle", "article-title", "single-title", "storytitle",
    "wp-block-post-title",
  ]

  /// The title: what a class calls so, a heading that the page's title repeats, or else what the page is called.
  func title(above body: HTMLNode?, siteName: String?) -> String? {
    for token in Self.titleClasses {
      if let node = elements.first(where: { $0.hasClass(token) }) {
        let text = node.foldedText
        if !text.isEmpty { return text }
      }
    }
    if let node = elements.first(where: { $0.hasToken("headline", in: "itemprop") }) {
      let text = node.attribute("content")?.foldingSpace ?? node.foldedText
      if !text.isEmpty { return text }
    }
    let whole =
      document.elements("title").first.map { $0.descendants.map(\.characters).joined() }?
      .foldingSpace ?? ""
    let home = HomeLinks(document)
    if let text = repeatedHeading(in: whole, siteName: siteName, home: home) { return text }
    if let open = document.meta("og:title") { return open }
    let headings = elements.filter { $0.isElement("h1") && !$0.foldedText.isEmpty }
    if headings.count == 1, headings[0].foldedText != siteName, !home.isLed(by: headings[0]) {
      return headings[0].foldedText
    }
    if let title = TrackbackData(document)?.title { return title }
    let isOfSite = headings.contains { home.isLed(by: $0) }
    if isOfSite, let body, let text = heading(beside: body, siteName: siteName, home: home) {
      return text
    }
    return whole.isEmpty ? nil : Self.withoutSite(whole, siteName)
  }

  /// A heading that the page's title repeats is the article's, unless it is that of the site.
  private func repeatedHeading(
    in whole: String, siteName: String?, home: HomeLinks
  ) -> String? {
    let title = whole.lowercased()
    let site = siteName?.lowercased()
    func texts(_ names: [String]) -> [String] {
      elements.filter { names.contains($0.name) && !home.isLed(by: $0) }.map(\.foldedText)
        .filter { text in
          let text = text.lowercased()
          return text.utf8.count > 3 && text != site && title.contains(text)
        }
    }
    let first = texts(["h1"]).filter { $0.lowercased() != title }
    // Of the heading of the site and that of the article the latter stands last.
    if let last = first.last { return first.first { $0.contains(last) } }
    let others = texts(["h2", "h3"])
    // "Archives" may be a part of the title as well.
    let longest = others.map(\.utf8.count).max()
    return others.first { $0.utf8.count == longest }
  }

  /// The last heading before the article's words, or the first among them, that is no date.
  private func heading(
    beside body: HTMLNode, siteName: String?, home: HomeLinks
  ) -> String? {
    let headings = elements.filter { node in
      ["h1", "h2", "h3", "h4"].contains(node.name) && node.index < body.endIndex && node.isInMain
        && !home.isLed(by: node)
    }.filter { node in
      let text = node.foldedText
      return (2..<200).contains(text.utf8.count) && text != siteName
        && !(dates.match(in: text).map { ThemeText.isNoise(text.removing($0.range)) } ?? false)
    }
    let above = headings.last { $0.index < body.index }
    let inside = headings.first { $0.index > body.index && $0.index < body.index + 12 }
    return (inside ?? above)?.foldedText
  }

  private static func withoutSite(_ title: String, _ site: String?) -> String {
    for separator in [" | ", " – ", " — ", " « ", " » ", " - ", " :: "] {
      let parts = title.components(separator)
      guard parts.count > 1 else { continue }
      if let site, parts.last == site { return parts.dropLast().joined(separator: separator) }
      if let site, parts.first == site { return parts.dropFirst().joined(separator: separator) }
      return parts[0].utf8.count >= 8 ? parts.dropLast().joined(separator: separator) : title
    }
    return title
  }
}
