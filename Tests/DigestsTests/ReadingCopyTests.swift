import Discussion
import SourceBytes
import Testing

@testable import Digests

@Suite struct ReadingCopyTests {
  @Test(arguments: [
    (
      "https://lists.example.org/pipermail/commons-l/2003-July/000123.html",
      "pipermail/commons-l/2003-July/000123.html" as String?
    ),
    ("https://lists.example.org/archive/msg00001.htm", "archive/msg00001.htm"),
    // The top of the copy is its own, and so is the folder of its threads.
    ("https://lists.example.org/index.html", nil),
    ("https://lists.example.org/threads/a.html", nil),
    // No names of pages, or names that lead elsewhere.
    ("https://lists.example.org/a/../../x.html", nil), ("https://lists.example.org/a//x.html", nil),
    ("https://lists.example.org/a/.hidden/x.html", nil), ("https://lists.example.org/a/x.php", nil),
    ("https://lists.example.org/a/%2e%2e/x.html", nil), ("javascript://x/a/b.html", nil),
    ("https://blog.example.org/a/b.html#comment-1", nil),
  ])
  func keepsOnlyPlainAddresses(link: String, file: String?) {
    #expect(ReadingCopy.file(keeping: link) == file)
  }

  @Test func listsLeadToYearsAndThreadsWithoutMarkupFromPosts() throws {
    let hostile = "<script>alert(1)</script>\u{202E}"
    let entry = ReadingCopy.Entry(
      id: PostID("../../x\""), subject: hostile, venues: [hostile], postCount: 3, personCount: 1,
      first: StatedDate(instant: 1_058_000_000, offsetMinutes: 0, precision: .second),
      last: StatedDate(instant: 1_058_100_000, offsetMinutes: 0, precision: .second))
    let undated = ReadingCopy.Entry(
      id: PostID("abc"), subject: "", venues: [], postCount: 1, personCount: 1, first: nil,
      last: nil)
    let copy = ReadingCopy(
      title: hostile, entries: [entry, undated], colophon: DigestColophon(version: "1"))
    let lists = copy.lists()
    #expect(lists.map(\.file) == ["index.html", "2003.html", "undated.html"])
    for list in lists {
      let text = String(decoding: list.bytes, as: UTF8.self)
      #expect(!text.contains("<script"))
      #expect(!text.contains("\u{202E}"))
    }
    #expect(ReadingCopy.file(of: entry.id) == "threads/x.html")
    #expect(String(decoding: lists[1].bytes, as: UTF8.self).contains("href=\"threads/x.html\""))
    #expect(String(decoding: lists[2].bytes, as: UTF8.self).contains("(no subject)"))
  }

  @Test(arguments: [
    ("/home/x/commons-l/2003-July/000123.html", "2003-July/000123.html" as String?),
    ("msg00001.html", nil), ("../msg00001.html", nil), ("a/<b>.html", nil),
  ])
  func savedPagesKeepFolderAndName(path: String, file: String?) {
    #expect(ReadingCopy.file(keepingPage: path) == file)
  }

  @Test func anOldAddressLeadsToTheThread() {
    let page = String(
      decoding: ReadingCopy.page(
        at: "pipermail/x/2003-July/1.html", leadingTo: PostID("post1"), in: PostID("root")),
      as: UTF8.self)
    #expect(page.contains("content=\"0; url=../../../threads/root.html#post-post1\""))
    #expect(page.contains("<a href=\"../../../threads/root.html#post-post1\">"))
  }
}
