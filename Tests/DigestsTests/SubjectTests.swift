import Discussion
import Testing

@testable import Digests

@Suite struct SubjectTests {
  private typealias Draft = SampleThreads.Draft

  /// A subject is printed where it differs from that of the post above, for which the thread's stands at the root.
  @Test func printsASubjectWhereItChanges() {
    func post(_ id: String, under parent: String?, _ subject: String?, day: Int) -> Draft {
      Draft(id: id, parent: parent, day: day, subject: subject, blocks: [(.own, "Crumbs.\n", nil)])
    }
    let thread = SampleThreads.conversation(
      [
        post("b1aaaaaaaaaa", under: nil, "Bread", day: 1),
        post("b2bbbbbbbbbb", under: "b1aaaaaaaaaa", "Re: Bread", day: 2),
        post("b3cccccccccc", under: "b2bbbbbbbbbb", "Rolls (was: Bread)", day: 3),
        post("b4dddddddddd", under: "b3cccccccccc", "Re: Rolls (was: Bread)", day: 4),
        post("b5eeeeeeeeee", under: "b4dddddddddd", "Re: Bread", day: 5),
        post("b6ffffffffff", under: "b5eeeeeeeeee", nil, day: 6),
      ], venue: SampleThreads.list)
    let document = DigestDocument(of: [thread], options: DigestOptions(), sourceOf: { _ in nil })
    let subjects = document.threads[0].entries.compactMap { entry -> String?? in
      guard case .post(let post) = entry else { return nil }
      return .some(post.subject)
    }
    #expect(subjects == [nil, nil, "Rolls (was: Bread)", nil, "Bread", nil])
  }
}
