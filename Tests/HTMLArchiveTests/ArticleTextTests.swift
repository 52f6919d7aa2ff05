import HTMLArchive
import SourceBytes
import Testing

/// The words of an article come without the ways out of it.
@Suite struct ArticleTextTests {
  static func text(_ inside: String) -> String? {
    let page = """
      <html><head><link href="/wp-content/x.css"></head><body class="single"><h1 class="entry-title">Sheds</h1>
      <div class="entry-content">\(inside)<p>The felt has gone.</p></div>
      <ol class="commentlist"><li id='comment-1'><cite>A</cite> <small>May 1, 2012</small><p>Yes.</p></li></ol>
      </body></html>
      """
    return words(of: page)
  }

  /// The words of the first entry, which is the article.
  private static func words(of page: String) -> String? {
    let bytes = Array(page.utf8)
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
    return reading?.entries.first?.text
  }

  @Test(arguments: [
    "<a href='http://www.linkedin.com/shareArticle?mini=true&url=http://x.example/'><img src=l.png alt='Share it'></a>",
    "<a href='http://line.me/R/msg/text/'><img src=l.png alt='LINEで送る'></a>",
    "<a href='http://new.example/post?u=http%3A%2F%2Fx.example%2F'><img src=n.png alt='Newest'></a>",
    "<p class='comments'><a href='http://x.example/sheds/#comments'>with 5 comments</a></p>",
    "<p><a href='#respond'>Leave a comment</a> |</p>",
  ])
  func leavesOut(inside: String) {
    #expect(Self.text(inside) == "The felt has gone.")
  }

  @Test(arguments: [
    (
      "<p>A drawing: <a href='http://x.example/big.png'><img src=s.png alt='the roof'></a></p>",
      "A drawing: the roof\n\nThe felt has gone."
    ),
    (
      "<p>Bo has asked a good question <a href='#comments'>in the comments</a>, which I could not answer then, as it rained.</p>",
      "Bo has asked a good question in the comments, which I could not answer then, as it rained.\n\nThe felt has gone."
    ),
  ])
  func keeps(inside: String, text: String) {
    #expect(Self.text(inside) == text)
  }

  @Test(arguments: [
    "<h1><a href='http://x.example/'>Ada's Sheds</a></h1>", "<p>Friday, 4 May 2012</p>",
    "<p>Posted on May 4, 2012 at 6:15 pm</p>", "<p>May 4, 2012<br></p><p>Two comments</p>",
    "<div>3 Kommentare</div>", "<p>Comments (12)</p>", "<p>Aucun commentaire</p>", "<p>有9条评论</p>",
  ])
  func linesThatRepeatWhatIsKnownAreNoWords(inside: String) {
    let dated = "<meta property='article:published_time' content='2012-05-04'>"
    #expect(Self.text(dated + inside) == "The felt has gone.")
  }

  @Test(arguments: [
    "May 5, 2012", "Two thoughts:", "Two comments on felt", "No comment.", "Comments",
    "On May 4, 2012 it rained", "4 May 2012, 5 May 2012", "Ada's Sheds", "\u{2014} Ada, 4 May 2012",
  ])
  func linesThatSayMoreAreWords(line: String) {
    let dated = "<meta property='article:published_time' content='2012-05-04'>"
    #expect(Self.text(dated + "<p>\(line)</p>") == line + "\n\nThe felt has gone.")
  }

  @Test func aRowOrAnItemThatRepeatsTheDateStays() {
    let dated = "<meta property='article:published_time' content='2012-05-04'>"
    let item = "<ul><li>4 May 2012</li></ul>"
    #expect(Self.text(dated + item) == "- 4 May 2012\n\nThe felt has gone.")
    let row = "<table><tr><td>Date</td><td>4 May 2012</td></tr></table>"
    #expect(Self.text(dated + row) == "Date\t4 May 2012\n\nThe felt has gone.")
    let quote = "<blockquote>4 May 2012</blockquote>"
    #expect(Self.text(dated + quote) == "> 4 May 2012\n\nThe felt has gone.")
  }

  @Test func anArticleThatOnlyCountsKeepsItsWords() {
    let page = """
      <html><head><link href="/wp-content/x.css"></head><body class="single"><h1 class="entry-title">Sheds</h1>
      <div class="entry-content"><p>Two comments</p></div>
      <ol class="commentlist"><li id='comment-1'><cite>A</cite> <small>May 1, 2012</small><p>Yes.</p></li></ol>
      </body></html>
      """
    let bytes = Array(page.utf8)
    let reading = PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))
    #expect(reading?.entries.first?.text == "Two comments")
  }

  @Test(arguments: [
    "---\ntitle: 'Sheds: a view'\n---\n", "+++\ntitle = \"Sheds: a view\"\ndraft = true\n+++\n",
  ])
  func wordsBelowFieldsMayBeLong(fields: String) throws {
    let words = Array(repeating: "The felt has gone, and no markup tells.", count: 400)
    let page = """
      \(fields)
      \(words.joined(separator: "\n\n"))

      ## One comment

      <ol class="commentlist"><li class="comment" id="comment-1"><cite class="fn">Bo</cite>
      <small>May 1, 2012</small><p>Slates.</p></li></ol>
      """
    let bytes = Array(page.utf8)
    let reading = try #require(
      PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count)))
    #expect(reading.entries.count == 2)
    #expect(reading.entries.first?.subject == "Sheds: a view")
    #expect(reading.entries.first?.text == words.joined(separator: "\n\n"))
    #expect(reading.entries.last?.authorName == "Bo")
  }

  @Test func aWholePageBelowFieldsSaysAllItself() throws {
    let page = """
      ---
      title: layout
      ---
      <!DOCTYPE html><html lang="en"><head><title>Sheds</title><link href="/wp-content/x.css"></head>
      <body class="single"><h1 class="entry-title">Sheds</h1><div class="entry-content"><p>Felt.</p></div>
      <ol class="commentlist"><li id="comment-1"><cite>Bo</cite> <small>May 1, 2012</small><p>Yes.</p></li></ol>
      </body></html>
      """
    let bytes = Array(page.utf8)
    let reading = try #require(
      PageReader.read(bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count)))
    #expect(reading.entries.map(\.subject) == ["Sheds", nil])
    #expect(reading.language == "en")
  }

  /// A theme whose element for the post holds its menu as well.
  private static func text(above: String, title: String = "Ada\u{2019}s Sheds") -> String? {
    let page = """
      <html><head><meta charset=utf-8><link href="/wp-content/x.css"><meta property="og:title" content="Ada's Sheds">
      </head><body class="single"><article class="post"><header>\(above)<div><h1>\(title)</h1></div></header>
      <p>The felt has gone, and the rain finds its own way to the bench on which the drawings lie.</p></article>
      <ol class="commentlist"><li id='comment-1'><cite>A</cite> <small>May 1, 2012</small><p>Yes.</p></li></ol>
      </body></html>
      """
    return words(of: page)
  }

  @Test func menusAboveTheTitleAreNoWords() {
    let words =
      "The felt has gone, and the rain finds its own way to the bench on which the drawings lie."
    #expect(Self.text(above: "<div>Menu</div><div>Tools <b>Paints</b></div>") == words)
    // Under another heading it may be part of the article, as is a paragraph.
    #expect(Self.text(above: "<div>Menu</div>", title: "On felt")?.hasPrefix("Menu") == true)
    let lead = String(repeating: "A word before all others. ", count: 6)
    #expect(Self.text(above: "<p>\(lead)</p>")?.hasPrefix("A word") == true)
  }
}
