import ArchiveStore
import Discussion
import SourceBytes
import Testing

@testable import Commands

struct ThreadTreesTests {
  private static func post(
    _ id: String, under parent: String?, _ confidence: Double = 1, kind: PostKind = .message,
    by evidence: Evidence.Kind = .quote, depth: Int, at position: Int
  ) -> ArchivedPost {
    var link: ReplyLink?
    if let parent {
      link = ReplyLink(
        child: PostID(id), parent: PostID(parent),
        reasons: [Evidence(evidence, weight: 1, detail: "")], confidence: confidence)
    }
    var post = Post(id: PostID(id), kind: kind)
    post.date = PostDate(
      stated: StatedDate(instant: Int64(position), offsetMinutes: 0, precision: .second),
      source: .date, asWritten: "")
    return ArchivedPost(
      post: post, thread: PostID("a"), parent: parent.map { PostID($0) }, depth: depth,
      position: position, link: link, person: id, venues: [], copies: [])
  }

  private static let mail = [
    post("a", under: nil, depth: 0, at: 0),
    post("b", under: "a", 0.97, depth: 1, at: 1),
    post("c", under: "b", 0.4, depth: 2, at: 2),
    post("d", under: "c", 0.7, depth: 3, at: 3),
    post("e", under: "a", 0.99, depth: 1, at: 4),
  ]

  private func shape(_ trees: [[ArchivedPost]]) -> [String] {
    trees.map { tree in
      tree.map { "\($0.post.id)\($0.depth)" + ($0.parent.map { "<\($0)" } ?? "") }
        .joined(separator: " ")
    }
  }

  @Test func aThreadIsWholeWhereAllLinksAreWanted() {
    #expect(ThreadTrees.trees(of: Self.mail, links: .all) == [Self.mail])
  }

  @Test func aGuessStartsATreeOfItsOwnWithWhatAnswersIt() {
    let trees = ThreadTrees.trees(of: Self.mail, links: .likely)
    #expect(shape(trees) == ["a0 b1<a e1<a", "c0 d1<c"])
    #expect(trees[1].allSatisfy { $0.thread == PostID("c") })
    #expect(trees[1][0].link == nil)
    #expect(trees[0].map(\.position) == [0, 1, 2])
  }

  @Test func onlyCertainLinksLeaveMoreTrees() {
    #expect(
      shape(ThreadTrees.trees(of: Self.mail, links: .certain)) == ["a0 b1<a e1<a", "c0", "d0"])
  }

  @Test func aCommentOfWhichTheParentIsAGuessStaysUnderItsArticle() {
    let page = [
      Self.post("a", under: nil, kind: .article, depth: 0, at: 0),
      Self.post("b", under: "a", 0.5, kind: .comment, by: .default, depth: 1, at: 1),
      Self.post("d", under: "b", 0.3, kind: .comment, by: .text, depth: 2, at: 3),
      Self.post("c", under: "a", 0.5, kind: .comment, by: .default, depth: 1, at: 2),
    ]
    let trees = ThreadTrees.trees(of: page, links: .likely)
    #expect(shape(trees) == ["a0 b1<a c1<a d1<a"])
    #expect(trees[0][3].link == nil && trees[0][1].link != nil)
  }

  @Test func aTreeIsSummedUp() throws {
    let trees = ThreadTrees.trees(of: Self.mail, links: .likely)
    let summary = try #require(ThreadTrees.summary(of: trees[1]))
    #expect(summary.id == PostID("c") && summary.postCount == 2 && summary.depth == 1)
    #expect(summary.personCount == 2 && summary.first?.instant == 2 && summary.last?.instant == 3)
  }
}
