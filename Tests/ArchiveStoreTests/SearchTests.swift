import ArchiveQuery
import ArchiveStore
import Discussion
import Ingest
import SourceBytes
import TestSupport
import Testing

extension CivilDay {
  /// A day after all of the sample.
  static let someDay: CivilDay = {
    guard let day = CivilDay(year: 2012, month: 2, day: 15) else {
      preconditionFailure("February has fifteen days")
    }
    return day
  }()
}

struct SearchTests {
  /// The month of the sample, imported once.
  private static let month = Task {
    let archive = try Archive()
    try await importAll([Sample.mbox], into: archive)
    return archive
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let posts: Int
    let threads: Int
    /// Whether it asks for something that posts may lack altogether.
    let asksForOptional: Bool
    var testDescription: String { query }

    init(_ query: String, _ posts: Int, _ threads: Int, asksForOptional: Bool = false) {
      self.query = query
      self.posts = posts
      self.threads = threads
      self.asksForOptional = asksForOptional
    }
  }

  /// Counted apart from the code under test: by Python's `email` package and a few lines that tell quotations from own
  /// words, over the same file.
  static let counts: [Case] = [
    Case("rent", 8, 4),
    Case("RENT", 8, 4),
    Case("\"rent\"", 6, 3),
    Case("surplus rent", 2, 1),
    Case("surplus OR banjos", 6, 2),
    Case("rent -surplus", 6, 4),
    Case("rent NOT surplus", 6, 4),
    Case("NOT rent", 36, 7),
    Case("(sister OR brass) -from:dele", 5, 2),
    Case("\"tote bag\"", 4, 3),
    Case("tote bag", 4, 3),
    Case("banjo*", 3, 2),
    Case("addr*", 9, 3),
    Case("tip NEAR/2 jar", 2, 2),
    Case("fee NEAR/3 rent", 2, 2),
    Case("esusu", 6, 1),
    Case("body:esusu", 3, 1),
    Case("subject:esusu", 6, 1),
    Case("subject:\"five lines\"", 12, 1),
    Case("from:marit", 6, 3),
    Case("from:jorg", 4, 3),
    Case("from:\"Inés Arocena\"", 4, 3),
    Case("from:example.net", 16, 6),
    Case("from:gus@lindqvist.example.com", 4, 3),
    Case("quoted:rent", 3, 1),
    Case("quoted:amendment -body:amendment", 2, 1),
    Case("lodz", 2, 2),
    Case("łódź", 2, 2),
    Case("date:2012-01-20", 4, 1),
    Case("date:2012-01-20..2012-01-21", 6, 1),
    Case("date:2012-01", 44, 7),
    Case("date:2011", 0, 0),
    Case("date:..2012-01-03", 7, 2),
    Case("before:2012-01-04", 7, 2),
    Case("after:2012-01-20", 6, 1),
    Case("has:attachment", 1, 1),
    Case("attachment:csv", 1, 1),
    Case("is:root", 6, 6),
    Case("is:reply", 38, 6),
    Case("is:unanswered", 23, 7),
    Case("has:url", 0, 0),
    Case("is:question", 24, 7),
    Case("has:quote", 35, 6),
    Case("venue:commons-economy", 44, 7),
    Case("kind:message", 44, 7),
    Case("kind:comment", 0, 0),
    Case("thread:{subject:esusu from:jorg}", 6, 1),
    Case("replyto:<4F1829A4.3164139@papersalt.example.org>", 5, 1, asksForOptional: true),
    Case("id:<4F1829A4.3164139@papersalt.example.org>", 1, 1),
    Case("thread:<4F1829A4.3164139@papersalt.example.org>", 12, 1),
    Case("source:*2012-01*", 44, 7),
    Case("evidence:header", 34, 6),
    Case("certainty:certain", 37, 6, asksForOptional: true),
    Case("person:marit", 6, 3),
    Case("amendmnt~", 3, 1),
    Case("*", 44, 7),
    Case("has:quote is:root", 0, 0),
    Case("", 44, 7),
    Case("wießner", 4, 3),
    Case("jörg brass", 0, 0),
    Case("\"small community\"", 2, 2),
    Case("\"community small\"", 0, 0),
    Case("absentword", 0, 0),
    Case("lang:tlh", 0, 0, asksForOptional: true),
    Case("url:https://example.org/none", 0, 0, asksForOptional: true),
    Case("thread:{from:kavitha body:amendment}", 12, 1),
    Case("from:ruth OR from:yuki", 8, 5),
    Case("date:2012-01-02..2012-01-03 from:marit", 2, 1),
    Case("from:mar*", 6, 3),
    Case("body:\"five lines\"", 4, 1),
    Case("kind:message is:reply has:url", 0, 0),
  ]

  @Test("a query finds what is there", arguments: counts)
  func findsWhatIsThere(_ item: Case) async throws {
    let archive = try await Self.month.value
    let query = try QueryExpression(parsing: item.query)
    let result = try archive.search(query, today: .someDay, limit: 100)
    #expect(result.postCount == item.posts)
    #expect(result.threadCount == item.threads)
    #expect(result.hits.count == item.posts)
    #expect(try archive.ids(matching: query, today: .someDay).count == item.posts)
    #expect(Set(result.hits.map(\.post.thread)).count == item.threads)
  }

