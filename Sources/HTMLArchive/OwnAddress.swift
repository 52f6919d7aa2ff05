internal import HTMLTree

/// The address of a page that no link in its head states, from what stands on the page.
///
/// In order: what is written for TrackBack, the links of comments to themselves, the link of the title, and the one
/// link that is marked as permanent. A link of a sidebar or to the front page is none of these, and where two
/// of a kind contradict each other none counts.
struct OwnAddress {
  private let document: HTMLDocument
  private let links: [(node: HTMLNode, address: String)]

  /// How many links and headings are asked where they stand, which takes a walk up the page.
  private static let walkLimit = 40

  /// Finds it; nil where nothing states it.
  ///
  /// - Complexity: Linear in the nodes, and in the depth of a limited number of links.
  static func find(in document: HTMLDocument) -> String? {
    if let address = TrackbackData(document)?.address { return PagedAddress.whole(address) }
    let own = OwnAddress(document)
    return own.ofComments(isInside: true) ?? own.ofTitle() ?? own.ofBookmark()
      ?? own.ofComments(isInside: false)
  }

  private init(_ document: HTMLDocument) {
    self.document = document
    links = document.elements("a").prefix(20_000).compactMap { node in
      guard let href = node.attribute("href") else { return nil }
      let address = Wayback.original(href.foldingSpace)
      return address.hasPrefix("http://") || address.hasPrefix("https://") ? (node, address) : nil
    }
  }

  /// What precedes the fragment of links to elements of this page whose ids end in a figure.
  ///
  /// - Parameter isInside: Whether the links lie in the elements that they name. Others have to be two at
  ///   least, and in no sidebar: other articles may have elements of the same ids.
  private func ofComments(isInside: Bool) -> String? {
    let targets = links.compactMap { link -> (node: HTMLNode, address: String, id: String)? in
      guard let mark = link.address.firstIndex(of: "#") else { return nil }
      let id = String(link.address[link.address.index(after: mark)...])
      let number = id.reversed().prefix { $0 >= "0" && $0 <= "9" }.reversed()
      let whole = PagedAddress.whole(link.address)
      // An address that has the number of the comment itself, as forums write it, is not that of the page.
      guard !number.isEmpty,
        !whole.split(whereSeparator: { $0 < "0" || $0 > "9" }).contains(where: {
          $0.elementsEqual(number)
        })
      else { return nil }
      return (link.node, whole, id)
    }
    guard !targets.isEmpty else { return nil }
    var anchors: [String: HTMLNode] = [:]
    for node in document.root.elements(withAnyOf: ["id", "name"]) {
      let id = node.id ?? (node.isElement("a") ? node.attribute("name") : nil)
      if let id, anchors[id] == nil { anchors[id] = node }
    }
    var votes: [String: Set<String>] = [:]
    for target in isInside ? targets[...] : targets.prefix(Self.walkLimit) {
      guard let anchor = anchors[target.id],
        isInside ? anchor.contains(target.node) : target.node.isInMain
      else { continue }
      votes[target.address, default: []].insert(target.id)
    }
    let ranked = votes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard let best = ranked.first, isInside || best.value.count >= 2,
      ranked.count == 1 || ranked[1].value.count * 3 <= best.value.count
    else { return nil }
    return best.key
  }

  /// Where the heading leads that the page's title repeats.
  private func ofTitle() -> String? {
    let title =
      document.elements("title").first.map { $0.descendants.map(\.characters).joined() }?
      .foldingSpace.lowercased() ?? ""
    let home = HomeLinks(document)
    // The name of a category may be a part of the title too; the heading of the article is the longest.
    var longest = 0
    for name in ["h1", "h2", "h3", "h4"] {
      for heading in document.elements(name).prefix(Self.walkLimit) {
        let text = heading.plainText.lowercased()
        guard text.utf8.count > longest, title.contains(text), heading.isInMain,
          !home.isLed(by: heading)
        else { continue }
        longest = text.utf8.count
      }
    }
    guard longest > 3 else { return nil }
    let titled = links.filter { link in
      guard !link.address.contains("#"), link.node.endIndex - link.node.index < 30 else {
        return false
      }
      let text = link.node.plainText.lowercased()
      return text.utf8.count >= longest && title.contains(text)
    }
    let found = titled.prefix(Self.walkLimit).filter { link in
      guard link.node.isInMain else { return false }
      if link.node.hasToken("bookmark", in: "rel") { return true }
      let heading = link.node.ancestors.prefix(3).first { holder in
        ["h1", "h2", "h3", "h4"].contains(holder.name) || holder.hasClass("entry-title")
      }
      guard let heading, !home.isHome(link.address) else { return false }
      return mayBeOfArticle(heading) && !home.isLed(by: heading)
    }
    return theOne(found.map(\.address))
  }

  /// Whether a heading may be that of the article: the first of a page is the site's where no article holds it.
  private func mayBeOfArticle(_ heading: HTMLNode) -> Bool {
    guard heading.isElement("h1"), !heading.hasClass("entry-title") else { return true }
    return isInEntry(heading)
  }

  private func isInEntry(_ node: HTMLNode) -> Bool {
    node.ancestors.contains { holder in
      holder.isElement("article") || holder.hasClass("hentry") || holder.hasClass("post")
        || (holder.id ?? "").hasPrefix("post-")
    }
  }

  /// The only address that links of the entry marked as permanent have; those at a date go before others.
  private func ofBookmark() -> String? {
    let all = links.filter { link in
      link.node.hasToken("bookmark", in: "rel") && !link.address.contains("#")
    }
    let marked = all.prefix(Self.walkLimit).filter { $0.node.isInMain && isInEntry($0.node) }
    let dated = marked.filter { $0.node.first("time") != nil || $0.node.hasClass("entry-date") }
    return theOne(marked.map(\.address)) ?? theOne(dated.map(\.address))
  }

  private func theOne(_ addresses: [String]) -> String? {
    let all = Set(addresses.map(PagedAddress.whole))
    return all.count == 1 ? all.first : nil
  }
}
