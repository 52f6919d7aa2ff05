import HTMLArchive
import HTMLTree
import SourceBytes
import Testing

/// Pages that nobody wrote for reading: each must come back quickly, whole and without a crash.
@Suite struct HostileTests {
  static func read(_ text: String) -> PageReading? {
    read(Array(text.utf8))
  }

  static func read(_ bytes: [UInt8]) -> PageReading? {
    PageReader.read(bytes, at: SourceLocation(file: FileID("hostile.html"), bytes: 0..<bytes.count))
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// What a page is made of, repeated until a quadratic step would show.
  static let floods: [String] = [
    "<", "<!--", "<div>", "<blockquote>", "<script>", "<style>", "</p>", "<a", "&amp", "<!-- X-",
    "<p",
    "<ul><li>", "<table><tr><td>", "<pre>\n", "&#0;", "<br>", "\u{0}", "<li id=\"comment-1\">",
    "<!--X-Reference: a@b -->", "<font><b><i>",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: floods)
  func readsAFlood(of piece: String) {
    let count = 30_000 / piece.utf8.count
    let flood = Self.times(count, piece)
    _ = Self.read("<html><body>" + flood)
    _ = Self.read("<html><!--beginarticle--><pre>hello\n" + flood + "<!--endarticle-->")
    _ = Self.read("<!--X-Message-Id: a@b --><!--X-Body-of-Message-->" + flood)
  }

  /// Comments, each set in under the one before.
  static func nested(_ count: Int) -> String {
    var page =
      "<html><head><link href=\"/wp-content/x.css\"></head><body><ol class=\"commentlist\">"
    for number in 1...count {
      page +=
        "<li id=\"comment-\(number)\"><cite>A\(number)</cite><p>Text \(number)</p><ul class=\"children\">"
    }
    return page
  }

  @Test(.timeLimit(.minutes(5)), arguments: [200, 2_000])
  func readsDeeplyNestedComments(count: Int) throws {
    let reading = try #require(Self.read(Self.nested(count)))
    let comments = reading.entries.filter { $0.kind == .comment }
    #expect(comments.count == count)
    for place in 1..<count {
      #expect(comments[place].parent == .entry(key: "comment-\(place)"))
    }
    #expect(!reading.findings.contains { $0.code == "nesting-flattened" })
  }

  @Test(.timeLimit(.minutes(5))) func losesNoCommentBelowTheDeepestNesting() throws {
    let reading = try #require(Self.read(Self.nested(8_000)))
    let comments = reading.entries.filter { $0.kind == .comment }
    #expect(comments.count == 8_000)
    #expect(
      comments.enumerated().allSatisfy {
        $1.authorName == "A\($0 + 1)" && $1.text == "Text \($0 + 1)"
      })
    #expect(reading.findings.contains { $0.code == "nesting-flattened" })
    // Only where the tree was cut is an answer not known as one.
    let lost = comments.indices.dropFirst().count {
      comments[$0].parent != .entry(key: "comment-\($0)")
    }
    #expect(lost < 40)
  }

  @Test func takesNoEntryForItsOwnParent() throws {
    let export = """
      <?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
      <thread dsq:id="2"><link>http://bread.example/loaf</link><title>Loaf</title></thread>
      <post dsq:id="4"><message><![CDATA[<p>Yes.</p>]]></message><createdAt>2013-10-11T06:51:33Z</createdAt>
      <author><name>Ida</name></author><thread dsq:id="2"/><parent dsq:id="4"/></post></disqus>
      """
    let reading = try #require(Self.read(export))
    let comment = try #require(reading.entries.last)
    #expect(comment.parent == .article && comment.text == "Yes.")
    #expect(reading.findings.contains { $0.code == "reply-to-itself" })
  }

