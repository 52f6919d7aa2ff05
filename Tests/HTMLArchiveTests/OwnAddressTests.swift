import HTMLArchive
import SourceBytes
import Testing

/// A page that states no address in its head is known by what stands on it.
@Suite struct OwnAddressTests {
  static func address(
    title: String = "Shed Notes &raquo; A leaking roof",
    heading: String = "<h2>A leaking roof</h2>", below: String = "", comments: [String] = ["", ""],
    sidebar: String = ""
  ) -> String? {
    let list = comments.enumerated().map { number, link in
      "<li id='comment-\(number + 11)'><cite>A\(number)</cite> <small>May \(number + 1), 2012 \(link)</small>"
        + "<p>Words of theirs.</p></li>"
    }
    let page = """
      <html><head><title>\(title)</title><meta name="generator" content="WordPress 2.0"></head>
      <body><div id="header"><h1><a href="http://sheds.example/notes/">Shed Notes</a></h1></div>
      <div class="post">\(heading)<div class="entry"><p>The felt has gone, and the boards are soft.</p></div>
      \(below)</div><ol class="commentlist">\(list.joined())</ol>
      <div id="sidebar"><a href="http://sheds.example/notes/doors/" rel="bookmark">Doors</a>
      <a href="http://sheds.example/notes/floors/">Floors</a>\(sidebar)</div></body></html>
      """
    return read(page)?.canonicalURL
  }

  static func read(_ page: String) -> PageReading? {
    let bytes = Array(page.utf8)
    return PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
  }

  @Test func nothingOnThePageIsNoAddress() {
    #expect(Self.address() == nil)
    #expect(Self.address(title: "Shed Notes", heading: "") == nil)
  }

  @Test(arguments: [
    "<h2><a href='http://sheds.example/notes/7/' rel='bookmark'>A leaking roof</a></h2>",
    "<h2 class='x'><a href='http://sheds.example/notes/7/'>A Leaking Roof</a></h2>",
    "<h3><a href='/web/20120109075233/http://sheds.example/notes/7/' rel='bookmark'>A leaking roof</a></h3>",
  ])
  func theTitleLeadsToIt(heading: String) {
    #expect(Self.address(heading: heading) == "http://sheds.example/notes/7/")
  }

  @Test(arguments: [
    // The heading of another article, and one that leads to the front page.
    "<h2><a href='http://sheds.example/notes/8/'>Doors that stick</a></h2>",
    "<h2><a href='http://sheds.example/'>A leaking roof</a></h2>",
    // A part of the title that is not the longest.
    "<h2>A leaking roof</h2><h3><a href='http://sheds.example/roof/'>Roof</a></h3>",
  ])
  func anotherHeadingDoesNot(heading: String) {
    #expect(Self.address(heading: heading) == nil)
  }

  @Test func theFrontPageIsToldByWhatItLeadsTo() {
    let page = """
      <html><head><title>A leaking roof - Sheds</title><meta name="generator" content="WordPress 2.0"></head><body>
      <h2><a href="http://x.example/b/">Sheds</a></h2><a href="http://x.example/b/?p=4">Doors</a>
      <a href="http://x.example/b/?page_id=2">About</a><div class="entry"><p>The felt has gone, all of it.</p></div>
      <ol class="commentlist"><li id='comment-1'><cite>A</cite> <small>May 1, 2012</small><p>Yes.</p></li></ol>
      </body></html>
      """
    let reading = Self.read(page)
    #expect(reading?.canonicalURL == nil)
    #expect(reading?.entries.first?.subject != "Sheds")
  }

