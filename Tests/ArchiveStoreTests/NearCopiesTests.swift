import ArchiveStore
import Discussion
import Ingest
import TestSupport
import Testing

/// Copies that archives changed are one post, whatever came first.
struct NearCopiesTests {
  static let words =
    "I would rather print fewer posters and number them, so that each of the four hundred knows"
    + " which one is theirs. Ask the café and Jörg what they think of it."

  /// Seven forms of four posts.
  static let letters: [Letter] = {
    let footer = "\n_______\nPrinters mailing list\nhttp://example.org/printers\n"
    var masked = Letter("1@example.org", body: words + footer)
    masked.from = "Ada Example <ada at example.org>"
    let lossy = words.replacing("é", with: "?").replacing("ö", with: "?")
    var withoutID = Letter(nil, body: lossy + "\n")
    withoutID.from = "ada at example.org (Ada Example)"
    var longer = Letter("2@example.org", day: 17, references: ["1@example.org"], body: "")
    longer.body = "Agreed, and I shall bring the numbering machine.\n"
    var quoted = longer
    quoted.body = "Agreed, and I shall bring the numbering machine.\n\n-- \nBen\n"
    return [
      Letter("1@example.org", body: words + "\n"), masked, withoutID, longer, quoted,
      // The same Message-ID, another post; and another post of the same words.
      Letter("2@example.org", day: 17, body: "No.\n"),
      Letter("3@example.org", day: 18, body: words + "\n"),
    ]
  }()

  @Test("any order and any split give the same posts", arguments: 0..<12)
  func orderDoesNotMatter(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    let folder = try ScratchFolder()
    let files = Self.letters.indices.map { _ in Int.random(in: 0..<4, using: &dice) }
    let paths = try (0..<4).map { file in
      try folder.write(
        "list/2012-0\(file + 1).mbox",
        zip(Self.letters, files).filter { $0.1 == file }.map(\.0).mbox)
    }
    let clean = try Archive()
    try await importAll(paths, into: clean)
    let shuffled = try Archive()
    for path in paths.shuffled(using: &dice) { try await importAll([path], into: shuffled) }
    let (left, right) = (try jsonLines(of: clean), try jsonLines(of: shuffled))
    #expect(left.count == 4)
    #expect(difference(left, right) == nil)
    #expect(try clean.fingerprint() == shuffled.fingerprint())
    #expect(try shuffled.check().isWhole)
    // Taking a file back leaves what the others hold.
    let session = try importSession(into: shuffled)
    let removed = Int.random(in: 0..<4, using: &dice)
    _ = try session.remove(path: paths[removed])
    try session.finish()
    let rest = try Archive()
    try await importAll(
      paths.enumerated().filter { $0.offset != removed }.map(\.element), into: rest)
    #expect(difference(try jsonLines(of: shuffled), try jsonLines(of: rest)) == nil)
  }

  @Test func idsOfCopiesLeadToThePost() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    let alone = try Archive()
    try await importAll([try folder.write("a.mbox", [Self.letters[2]].mbox)], into: alone)
    var before: PostID?
    try alone.forEachPost { post, _ in before = post.post.id }
    try await importAll([try folder.write("b.mbox", Self.letters.mbox)], into: archive)
    let id = try #require(before)
    #expect(try archive.resolve(id.text) == PostID(PostIdentity(MessageID("1@example.org"))))
  }

  @Test func theCopyWithAllItsLettersIsShown() async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    let paths = try Self.letters[0...2].enumerated().map {
      try folder.write("\($0.offset).mbox", [$0.element].mbox)
    }
    try await importAll(paths.reversed(), into: archive)
    let post = try archive.post(PostID(PostIdentity(MessageID("1@example.org"))))
    #expect(post?.copies.count == 3)
    #expect(post?.post.text?.contains("café") == true)
  }
}
