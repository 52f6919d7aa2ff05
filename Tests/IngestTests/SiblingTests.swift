import ArchiveStore
import Discussion
import TestSupport
import Testing

/// Comments that lie in files of their own, as Staticman writes them.
struct SiblingTests {
  private func comment(_ name: String, replyingTo: String, _ message: String) -> String {
    """
    _parent: /gifts/
    replying_to: '\(replyingTo)'
    name: \(name)
    date: 2012-01-16T08:00:00Z
    message: \(message)

    """
  }

  @Test func aReplyHangsUnderTheCommentOfTheFirstLevelThatItNames() async throws {
    let folder = try ScratchFolder()
    try folder.write("gifts/comment-1.yml", comment("Ada", replyingTo: "", "A gift is a loan."))
    try folder.write("gifts/comment-2.yml", comment("Ben", replyingTo: "1", "Is it, Ada?"))
    try folder.write("gifts/comment-3.yml", comment("Cleo", replyingTo: "", "Ask the baker."))
    try folder.write("gifts/comment-4.yml", comment("Dan", replyingTo: "2", "The baker said no."))
    try folder.write("gifts/comment-5.yml", comment("Eve", replyingTo: "9", "There is no ninth."))
    let archive = try Archive()
    try await importAll([folder.path], into: archive)
    var posts: [String: ArchivedPost] = [:]
    try archive.forEachPost { post, _ in posts[post.post.author.name ?? ""] = post }
    #expect(posts.count == 5)
    #expect(posts["Ben"]?.parent == posts["Ada"]?.post.id)
    #expect(posts["Ben"]?.link?.reasons.first?.kind == .markup)
    #expect(posts["Dan"]?.parent == posts["Cleo"]?.post.id)
    #expect(posts["Eve"]?.parent == nil && posts["Ada"]?.parent == nil)
  }
}
