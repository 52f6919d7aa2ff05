import ArchiveStore
import Discussion
import Ingest
import SourceBytes
import TestSupport
import Testing

/// Pages inside what browsers, crawlers and mirrors keep them in.
struct PageContainerTests {
  private static func page(
    canonical: String = "", comments: [Int], dates: String = "March 5, 2012 at 2:07 pm"
  ) -> String {
    let items = comments.map { number in
      """
      <li class="comment depth-1" id="comment-\(number)"><div class="comment-author vcard">
      <cite class="fn">Person \(number)</cite> <span class="says">says:</span></div>
      <div class="comment-meta commentmetadata">\(dates)</div>
      <p>These are the words of number \(number).</p></li>
      """
    }
    return """
      <html lang="en"><head><title>Tools</title>\(canonical)<link href="/wp-content/x.css"></head>
      <body class="single"><h1 class="entry-title">Why we share tools</h1>
      <div class="entry-content"><p>Last year our street bought one ladder instead of nine, and nobody
      has missed the other eight so far.</p></div>
      <ol class="commentlist">\(items.joined(separator: "\n"))</ol></body></html>
      """
  }

  private static func canonical(_ address: String) -> String {
    "<link rel=\"canonical\" href=\"\(address)\">"
  }

  private func posts(
    _ files: [String: String], options: ImportOptions = ImportOptions()
  ) async throws -> [ArchivedPost] {
    let folder = try ScratchFolder()
    for (name, text) in files { try folder.write(name, text) }
    let archive = try Archive()
    try await importAll([folder.path], into: archive, options: options)
    return try allPosts(in: archive)
  }

  private func allPosts(in archive: Archive) throws -> [ArchivedPost] {
    var all: [ArchivedPost] = []
    try archive.forEachPost { post, _ in all.append(post) }
    return all
  }

  @Test func joinsPagesOfOneArticlesComments() async throws {
    let address = "https://blog.example/tools/"
    let posts = try await posts([
      "tools.html": Self.page(
        canonical: Self.canonical(address + "comment-page-1/"), comments: [1, 2]),
      "tools-2.html": Self.page(
        canonical: Self.canonical(address + "comment-page-2/"), comments: [3]),
    ])
    #expect(posts.count == 4)
    #expect(Set(posts.map(\.thread)).count == 1)
    #expect(posts.contains { $0.post.kind == .article && $0.post.permalink == address })
  }

  @Test func readsWebArchives() async throws {
    let body = Self.page(comments: [1, 2])
    func record(_ type: String, _ uri: String, _ block: String) -> String {
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\n"
        + "WARC-Date: 2012-04-01T10:00:00Z\r\nContent-Length: \(block.utf8.count)\r\n\r\n"
        + block + "\r\n\r\n"
    }
    let size = String(body.utf8.count, radix: 16)
    let posts = try await posts([
      "crawl.warc": record("warcinfo", "", "software: x\r\n")
        + record("request", "https://blog.example/tools/", "GET /tools/ HTTP/1.1\r\n\r\n")
        + record(
          "response", "https://blog.example/tools/",
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "\(size)\r\n\(body)\r\n0\r\n\r\n")
        + record("response", "https://blog.example/x.png", "HTTP/1.1 404 Not Found\r\n\r\nno")
    ])
    #expect(posts.count == 3)
    #expect(posts.contains { $0.post.permalink == "https://blog.example/tools/" })
    #expect(posts.contains { $0.post.permalink == "https://blog.example/tools/#comment-2" })
  }

  @Test func readsPagesSavedAsOneFile() async throws {
    let posts = try await posts([
      "tools.mhtml": """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://blog.example/tools/
      Subject: Tools
      Date: Sun, 1 Apr 2012 10:00:00 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----b"

      ------b
      Content-Type: text/html
      Content-Transfer-Encoding: 8bit
      Content-Location: https://blog.example/tools/

      \(Self.page(comments: [1], dates: "3 days ago"))
      ------b--

      """
    ])
    #expect(posts.count == 2)
    let comment = try #require(posts.first { $0.post.kind == .comment })
    #expect(comment.post.permalink == "https://blog.example/tools/#comment-1")
    #expect(comment.post.date?.stated.iso8601.hasPrefix("2012-03-29") == true)
    #expect(comment.post.date?.stated.precision == .relative)
  }

  @Test func takesWhatThePageDoesNotSayFromTheReader() async throws {
    var options = ImportOptions()
    options.url = "https://blog.example/tools/"
    options.author = "Ada Example"
    options.date = StatedDate(year: 2012, month: 3, day: 4, precision: .day)
    let posts = try await posts(["tools.html": Self.page(comments: [1, 2])], options: options)
    let article = try #require(posts.first { $0.post.kind == .article })
    #expect(article.post.author.name == "Ada Example")
    #expect(article.post.date?.source == .given)
    #expect(article.post.permalink == options.url)
    #expect(posts.contains { $0.post.permalink == "https://blog.example/tools/#comment-2" })
  }

  @Test func saysWhatIsMissing() async throws {
    let folder = try ScratchFolder()
    try folder.write("tools.html", Self.page(comments: [1, 2], dates: "3 days ago"))
    let reports = try await importAll([folder.path], into: try Archive())
    let codes = Set(reports.flatMap(\.findings).map(\.code))
    #expect(
      codes.isSuperset(of: ["author-missing", "date-missing", "address-missing", "date-relative"]))
  }

  @Test func readsUnknownPagesByTheirStructure() async throws {
    let blocks = (1...4).map {
      "<div class='reaction r\($0)'><span class='author'>Person \($0)</span> "
        + "<span class='date'>2012-03-0\($0)</span><p>Words of number \($0), long enough.</p></div>"
    }
    let page =
      "<html><head><title>Forum</title></head><body><h1>Sheds</h1>\(blocks.joined())</body></html>"
    var options = ImportOptions()
    options.format = "generic"
    let posts = try await posts(["forum.html": page], options: options)
    #expect(posts.count { $0.post.kind == .comment } == 4)
    #expect(posts.contains { $0.post.author.name == "Person 3" })
    let nothing = try await self.posts(
      ["x.html": "<html><body><p>Nothing here.</p></body></html>"], options: options)
    #expect(nothing.isEmpty)
  }
}
