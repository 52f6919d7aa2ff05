import ArchiveQuery
import ArchiveStore
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
}
