import ArchiveQuery
import ArchiveStore
import Discussion
import Ingest
import SourceBytes
import TestSupport
import Testing

/// After whatever happened to files and imports, the archive is that of a clean import of what is there now.
struct ChangedSourceTests {
  private func expectCleanState(
    of archive: Archive, paths: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let clean = try Archive()
    try await importAll(paths, into: clean)
    let difference = difference(try jsonLines(of: archive), try jsonLines(of: clean))
    #expect(difference == nil, sourceLocation: sourceLocation)
    let report = try archive.check()
    #expect(report.isWhole, "\(report)", sourceLocation: sourceLocation)
  }

  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let before: [Letter]
    let after: [Letter]
    var other: [Letter] = []
  }

  static let changes: [Change] = {
    func letter(_ number: Int, _ words: String, _ references: Int...) -> Letter {
      Letter(
        "\(number)@example.org", day: number, references: references.map { "\($0)@example.org" },
        body: words + "\n")
    }
    func spelled(_ listID: String) -> [Letter] {
      var letter = letter(1, "One.")
      letter.listID = listID
      return [letter]
    }
    var undated = letter(3, "Dated by its separator only.")
    undated.date = ""
    return [
      Change(
        testDescription: "posts come and go",
        before: [letter(1, "One."), letter(2, "Two.", 1), letter(3, "Three.", 2)],
        after: [letter(1, "One."), letter(4, "Four.", 1)]),
      Change(
        testDescription: "a post changes its words",
        before: [letter(1, "One."), letter(2, "Two.", 1)],
        after: [letter(1, "One, mended."), letter(2, "Two.", 1)]),
      Change(
        testDescription: "a parent goes missing",
        before: [letter(1, "One."), letter(2, "Two.", 1), letter(3, "Three.", 1)],
        after: [letter(2, "Two.", 1), letter(3, "Three.", 1)]),
      Change(
        testDescription: "a post that another file has too goes",
        before: [letter(1, "One."), letter(2, "Two.", 1)], after: [letter(1, "One.")],
        other: [letter(2, "Two.", 1), letter(3, "Three.", 2)]),
      Change(
        testDescription: "a post that another file has with other white space goes",
        before: [letter(1, "One two."), letter(2, "Two.", 1)], after: [letter(2, "Two.", 1)],
        other: [letter(1, "One\n\n  two.")]),
      Change(
        testDescription: "the first of two with one Message-ID goes",
        before: [letter(1, "One.")], after: [],
        other: [Letter("1@example.org", day: 9, body: "Another one.\n")]),
      Change(
        testDescription: "a post dated by its separator stays in another file",
        before: [undated], after: [],
        other: [undated, letter(4, "Four.", 3)]),
      Change(
        testDescription: "the list spells its name in another way",
        before: spelled("Commons-L <commons-l.example.org>"),
        after: spelled("<commons-l.example.org>"), other: spelled("<commons-l.example.org>")),
      Change(testDescription: "a file is emptied", before: [letter(1, "One.")], after: []),
    ]
  }()

  @Test(
    "a changed file replaces its posts", arguments: changes)
  func aChangedFileReplacesItsPosts(_ change: Change) async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("2012-01.mbox", change.before.mbox)
    let other = try folder.write("2012-02.mbox", change.other.mbox)
    for order in [[path, other], [other, path]] {
      try folder.write("2012-01.mbox", change.before.mbox)
      let archive = try Archive()
      try await importAll(order, into: archive)
      try folder.write("2012-01.mbox", change.after.mbox)
      try await importAll(order, into: archive, skippingUnchanged: true)
      try await expectCleanState(of: archive, paths: [path, other])
    }
  }

  @Test("a removed source takes back what only it brought", arguments: changes)
  func aRemovedSourceTakesBack(_ change: Change) async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("2012-01.mbox", change.before.mbox)
    let other = try folder.write("2012-02.mbox", change.other.mbox)
    let archive = try Archive()
    try await importAll([path, other], into: archive)
    let session = try importSession(into: archive)
    #expect(try session.remove(path: path))
    try session.finish()
    try await expectCleanState(of: archive, paths: [other])
    #expect(try archive.sources().map(\.path) == [other])
  }

  @Test(
    "a change that was cut off goes on to the same archive", arguments: changes)
  func aCutOffChangeGoesOn(_ change: Change) async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("2012-01.mbox", change.before.mbox)
    let other = try folder.write("2012-02.mbox", change.other.mbox)
    try folder.write("2012-01.mbox", change.after.mbox)
    let all = try await events(of: [path])
    for count in 1...all.count {
      try folder.write("2012-01.mbox", change.before.mbox)
      let archive = try Archive()
      try await importAll([path, other], into: archive)
      try folder.write("2012-01.mbox", change.after.mbox)
      // A session that never finishes, of what the file holds now.
      let session = try importSession(into: archive)
      for event in try await events(of: [path]).prefix(count) { try session.handle(event) }
      for _ in 0..<10_500 { try session.handle(.batch(ImportBatch())) }
      try await importAll([path, other], into: archive, skippingUnchanged: true)
      try await expectCleanState(of: archive, paths: [path, other])
    }
  }

  @Test func wordsBehindANULDoNotStayInTheIndex() async throws {
    let folder = try ScratchFolder()
    var letter = Letter("1@example.org", body: "Words.\n")
    letter.subject = "=?utf-8?Q?alpha=00beta?="
    letter.from = "=?utf-8?Q?Ada=00Gamma?= <ada@example.org>"
    let path = try folder.write("2012-01.mbox", [letter].mbox)
    let archive = try Archive()
    try await importAll([path], into: archive)
    let post = try archive.post(PostID(PostIdentity(MessageID("1@example.org"))))?.post
    #expect(post?.subject?.contains("beta") == true)
    #expect(post?.author.name?.contains("Gamma") == true)
    try folder.write("2012-01.mbox", [Letter("2@example.org", body: "Others.\n")].mbox)
    try await importAll([path], into: archive)
    for word in ["alpha", "beta", "gamma"] {
      #expect(try archive.search(.text(.word(word), in: nil), today: .someDay).postCount == 0)
    }
    #expect(try archive.check().isWhole)
  }

  @Test func aSourceThatIsNotThereCannotBeRemoved() throws {
    let session = try importSession(into: Archive())
    #expect(try !session.remove(path: "absent.mbox"))
    try session.finish()
  }

  @Test(
    "an import that was cut off goes on to the same archive", arguments: 0..<6)
  func aCutOffImportGoesOn(seed: Int) async throws {
    let folder = try ScratchFolder()
    let path = folder.path("lists.thresh")
    let all = try await events(of: [Sample.folder])
    var dice = Dice(seed: UInt64(seed))
    let count = seed == 0 ? all.count : Int.random(in: 1..<all.count, using: &dice)
    do {
      let archive = try Archive(path: path, create: true)
      let session = try importSession(into: archive)
      for event in all.prefix(count) { try session.handle(event) }
      // So many empty steps make the session write what waits.
      for _ in 0..<10_500 { try session.handle(.batch(ImportBatch())) }
      try archive.close()
    }
    let archive = try Archive(path: path, create: false)
    try await importAll([Sample.folder], into: archive, skippingUnchanged: true)
    try await expectCleanState(of: archive, paths: [Sample.folder])
    try archive.close()
    #expect(try folder.names() == ["lists.thresh"])
  }
}
