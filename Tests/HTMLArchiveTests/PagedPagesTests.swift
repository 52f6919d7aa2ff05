import HTMLArchive
import SourceBytes
import Testing

/// Comments that are spread over several pages belong to one article.
@Suite struct PagedPagesTests {
  static func page(canonical: String, links: [String]) -> PageReading? {
    let list = (1...3).map { number in
      "<li id='comment-\(number)'><cite>A\(number)</cite> <small>May \(number), 2012</small><p>Words.</p></li>"
    }
    let page = """
      <html><head><link rel="canonical" href="\(canonical)"><link href="/wp-content/x.css"></head>
      <body class="single"><h1 class="entry-title">Sheds</h1><div class="entry-content"><p>Text.</p></div>
      <ol class="commentlist">\(list.joined())</ol>
      \(links.map { "<a href=\"\($0)\">more</a>" }.joined())</body></html>
      """
    let bytes = Array(page.utf8)
    return PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
  }

  @Test(arguments: [
    ("http://x.example/sheds?page=2", ["?page=1", "?page=3"], "http://x.example/sheds"),
    ("http://x.example/sheds?page=2", ["/sheds?page=1"], "http://x.example/sheds"),
    (
      "http://x.example/t?id=4&page=2", ["http://x.example/t?id=4&page=1"],
      "http://x.example/t?id=4"
    ),
    // Without a way to another page of the same address, the number may name the article.
    ("http://x.example/index.php?page=2", [], "http://x.example/index.php?page=2"),
    (
      "http://x.example/t?id=4&page=2", ["http://x.example/t?id=5&page=1"],
      "http://x.example/t?id=4&page=2"
    ),
    ("http://x.example/sheds/comment-page-2/#comments", [], "http://x.example/sheds/"),
    ("http://x.example/?p=7&cpage=2", [], "http://x.example/?p=7"),
  ])
  func knowTheAddressOfTheArticle(canonical: String, links: [String], whole: String) {
    let reading = Self.page(canonical: canonical, links: links)
    #expect(reading?.canonicalURL == whole)
    #expect(reading?.entries.first?.permalink == whole)
  }

  @Test(arguments: [
    ("<div class='navigation'><a href='/sheds/comment-page-1/#comments'>older</a></div>", true),
    ("<a class='page-numbers' href='http://x.example/sheds/comment-page-1/'>1</a>", true),
    // Links of single comments, here and in a list of the newest, and the pages of another article.
    ("<a href='http://x.example/sheds/comment-page-1/#comment-2'>May 2</a>", false),
    ("<ul><li class='recentcomments'><a href='/doors/comment-page-1/'>Bo</a></li></ul>", false),
    ("<p>See <a href='http://x.example/doors/comment-page-2/'>there</a>.</p>", false),
  ])
  func onlyAPagerLeadsToMoreComments(link: String, isPager: Bool) {
    let page = """
      <html><head><link rel="canonical" href="http://x.example/sheds/"><link href="/wp-content/x.css"></head>
      <body class="single"><h1 class="entry-title">Sheds</h1><div class="entry-content"><p>Text.</p></div>
      <ol class="commentlist"><li id='comment-1'><cite>A</cite> <small>
      <a href='http://x.example/sheds/comment-page-1/#comment-1'>May 1, 2012</a></small><p>Words.
      <a href='http://x.example/sheds/comment-page-9/'>There</a>.</p></li></ol>\(link)</body></html>
      """
    let bytes = Array(page.utf8)
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
    #expect((reading?.findings.contains { $0.code == "comments-paged" }) == isPager)
  }

  @Test func laterPagesOfATopicAnswerItsFirstPost() throws {
    let page = """
      <html><head><title>Sheds - Tools - Forum</title>
      <link rel="canonical" href="http://f.example/t/sheds/9?page=2"></head><body><h1>Sheds</h1>
      <div class="crawler-post" id="post_21"><span itemprop="author"><span itemprop="name">Ada</span></span>
      <time datetime="2012-03-05T10:00:00Z"></time><div class="post" itemprop="text"><p>Yes.</p></div></div>
      <a href="/t/sheds/9?page=1">previous page</a></body></html>
      """
    let bytes = Array(page.utf8)
    let reading = try #require(
      PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count)))
    #expect(reading.siteName == "Forum")
    #expect(reading.entries.map(\.parent) == [.permalink("http://f.example/t/sheds/9")])
  }

  @Test func mirroredPagesOfCommentsBelongToOneNode() throws {
    let page = """
      <!-- Mirrored from tools.example/node/7?page=2 by HTTrack Website Copier/3.x, Mon, 20 Feb 2017 16:18:55 GMT -->
      <html><head><title>Sheds | Tools</title><style>@import "../modules/node/node.css";
      @import "../sites/all/modules/x.css";</style></head><body><h1>Sheds</h1>
      <div class="node"><div class="content"><p>Words of the node.</p></div></div><div id="comments">
      <a id="comment-31"></a><div class="comment comment-published"><h3 class="title">Re: Sheds</h3>
      <div class="submitted">Submitted by Ada on Sat, 01/10/2011 - 10:41.</div>
      <div class="content"><p>Mine leaks.</p></div></div></div></body></html>
      """
    let bytes = Array(page.utf8)
    let reading = try #require(
      PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count)))
    #expect(reading.producer == "drupal")
    #expect(reading.entries.first?.permalink == "http://tools.example/node/7")
    #expect(reading.entries.last?.permalink == "http://tools.example/node/7#comment-31")
  }

  @Test(arguments: [
    ("Von <b>Ada Lind</b>", "Ada Lind"), ("Autor: Ada Lind", "Ada Lind"), ("作者：林明", "林明"),
    ("Автор Анна Лунд", "Анна Лунд"), ("Publicado por: Ada Lind", "Ada Lind"),
    ("Author Adams", "Author Adams"),
  ])
  func namesOfAuthorsComeWithoutTheirLabels(byline: String, name: String) {
    let page = """
      <html><head><link href="/wp-content/x.css"></head><body class="single"><h1 class="entry-title">Sheds</h1>
      <div class="post-author">\(byline)</div><div class="entry-content"><p>Text.</p></div>
      <ol class="commentlist"><li id="comment-1"><cite>B</cite> <small>May 3, 2012</small><p>Words.</p></li></ol>
      </body></html>
      """
    let bytes = Array(page.utf8)
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
    #expect(reading?.entries.first?.authorName == name)
  }
}
