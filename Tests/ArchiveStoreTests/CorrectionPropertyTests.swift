import Corrections
import Discussion
import People
import SourceBytes
import TestSupport
import Testing

@testable import ArchiveStore

/// Whatever is decided and imported in whatever order, the archive is a function of the posts and the decisions.
struct CorrectionPropertyTests {
  private static let now: Int64 = 1_700_000_000_000

  /// Decisions drawn by lot about the posts of an archive and about one that it does not have.
  private func decisions(
    on posts: [PostID], count: Int, dice: inout Dice
  ) throws -> [[Decision]] {
    let absent = PostID("zzzzzzzzzzzz")
    return (0..<count).compactMap { _ in
      guard let post = (posts + [absent]).randomElement(using: &dice),
        let other = (posts + [absent]).randomElement(using: &dice)
      else { return nil }
      switch Int.random(in: 0..<8, using: &dice) {
      case 0...2: return [Decision(.parent, post: post, value: ["post": .text(other.text)])]
      case 3: return [Decision(.parent, post: post, value: ["post": nil])]
      case 4:
        let day = Int.random(in: 10...28, using: &dice)
        return [
          PostEdit(.date, "2012-01-\(day)"),
          PostEdit(.author, "Person \(day) <p\(day)@example.org>"),
        ].compactMap { $0?.decision(on: post) }
      case 5:
        return [PostEdit(.subject, "Subject \(Int.random(in: 0..<9, using: &dice))")]
          .compactMap { $0?.decision(on: post) }
      case 6: return [PostEdit(.addressee, "Ada")].compactMap { $0?.decision(on: post) }
      default:
        return [
          Decision(CorrectionKind(rawValue: "later"), post: post, value: ["of": .text(other.text)])
        ]
      }
    }
  }

  private func archive(of letters: [Letter], in folder: ScratchFolder) async throws -> Archive {
    let archive = try Archive()
    for (index, letter) in letters.enumerated() {
      try folder.write("lists/2012-0\(index % 3 + 1)/\(index).mbox", [letter].mbox)
    }
    try await importAll([folder.path("lists")], into: archive)
    return archive
  }

  private func file(of archive: Archive) throws -> String {
    let (placed, pending) = try archive.corrections()
    return try CorrectionsFile.text(of: placed + pending)
  }

  @Test("sources and a file of corrections give the same archive elsewhere", arguments: 0..<8)
  func sameElsewhere(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    let folder = try ScratchFolder()
    let mine = try await archive(of: ImportOrderTests.letters, in: folder)
    var posts: [PostID] = []
    try mine.forEachPost { post, _ in posts.append(post.post.id) }
    let plain = try jsonLines(of: mine)
    for (index, change) in try decisions(on: posts.sorted(), count: 12, dice: &dice).enumerated() {
      try mine.record(
        change, by: index % 2 == 0 ? "Ada" : nil,
        at: CorrectionTime(milliseconds: Self.now + Int64(index % 5)))
      if index % 4 == 3 { _ = try mine.undo(at: CorrectionTime(milliseconds: Self.now)) }
      // An import in between, of some or of all.
      if index % 5 == 2 {
        let month = Int.random(in: 1...3, using: &dice)
        try await importAll([folder.path("lists/2012-0\(month)")], into: mine)
      }
    }
    let written = try file(of: mine)
    let decided = try jsonLines(of: mine)
    #expect(try mine.check().isWhole)

    // All posts first, the corrections in parts and in another order, twice.
    var findings: [Finding] = []
    let now = CorrectionTime(milliseconds: Self.now)
    let read = try CorrectionsFile.corrections(
      in: written, path: "c.yaml", now: now, findings: &findings)
    #expect(findings.isEmpty)
    let other = try Archive()
    try await importAll([folder.path("lists")], into: other)
    for part in [read.shuffled(using: &dice).prefix(read.count / 2), read[...]] {
      _ = try other.adopt(Array(part), at: now)
    }
    #expect(difference(try jsonLines(of: other), decided) == nil)
    #expect(try file(of: other) == written)

    // The corrections first, then the posts month by month, backwards.
    let third = try Archive()
    #expect(try third.adopt(read, at: now).pending.count == read.count { $0.decision.post != nil })
    for month in [3, 1, 2] {
      try await importAll([folder.path("lists/2012-0\(month)")], into: third)
    }
    #expect(difference(try jsonLines(of: third), decided) == nil)
    #expect(try file(of: third) == written)
    #expect(try third.check().isWhole)

    // All taken back, nothing is left of it.
    while !(try mine.undo(at: now)).isEmpty {}
    #expect(difference(try jsonLines(of: mine), plain) == nil)
    #expect(try mine.check().isWhole)
  }

  @Test func anExactImportTakesBackWhatTheFileDoesNotHave() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(of: Array(ImportOrderTests.letters.prefix(3)), in: folder)
    let now = CorrectionTime(milliseconds: Self.now)
    func mark(_ text: String) -> Decision {
      Decision(CorrectionKind(rawValue: text), value: true)
    }
    try archive.record([mark("a"), mark("b")], by: "Ada", at: now)
    let kept = try archive.corrections().placed.filter { $0.decision.kind.rawValue == "a" }
    let rehearsal = try archive.adopt(kept, isExact: true, isDryRun: true, at: now)
    #expect(rehearsal.dropped.map(\.decision.kind.rawValue) == ["b"])
    #expect(try archive.corrections().placed.count == 2)
    #expect(try archive.adopt(kept, isExact: true, at: now) == rehearsal)
    #expect(try archive.corrections().placed.map(\.decision.kind.rawValue) == ["a"])
    // What was taken back here stays so, but for an exact import.
    _ = try archive.undo(1, at: now)
    #expect(try archive.adopt(kept, at: now).takenBack.count == 1)
    #expect(try archive.corrections().placed.isEmpty)
    #expect(try archive.adopt(kept, isExact: true, at: now).new.count == 1)
    #expect(try archive.corrections().placed.count == 1)
  }
}
