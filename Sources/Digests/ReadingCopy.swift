public import Discussion
public import SourceBytes

/// The pages of a static reading copy: plain files that need no server and no script.
///
/// `index.html` leads to a page for each year, these lead to a page for each thread with every post in its own words, and
/// pages that keep the old addresses of posts lead to their threads.
public struct ReadingCopy: Sendable {
  /// A thread in a list.
  public struct Entry: Sendable, Hashable {
    /// Its root.
    public var id: PostID
    /// Its subject.
    public var subject: String
    /// Where it took place.
    public var venues: [String]
    /// How many posts it has.
    public var postCount: Int
    /// How many people wrote in it.
    public var personCount: Int
    /// When its first post was written.
    public var first: StatedDate?
    /// When its last post was written.
    public var last: StatedDate?

    /// Takes over a thread.
    public init(
      id: PostID, subject: String, venues: [String], postCount: Int, personCount: Int,
      first: StatedDate?, last: StatedDate?
    ) {
      self.id = id
      self.subject = subject
      self.venues = venues
      self.postCount = postCount
      self.personCount = personCount
      self.first = first
      self.last = last
    }
  }

  private let title: String
  private let years: [(name: String, entries: [Entry])]
  private let colophon: DigestColophon

  /// - Parameters:
  ///   - title: What the copy is called.
  ///   - entries: Its threads in the order in which they are listed.
  public init(title: String, entries: [Entry], colophon: DigestColophon) {
    self.title = DisplayText.line(title)
    self.colophon = colophon
    var places: [String: [Entry]] = [:]
    for entry in entries { places[ReadingCopy.year(entry), default: []].append(entry) }
    years = places.sorted { $0.key < $1.key }.map { (name: $0.key, entries: $0.value) }
  }

  /// The file of a thread, from the folder of the copy.
  public static func file(of thread: PostID) -> String {
    "threads/\(Anchor.safe(thread.text)).html"
  }

  /// The lists: the first page and one for each year, each with its file.
  public func lists() -> [(file: String, bytes: [UInt8])] {
    [(file: "index.html", bytes: front())]
      + years.map { (file: ReadingCopy.file(ofYear: $0.name), bytes: list($0.name, $0.entries)) }
  }

  /// The page of a thread.
  ///
  /// - Parameter document: A document of this thread alone.
  public func page(of document: DigestDocument, entry: Entry) -> [UInt8] {
    let year = ReadingCopy.year(entry)
    return HTMLRenderer().render(
      document,
      links: [
        (file: "../index.html", name: title),
        (file: "../" + ReadingCopy.file(ofYear: year), name: year),
      ])
  }

