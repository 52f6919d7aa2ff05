import ArchiveStore
import Discussion
import TestSupport
import Testing

@testable import Commands

@Suite(.serialized) struct PositionTableTests {
  private func id(_ name: String) -> PostID {
    PostID(PostIdentity(MessageID("\(name)@example.org")))
  }

  /// Two people who say the same, one who denies it, all on fees.
  private func archive(
    _ folder: ScratchFolder
  ) async throws -> (
    archive: Archive, mark: (String, Range<Int>, String?, String?, String?) throws -> Annotation
  ) {
    let bodies = [
      "The fee is much too high for small makers.\n",
      "Well. The fee is much too high for small makers!\n",
      "The fee is fair and pays the servers.\n",
    ]
    var letters: [Letter] = []
    for (index, (name, body)) in zip(["Ada", "Bo", "Cy"], bodies).enumerated() {
      var letter = Letter(
        "\(name.lowercased())@example.org", day: index + 1,
        references: index > 0 ? ["ada@example.org"] : [], body: body)
      letter.from = "\(name) Example <\(name.lowercased())@example.org>"
      letters.append(letter)
    }
    let archive = try Archive()
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return (
      archive,
      { name, range, topic, role, stance in
        let text = try archive.post(self.id(name), detail: [.text])?.post.text ?? ""
        var mark = Annotation(
          post: self.id(name), range: range, in: Array(text.unicodeScalars),
          origin: topic != nil ? "codebook" : "rule", topic: topic, role: role, stance: stance)
        if topic == nil { mark.confidence = 0.8 }
        return mark
      }
    )
  }

  private func table(
    _ archive: Archive, _ suggestions: SuggestionChoice = .confident, hasAll: Bool = false
  ) throws -> [PositionTable.Position] {
    try PositionTable(
      topic: "fees", in: archive, posts: [id("ada"), id("bo"), id("cy")], suggestions: suggestions,
      hasAll: hasAll
    ).positions
  }

  @Test func claimsOfTheTopicStandByDateAndRepetitionsBehindTheFirst() async throws {
    let folder = try ScratchFolder()
    let (archive, mark) = try await archive(folder)
    _ = try archive.addSuggestions([
      try mark("ada", 0..<42, "fees", nil, nil), try mark("ada", 0..<42, nil, "claim", nil),
      try mark("bo", 6..<48, "fees", nil, nil), try mark("bo", 6..<48, nil, "claim", nil),
      try mark("cy", 0..<37, "fees", nil, nil), try mark("cy", 0..<37, nil, nil, "disagree"),
    ])
    let positions = try table(archive)
    #expect(positions.map(\.person) == ["Ada Example", "Cy Example"])
    #expect(positions[0].others.map(\.person) == ["Bo Example"])
    #expect(positions.map(\.stanceWords) == ["(claim)", "disagrees?"])
    #expect(positions[0].sentence == "The fee is much too high for small makers.")
    #expect(positions.allSatisfy { $0.isSuggested && !$0.marks.isEmpty })
    #expect(try table(archive, .none).isEmpty)
  }

  @Test func aSentenceThatClaimsNothingIsOnlyInTheWholeTable() async throws {
    let folder = try ScratchFolder()
    let (archive, mark) = try await archive(folder)
    _ = try archive.addSuggestions([
      try mark("ada", 0..<42, "fees", nil, nil), try mark("ada", 0..<42, nil, "premise", nil),
    ])
    #expect(try table(archive).isEmpty)
    #expect(try table(archive, hasAll: true).map(\.sentence.count) == [42])
  }
}