  @Test func theLinkMarkedAsPermanentLeadsToIt() {
    let time = "<time class='entry-date' datetime='2012-05-03'>May 3</time>"
    let link = "<a href='http://sheds.example/notes/7/' rel='bookmark'>\(time)</a>"
    #expect(Self.address(below: link) == "http://sheds.example/notes/7/")
    let related = "<a href='http://sheds.example/notes/5/' rel='bookmark'>Gutters</a>"
    #expect(Self.address(below: related + link) == "http://sheds.example/notes/7/")
    #expect(
      Self.address(below: related + related.replacing("5", with: "6")) == nil)
  }

  @Test(arguments: [
    "http://sheds.example/notes/7/#comment-",
    "http://sheds.example/notes/7/comment-page-3/#comment-",
    "https://web.archive.org/web/20120109075233/http://sheds.example/notes/7/comment-page-3#comment-",
  ])
  func commentsLeadToIt(stem: String) {
    let links = [11, 12].map { "<a href='\(stem)\($0)'>at noon</a>" }
    #expect(Self.address(comments: links) == "http://sheds.example/notes/7/")
    #expect(Self.address(comments: [links[0], ""]) == "http://sheds.example/notes/7/")
  }

  @Test func addressesOfSingleCommentsDoNot() {
    let link = "<a href='http://sheds.example/show?thread=11#comment-11'>at noon</a>"
    #expect(Self.address(comments: [link, ""]) == nil)
  }

  @Test func commentsOfOtherPagesDoNot() {
    let other = "http://sheds.example/notes/5/#comment-"
    let recent = [11, 12].map { "<a href='\(other)\($0)'>Bo</a>" }.joined()
    #expect(Self.address(sidebar: recent) == nil)
    #expect(Self.address(comments: ["<a href='\(other)99'>as I said</a>", ""]) == nil)
    // Two that contradict each other.
    let mixed = [
      "<a href='\(other)11'>1</a>", "<a href='http://sheds.example/notes/6/#comment-12'>2</a>",
    ]
    #expect(Self.address(comments: mixed) == nil)
  }

  @Test func trackbackDataGivesAddressAuthorAndDate() throws {
    let data = """
      <!--
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
               xmlns:dc="http://purl.org/dc/elements/1.1/">
      <rdf:Description
          rdf:about="http://sheds.example/archives/000027.html"
          trackback:ping="http://sheds.example/mt-tb.cgi/26"
          dc:title="A leaking roof &amp; more"
          dc:identifier="http://sheds.example/archives/000027.html"
          dc:description="<![CDATA[He said "slates"]]>"
          dc:creator="ada"
          dc:date="2005-01-28T00:04:54+01:00" />
      </rdf:RDF>
      -->
      """
    func page(_ data: String) -> String {
      """
      <html><head><meta name="generator" content="http://www.movabletype.org/"><title>Sheds</title>\(data)</head>
      <body><div class="entry-body"><p>The felt has gone, and the boards are soft, and it rains in still.</p></div>
      <div class="comments-body"><p>Slates?</p><span class="comments-post">Posted by: Bo at February 2, 2005 07:39 AM</span></div>
      </body></html>
      """
    }
    let reading = try #require(Self.read(page(data)))
    let article = try #require(reading.entries.first)
    #expect(reading.canonicalURL == "http://sheds.example/archives/000027.html")
    #expect(article.subject == "A leaking roof & more")
    #expect(article.authorName == "ada")
    #expect(article.date?.iso8601 == "2005-01-28T00:04:54+01:00")
    // What is printed for readers goes before data that contradicts it.
    func posted(_ date: String) -> String? {
      let line = "<p class='posted'>Posted by Ada at \(date)</p>"
      let whole = page(data).replacing("<div class=\"comm", with: line + "<div class=\"comm")
      return Self.read(whole)?.entries.first?.date?.iso8601
    }
    #expect(posted("January 28, 2005 12:04 AM") == "2005-01-28T00:04:54+01:00")
    #expect(posted("February 9, 2005 06:52 PM") == "2005-02-09T18:52:00")
    // Several entries on one page.
    let other = data.replacing("000027", with: "000028")
    #expect(Self.read(page(data + other))?.canonicalURL == nil)
  }
}
