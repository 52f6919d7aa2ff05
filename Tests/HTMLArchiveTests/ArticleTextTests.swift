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
}
