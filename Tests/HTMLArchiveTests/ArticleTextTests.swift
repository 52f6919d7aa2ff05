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
}
