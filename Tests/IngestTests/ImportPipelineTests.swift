import ArchiveStore
import Discussion
import Ingest
import SourceBytes
import TestSupport
import Testing

struct ImportPipelineTests {
  private static let picture: [UInt8] =
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d] + noise(5_000)

  private static let letters = (1...5).map { day in
    Letter(
      "\(day)@example.org", day: day, references: day == 1 ? [] : ["\(day - 1)@example.org"],
      body: "Words of day \(day).\n")
  }

  /// What people really have in a folder.
  private func mixedFolder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("list/2012-01.mbox", Self.letters.mbox)
    try folder.write(
      "blog/page.html", try bytes(ofFile: Sample.folder + "/blog/crowd-and-capital.html"))
    try folder.write("logo.png", Self.picture)
    try folder.write("empty", "")
    try folder.write("notes.txt", "Nothing that anybody said to anybody.\n")
    try folder.write("style.css", "body { margin: 0 }\n")
    try folder.write("preamble.mbox", "stray words\n\n" + Self.letters.mbox)
    return folder
  }

  @Test func everyByteOfAFolderIsAccountedFor() async throws {
    let folder = try mixedFolder()
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive)
    #expect(reports.count == 7)
    for report in reports {
      #expect(report.accountedByteCount == report.byteCount, "\(report.path)")
    }
    let sizes = try InputFiles.list(folder.path).map(\.stamp.byteCount)
    #expect(reports.map(\.byteCount) == sizes)
  }

  @Test func eachFileIsTakenForWhatItIs() async throws {
    let folder = try mixedFolder()
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive)
    func report(_ name: String) -> SourceReport? {
      reports.first { $0.path == folder.path(name) }
    }
    #expect(report("list/2012-01.mbox")?.found == 5)
    #expect(report("list/2012-01.mbox")?.formats == ["mbox"])
    #expect(report("blog/page.html")?.found == 10)
    #expect(report("logo.png")?.findings.map(\.code) == ["not-text"])
    #expect(report("empty")?.formats == ["empty"] && report("empty")?.findings == [])
    #expect(report("notes.txt")?.findings.map(\.code) == ["no-discussion"])
    #expect(reports.allSatisfy { $0.damaged == 0 })
  }

  @Test("the outcome does not depend on how many tasks parse", arguments: [3, 16])
  func widthDoesNotMatter(width: Int) async throws {
    let folder = try mixedFolder()
    let (one, many) = (try Archive(), try Archive())
    let first = try await importAll([folder.path, Sample.folder], into: one, width: 1)
    let second = try await importAll([folder.path, Sample.folder], into: many, width: width)
    #expect(first == second)
    #expect(try jsonLines(of: one) == jsonLines(of: many))
    #expect(try one.fingerprint() == many.fingerprint())
  }

  @Test func largeMessagesLeaveTheirNeighboursWhole() async throws {
    let folder = try ScratchFolder()
    var letters = Self.letters
    for (index, size) in [(1, 5 << 20), (3, 6 << 20), (4, 9 << 20)] {
      letters[index].body = String(repeating: "many words of \(index)\n", count: size / 16)
    }
    let path = try folder.write("list/2012-01.mbox", letters.mbox)
    let archive = try Archive()
    let report = try await importAll([path], into: archive).first
    #expect(report?.found == 5)
    #expect(report?.accountedByteCount == report?.byteCount)
    for letter in letters {
      let id = PostID(PostIdentity(MessageID(try #require(letter.id))))
      #expect(try archive.original(of: id) == Array(letter.message.utf8))
    }
  }

  @Test func stepsComeInTheOrderOfTheFiles() async throws {
    let folder = try mixedFolder()
    let paths = try await events(of: [folder.path], width: 8).compactMap { event in
      if case .sourceBegan(let path, _, _, _) = event { path } else { nil }
    }
    #expect(paths == (try InputFiles.list(folder.path).map(\.path)))
  }

  @Test func membersOfNestedBundlesAreRead() async throws {
    let folder = try ScratchFolder()
    let mbox = Array(Self.letters.mbox.utf8)
    let inner = gzip(tar([("2012-01.mbox.gz", gzip(mbox)), ("picture.png", Self.picture)]))
    let path = try folder.write("all.tar", tar([("lists/commons.tar.gz", inner)]))
    let archive = try Archive()
    let report = try await importAll([path], into: archive).first
    #expect(report?.found == 5)
    #expect(report?.byteCount == mbox.count + Self.picture.count)
    #expect(report?.accountedByteCount == report?.byteCount)
    let post = try archive.post(PostID(PostIdentity(MessageID("1@example.org"))))
    #expect(post?.copies.first?.path == path)
    #expect(post?.copies.first?.locator == "lists/commons.tar.gz!2012-01.mbox.gz!offset:0")
  }

  @Test func bundlesNestedTooDeepAreAFinding() async throws {
    var bytes = Array(Self.letters.mbox.utf8)
    for _ in 0..<40 { bytes = tar([("in.tar", bytes)]) }
    let folder = try ScratchFolder()
    let report = try await importAll([folder.write("deep.tar", bytes)], into: Archive()).first
    #expect(report?.found == 0)
    #expect(report?.findings.map(\.code) == ["not-text"])
    #expect(report?.accountedByteCount == report?.byteCount)
  }

  @Test(arguments: [
    ("../../in.mbox", true), ("/etc/in.mbox", true), ("a\\..\\in.mbox", true),
    ("a/in..mbox", false),
    ("..a/in.mbox", false),
  ]) func namesThatLeadOutOfTheBundleAreAFinding(name: String, leadsOutside: Bool) async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("all.tar", tar([(name, Array(Self.letters.mbox.utf8))]))
    let report = try await importAll([path], into: Archive()).first
    #expect(report?.found == 5)
    #expect(report?.findings.map(\.code) == (leadsOutside ? ["name-leads-outside"] : []))
    #expect(report?.accountedByteCount == report?.byteCount)
  }

  @Test func aMailboxThatIsCutInItsFirstLineIsAFinding() async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a.mbox", "From ada@example.org Mon Mar  5 10:0")
    let report = try await importAll([path], into: Archive()).first
    #expect(report?.found == 0)
    #expect(report?.findings.map(\.code) == ["no-discussion"])
    #expect(report?.accountedByteCount == report?.byteCount)
  }

  @Test func aFileThatIsCutOffGivesWhatCameBefore() async throws {
    let folder = try ScratchFolder()
    let letters = (0..<3_000).map {
      Letter("\($0)@example.org", body: String(repeating: "word ", count: 60) + "\n")
    }
    let path = try folder.write("2012-01.mbox.gz", gzip(Array(letters.mbox.utf8), isWhole: false))
    let report = try await importAll([path], into: Archive()).first
    #expect((report?.found ?? 0) > 1_500)
    #expect(
      report?.findings.contains { $0.code == "damaged-input" && $0.severity == .error } == true)
    #expect(report?.accountedByteCount == report?.byteCount)
  }

  @Test func aDamagedFileDoesNotStopTheOthers() async throws {
    let folder = try ScratchFolder()
    try folder.write("a.mbox.gz", [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff] + noise(400))
    try folder.write("b.mbox", Self.letters.mbox)
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive)
    #expect(reports.map(\.found) == [0, 5])
    #expect(reports.first?.damaged == 1)
  }

  @Test func aDamagedMemberDoesNotStopTheOthers() async throws {
    let folder = try ScratchFolder()
    let damaged: [UInt8] = [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 0xff] + noise(400)
    let path = try folder.write(
      "all.tar", tar([("a.mbox.gz", damaged), ("b.mbox", Array(Self.letters.mbox.utf8))]))
    let report = try await importAll([path], into: Archive()).first
    #expect(report?.damaged == 1)
    #expect(report?.found == 5)
  }

  @Test func membersOfOneNameAreBothRead() async throws {
    let folder = try ScratchFolder()
    let other = [Letter("other@example.org", body: "Other words.\n")]
    let path = try folder.write(
      "all.tar",
      tar([("in.mbox", Array(Self.letters.mbox.utf8)), ("in.mbox", Array(other.mbox.utf8))]))
    let archive = try Archive()
    try await importAll([path], into: archive)
    let postCount = try jsonLines(of: archive).count
    #expect(postCount == 6)
  }

  @Test func theReadersVenueGoesBeforeAllOthers() async throws {
    let folder = try ScratchFolder()
    var letter = Letter("1@example.org", body: "Words.\n")
    letter.listID = "<commons-l.example.org>"
    let path = try folder.write("2012-01.mbox", [letter].mbox)
    let archive = try Archive()
    let venue = Venue(id: "mine", name: "Mine", kind: .list)
    try await importAll([path], into: archive, options: ImportOptions(venue: venue))
    #expect(try archive.post(PostID(PostIdentity(MessageID("1@example.org"))))?.venues == [venue])
  }

  @Test func venuesComeFromWhatThePostsSay() async throws {
    let folder = try ScratchFolder()
    func letters(_ count: Int, subject: String, listID: String?) -> [Letter] {
      (0..<count).map { number in
        var letter = Letter("\(number).\(subject.hashID)@example.org", body: "Words \(number).\n")
        letter.subject = subject
        letter.listID = listID
        return letter
      }
    }
    try folder.write("a/2012-01.mbox", letters(3, subject: "A", listID: "<by-id.example.org>").mbox)
    try folder.write("b/2012-01.mbox", letters(3, subject: "[by-tag] B", listID: nil).mbox)
    try folder.write("by-folder/2012-01.mbox", letters(3, subject: "C", listID: nil).mbox)
    try folder.write("by-file-2012-01.mbox", letters(3, subject: "D", listID: nil).mbox)
    let reports = try await importAll([folder.path], into: Archive())
    #expect(Set(reports.flatMap(\.venues)) == ["by-id", "by-tag", "by-folder", "by-file"])
  }

  @Test func aMessageWithoutAMessageIDIsKnownByItsWords() async throws {
    let folder = try ScratchFolder()
    let letter = Letter(nil, body: "Words.\n")
    try folder.write("a.mbox", [letter].mbox)
    try folder.write("b/c.eml", letter.message)
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive)
    #expect(reports.map(\.new) == [1, 0] && reports.map(\.duplicate) == [0, 1])
    #expect(reports.flatMap(\.findings).allSatisfy { $0.code == "no-message-id" })
  }

  @Test func whatIsBeyondTheLimitsIsAFindingAndCounts() async throws {
    let folder = try ScratchFolder()
    let long = String(repeating: "word ", count: 2_000) + "\n"
    try folder.write("a.mbox", [Letter("1@example.org", body: long), Self.letters[0]].mbox)
    try folder.write("b.eml", Letter("2@example.org", body: long).message)
    try folder.write(
      "c.html", "<!DOCTYPE html><p>" + String(repeating: "word ", count: 200_000))
    var limits = ParseLimits()
    limits.messageByteCount = 1_000
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive, limits: limits)
    for report in reports {
      #expect(report.accountedByteCount == report.byteCount, "\(report.path)")
      #expect(report.findings.contains { $0.severity == .error }, "\(report.path)")
    }
    #expect(reports.map(\.found) == [2, 1, 0])
  }

  @Test func everyFindingCodeIsInTheTable() async throws {
    let folder = try mixedFolder()
    try folder.write(
      "a.mbox", [Letter(nil, body: "Words.\n"), Letter("1@x", body: "Other.\n")].mbox)
    let archive = try Archive()
    let reports = try await importAll([folder.path, Sample.folder], into: archive)
    let known = Set(FormatTable.findingCodes.map(\.code))
    for code in Set(reports.flatMap(\.findings).map(\.code)) { #expect(known.contains(code)) }
    #expect(known.count == FormatTable.findingCodes.count)
  }

  @Test func everyFormatThatASourceShowsIsInTheTable() async throws {
    let archive = try Archive()
    let reports = try await importAll([Sample.folder], into: archive)
    let known = Set(FormatTable.names + ["other", "empty"])
    #expect(Set(reports.flatMap(\.formats)).isSubset(of: known))
    #expect(Set(FormatTable.names).count == FormatTable.names.count)
  }

  @Test func aMaildirIsReadMessageByMessage() async throws {
    let folder = try ScratchFolder()
    for (index, letter) in Self.letters.enumerated() {
      let place = index % 2 == 0 ? "cur/\(index).host:2,S" : "new/\(index).host"
      try folder.write("commons-l/" + place, letter.message)
    }
    try folder.write("commons-l/tmp/9.host", "From: half\n")
    let archive = try Archive()
    let reports = try await importAll([folder.path], into: archive)
    #expect(reports.count == 5 && reports.allSatisfy { $0.new == 1 && $0.formats == ["message"] })
    #expect(Set(reports.flatMap(\.venues)) == ["commons-l"])
    let thread = try archive.thread(of: PostID(PostIdentity(MessageID("1@example.org"))))
    #expect(thread.map(\.depth) == [0, 1, 2, 3, 4])
  }

  @Test func aForcedFormatIsTakenAtItsWord() async throws {
    let folder = try ScratchFolder()
    let path = try folder.write("a", "stray words first\n\n" + Self.letters.mbox)
    let archive = try Archive()
    let report = try await importAll([path], into: archive, options: ImportOptions(format: "mbox"))
      .first
    #expect(report?.found == 5 && report?.accountedByteCount == report?.byteCount)
  }

  @Test func aMailboxInTheShapeOfNoOtherEnds() async throws {
    let folder = try ScratchFolder()
    let separators = String(repeating: "From a Mon Jan 16 08:00:00 2012\n", count: 5_000)
    let fields = String(
      repeating: "From: a\nX: " + String(repeating: "y", count: 900) + "\n", count: 900)
    try folder.write("a.mbox", separators)
    try folder.write("b.eml", fields)
    try folder.write("c.mbox", "From a Mon Jan 16 08:00:00 2012\n" + fields)
    try folder.write("d.html", "<html>" + String(repeating: "<div>", count: 50_000))
    let reports = try await importAll([folder.path], into: Archive())
    for report in reports {
      #expect(report.accountedByteCount == report.byteCount, "\(report.path)")
    }
  }
}

extension String {
  /// Something short for a Message-ID.
  fileprivate var hashID: String { String(utf8.reduce(0) { $0 &* 31 &+ Int($1) }, radix: 36) }
}
