import ArchiveQuery
@testable import ArchiveStore
import Discussion
import Testing

@testable import Commands

struct FindingAidTests {
  @Test func anEmptyArchiveIsDescribed() throws {
    let archive = try Archive()
    let description = try archive.describe(matching: .all, today: QueryText.today)
    let aid = FindingAid(description, title: nil, query: nil)
    #expect(aid.markdown.hasPrefix("# An empty archive\n"))
    #expect(!aid.json.isEmpty)
  }

  @Test func absentPostsStandOneBelowTheOther() {
    var description = ArchiveDescription()
    description.postCount = 9
    description.absentCount = 1_234
    description.absent = (0..<10).map {
      ArchiveDescription.Absent(
        id: PostID(PostIdentity(MessageID("\($0)@example.org"))), messageID: "\($0)@example.org",
        answerCount: 10 - $0)
    }
    let text = FindingAid(description, title: nil, query: nil).markdown
    #expect(text.contains("- 1,234 posts that others answer are absent; most answered:\n  - `0@"))
    #expect(text.contains("  - `4@example.org` (6 answers)\n  - and 1,229 more: "))
    #expect(!text.contains("5@example.org"))
    description.absentCount = 1
    description.absent.removeLast(9)
    #expect(
      FindingAid(description, title: nil, query: nil).markdown
        .contains("- 1 post that others answer is absent: `0@example.org` (10 answers)\n"))
  }
}