  /// The file that keeps the address of a post: the path of its link; nil where that is no plain name of a page.
  public static func file(keeping link: String) -> String? {
    guard let link = WebLink.checked(link), let start = link.firstRange(of: "://") else {
      return nil
    }
    let parts = link[start.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
    let names = parts.dropFirst()
    guard !names.isEmpty, names.count <= 12, let last = names.last,
      last.hasSuffix(".html") || last.hasSuffix(".htm"),
      names.allSatisfy({ name in
        !name.isEmpty && name.first != "." && name.utf8.count <= 100
          && name.utf8.allSatisfy { isPlain($0) }
      }), names.first != "threads"
    else { return nil }
    // The pages of the copy itself lie at its top.
    return names.count > 1 ? names.joined(separator: "/") : nil
  }

  /// The file that keeps the address of a message page by where it was saved: its folder and its name, as in
  /// `2003-July/000123.html`, which is how list archives lay them out; nil where that is no plain name of a page.
  public static func file(keepingPage path: String) -> String? {
    let names = path.split(separator: "/").suffix(2)
    return names.count == 2 ? file(keeping: "https://x/" + names.joined(separator: "/")) : nil
  }

  /// The page at an old address, which leads to where the post stands now.
  public static func page(
    at file: String, leadingTo post: PostID, in thread: PostID
  ) -> [UInt8] {
    let top = String(repeating: "../", count: file.utf8.count { $0 == UInt8(ascii: "/") })
    let target = top + ReadingCopy.file(of: thread) + "#" + Anchor.post(post)
    var page = HTMLPage()
    page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<title>Moved</title>\n")
    page.open("meta", ["http-equiv": "refresh", "content": "0; url=\(target)"])
    page.raw("\n</head>\n<body>\n<p>")
    page.element("a", ["href": target], "This post stands here now.")
    page.raw("</p>\n</body>\n</html>\n")
    return page.bytes
  }

  // MARK: Lists

  private func front() -> [UInt8] {
    page { page in
      let entries = years.flatMap(\.entries)
      let posts = entries.reduce(0) { $0 + $1.postCount }
      page.element(
        "p", ["class": "facts"],
        "\(DigestPhrases.counted(entries.count, "thread")) · \(DigestPhrases.counted(posts, "post"))"
      )
      page.raw("\n<ul class=\"items\">\n")
      for year in years {
        page.raw("<li>")
        page.element("a", ["href": ReadingCopy.file(ofYear: year.name)], year.name)
        page.raw(" ")
        let count = year.entries.reduce(0) { $0 + $1.postCount }
        page.element(
          "span", ["class": "facts"],
          "\(DigestPhrases.counted(year.entries.count, "thread")) · \(DigestPhrases.counted(count, "post"))"
        )
        page.raw("</li>\n")
      }
      page.raw("</ul>\n")
    }
  }

  private func list(_ year: String, _ entries: [Entry]) -> [UInt8] {
    page(year, links: [(file: "index.html", name: title)]) { page in
      page.raw("<ol class=\"items\">\n")
      for entry in entries { ReadingCopy.item(entry, at: ReadingCopy.file(of: entry.id), &page) }
      page.raw("</ol>\n")
    }
  }

  /// A thread in a list.
  static func item(_ entry: Entry, at path: String, _ page: inout HTMLPage) {
    page.raw("<li>")
    page.element(
      "a", ["href": path, "dir": "auto"], entry.subject.isEmpty ? "(no subject)" : entry.subject)
    page.raw(" ")
    var facts: [String] = []
    if let first = entry.first, let last = entry.last {
      facts.append(DateWords.period(first, last))
    }
    facts.append(DigestPhrases.counted(entry.postCount, "post"))
    facts.append("\(entry.personCount) \(entry.personCount == 1 ? "person" : "people")")
    facts += entry.venues
    page.element("span", ["class": "facts"], facts.joined(separator: " · "))
    page.raw("</li>\n")
  }

  private func page(
    _ heading: String? = nil, links: [(file: String, name: String)] = [],
    _ body: (inout HTMLPage) -> Void
  ) -> [UInt8] {
    var page = HTMLPage()
    HTMLRenderer.open(&page, title: heading.map { "\($0) · \(title)" } ?? title)
    page.raw("<main>\n")
    HTMLRenderer.navigation(links, &page)
    page.element("h1", ["dir": "auto"], heading ?? title)
    page.raw("\n")
    body(&page)
    page.raw("<footer>\n<p class=\"facts\">")
    let parts = [
      colophon.version.map { "Thresh \($0)" }, colophon.fingerprint.map { "archive \($0)" },
      colophon.command.map { "made by \($0)" },
    ]
    page.text(parts.compactMap { $0 }.joined(separator: " · "))
    page.raw("</p>\n</footer>\n</main>\n</body>\n</html>\n")
    return page.bytes
  }

  private static func file(ofYear year: String) -> String {
    year == undated ? "undated.html" : "\(year).html"
  }

  private static func year(_ entry: Entry) -> String {
    guard let first = entry.first, first.precision != .relative else { return undated }
    return String(first.iso8601.prefix(4))
  }

  private static let undated = "No date"

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
