import ArchiveQuery
import Corrections
import Discussion
import Ingest
import TestSupport
import Testing

@testable import ArchiveStore

struct SearchFeatureTests {
  private func archive() async throws -> Archive {
    let archive = try Archive()
    try await importAll([Sample.mbox], into: archive)
    return archive
  }

  private func query(_ text: String) throws -> QueryExpression {
    try QueryExpression(parsing: text)
  }

  @Test func savedQueriesStandForWhatWasSaved() async throws {
    let archive = try await archive()
    let now = CorrectionTime(milliseconds: 1_000_000)
    try archive.record([Decision(.query, about: "money", value: "rent OR fee")], by: nil, at: now)
    try archive.record(
      [Decision(.query, about: "more", value: "query:money -surplus")], by: nil, at: now)
    for (saved, plain) in [
      ("query:money", "rent OR fee"), ("query:more from:dele", "(rent OR fee) -surplus from:dele"),
    ] {
      let found = try archive.search(try query(saved), today: .someDay, limit: 50)
      let expected = try archive.search(try query(plain), today: .someDay, limit: 50)
      #expect(found.hits.map(\.post.post.id) == expected.hits.map(\.post.post.id))
      #expect(
        try archive.ids(matching: try query(saved), today: .someDay).count == expected.postCount)
    }
    #expect(try archive.savedQueries().map(\.name) == ["money", "more"])
    try archive.record([Decision(.query, about: "money", value: nil)], by: nil, at: now)
    let lost = try query("query:more")
    #expect(throws: ArchiveError.unknownQuery("money")) {
      try archive.search(lost, today: .someDay)
    }
  }

  @Test func facetsCountEveryHitOnce() async throws {
    let archive = try await archive()
    var options = SearchOptions()
    options.hasFacets = true
    options.limit = 1
    let result = try archive.search(try query("rent"), today: .someDay, options: options)
    let facets = try #require(result.facets)
    #expect(facets.people.map(\.count).reduce(0, +) == result.postCount)
    #expect(facets.months.map(\.count).reduce(0, +) == result.postCount)
    #expect(facets.months.map(\.id) == ["2012-01"])
    #expect(facets.venues.map(\.count).reduce(0, +) >= result.postCount)
  }

  @Test func concordanceShowsEachPlaceOnce() async throws {
    let archive = try await archive()
    for order in Concordance.Order.allCases {
      let found = try archive.concordance(of: try query("rent"), today: .someDay, order: order)
      #expect(found.lines.count == found.placeCount)
      #expect(found.years.map(\.count).reduce(0, +) == found.placeCount)
      #expect(found.people.map(\.count).reduce(0, +) == found.placeCount)
      #expect(found.lines.allSatisfy { $0.match.lowercased().hasPrefix("rent") })
    }
    let cut = try archive.concordance(of: try query("rent"), today: .someDay, width: 5, limit: 2)
    #expect(cut.lines.count == 2)
    #expect(cut.lines.allSatisfy { $0.left.count <= 5 && $0.right.count <= 5 })
  }

  @Test func explainsWhatIsInflectedAndWhatIsNot() async throws {
    let archive = try await archive()
    let explained = try archive.explanation(
      of: try query("rent \"rent\" from:rent banj*"), today: .someDay)
    #expect(explained.terms.map(\.words.first?.count) == [3, 1, 1, 1])
    #expect(explained.terms[0].words == [["rent", "rents", "rented"]])
    #expect(explained.query == "rent \"rent\" from:rent banj*")
  }

  @Test func aSlowQueryIsCut() async throws {
    let archive = try await archive()
    var options = SearchOptions()
    options.timeLimit = .zero
    let all = try query("rent~3 OR banjo")
    #expect(throws: ArchiveError.queryTooSlow(seconds: 0)) {
      try archive.search(all, today: .someDay, options: options)
    }
    // What follows is not cut.
    #expect(try archive.search(all, today: .someDay).postCount > 0)
  }

  @Test(arguments: ["rnet", "amendmnet", "ernt", "bnajos", "surpluss"])
  func aWrongWordSuggestsTheRightOne(word: String) async throws {
    let archive = try await archive()
    #expect(try !archive.search(try query(word), today: .someDay).suggestions.isEmpty)
    #expect(try archive.search(try query(word + "~2"), today: .someDay).postCount > 0)
  }

  @Test func aQuotedSentenceIsOneHitWithItsEchoes() async throws {
    let archive = try Archive()
    let folder = try ScratchFolder()
    var mbox = ""
    func letter(_ number: Int, _ body: String) {
      mbox += """
        From ada@example.org Mon Jan  2 10:0\(number):00 2012
        From: Ada <ada\(number)@example.org>
        Date: Mon, 2 Jan 2012 10:0\(number):00 +0000
        Subject: \(number == 0 ? "" : "Re: ")boats
        Message-ID: <\(number)@example.org>
        \(number == 0 ? "" : "In-Reply-To: <0@example.org>\n")
        \(body)


        """
    }
    letter(0, "I say that the ferry leaves at noon on Sundays, whatever they print.")
    for number in 1...4 {
      letter(
        number,
        "> I say that the ferry leaves at noon on Sundays, whatever they print.\n\nNo \(number).")
    }
    letter(5, "> I say nothing about a ferry\n\nNeither do I, number five.")
    try folder.write("boats.mbox", mbox)
    try await importAll([folder.path("boats.mbox")], into: archive)
    let result = try archive.search(try query("ferry"), today: .someDay)
    #expect(result.postCount == 1)
    #expect(result.quotedCount == 5)
    #expect(result.hits.map(\.echoCount) == [4])
  }
}
