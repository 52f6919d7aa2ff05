internal import HTMLTree
internal import SourceBytes

/// What a page says of its site and itself.
struct SiteTraits {
  /// The name of the site.
  var name: String?
  /// The page's own absolute address.
  var canonicalURL: String?

  init(_ page: Page) {
    let document = page.document
    let link = document.elements("link").first { $0.hasToken("canonical", in: "rel") }
    let stated = [
      page.given.url, link?.attribute("href"), document.meta("og:url"), page.given.savedFrom,
      SavedPage.address(in: page.head),
    ]
    for address in stated {
      guard let address = address.map(Wayback.original), address.hasPrefix("http") else { continue }
      var whole = PagedAddress.whole(address)
      if whole.contains("page=") {
        let links = (document.elements("a") + document.elements("link"))
          .compactMap { $0.attribute("href") }.filter { $0.contains("page=") }
        whole = PagedAddress.whole(whole, among: links)
      }
      canonicalURL = whole
      break
    }
    if canonicalURL == nil { canonicalURL = OwnAddress.find(in: document) }
    name = document.meta("og:site_name")
    if name == nil {
      let marked = document.root.elements(withAnyOf: ["class", "id"])
      let node = marked.first { node in
        node.hasClass("site-title") || node.id == "site-title" || node.id == "blog-title"
          || node.hasClass("blog-title") || node.hasClass("wp-block-site-title")
          || node.id == "sitename" || node.id == "site-name"
      }
      name = node?.foldedText
    }
    if name == nil, let header = document.element(id: "header") {
      name = header.first("h1")?.foldedText
    }
    if name?.isEmpty ?? false { name = nil }
  }
}

/// Settles how the dates of one page are read.
enum PageDates {
  /// A parser for the page: the order of day and month is what the page's own dates prove, else what its
  /// language uses.
  static func parser(for document: HTMLDocument, within comments: [HTMLNode]) -> PrintedDate {
    var lines: [String] = []
    let range = (comments.first?.index ?? 0)..<(comments.map(\.endIndex).max() ?? 0)
    var hasHalves = false
    for index in range where lines.count < 5000 {
      let node = document[index]
      guard node.kind != .element else { continue }
      let text = node.characters
      if !hasHalves, text.utf8.count < 24, text.utf8.contains(0x3A) { hasHalves = hasHalf(text) }
      if text.utf8.count < 80, text.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D }) {
        lines.append(text)
      }
    }
    var parser = PrintedDate()
    if let proven = PrintedDate.provenOrder(lines) {
      parser.order = proven
      return parser
    }
    let language = document.elements("html").first?.attribute("lang")?.lowercased() ?? ""
    let isAmerican =
      language == "en-us" || language == "en" && (hasHalves || lines.contains { hasHalf($0) })
    parser.order = isAmerican ? .monthFirst : .dayFirst
    return parser
  }

  private static func hasHalf(_ line: String) -> Bool {
    DateToken.tokens(of: line).contains { $0.word == "am" || $0.word == "pm" }
  }
}
