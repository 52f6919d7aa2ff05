import ArchiveStore
import Discussion
import Exports
import Ingest
import SourceBytes
import TestSupport
import Testing

struct MboxRoundTripTests {
  /// Exports an archive as mbox, imports that into a new one, and says how the two differ but for sources.
  private func roundTrip(_ archive: Archive) async throws -> String? {
    let folder = try ScratchFolder()
    let path = try folder.write("export.mbox", try mbox(of: archive))
    let copy = try Archive()
    try await importAll([path], into: copy)
    #expect(try copy.check().isWhole)
    return difference(
      try jsonLines(of: archive, withSources: false), try jsonLines(of: copy, withSources: false))
  }

  @Test(
    "export and import give the same archive",
    arguments: [
      "", "/commons-economy-2012-01.mbox", "/commons-economy-html", "/blog/crowd-and-capital.html",
      "/blog/crowd-and-capital.txt",
    ])
  func exportAndImportGiveTheSame(part: String) async throws {
    let archive = try Archive()
    try await importAll([Sample.folder + part], into: archive)
    #expect(try await roundTrip(archive) == nil)
  }

  @Test func emptyCommentsOfOneMomentStayApart() async throws {
    let folder = try ScratchFolder()
    let comments = (4...9).map {
      """
        <post dsq:id="\($0)"><message/><createdAt>2013-10-10T19:20:29Z</createdAt>
          <author><name>ada</name></author><thread dsq:id="1"/></post>
      """
    }
    let path = try folder.write(
      "disqus.xml",
      Array(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
        <thread dsq:id="1"><link>http://example.org/</link><title>Bread</title></thread>
        \(comments.joined(separator: "\n"))
        </disqus>
        """.utf8))
    let archive = try Archive()
    try await importAll([path], into: archive)
    #expect(try jsonLines(of: archive).count >= 6)
    #expect(try await roundTrip(archive) == nil)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
  }

  private static func message(_ header: String, _ body: String) -> [UInt8] {
    Array(
      "From: Ada <ada@example.org>\nDate: Mon, 16 Jan 2012 08:00:00 +0100\n\(header)\n\(body)".utf8)
  }

  static let messages: [Case] = [
    Case(
      testDescription: "lines that begin with From",
      bytes: message("Message-ID: <a@x>\n", "From here on\n>From there\n>>From everywhere\nFrom \n")
    ),
    Case(testDescription: "no Message-ID", bytes: message("Subject: s\n", "Words.\n")),
    Case(
      testDescription: "no line feed at the end", bytes: message("Message-ID: <a@x>\n", "Words.")),
    Case(testDescription: "no body", bytes: message("Message-ID: <a@x>\n", "")),
    Case(
      testDescription: "empty lines at the end",
      bytes: message("Message-ID: <a@x>\n", "Words.\n\n\n\n")),
    Case(
      testDescription: "CRLF",
      bytes: Array(
        "From: Ada <ada@example.org>\r\nMessage-ID: <a@x>\r\nSubject: s\r\n\r\nWords.\r\nMore.\r\n"
          .utf8)),
    Case(
      testDescription: "a header of ours in the wild",
      bytes: message("Message-ID: <a@x>\nX-Thresh-Venue: evil; list; Evil\n", "Words.\n")),
    Case(
      testDescription: "Latin-1 and a wrong charset",
      bytes: message("Message-ID: <a@x>\nContent-Type: text/plain; charset=us-ascii\n", "")
        + [0x67, 0x72, 0xfc, 0xdf, 0x65, 0x0a]),
    Case(
      testDescription: "a Message-ID with a blank and quotes",
      bytes: message("Message-ID: <\"a b\"@x>\nReferences: <c d@x>\n", "Words.\n")),
    Case(
      testDescription: "no date",
      bytes: Array("From: Ada <ada@x>\nMessage-ID: <a@x>\n\nWords.\n".utf8)),
  ]

  @Test("mail of every kind comes back", arguments: messages)
  func mailComesBack(_ item: Case) async throws {
    let folder = try ScratchFolder()
    let archive = try Archive()
    try await importAll([try folder.write("list/1.eml", item.bytes)], into: archive)
    #expect(try jsonLines(of: archive).count == 1)
    #expect(try await roundTrip(archive) == nil)
  }

  @Test func originalBytesLeaveAsTheyCame() async throws {
    let folder = try ScratchFolder()
    let message = Self.message("Message-ID: <a@x>\nX-Odd:   spacing\t\n", "Words. \n")
    let archive = try Archive()
    try await importAll([try folder.write("list/1.eml", message)], into: archive)
    let exported = try mbox(of: archive)
    #expect(
      String(decoding: exported, as: UTF8.self).contains(String(decoding: message, as: UTF8.self)))
  }

  @Test func aSecondRoundChangesNothing() async throws {
    var archive = try Archive()
    try await importAll([Sample.folder], into: archive)
    let first = (try mbox(of: archive), try jsonLines(of: archive, withSources: false))
    let folder = try ScratchFolder()
    for round in 0..<2 {
      let path = try folder.write("\(round).mbox", try mbox(of: archive))
      archive = try Archive()
      try await importAll([path], into: archive)
    }
    let second = (try mbox(of: archive), try jsonLines(of: archive, withSources: false))
    #expect(first.0 == second.0)
    #expect(difference(first.1, second.1) == nil)
  }
}
