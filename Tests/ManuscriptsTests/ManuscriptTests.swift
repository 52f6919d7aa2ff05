import ArchiveStore
import Compression
import Discussion
import Foundation
import Manuscripts
import TestSupport
import Testing

/// Manuscripts in all formats, held against the sample.
struct ManuscriptTests {
  /// What the essay's quotations are, in order.
  static let answers: [(status: QuotationCheck.Status, author: String?)] = [
    (.exact, "Marit Oosterveld"), (.exact, "Marit Oosterveld"), (.exact, "Andrew Tolland"),
    (.exact, "Gus Lindqvist"), (.exact, "Inés Arocena"), (.altered, "Kavitha Raghunath"),
    (.altered, "Gus Lindqvist"), (.exact, "Tomasz Brzeski"), (.exact, "Tomasz Brzeski"),
    (.exact, "Ruth Halloran"), (.misattributed, "Tomasz Brzeski"),
    (.misattributed, "Andrew Tolland"), (.notFound, nil), (.altered, "Marit Oosterveld"),
    (.exact, "Andrew Tolland"), (.exact, "Kavitha Raghunath"), (.altered, "Ruth Halloran"),
    (.altered, "Marit Oosterveld"), (.misattributed, "Tomasz Brzeski"), (.notFound, nil),
  ]

  @Test func tellsEachOfTwentyQuotationsRightly() async throws {
    let essay = try Manuscript(reading: try essayBytes())
    let checks = try await check(essay)
    #expect(checks.map(\.status) == ManuscriptTests.answers.map(\.status))
    #expect(checks.map { $0.source?.author } == ManuscriptTests.answers.map(\.author))
    #expect(checks[0].quotation.number == 7)
    #expect(
      checks[5].match?.edits == [QuotationMatch.Edit(manuscript: "", original: "not")])
    #expect(
      checks[6].match?.edits == [QuotationMatch.Edit(manuscript: "board", original: "desk")])
    #expect(
      checks[13].match?.edits == [QuotationMatch.Edit(manuscript: "of the list", original: "")])
    #expect(checks[10].named == "Dele Akinwande")
  }

  @Test func readsTheSameQuotationsFromAPage() throws {
    let text = String(decoding: try essayBytes(), as: UTF8.self)
    let blocks = text.split(separator: "\n\n").map { block -> String in
      if block.hasPrefix("#") { return "<h2>\(block.drop { $0 == "#" })</h2>" }
      if block.hasPrefix(">") {
        return "<blockquote><p>\(block.replacing("\n> ", with: "\n").dropFirst(2))</p></blockquote>"
      }
      return "<p>\(block)</p>"
    }
    let page =
      "<!DOCTYPE html><title>x</title><style>“not this at all here”</style>" + blocks.joined()
    let here = try Manuscript(reading: Array(page.utf8)).quotations().found.map(\.text)
    let there = try Manuscript(reading: try essayBytes()).quotations().found.map(\.text)
    #expect(here.count == there.count)
    #expect(here.dropLast() == there.dropLast())
  }

  @Test func readsWordDocuments() throws {
    func paragraph(_ text: String, _ style: String? = nil) -> String {
      let style = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
      return "<w:p>\(style)<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    let body =
      paragraph("Gus writes: “it’s a tip jar with a nice lid”.")
      + paragraph("Who owns the thing at the end decides what the work was.", "IntenseQuote")
      + "<w:p><w:r><w:t>A “</w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:r><w:t>very small community that was</w:t></w:r><w:r><w:t>” there.</w:t></w:r></w:p>"
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>"
    var zip = ZipWriter()
    let bytes = zip.entry("word/document.xml", Array(xml.utf8)) + zip.end()
    let manuscript = try Manuscript(reading: bytes)
    #expect(manuscript.unit == .paragraph)
    #expect(
      manuscript.quotations().found.map(\.text) == [
        "it’s a tip jar with a nice lid",
        "Who owns the thing at the end decides what the work was.",
        "very small community that was",
      ])
  }

  @Test(arguments: [
    ("He said \"one two three four\" twice.", ["one two three four"]),
    (
      "»Eins zwei drei vier«, und „fünf sechs sieben acht“.",
      ["Eins zwei drei vier", "fünf sechs sieben acht"]
    ),
    ("« un deux trois quatre »", []),
    ("«un deux trois quatre»", ["un deux trois quatre"]),
    ("“outer ‘inner words here’ goes on”", ["outer ‘inner words here’ goes on"]),
    ("‘it’s the crowd’s own money here’ she says", ["it’s the crowd’s own money here"]),
    ("don't count 'these' as quotes' of mine", []),
    ("```\n“code is not quoted here”\n```", []),
    ("“left open to the end of it all", ["left open to the end of it all"]),
  ])
  func findsWhatStandsBetweenMarks(text: String, expected: [String]) throws {
    let found = try Manuscript(reading: Array(text.utf8)).quotations().found.map(\.text)
    #expect(found == expected)
  }

  @Test(arguments: [
    ("the hall costs … one engineer", true), ("[T]he hall costs", true),
    ("the hall costs [sic] per month", true), ("the hall [really] costs", true),
    ("the “hall” costs — per month", true), ("The ofﬁce, per month", false),
    ("the hall cost per month", false),
  ])
  func forgivesTypographyAndMarkedChanges(quotation: String, isExact: Bool) {
    let text = QuotedWords(
      "Here is what the hall costs, per month: one engineer.", isManuscript: false)
    let match = QuotationMatcher(quotation).match(text)
    #expect((match?.edits.isEmpty == true) == isExact)
  }

  @Test func hostileMarksTakeNoTime() throws {
    let marks = String(repeating: "‘a “b « c \" [ ", count: 20_000)
    _ = try Manuscript(reading: Array(marks.utf8)).quotations()
    let quotation = QuotationMatcher(String(repeating: "a … b ", count: 3000))
    let text = QuotedWords(String(repeating: "b a c ", count: 3000), isManuscript: false)
    _ = quotation.match(text)
  }

  @Test func whatIsNoManuscriptIsSaid() {
    #expect(throws: ManuscriptError.noDocument) {
      _ = try Manuscript(reading: [0x50, 0x4b, 3, 4, 0, 0])
    }
    #expect(throws: ManuscriptError.notText) { _ = try Manuscript(reading: [0, 1, 2]) }
  }

  private func essayBytes() throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: "essay", withExtension: "md", subdirectory: "Fixtures"))
    return Array(try Data(contentsOf: url))
  }

  private func check(_ manuscript: Manuscript) async throws -> [QuotationCheck] {
    let archive = try Archive()
    try await importAll([Sample.folder], into: archive)
    let people = NamedPeople(try archive.authorForms())
    return try manuscript.quotations().found.map { quotation in
      try QuotationCheck(quotation, people: people) {
        try archive.posts(holding: $0).map { QuotedSource($0) }
      } sharing: {
        try archive.posts(sharing: $0).map { QuotedSource($0) }
      }
    }
  }
}
