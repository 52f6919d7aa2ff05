internal import HTMLTree

/// Tells links to the front page of a site from those to articles.
struct HomeLinks {
  /// The absolute addresses that the page links to, without fragments, each once, in order.
  private let addresses: [String]
  /// Where links lead that say so: "Home", "Main".
  private let named: Set<String>

  init(_ document: HTMLDocument) {
    var all: Set<String> = []
    var named: Set<String> = []
    for link in document.elements("a").prefix(5000) {
      guard let href = link.attribute("href") else { continue }
      let original = Wayback.original(href)
      let address = String(original.utf8.prefix { $0 != 0x23 }) ?? original
      guard address.hasPrefix("http") else { continue }
      all.insert(address)
      guard link.endIndex - link.index < 8 else { continue }
      let words = ThemeText.trimmed(link.plainText).lowercased()
      if Self.words.contains(words) || link.hasToken("home", in: "rel") {
        named.insert(Self.bare(address))
      }
    }
    addresses = all.sorted()
    self.named = named
  }

  private static let words: Set<String> = [
    "home", "main", "home page", "homepage", "start", "index", "front page", "startseite",
    "accueil", "inicio", "início", "hjem", "hem", "strona główna", "главная", "首页", "首頁", "ホーム",
    "トップ",
  ]

  /// Whether the words of a heading are those of a link to the front page.
  func isLed(by heading: HTMLNode) -> Bool {
    if heading.hasClass("site-title") || heading.hasClass("blog-title") { return true }
    let link =
      heading.elements("a").first { $0.attribute("href") != nil }
      ?? heading.ancestors.prefix(2).first { $0.isElement("a") }
    guard let link, let href = link.attribute("href") else { return false }
    let words = link.foldedText
    guard words.utf8.count * 2 > heading.foldedText.utf8.count else { return false }
    if link.hasToken("bookmark", in: "rel") { return false }
    return link.hasToken("home", in: "rel") || isHome(href)
  }

  /// Whether an address is that of a front page: nothing but ways up, no path, or what many others start with.
  func isHome(_ href: String) -> Bool {
    let address = Wayback.original(href.foldingSpace)
    guard address.hasPrefix("http") else {
      var rest = address[...]
      if rest.first == "/" { return Self.isIndex(rest.dropFirst()) }
      var isUp = false
      while rest.hasPrefix("./") || rest.hasPrefix("../") {
        isUp = isUp || rest.hasPrefix("../")
        rest = rest[rest.index(after: rest.firstIndex(of: "/") ?? rest.startIndex)...]
      }
      return (isUp || rest.isEmpty && !address.isEmpty) && Self.isIndex(rest) || address == ".."
    }
    if named.contains(Self.bare(address)) { return true }
    guard let scheme = address.firstRange(of: "://") else { return false }
    let path = address[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
    if path.isEmpty || path.first == "/" && Self.isIndex(path.dropFirst()) { return true }
    guard !path.contains("?"), !path.contains("#") else { return false }
    let stem = address.hasSuffix("/") ? address : address + "/"
    var place = place(of: stem)
    var below = 0
    while place < addresses.count, addresses[place].hasPrefix(stem), below < 2 {
      let rest = addresses[place].dropFirst(stem.count)
      if !rest.isEmpty, !Self.ownParts.contains(where: { rest.hasPrefix($0) }) { below += 1 }
      place += 1
    }
    return below == 2
  }

  private static func bare(_ address: String) -> String {
    address.hasSuffix("/") ? String(address.dropLast()) : address
  }

  /// How many addresses stand before one, by binary search.
  private func place(of address: String) -> Int {
    var low = 0
    var high = addresses.count
    while low < high {
      let middle = (low + high) / 2
      if addresses[middle] < address { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What follows the address of an article where it is not that of another one.
  private static let ownParts = [
    "feed", "trackback", "comment", "print", "amp", "page", "embed", "share", "email", "?feed",
    "?replytocom", "?share", "?cpage", "?print", "?format", "?tb=", "?openidserver",
  ]

  private static func isIndex(_ rest: Substring) -> Bool {
    rest.isEmpty || rest.hasPrefix("index.") && !rest.contains("/") && !rest.contains("?")
  }
}