  /// Boxes of comments, each set into the one before; `%` stands for a number.
  static let boxes: [String] = [
    "<div class='h-entry'><div class='u-comment h-cite' id='c%'><p class='p-author'>A<p class='e-content'>T",
    "<div class='u-comment h-cite' id='c%'><div class='e-content'>T",
    "<div class='h-entry'><div class='p-author'>",
    "<div class='commentarea'></div><div class='thing comment' id='thing_%'><div class='entry'><div class='md'>T</div></div>",
    "<div class='commentarea'></div><div class='thing'><div class='comment thing'>",
    "<div class='isso-comment' id='isso-%'><div class='isso-text'>T",
    "<ul id='post-list'><li class='post' id='post-%'><div class='post-message'>T",
    "<div itemscope itemtype='https://schema.org/Comment' id='m%'><b itemprop='author'>A</b><p itemprop='text'>T</p>",
    "<table class='fatitem'><tr class='comtr' id='%'><td class='default'><a class='hnuser'>A</a><div class='commtext'>T",
    "<table><tr><td class='default'><a class='hnuser'>A</a><i class='fatitem'></i>",
    "<div class='comment'><div class='comment-author'>A</div><div class='comment-meta'>May 1, 2012</div>T",
    "<div class='hentry'><a rel='bookmark' href='http://x.example/%'>A leaking roof</a>",
    "<div class='comment' id='comment-%'><a href='http://x.example/a/comment-page-%/'>A</a>",
    "<!-- <rdf:Description rdf:about='http://x.example/%' -->",
    "<script type='application/ld+json'>{\"@type\": \"Article\", \"comment\": {\"text\": \"x\"}}</script>",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: boxes)
  func readsNestedBoxes(of markup: String) {
    var page = "<html><body>"
    for number in 1...1_000 {
      page += markup.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: String(number))
    }
    _ = Self.read(page)
  }

  @Test(.timeLimit(.minutes(5))) func readsManyFlatComments() throws {
    var page =
      "<html><head><link href=\"/wp-content/x.css\"></head><body><ol class=\"commentlist\">"
    for number in 1...4_000 {
      page +=
        "<li id=\"comment-\(number)\"><cite>A</cite> says: <small>May 3, 2012</small><p>T</p></li>\n"
    }
    let reading = try #require(Self.read(page))
    #expect(reading.entries.filter { $0.kind == .comment }.count == 4_000)
    #expect(reading.entries.last?.ordinal == 4_000)
  }

  @Test(.timeLimit(.minutes(5))) func readsLongCaptures() throws {
    var text = "Title\n\nText.\n\n9 Comments\n\n"
    for number in 1...4_000 { text += "  \(number). Name\n\n     Words here.\n\n" }
    text += "Leave a Reply\n"
    let reading = try #require(Self.read(text))
    #expect(reading.entries.count == 4_001)
    _ = Self.read("T\n\n1 Comment\n\n" + Self.times(6_000, "1. A\n") + "Leave a Reply\n")
    _ = Self.read("T\n\n1 Comment\n\n" + Self.times(6_000, "Pingback: x\n") + "Leave a Reply\n")
    _ = Self.read("T\n\n2 Comments\n\n" + Self.times(3_000, "Ada says:\n\nPingback: x\n\n"))
  }

  @Test func readsAPageCutAtEveryByte() {
    let page = Array(
      "<!--X-Message-Id: a@b --><!--X-Body-of-Message--><p>Ä &amp; <b>x</b><!--X-Body-of-Message-End-->"
        .utf8)
    for end in page.indices { _ = Self.read(Array(page[..<end])) }
  }

  @Test func keepsTextBelowDeepNesting() {
    let deep = Self.times(10_000, "<div>") + "the text" + Self.times(10_000, "</div>")
    #expect(HTMLDocument(html: deep).root.readableText() == "the text")
    let quotes = Self.times(10_000, "<blockquote>") + "the text"
    #expect(HTMLDocument(html: quotes).root.readableText().hasSuffix("the text"))
  }

  @Test func neverLoadsEntities() {
    let xml = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "cc">]>
      <a><d>x&b;&c;y</d></a>
      """
    let text = HTMLDocument(xml: Array(xml.utf8))?.elements("d").first?.readableText()
    #expect(text == "xy")
    var bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">"
    for level in 1...30 { bomb += "<!ENTITY e\(level) \"&e\(level - 1);&e\(level - 1);\">" }
    bomb += "]><a>&e30;</a>"
    #expect(HTMLDocument(xml: Array(bomb.utf8)).map { $0.nodeCount < 100 } ?? true)
  }
}
