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