  @Test("what a query does not find its negation finds", arguments: counts)
  func negationFindsTheRest(_ item: Case) async throws {
    guard !item.query.isEmpty else { return }
    let archive = try await Self.month.value
    let query = try QueryExpression(parsing: "NOT (\(item.query))")
    let result = try archive.search(query, today: .someDay)
    #expect(result.postCount == 44 - item.posts)
  }

  @Test func wordsInQuotationsAreCountedApart() async throws {
    let archive = try await Self.month.value
    let result = try archive.search(try QueryExpression(parsing: "rent"), today: .someDay)
    let quoted = try archive.search(
      try QueryExpression(parsing: "quoted:rent -rent"), today: .someDay)
    #expect(result.quotedCount == quoted.postCount)
    #expect(quoted.postCount > 0)
  }

  /// One pass tells where words stand; queries with fields ask for each place by itself.
  @Test(
    "words are told apart by place as fields tell them",
    arguments: [
      ["rent"], ["surplus", "rent"], ["rent", "banjos"], ["fee", "rent", "money"], ["addr*"],
      ["\"surplus value\""], ["meeting"], ["ada", "rent"], ["zither", "rent"],
    ])
  func onePassTellsPlacesAsFieldsDo(_ words: [String]) async throws {
    let archive = try await Self.month.value
    for sign in [" ", " OR "] {
      func found(_ field: String) throws -> Set<PostID> {
        let places = field.split(separator: "|")
        let terms = words.map { word in
          "(" + places.map { "\($0):\(word)" }.joined(separator: " OR ") + ")"
        }
        return try archive.ids(
          matching: QueryExpression(parsing: terms.joined(separator: sign)), today: .someDay)
      }
      let plain = try archive.search(
        QueryExpression(parsing: words.joined(separator: sign)), today: .someDay, limit: 100)
      let own = try found("subject|from|body")
      #expect(Set(plain.hits.map(\.post.post.id)) == own)
      #expect(plain.quotedCount == (try found("quoted").subtracting(own)).count)
    }
  }

  @Test func hitsComeInTheOrderThatIsAskedFor() async throws {
    let archive = try await Self.month.value
    let query = try QueryExpression(parsing: "subject:money")
    func instants(_ order: SearchOrder) throws -> [Int64] {
      try archive.search(query, today: .someDay, order: order, limit: 100).hits
        .compactMap(\.post.post.date?.stated.instant)
    }
    let newest = try instants(.newest)
    #expect(newest.count > 5 && newest == newest.sorted(by: >))
    #expect(try instants(.oldest) == newest.reversed())
    let scores = try archive.search(query, today: .someDay, limit: 100).hits.compactMap(\.score)
    #expect(scores == scores.sorted(by: >) && scores.count == newest.count)
  }

  @Test func pagesOfHitsTileThem() async throws {
    let archive = try await Self.month.value
    let all = try archive.search(.all, today: .someDay, limit: 100).hits.map(\.post.post.id)
    var paged: [PostID] = []
    for offset in stride(from: 0, to: 50, by: 7) {
      let result = try archive.search(.all, today: .someDay, limit: 7, offset: offset)
      #expect(result.postCount == 44)
      paged += result.hits.map(\.post.post.id)
    }
    #expect(paged == all)
  }

  @Test func aWordWithoutAMatchGetsSuggestions() async throws {
    let archive = try await Self.month.value
    let result = try archive.search(try QueryExpression(parsing: "amendmnet"), today: .someDay)
    #expect(result.postCount == 0)
    #expect(result.suggestions.contains("amendment"))
  }

  @Test(
    "whatever is typed is a query or an error in the query",
    arguments: [
      "\"", "'; DROP TABLE posts; --", "a\" OR own:\"b", "NEAR(a b)", "own : x", "{own} : x", "*",
      "^a", "a AND b", "x-y", "a'b", "%", "from:%", "venue:%", "venue:_", "source:\\", "日本", "👩‍👩‍👧",
      "\u{0}", "a\u{0}b", "(((a)))", "-a", "NOT", "id:zzzz", "id:%%%%", "thread:{}", "to:ada",
      "note:x",
      "topic:x", "lang:en", "url:*", "url:example.org", "\"!!!\"", "c++", "attachment:*",
      "person:p-1",
    ])
  func whateverIsTypedIsAnswered(text: String) async throws {
    let archive = try await Self.month.value
    guard let query = try? QueryExpression(parsing: text) else { return }
    let result = try archive.search(query, today: .someDay)
    #expect(result.postCount <= 44)
    #expect(
      try archive.threads(matching: query, today: .someDay, order: .active, limit: nil).count <= 7)
  }

  @Test func threadsAreListedWithTheirCounts() async throws {
    let archive = try await Self.month.value
    let threads = try archive.threads(matching: .all, today: .someDay, order: .posts, limit: nil)
    #expect(threads.count == 7)
    #expect(threads.reduce(0) { $0 + $1.postCount } == 44)
    #expect(threads.map(\.postCount) == threads.map(\.postCount).sorted(by: >))
    for thread in threads {
      let posts = try archive.thread(of: thread.id).filter { $0.post.kind != .missing }
      #expect(posts.count == thread.postCount)
      #expect(try archive.threadSummary(thread.id) == thread)
    }
  }
}
