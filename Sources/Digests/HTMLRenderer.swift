internal import Discussion

/// Writes one self-contained page: no script, no network, its style inside.
struct HTMLRenderer: DigestRenderer {
  let name = "html"
  let fileExtension = "html"
  let help = "one page that needs no network and no script"

  /// Lists inside lists deeper than this are drawn flat; parsers of HTML have limits too.
  static let depthLimit = 24

  func render(_ document: DigestDocument) -> [UInt8] { render(document, links: []) }

  /// - Parameter links: Where else to go from the head of the page, as a file beside it and its name.
  func render(_ document: DigestDocument, links: [(file: String, name: String)]) -> [UInt8] {
    var page = HTMLPage()
    HTMLRenderer.open(&page, title: document.title)
    page.open("main", ["class": document.length.rawValue])
    page.raw("\n")
    HTMLRenderer.navigation(links, &page)
    head(document, &page)
    HTMLCharts.write(document, to: &page)
    for thread in document.threads {
      HTMLThread(thread: thread, isOnly: document.threads.count == 1).write(to: &page)
    }
    HTMLIndex.write(document, to: &page)
    tail(document, &page)
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  /// Everything before the body of a page.
  static func open(_ page: inout HTMLPage, title: String) {
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    )
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    page.element("title", title)
    page.raw("\n<style>\n")
    page.raw(HTMLStyle.sheet)
    page.raw("</style>\n</head>\n<body>\n")
  }

  static func navigation(_ links: [(file: String, name: String)], _ page: inout HTMLPage) {
    guard !links.isEmpty else { return }
    page.raw("<nav aria-label=\"Pages\" class=\"facts\">")
    for (index, link) in links.enumerated() {
      if index > 0 { page.raw(" · ") }
      page.element("a", ["href": link.file], link.name)
    }
    page.raw("</nav>\n")
  }

  func head(_ document: DigestDocument, _ page: inout HTMLPage) {
    page.raw("<header class=\"title\">\n")
    page.element("h1", ["dir": "auto"], document.title)
    page.raw("\n<p class=\"facts\">")
    if let period = document.period {
      page.element("strong", DigestPhrases.period(period))
      page.raw(" · ")
    }
    if !document.venues.isEmpty {
      for (index, venue) in document.venues.enumerated() {
        if index > 0 { page.raw(", ") }
        let isShort = venue.name.unicodeScalars.count <= 28
        page.element("span", ["class": isShort ? "short venue" : "venue"], venue.name)
      }
      page.raw(" · ")
    }
    page.text(DigestPhrases.counted(document.threads.count, "thread"))
    page.raw("</p>\n")
    page.element(
      "p", ["class": "method"], DigestPhrases.method(document.length) + " " + DigestPhrases.marks)
    page.raw("\n")
    page.element("p", ["class": "facts"], DigestPhrases.shown(document.extent))
    page.raw("\n</header>\n<section class=\"people\">\n<h2>People</h2>\n<p>")
    for (index, person) in document.people.enumerated() {
      if index > 0 { page.raw(", ") }
      page.element("bdi", person.name)
      page.text(" (\(person.postCount))")
    }
    page.raw("</p>\n</section>\n")
    // One thread is its own contents.
    guard document.threads.count > 1 else { return }
    page.raw("<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n")
    for thread in document.threads {
      page.raw("<li>")
      let file = page.files[thread.id] ?? ""
      page.element(
        "a", ["href": file + "#" + Anchor.thread(thread.id), "dir": "auto"], thread.subject)
      page.raw(" ")
      page.element("span", ["class": "facts"], DigestPhrases.facts(thread))
      page.raw("</li>\n")
    }
    page.raw("</ol>\n</nav>\n")
  }

  func tail(_ document: DigestDocument, _ page: inout HTMLPage) {
    page.raw("<footer>\n")
    if !document.sources.isEmpty {
      page.raw("<h2>Sources</h2>\n<ol class=\"sources\">\n")
      for (index, file) in document.sources.enumerated() {
        page.open("li", ["id": "source-\(index + 1)"])
        page.element("span", ["class": "path"], file.path)
        if let sha256 = file.sha256 {
          page.raw(" <span class=\"digest\">SHA-256 ")
          page.element("code", sha256)
          page.raw("</span>")
        }
        page.raw("</li>\n")
      }
      page.raw("</ol>\n")
    }
    page.raw("<p class=\"facts\">")
    let colophon = document.colophon
    if let version = colophon.version { page.text("Thresh \(version). ") }
    if let fingerprint = colophon.fingerprint {
      page.raw("Archive ")
      page.element("code", fingerprint)
      page.raw(". ")
    }
    if let command = colophon.command {
      page.raw("Made by ")
      page.element("code", command)
    }
    page.raw("</p>\n</footer>\n")
  }
}
