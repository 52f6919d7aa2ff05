internal import Compression
internal import Discussion
internal import SourceBytes

/// Writes an EPUB 3.3 publication: one file a thread, a navigation document, no script.
struct EPUBRenderer: DigestRenderer {
  let name = "epub"
  let fileExtension = "epub"
  let help = "a book for reading devices (EPUB 3)"

  func render(_ document: DigestDocument) -> [UInt8] {
    var zip = ZipWriter()
    // OCF 3.3 §4.2: the first entry, not compressed, without extra fields.
    var bytes = zip.entry("mimetype", Array("application/epub+zip".utf8), isStored: true)
    bytes += zip.entry("META-INF/container.xml", Array(EPUBRenderer.container.utf8))
    bytes += zip.entry("EPUB/style.css", Array("\(HTMLStyle.bookSheet)".utf8))
    var files: [PostID: String] = [:]
    var names: [String] = []
    for thread in document.threads {
      let name = "thread-\(thread.number).xhtml"
      names.append(name)
      for entry in thread.entries {
        if case .post(let post) = entry { files[post.id] = name }
      }
      for post in thread.pingbacks { files[post.id] = name }
      // A thread is named by its root; where that is left out, the file is still known.
      if files[thread.id] == nil { files[thread.id] = name }
    }
    func page(_ title: String, _ body: (inout HTMLPage) -> Void) -> [UInt8] {
      var page = HTMLPage()
      page.isXML = true
      page.files = files
      page.sourcesFile = "end.xhtml"
      page.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n")
      page.raw(
        "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"en\" xml:lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      )
      page.element("title", title)
      page.raw(
        "\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n")
      body(&page)
      page.raw("</body>\n</html>\n")
      return page.bytes
    }
    bytes += zip.entry(
      "EPUB/start.xhtml",
      page(document.title) { page in
        HTMLRenderer().head(document, &page)
        HTMLCharts.write(document, to: &page)
      })
    for (name, thread) in zip2(names, document.threads) {
      bytes += zip.entry(
        "EPUB/" + name,
        page(thread.subject) {
          HTMLThread(thread: thread, isOnly: document.threads.count == 1).write(to: &$0)
        })
    }
    bytes += zip.entry(
      "EPUB/end.xhtml",
      page("Indexes and sources") { page in
        HTMLIndex.write(document, to: &page)
        HTMLRenderer().tail(document, &page)
      })
    bytes += zip.entry("EPUB/nav.xhtml", page("Contents") { navigation(document, names, &$0) })
    bytes += zip.entry("EPUB/package.opf", Array(package(document, names).utf8))
    return bytes + zip.end()
  }

  private func zip2(_ names: [String], _ threads: [DigestThread]) -> [(String, DigestThread)] {
    Array(zip(names, threads))
  }

  private func navigation(
    _ document: DigestDocument, _ names: [String], _ page: inout HTMLPage
  ) {
    page.raw("<nav epub:type=\"toc\" id=\"toc\">\n<h1>Contents</h1>\n<ol>\n")
    page.raw("<li><a href=\"start.xhtml\">Overview</a></li>\n")
    for (name, thread) in zip(names, document.threads) {
      page.raw("<li>")
      page.element("a", ["href": name], "\(thread.number). \(thread.subject)")
      page.raw("</li>\n")
    }
    page.raw("<li><a href=\"end.xhtml\">Indexes and sources</a></li>\n</ol>\n</nav>\n")
  }

  private func package(_ document: DigestDocument, _ names: [String]) -> String {
    // The identifier follows the content; the date is that of the last post, so that bytes repeat.
    let identity =
      document.title + "\0" + (document.colophon.fingerprint ?? "")
      + (document.colophon.command ?? "")
    let digits = Array(ContentDigest(of: identity).hexadecimal.prefix(32))
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
    let modified = document.period.map { StatedDate(instant: $0.last.instant, offsetMinutes: nil) }
    let stamp = (modified ?? StatedDate(instant: 0, offsetMinutes: nil)).iso8601 + "Z"
    let hasCharts =
      document.timeline.count > 2
      || (document.network.people.count > 2 && document.network.replies.count > 1)
    var items = ""
    var spine = ""
    let files = ["start.xhtml"] + names + ["end.xhtml"]
    for (index, name) in files.enumerated() {
      let properties = index == 0 && hasCharts ? " properties=\"svg\"" : ""
      items +=
        "<item id=\"f\(index)\" href=\"\(name)\" media-type=\"application/xhtml+xml\"\(properties)/>\n"
      spine += "<itemref idref=\"f\(index)\"/>\n"
    }
    var title = HTMLPage()
    title.text(document.title)
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">urn:uuid:\(groups.joined(separator: "-"))</dc:identifier>
      <dc:title>\(String(decoding: title.bytes, as: UTF8.self))</dc:title>
      <dc:language>en</dc:language>
      <meta property="dcterms:modified">\(stamp)</meta>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="style" href="style.css" media-type="text/css"/>
      \(items)</manifest>
      <spine>
      \(spine)</spine>
      </package>

      """
  }

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """
}
