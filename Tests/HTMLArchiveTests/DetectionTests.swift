import HTMLArchive
import SourceBytes
import Testing

@Suite struct DetectionTests {
  static func producer(_ page: String) -> String? {
    let bytes = Array(page.utf8)
    return PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))?
      .producer
  }

  @Test(arguments: [
    "", "hello", "# Notes\n\n1. Buy bread.\n2. Sell bread.\n\nMore.\n",
    "<html><body><p>Just a page.</p></body></html>",
    "<rss version='2.0'><channel><title>t</title><item><title>x</title></item></channel></rss>",
    "From ada@example.org Mon Jan  1 00:00:00 2001\nSubject: x\n\nBody\n",
  ])
  func readsNothingIntoOtherFiles(page: String) {
    #expect(Self.producer(page) == nil)
  }

  @Test func takesNoIndexOfMonthsForComments() {
    let months = ["October", "September", "August", "July", "June"].map { month in
      """
      <tr><td>\(month) 2013:</td><td><a href="2013-\(month)/thread.html">[ Thread ]</a>
      <a href="2013-\(month)/author.html">[ Author ]</a> <a href="2013-\(month)/date.html">[ Date ]</a></td>
      <td><a href="2013-\(month).txt.gz">[ Gzip'd Text 3 KB ]</a></td></tr>
      """
    }
    let page =
      "<html><body><h1>The Ladder Archives</h1><table>" + months.joined() + "</table></body></html>"
    #expect(Self.producer(page) == nil)
  }

  @Test func takesNoFirstWordsOfNewsForComments() {
    let news = ["Rain", "Ladders", "Keys", "Sheds"].enumerated().map { day, name in
      """
      <div class="news"><a class="title" href="/news/\(day)">\(name) in our street</a> <span>0\(day + 1).10.2016</span>
      <p>The committee has looked into the matter of \(name) and found that it would rather wait for the spring...</p></div>
      """
    }
    #expect(Self.producer("<html><body><h1>News</h1>" + news.joined() + "</body></html>") == nil)
  }

  @Test func takesNoIndexOfMessagesForComments() {
    let rows = ["Bricks", "Mortar", "Chimney", "Bread"].enumerated().map { day, name in
      """
      <li><strong><a name="0\(day)" href="msg0\(day).html">\(name) for the oven</a></strong>, <em>Ruth Adler</em>, 03/0\(day + 1)/2003
      <ul><li><strong><a name="1\(day)" href="msg1\(day).html">Re: \(name) for the oven</a></strong>,
      <em>Paul Konstantin Osei</em>, 03/1\(day)/2003</li></ul></li>
      """
    }
    #expect(
      Self.producer("<html><body><h1>By thread</h1><ul>" + rows.joined() + "</ul></body></html>")
        == nil)
  }

  @Test(arguments: [
    "<a href='/p/KEY'>Read more</a>", "<h4><a href='/p/KEY'>A tale of the KEY</a></h4>",
  ])
  func takesNoOtherPostsForComments(way: String) {
    let posts = ["ladder", "key", "shed"].enumerated().map { day, name in
      """
      <div class="also">\(day + 1) May 2018 <b>\(day == 0 ? "Ada" : "Jonas")</b>
      \(way.hasPrefix("<h4>") ? way.replacing("KEY", with: name) : "")
      <p>What happened when the \(name) was lost, and who found it in the end.</p>
      \(way.hasPrefix("<h4>") ? "" : way.replacing("KEY", with: name))</div>
      """
    }
    #expect(Self.producer("<html><body><h1>Hello</h1>" + posts.joined() + "</body></html>") == nil)
  }

  @Test func readsCommentsThatAKnownProgramShowsInItsOwnWay() throws {
    let voices = ["Ada", "Jonas", "Mira"].enumerated().map { day, name in
      """
      <div class="voice"><b class="who">\(name)</b> <i>\(day + 1) May 2018, 10:0\(day)</i>
      <p>I say \(day + 1) times that the shed needs a roof.</p></div>
      """
    }
    let page = """
      <html><head><meta name="generator" content="WordPress 4.9"></head><body class="single">
      <link rel="stylesheet" href="/wp-content/themes/own/style.css">
      <div class="hentry"><h1 class="entry-title">The shed</h1><div class="entry-content"><p>It rains in.</p></div></div>
      <div class="voices">\(voices.joined())</div></body></html>
      """
    let bytes = Array(page.utf8)
    let reading = try #require(
      PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count)))
    #expect(reading.producer == "wordpress")
    #expect(reading.entries.map(\.authorName) == [nil, "Ada", "Jonas", "Mira"])
    #expect(reading.entries.dropFirst().allSatisfy { $0.parent == .article })
  }

  @Test(arguments: [
    "kettle (VERSION-1) unstable; urgency=low\n\n  * New spout.\n\n -- Ada Powell <ada@street.example>  Fri, 23 Mar 2018 00:43:22 +0100\n\n",
    "Version VERSION released 2013-05-04\n\n- a new spout\n- less scale\n\n",
    "VERSION. Filling the kettle\n\n  Water goes in at the top.\n\n",
    "Kettle VERSION\n4 May 2013\n\n- a new spout\n\n",
  ])
  func takesNoLogOfChangesForCapture(entry: String) {
    let log = (1...6).map { entry.replacing("VERSION", with: "\($0)") }.joined()
    #expect(Self.producer("Comments on the kettle\n\n" + log) == nil)
  }

  @Test func takesNoAddressesInWordsForNames() {
    let posts = ["ladder", "key", "shed", "felt"].enumerated().map { day, name in
      """
      <li><div class="post"><h4><a href="http://street.example/" title="To the post">Our street</a></h4>
      <span class="when">0\(day + 1).10.2017 11:15</span>
      <p>Read all of the \(name) in the new letter of the street: <a href="http://l.example/\(name)">http://l.example/\(name)</a></p>
      </div></li>
      """
    }
    #expect(
      Self.producer("<html><body><h1>Hello</h1><ul>" + posts.joined() + "</ul></body></html>")
        == nil)
  }

  @Test func takesNumberedBlocksForNoCommentsOfTextpattern() {
    let blocks = (0..<3).map { place in
      "<div id='c67774\(place)' class='csc-default'><p>Block \(place) of the page.</p></div>"
    }
    #expect(Self.producer("<html><body>" + blocks.joined() + "</body></html>") == nil)
  }

  @Test func takesAnchorsWithTimesForNoCommentsOfPivot() {
    let parts = (10..<13).map { hour in
      "<div><a id='talk-060305\(hour)07'></a><p>At \(hour) somebody speaks of ladders.</p></div>"
    }
    #expect(Self.producer("<html><body>" + parts.joined() + "</body></html>") == nil)
  }

  @Test func namesEachProducerOnce() {
    let names = ProducerTable.summaries.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("wxr") && names.contains("text-capture"))
  }

  @Test func takesUnknownPagesWithCommentNumbersForWhatTheyAre() {
    let page = """
      <html><body><h1>Title</h1><p>Text.</p>
      <div id="comment-1"><b>Ada</b> says: <p>One.</p></div>
      <div id="comment-2"><b>Jonas</b> says: <p>Two.</p></div></body></html>
      """
    #expect(Self.producer(page) == "comment-page")
  }
}
