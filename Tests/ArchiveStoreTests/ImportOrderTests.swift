import ArchiveStore
import Discussion
import Ingest
import SourceBytes
import TestSupport
import Testing

/// The archive is a function of the posts, whatever way they came.
struct ImportOrderTests {
  /// Three lists in one folder, so that each post belongs where its own List-Id says.
  static let letters: [Letter] = {
    func letter(
      _ id: String, _ list: String, day: Int, _ references: [String] = [], _ body: String
    ) -> Letter {
      var letter = Letter(id, day: day, references: references, body: body + "\n")
      letter.listID = "<\(list).example.org>"
      return letter
    }
    var quoted = letter("c4@example.org", "planning", day: 8, ["c1@example.org"], "Yes.")
    quoted.body = "> What shall we print?\n\nYes.\n"
    var withoutDate = letter("c5@example.org", "printing", day: 9, [], "No date at all.")
    withoutDate.date = ""
    return [
      letter("a1@example.org", "printing", day: 1, [], "What shall we print?"),
      letter("a2@example.org", "printing", day: 2, ["a1@example.org"], "A poster."),
      letter("a3@example.org", "printing", day: 3, ["a1@example.org", "a2@example.org"], "Two."),
      // Three that claim one Message-ID.
      letter("same@example.org", "planning", day: 4, ["a1@example.org"], "The first words."),
      letter("same@example.org", "planning", day: 5, ["a2@example.org"], "The second words."),
      letter("same@example.org", "planning", day: 4, [], "The third words."),
      letter(
        "b1@example.org", "planning", day: 6, ["same@example.org"], "An answer to one of them."),
      // A parent that nobody has, which joins two branches, and one beyond it.
      letter("b2@example.org", "planning", day: 7, ["gone@example.org"], "One branch."),
      letter(
        "b3@example.org", "posting", day: 7, ["far@example.org", "gone@example.org"], "Another."),
      letter(
        "b4@example.org", "posting", day: 8, ["b3@example.org", "lost@example.org"], "Below."),
      // Each other's parents.
      letter("l1@example.org", "posting", day: 8, ["l2@example.org"], "Egg."),
      letter("l2@example.org", "posting", day: 8, ["l1@example.org"], "Hen."),
      letter("c1@example.org", "posting", day: 8, [], "A post in two lists."),
      letter("c1@example.org", "printing", day: 8, [], "A post in two lists."),
      // A copy whose words an archive respaced.
      letter("a2@example.org", "printing", day: 2, ["a1@example.org"], "A\n  poster."),
      quoted, withoutDate,
    ]
  }()

  /// Writes the letters to months of one folder: letter `index` goes to the month of that index.
  private func write(_ months: [Int], count: Int, to folder: ScratchFolder) throws -> [String] {
    try (0..<count).map { month in
      let letters = zip(Self.letters, months).filter { $0.1 == month }.map(\.0)
      return try folder.write("lists/2012-0\(month + 1).mbox", letters.mbox)
    }
  }

  @Test(
    "any order and any number of imports of the same files give the same bytes", arguments: 0..<12)
  func orderDoesNotMatter(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    let folder = try ScratchFolder()
    let months = Self.letters.map { _ in Int.random(in: 0..<5, using: &dice) }
    let paths = try write(months, count: 5, to: folder)
    let clean = try Archive()
    try await importAll(paths, into: clean)
    let shuffled = try Archive()
    var rest = paths.shuffled(using: &dice)[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: 1...3, using: &dice))
      rest = rest.dropFirst(part.count)
      try await importAll(Array(part), into: shuffled, width: Int.random(in: 1...4, using: &dice))
    }
    let (left, right) = (try jsonLines(of: clean), try jsonLines(of: shuffled))
    #expect(left.count == 15)
    #expect(difference(left, right) == nil)
    #expect(try clean.fingerprint() == shuffled.fingerprint())
  }

  @Test(
    "how posts are spread over files shows in their sources only", arguments: 0..<12)
  func spreadDoesNotMatter(seed: Int) async throws {
    var dice = Dice(seed: UInt64(1_000 + seed))
    let (one, many) = (try ScratchFolder(), try ScratchFolder())
    let together = try Archive()
    try await importAll(try write(Self.letters.map { _ in 0 }, count: 1, to: one), into: together)
    let apart = try Archive()
    let months = Self.letters.map { _ in Int.random(in: 0..<6, using: &dice) }
    for path in try write(months, count: 6, to: many).shuffled(using: &dice) {
      try await importAll([path], into: apart)
    }
    let (left, right) = (
      try jsonLines(of: together, withSources: false), try jsonLines(of: apart, withSources: false)
    )
    #expect(difference(left, right) == nil)
    #expect(try together.fingerprint() == apart.fingerprint())
  }

  @Test func postsThatClaimOneMessageIDAreAllKept() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    let report = try await importAll(
      try write(Self.letters.map { _ in 0 }, count: 1, to: folder), into: archive
    ).first
    let texts = try archive.ids(ofText: [
      "The first words.", "The second words.", "The third words.",
    ])
    #expect(texts.count == 3 && Set(texts).count == 3)
    // The earliest has the plain id, by date and then by digest.
    let plain = PostID(PostIdentity(MessageID("same@example.org")))
    #expect(texts.contains(plain))
    #expect(try archive.post(plain)?.post.text != "The second words.")
    #expect(report?.findings.filter { $0.code == "message-id-reused" }.count == 2)
  }

  @Test func postsOfOneMessageIDInOtherScriptsAreAllKept() async throws {
    let folder = try ScratchFolder()
    let letters = ["日本語の文章です。", "まったく別の話です。"].map { Letter("1@example.org", body: $0 + "\n") }
    let archive = try Archive()
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    let count = try jsonLines(of: archive).count
    #expect(count == 2)
  }

  @Test func aSecondImportChangesNothing() async throws {
    let folder = try ScratchFolder()
    let paths = try write(Self.letters.indices.map { $0 % 3 }, count: 3, to: folder)
    let archive = try Archive()
    try await importAll(paths, into: archive)
    let before = try jsonLines(of: archive)
    let reports = try await importAll(paths, into: archive, skippingUnchanged: true)
    #expect(reports.allSatisfy { $0.isUnchanged && $0.found == 0 })
    #expect(try jsonLines(of: archive) == before)
    let again = try await importAll(paths, into: archive)
    #expect(again.allSatisfy { $0.new == 0 && $0.updated == 0 })
    #expect(try jsonLines(of: archive) == before)
    #expect(try archive.check().isWhole)
  }
}

extension Archive {
  /// The ids of the posts with these texts.
  func ids(ofText texts: [String]) throws -> [PostID] {
    var ids: [PostID] = []
    try forEachPost { post, _ in
      if let text = post.post.text, texts.contains(text) { ids.append(post.post.id) }
    }
    return ids
  }
}
