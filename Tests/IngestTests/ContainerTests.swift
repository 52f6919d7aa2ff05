import Discussion
import Foundation
import Ingest
import SourceBytes
import TestSupport
import Testing

/// Files that hold several messages, each in a way of its own.
struct ContainerTests {
  private struct Outcome {
    var contributions: [Contribution] = []
    var findings: [Finding] = []
    /// The groups of files that share a venue, one for each member.
    var groups: [String] = []
    var codes: Set<String> { Set(findings.map(\.code)) }
  }

  private func read(_ paths: [String]) async throws -> Outcome {
    var outcome = Outcome()
    for event in try await events(of: paths) {
      if case .memberEnded(_, _, let venues?) = event { outcome.groups.append(venues.group) }
      guard case .batch(let batch) = event else { continue }
      outcome.contributions += batch.contributions
      outcome.findings += batch.findings
    }
    return outcome
  }

  private func letter(_ number: Int) -> String {
    "From: ada@example.org\nSubject: letter \(number)\nMessage-ID: <\(number)@example.org>\n"
      + "Date: Tue, 17 Jan 2012 10:00:00 +0100\n\nhello \(number)\n"
  }

  @Test func readsObjectsOfPerceval() async throws {
    let folder = try ScratchFolder()
    let object = #"""
      {"backend_name": "MBox", "data": {"From": "Ada <ada@example.org>", "Subject": "Brötchen",
      "Message-ID": "<1@example.org>", "Date": "Tue, 17 Jan 2012 10:00:00 +0100",
      "References": "<0@example.org>\n\t<9@example.org>",
      "body": {"plain": "a } and a \" and\nFrom here\n"}, "unixfrom": "ada@example.org Tue Jan 17"}}
      """#
    let path = try folder.write(
      "mail.json", Array((object + "\n" + object.replacing("<1@", with: "<2@")).utf8))
    let outcome = try await read([path])
    #expect(outcome.contributions.map(\.post.subject) == ["Brötchen", "Brötchen"])
    #expect(outcome.contributions.map(\.locator) == ["record:1", "record:2"])
    #expect(outcome.contributions.first?.post.text == "a } and a \" and\nFrom here")
    #expect(outcome.contributions.first?.post.references.count == 2)
    #expect(outcome.findings == [])
  }

  @Test func readsObjectsOfPonyMailAndSaysWhichAreDamaged() async throws {
    let folder = try ScratchFolder()
    let text = #"""
      {"emails": [{"message-id": "<1@example.org>", "mid": "x", "list_raw": "<dev.example.org>",
      "from": "Ada <ada@example.org>", "subject": "Bread", "epoch": 1326790800, "body": "Rolls"}]}
      {"message-id": "<2@example.org>", "mid":
      """#
    let outcome = try await read([try folder.write("pony.json", Array(text.utf8))])
    #expect(outcome.contributions.map(\.post.text) == ["Rolls"])
    #expect(outcome.contributions.first?.post.date?.stated.instant == 1_326_790_800)
    #expect(outcome.contributions.first?.listVenue?.id == "dev")
    #expect(outcome.codes == ["record-unreadable"])
  }

  @Test func explodesDigestsInsideAnMbox() async throws {
    let folder = try ScratchFolder()
    let digest =
      "From: letters-request@example.org\nSubject: Letters Digest\nList-Id: <letters.example.org>\n"
      + "Content-Type: multipart/digest; boundary=b\n\n--b\n\n\(letter(1))\n--b\n\n\(letter(2))\n--b--\n"
    let envelope = "From ada@example.org Tue Jan 17 10:00:00 2012\n"
    let path = try folder.write(
      "a.mbox", Array((envelope + digest + "\n" + envelope + letter(3)).utf8))
    let outcome = try await read([path])
    #expect(outcome.contributions.map(\.post.text) == ["hello 1", "hello 2", "hello 3"])
    #expect(
      outcome.contributions.map(\.locator).prefix(2) == ["offset:0!digest:1", "offset:0!digest:2"])
    #expect(outcome.contributions.first?.listVenue?.id == "letters")
    #expect(outcome.codes == ["digest"])
    let first = try #require(outcome.contributions.first)
    let copy = CopyReader(
      path: path, location: path, member: "", locator: first.locator, extent: first.extent,
      format: first.format)
    let original = Array(letter(1).utf8)
    #expect(copy.contribution(from: original, envelope: nil)?.post == first.post)
  }

  @Test func explodesDigestsInsideDigests() async throws {
    let folder = try ScratchFolder()
    func digest(_ boundary: String, _ parts: [String]) -> String {
      "From: letters-request@example.org\nSubject: Letters Digest\nMIME-Version: 1.0\n"
        + "Content-Type: multipart/digest; boundary=\(boundary)\n\n"
        + parts.map { "--\(boundary)\n\n\($0)\n" }.joined() + "--\(boundary)--\n"
    }
    var nested = digest("i", [letter(2), letter(3)])
    let path = try folder.write(
      "a.eml", Array(digest("o", [letter(1), nested, letter(4)]).utf8))
    let outcome = try await read([path])
    #expect(outcome.contributions.map(\.post.text) == (1...4).map { "hello \($0)" })
    #expect(
      outcome.contributions.map(\.locator) == [
        "digest:1", "digest:2!digest:1", "digest:2!digest:2", "digest:3",
      ])
    // What nests deeper than people nest it stays one post.
    for level in 0..<20 { nested = digest("b\(level)", [nested]) }
    let deep = try await read([try folder.write("b.eml", Array(nested.utf8))])
    #expect(deep.contributions.count == 1)
    #expect(deep.codes.contains("digest"))
  }

  @Test func saysOnceWhatSeveralPartsOfADigestLack() async throws {
    let folder = try ScratchFolder()
    let part = "From: Ada\nDate: Tue, 17 Jan 2012 10:00:00 +0100\nSubject: Bread\n\nRolls "
    let digest =
      "From: letters-request@example.org\nSubject: Letters Digest\n"
      + "Content-Type: multipart/digest; boundary=b\n\n--b\n\n\(part)1\n--b\n\n\(part)2\n--b--\n"
    let outcome = try await read([try folder.write("a.eml", Array(digest.utf8))])
    #expect(outcome.contributions.count == 2)
    #expect(outcome.findings.map(\.code) == ["digest", "no-message-id"])
  }

  @Test func takesTheMessagesOfAMaildirForOneVenueWhateverStandsAboveThem() async throws {
    let folder = try ScratchFolder()
    let envelope = "From ada@example.org Tue Jan 17 10:00:00 2012\n"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/commons/cur", withIntermediateDirectories: true)
    for number in 1...3 {
      _ = try folder.write(
        "commons/cur/132679080\(number).M\(number).host:2,S",
        Array(((number == 2 ? "" : envelope) + letter(number)).utf8))
    }
    let outcome = try await read([folder.path])
    #expect(outcome.contributions.count == 3)
    #expect(Set(outcome.groups).count == 1)
  }

  @Test func readsPublicInboxOfVersionTwo() async throws {
    let folder = try ScratchFolder()
    let repository = folder.path + "/list/git/0.git"
    try git(["init", "-q", "--bare", repository], in: folder.path)
    // One commit a message; the third takes the first back.
    var stream = ""
    for (mark, file, content) in [(1, "m", letter(1)), (2, "m", letter(2)), (3, "d", letter(1))] {
      stream += "commit refs/heads/master\nmark :\(mark)\n"
      stream += "committer Ada <ada@example.org> 132679080\(mark) +0100\ndata 1\nx\n"
      if mark > 1 { stream += "from :\(mark - 1)\n" }
      stream += "deleteall\nM 100644 inline \(file)\ndata \(content.utf8.count)\n\(content)\n"
    }
    try git(["fast-import", "--quiet"], in: repository, input: stream)
    try git(["symbolic-ref", "HEAD", "refs/heads/master"], in: repository)
    let outcome = try await read([folder.path + "/list"])
    #expect(outcome.contributions.map(\.post.text) == ["hello 2"])
    #expect(outcome.contributions.first?.format == "public-inbox")
    #expect(outcome.contributions.first?.locator.utf8.count == 40)
    #expect(outcome.findings == [])
  }

  @Test func readsPublicInboxOfVersionOneInAWorkingTree() async throws {
    let folder = try ScratchFolder()
    let place = folder.path + "/inbox"
    try git(["init", "-q", place], in: folder.path)
    let stream = [(1, "ab/12"), (2, "cd/34")].map { number, path in
      "commit refs/heads/master\nmark :\(number)\n"
        + "committer Ada <ada@example.org> 132679080\(number) +0100\ndata 1\nx\n"
        + (number > 1 ? "from :\(number - 1)\n" : "")
        + "M 100644 inline \(path)\ndata \(letter(number).utf8.count)\n\(letter(number))\n"
    }.joined()
    try git(["fast-import", "--quiet"], in: place, input: stream)
    try git(["symbolic-ref", "HEAD", "refs/heads/master"], in: place)
    let outcome = try await read([folder.path])
    #expect(outcome.contributions.map(\.post.text) == ["hello 1", "hello 2"])
  }

  @Test func datesWhatCannotBeTrueByItsNeighbours() async throws {
    let folder = try ScratchFolder()
    func entry(_ number: Int, _ date: String) -> String {
      "From ada@example.org Thu Jan  1 00:00:00 1970\nFrom: ada@example.org\nSubject: \(number)\nMessage-ID: <\(number)@example.org>\n"
        + "Date: \(date)\n\nhello \(number)\n\n"
    }
    let good = "Tue, 17 Jan 2012 10:00:00 +0100"
    let text = entry(1, good) + entry(2, "Tue, 17 Jan 1904 10:00:00 +0100") + entry(3, "soon")
    let outcome = try await read([try folder.write("a.mbox", text)])
    let dates = outcome.contributions.map(\.post.date)
    #expect(dates.map { $0?.source } == [.date, .neighbours, .neighbours])
    #expect(dates.last??.stated.iso8601 == "2012-01-17")
    #expect(dates.dropFirst().first??.asWritten == "Tue, 17 Jan 1904 10:00:00 +0100")
  }

  private func git(_ arguments: [String], in folder: String, input: String = "") throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
