import Discussion
import Testing

@testable import ArchiveStore

struct PackedIDTests {
  private static let ids = [
    "abcdefghijkl", "abcdefghijk2", "zbcdefghijkl", "!12", "2", "a23456789012",
  ]

  @Test("an id comes out as it went in, and in its order")
  func keepsIDs() {
    for text in Self.ids { #expect(PackedID(PostID(text)).id == PostID(text)) }
    #expect(PackedID.none.id == nil)
    let packed = Self.ids.map { PackedID(PostID($0)) }.sorted().map(\.id)
    #expect(packed == Self.ids.map { PostID($0) }.sorted())
  }

  @Test("what is kept of a post comes out of its bytes as it went in")
  func keepsPosts() throws {
    var post = ThreadedPost()
    post.packedID = PackedID(PostID("abcdefghijkl"))
    post.kind = .comment
    post.instant = -3_000_000_000
    post.position = 7
    post.venue = 12
    post.looksLikeReply = true
    post.subjectKey = .max
    post.digest = 1
    post.form = 2
    post.packedStated = PackedID(PostID("bbcdefghijkl"))
    post.article = 5
    post.component = .max
    post.threadCount = 3
    post.rank = -9
    var bytes: [UInt8] = []
    post.encode(to: &bytes)
    var reader = CompactBytes.Reader(bytes)
    #expect(ThreadedPost(&reader) == post)
    for end in bytes.indices {
      var reader = CompactBytes.Reader(Array(bytes[..<end]))
      #expect(ThreadedPost(&reader) == nil)
    }
  }
}
