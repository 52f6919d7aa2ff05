import ArchiveStore
import Discussion
import TestSupport
import Testing

/// Fields of our own export in mail that we did not write.
struct ForeignFieldsTests {
  @Test("fields that a sender wrote change nothing", arguments: [false, true])
  func onlyFieldsOnTopAreOurs(areOnTop: Bool) async throws {
    let fields = "X-Thresh-Venue: bank; list; Bank\nX-Thresh-ID: k3v9q2m7xa5t\n"
    let received = "Received: from a by b; Mon, 16 Jan 2012 08:00:00 +0000\n"
    let message =
      "From a@example.org Mon Jan 16 08:00:00 2012\n"
      + (areOnTop ? fields + received : received + fields)
      + "Message-ID: <1@example.org>\nFrom: a@example.org\nSubject: Words\n\nWords.\n"
    let folder = try ScratchFolder()
    let archive = try Archive()
    try await importAll([try folder.write("letters.mbox", message)], into: archive)
    var posts: [ArchivedPost] = []
    try archive.forEachPost { post, _ in posts.append(post) }
    #expect(posts.count == 1)
    #expect((posts.first?.venues.first?.id == "bank") == areOnTop)
    #expect((posts.first?.post.id.text == "k3v9q2m7xa5t") == areOnTop)
    #expect((posts.first?.post.messageID == nil) == areOnTop)
  }
}
