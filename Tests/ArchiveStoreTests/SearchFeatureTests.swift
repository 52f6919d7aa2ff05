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

  @Test func aConcordanceOfManyPostsReadsSomeOfAllOfThem() async throws {
    let archive = try await archive()
    let all = try archive.concordance(of: try query("the"), today: .someDay, readLimit: nil)
    #expect(all.readPostCount == all.matchingPostCount && all.lines.count == all.placeCount)
    #expect(all.matchingPostCount > 12)
    let some = try archive.concordance(of: try query("the"), today: .someDay, readLimit: 6)
    #expect(some.matchingPostCount == all.matchingPostCount)
    #expect(some.readPostCount == 6)
    let posts = all.lines.map(\.post)
    // From the first post on, and not from the first half alone.
    let places = some.lines.compactMap { posts.firstIndex(of: $0.post) }
    #expect(places.first == 0)
    #expect(places.contains { $0 > posts.count / 2 })
  }

  @Test func aConcordanceIsSortedByTheWordsBeside() async throws {
    let archive = try await archive()
    let found = try archive.concordance(
      of: try query("the"), today: .someDay, order: .right, width: 40, limit: 30)
    let whole = try archive.concordance(
      of: try query("the"), today: .someDay, order: .right, width: 40)
    #expect(found.lines == Array(whole.lines.prefix(30)))
    let next = whole.lines.map { WordRow($0.right).words.first?.text ?? "\u{10ffff}" }
    #expect(next == next.sorted())
    for line in whole.lines {
      #expect(line.left.count <= 40 && line.right.count <= 40)
      // Words are shown whole.
      #expect(line.right.isEmpty || !"abcdefghijklmnopqrstuvwxyz".contains(line.right.first ?? " "))
    }
  }

  @Test(
    "what nests deep is answered",
    arguments: [
      String(repeating: "thread:{is:root ", count: 15) + "rent" + String(repeating: "}", count: 15),
      String(repeating: "is:root -(", count: 15) + "rent" + String(repeating: ")", count: 15),
      String(repeating: "is:reply OR (rent ", count: 30) + "is:root"
        + String(repeating: ")", count: 30),
      String(repeating: "NOT ", count: 32) + "is:root",
    ])
  func whatNestsDeepIsAnswered(text: String) async throws {
    let archive = try await archive()
    let query = try query(text)
    let found = try archive.search(query, today: .someDay, options: SearchOptions())
    let ids = try archive.ids(matching: query, today: .someDay)
    #expect(found.postCount == ids.count)
    let negated = try archive.search(.not(query), today: .someDay)
    #expect(negated.postCount == 44 - ids.count)
    _ = try archive.threads(matching: query, today: .someDay, order: .active, limit: nil)
    #expect(try archive.describe(matching: query, today: .someDay).postCount == ids.count)
  }

  @Test func aDescriptionIsOfJustThePostsThatMatch() async throws {
    let archive = try await archive()
    for text in ["is:root OR from:marit", "from:marit", "NOT from:marit"] {
      let query = try query(text)
      #expect(
        try archive.describe(matching: query, today: .someDay).postCount
          == archive.ids(matching: query, today: .someDay).count)
    }
  }

  @Test func threadsAboutTheSameAreFoundByTheirWords() async throws {
    let archive = try Archive()
    let folder = try ScratchFolder()
    let matters = [
      ("bees", "The hive needs a new queen, since the swarm left with the honey and the wax."),
      ("more bees", "Our swarm took the queen; the hive is empty and there is no honey or wax."),
      ("boats", "The ferry waits at the pier until the captain finds the anchor and the rope."),
      ("a boat", "No captain, no rope: the ferry cannot lift the anchor and stays at the pier."),
      ("bread", "The dough rises in the oven while the baker weighs the flour and the yeast."),
      ("accounts", "The treasurer asks for every receipt before the audit of the ledger begins."),
    ]
    var mbox = ""
    for (index, matter) in matters.enumerated() {
      mbox += """
        From x@example.org Mon Jan  2 10:0\(index):00 2012
        From: Person\(index) <p\(index)@example.org>
        Date: Mon, 2 Jan 2012 10:0\(index):00 +0000
        Subject: \(matter.0)
        Message-ID: <\(index)@example.org>

        \(matter.1)


        """
    }
    try folder.write("matters.mbox", mbox)
    try await importAll([folder.path("matters.mbox")], into: archive)
    func id(_ index: Int) throws -> PostID { try archive.resolve("<\(index)@example.org>") }
    for (one, other) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
      let found = try archive.threadsAlike(try id(one))
      #expect(found.map(\.thread.id) == [try id(other)])
      #expect(found.first.map { $0.terms.count >= 4 && $0.score <= 1 } == true)
    }
    for alone in [4, 5] { #expect(try archive.threadsAlike(try id(alone)).isEmpty) }
    #expect(
      Set(try archive.threadsAlike(try id(0)).first?.terms ?? []).isSuperset(of: ["hive", "queen"]))
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
