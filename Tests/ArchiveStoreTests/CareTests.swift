import ArchiveQuery
import ArchiveStore
import Corrections
import Discussion
import Identity
import Ingest
import TestSupport
import Testing

/// What an archivist asks of an archive, and decides about it.
struct CareTests {
  private func archive(_ folder: ScratchFolder) async throws -> Archive {
    let archive = try Archive()
    try await importAll(
      [
        try folder.write("one/2012-01.mbox", NearCopiesTests.letters[0...3].mbox),
        try folder.write("two/2012-01.mbox", NearCopiesTests.letters[4...6].mbox),
      ], into: archive)
    return archive
  }

  private let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private func settle(_ archive: Archive) throws {
    #expect(try archive.isUnsettled)
    try importSession(into: archive).finish()
    #expect(try !archive.isUnsettled)
  }

  @Test func duplicatesSayWhy() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let found = try archive.duplicates(matching: .all, today: .someDay)
    #expect(found.count == 2)
    #expect(
      Set(found.flatMap { $0.copies.map(\.join.rule) })
        == [.sameWords, .nearWords, .sameAuthorAndDate])
    #expect(found.allSatisfy { post in post.copies.count { $0.isShown } == 1 })
    let near = try archive.duplicates(matching: .all, today: .someDay, rules: [.sameAuthorAndDate])
    #expect(near.count == 1)
  }

  @Test func whatAReaderPartsAndJoinsSurvivesAnImport() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let before = try jsonLines(of: archive)
    let plain = PostID(PostIdentity(MessageID("1@example.org")))
    let wordings = try archive.wordings(of: plain)
    #expect(wordings.count > 1)
    var decisions: [Decision] = []
    for (index, one) in wordings.enumerated() {
      for other in wordings[(index + 1)...] {
        decisions.append(
          Decision(.same, post: min(one, other), about: max(one, other).text, value: false))
      }
    }
    try archive.record(decisions, by: "Ada", at: now)
    try settle(archive)
    let parted = try jsonLines(of: archive)
    #expect(parted.count == before.count + wordings.count - 1)
    try await importAll([folder.path("one"), folder.path("two")], into: archive)
    #expect(difference(try jsonLines(of: archive), parted) == nil)
    _ = try archive.undo(at: now)
    try settle(archive)
    #expect(difference(try jsonLines(of: archive), before) == nil)

    let others = ["1@example.org", "3@example.org"].map { PostID(PostIdentity(MessageID($0))) }
      .sorted()
    try archive.record(
      [Decision(.same, post: others[0], about: others[1].text, value: true)], by: "Ada", at: now)
    try settle(archive)
    #expect(try jsonLines(of: archive).count == before.count - 1)
    #expect(try archive.resolve(others[0].text) == archive.resolve(others[1].text))
    _ = try archive.undo(at: now)
    try settle(archive)
    #expect(difference(try jsonLines(of: archive), before) == nil)
    #expect(try archive.check().isWhole)
  }

  @Test func venuesAreNamedAndMerged() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let before = try archive.venues()
    #expect(before.map(\.venue.id) == ["one", "two"])
    try archive.record(
      [
        Decision(.venue, exact: "one", about: VenueField.into.rawValue, value: "two"),
        Decision(.venue, exact: "two", about: VenueField.name.rawValue, value: "The list"),
        Decision(
          .venue, exact: "two", about: VenueField.link.rawValue,
          value: "https://example.org/{messageID}"),
      ], by: nil, at: now)
    let merged = try archive.venues()
    #expect(merged.first { $0.venue.id == "two" }?.postCount == 4)
    #expect(merged.first { $0.venue.id == "two" }?.venue.name == "The list")
    #expect(merged.first { $0.venue.id == "one" }?.mergedInto == "two")
    #expect(try archive.linkTemplates() == ["two": "https://example.org/{messageID}"])
    try await importAll([folder.path("one")], into: archive)
    #expect(try archive.venues() == merged)
    _ = try archive.undo(at: now)
    #expect(try archive.venues() == before)
  }

  @Test func overlapTellsWhatOnlyOneSourceHas() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let overlap = try archive.overlap(byFolder: true)
    #expect(overlap.map(\.postCount) == [2, 3])
    #expect(overlap.map(\.onlyHere) == [1, 2])
    #expect(overlap[0].partners.first?.shared == 1)
  }

  @Test func gapsAndAbsentPostsAreDescribed() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    var late = Letter("9@example.org", references: ["gone@example.org"], body: "Much later.\n")
    late.date = "Mon, 14 May 2012 08:00:00 +0200"
    try await importAll(
      [try folder.write("list/all.mbox", (NearCopiesTests.letters + [late]).mbox)], into: archive)
    let description = try archive.describe(matching: .all, today: .someDay)
    #expect(description.postCount == 5)
    #expect(description.places.first?.gaps.map(\.first) == ["2012-02"])
    #expect(description.places.first?.gaps.first?.last == "2012-04")
    #expect(description.absent.map(\.messageID) == ["gone@example.org"])
    #expect(description.joined[.sameAuthorAndDate] == 1)
  }

  @Test func onlyTheTailOfAMailboxThatGrewIsRead() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    var letters = NearCopiesTests.letters
    for index in letters.indices {
      letters[index].subject = "[papersalt] " + letters[index].subject
    }
    letters.append(Letter("12@example.org", body: "It has no date of its own.\n"))
    letters[letters.count - 1].date = "soon"
    let path = try folder.write("a.mbox", letters[0...3].mbox)
    try await importAll([path], into: archive)
    let options = ImportOptions()
    try folder.write("a.mbox", letters.mbox)
    let session = try importSession(into: archive)
    let earlier = try #require(
      try session.earlierRead(location: path, options: options.fingerprint))
    #expect(earlier.isMailbox)
    #expect(FileDigest.digest(of: path, prefix: earlier.byteCount) == earlier.digest)
    var files = try InputFiles.list(path)
    files[0].earlier = try session.resume(location: path, lookahead: 0)
    #expect(files[0].earlier?.takenBack.count == 1)
    try await ImportPipeline(options: options, width: 2).run(files: files) {
      try session.handle($0)
    }
    try session.finish()
    #expect(session.reports.first?.found == letters.count - 3)
    let clean = try Archive()
    try await importAll([path], into: clean)
    #expect(difference(try jsonLines(of: archive), try jsonLines(of: clean)) == nil)
    #expect(session.reports.first?.byteCount == session.reports.first?.accountedByteCount)
    #expect(try archive.check().isWhole)
  }
}
