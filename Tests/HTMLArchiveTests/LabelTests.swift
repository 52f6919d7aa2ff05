import HTMLArchive
import SourceBytes
import Testing

/// What templates of several languages say around names is no part of them.
@Suite struct LabelTests {
  static func entries(byline: String = "", comment: String) -> [PageEntry] {
    let page = """
      <html><head><link href="/wp-content/x.css"></head><body class="single"><h1 class="entry-title">Sheds</h1>
      <div class="entry-content"><p>The felt has gone.</p></div>\(byline)
      <ol class="commentlist"><li id='comment-1'>\(comment)</li></ol></body></html>
      """
    let bytes = Array(page.utf8)
    return PageReader.read(
      bytes, at: SourceLocation(file: FileID("page"), bytes: 0..<bytes.count))?.entries ?? []
  }

  @Test(arguments: [
    "Pingback by", "Trackback by", "Pingback von", "Trackback de", "Pingback par", "Trackback da",
    "Pingback door", "Rétrolien par", "ピンバック by",
  ])
  func pingbacksSayThatTheyAreSome(label: String) throws {
    let link = "<a href='http://bo.example/'>Bo's Sheds</a>"
    let entry = try #require(
      Self.entries(comment: "<p>[...] felt [...]</p><cite>\(label) \(link) — May 3, 2009</cite>")
        .last)
    #expect(entry.kind == .pingback)
    #expect(entry.authorName == "Bo's Sheds")
    #expect(entry.authorURL == "http://bo.example/")
    #expect(entry.text == "[...] felt [...]")
  }

  @Test(arguments: ["Ping", "Comment by Ping", "Tracy Backer"])
  func namesThatBeginLikeThatAreNames(name: String) throws {
    let entry = try #require(
      Self.entries(comment: "<p>Felt.</p><cite>\(name) — May 3, 2009</cite>").last)
    #expect(entry.kind == .comment)
    #expect(entry.authorName == name.replacing("Comment by ", with: ""))
  }

  @Test(arguments: [
    "View all posts by ada", "Alle Beiträge von ada anzeigen", "Voir tous les articles par ada",
    "Ver todas las entradas de ada", "Vedi tutti gli articoli di ada",
    "Alle berichten van ada weergeven",
  ])
  func linksToAllThatSomebodyWroteNameThem(words: String) {
    let box = "<p class='author-bio'>Builds sheds. <a rel='author' href='/ada/'>\(words)</a></p>"
    let comment = "<cite>Bo</cite> <small>May 3, 2012</small><p>Words.</p>"
    #expect(Self.entries(byline: box, comment: comment).first?.authorName == "ada")
  }
}
