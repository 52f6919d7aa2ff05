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
}
