public import Discussion
public import SourceBytes

/// The pages of a web reader: threads, hits, and one page for each thread.
///
/// They need no script. Paths: `/` lists threads, `/search` finds posts, `/threads/ID.html` shows a thread, `/posts/ID` leads to a post in its
/// thread; each list and thread has a twin in JSON.
public struct ReaderPages: Sendable {
  /// A post that was found.
  public struct Hit: Sendable, Hashable {
    /// Its id.
    public var id: PostID
    /// Who wrote it.
    public var author: String
    /// When.
    public var date: StatedDate?
    /// Its subject.
    public var subject: String
    /// Where.
    public var venues: [String]
    /// The best passage: words, and whether they are what was looked for.
    public var passage: [(text: String, isMatch: Bool)]

    /// Takes over a hit.
    public init(
      id: PostID, author: String, date: StatedDate?, subject: String, venues: [String],
      passage: [(text: String, isMatch: Bool)]
    ) {
      self.id = id
      self.author = author
      self.date = date
      self.subject = subject
      self.venues = venues
      self.passage = passage
    }

    /// Compares all but the passage.
    public static func == (left: Hit, right: Hit) -> Bool {
      (left.id, left.author, left.date, left.subject, left.venues)
        == (right.id, right.author, right.date, right.subject, right.venues)
    }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// A part of a list.
  public struct Part: Sendable, Hashable {
    /// The number of the page, from 1.
    public var page: Int
    /// Whether there is one behind it.
    public var hasMore: Bool

    /// Takes over a part.
    public init(page: Int, hasMore: Bool) {
      self.page = page
      self.hasMore = hasMore
    }
  }

  private let title: String
  private let version: String

  /// - Parameter title: What the archive is called.
  public init(title: String, version: String) {
    self.title = DisplayText.line(title)
    self.version = version
  }

  /// The path of a thread.
  public static func path(of thread: PostID) -> String { "/" + ReadingCopy.file(of: thread) }

  /// The path of a post in its thread.
  public static func path(of post: PostID, in thread: PostID) -> String {
    path(of: thread) + "#" + Anchor.post(post)
  }

  /// A list of threads.
  ///
  /// - Parameter facts: What the archive holds, in a few words.
  public func threads(_ entries: [ReadingCopy.Entry], facts: String, part: Part) -> [UInt8] {
    page(nil, query: "") { page in
      page.element("p", ["class": "facts"], facts)
      page.raw("\n<ol class=\"items\">\n")
      for entry in entries { ReadingCopy.item(entry, at: ReaderPages.path(of: entry.id), &page) }
      page.raw("</ol>\n")
      turning(part, path: "/", query: nil, &page)
    }
  }

  /// What a search found.
  ///
  /// - Parameter counts: How much it found, in a few words.
  public func hits(_ hits: [Hit], of query: String, counts: String, part: Part) -> [UInt8] {
    page("Search", query: query) { page in
      page.element("p", ["class": "facts", "role": "status"], counts)
      page.raw("\n<ol class=\"items\">\n")
      for hit in hits {
        page.raw("<li>")
        page.element(
          "a", ["href": "/posts/\(Anchor.safe(hit.id.text))", "dir": "auto"],
          hit.subject.isEmpty ? "(no subject)" : hit.subject)
        page.raw(" <span class=\"facts\">")
        page.element("bdi", hit.author)
        let further = [hit.date.map(DateWords.day) ?? ""].filter { !$0.isEmpty } + hit.venues
        page.text(further.map { " · " + $0 }.joined())
        page.raw("</span>\n<p dir=\"auto\">")
        for piece in hit.passage {
          if piece.isMatch { page.element("mark", piece.text) } else { page.text(piece.text) }
        }
        page.raw("</p></li>\n")
      }
      page.raw("</ol>\n")
      turning(part, path: "/search", query: query, &page)
    }
  }

  /// A thread with every post in its own words.
  ///
  /// - Parameter document: A document of this thread alone.
  public func thread(_ document: DigestDocument, id: PostID) -> [UInt8] {
    HTMLRenderer().render(
      document,
      links: [
        (file: "/", name: title), (file: "/threads/\(Anchor.safe(id.text)).json", name: "JSON"),
      ])
  }

  /// A page that says what is wrong.
  public func failure(_ message: String, hint: String?, query: String = "") -> [UInt8] {
    page("Not found", query: query) { page in
      page.raw("<pre>")
      page.verbatim(message)
      page.raw("</pre>\n")
      if let hint { page.element("p", ["class": "facts"], hint) }
    }
  }

  // MARK: Parts

  private func turning(_ part: Part, path: String, query: String?, _ page: inout HTMLPage) {
    guard part.page > 1 || part.hasMore else { return }
    func address(_ number: Int) -> String {
      let words = query.map { "q=\(ReaderPages.escaped($0))&" } ?? ""
      return "\(path)?\(words)page=\(number)"
    }
    page.raw("<nav aria-label=\"Further pages\"><p>")
    if part.page > 1 {
      page.element("a", ["href": address(part.page - 1), "rel": "prev"], "← Before")
      page.raw(" · ")
    }
    page.text("page \(part.page)")
    if part.hasMore {
      page.raw(" · ")
      page.element("a", ["href": address(part.page + 1), "rel": "next"], "Further →")
    }
    page.raw("</p></nav>\n")
  }

  private func page(
    _ heading: String?, query: String, _ body: (inout HTMLPage) -> Void
  ) -> [UInt8] {
    var page = HTMLPage()
    HTMLRenderer.open(&page, title: heading.map { "\($0) · \(title)" } ?? title)
    page.raw("<main>\n")
    if heading != nil { HTMLRenderer.navigation([(file: "/", name: title)], &page) }
    page.element("h1", ["dir": "auto"], heading ?? title)
    page.raw(
      "\n<form action=\"/search\" role=\"search\"><p><label for=\"q\">Search posts</label> ")
    page.open(
      "input", ["type": "search", "id": "q", "name": "q", "value": query, "dir": "auto"])
    page.raw(" <button>Search</button></p></form>\n")
    body(&page)
    page.raw("<footer>\n<p class=\"facts\">")
    page.text("Thresh \(version), for this machine alone")
    page.raw("</p>\n</footer>\n</main>\n</body>\n</html>\n")
    return page.bytes
  }

  /// A text as a value of a field in an address (RFC 3986 §2.1).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return escaped
  }
}
