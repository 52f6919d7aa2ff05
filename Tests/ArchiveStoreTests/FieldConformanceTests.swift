import ArchiveQuery
import ArchiveStore
import Corrections
import Discussion
import Ingest
import TestSupport
import Testing

/// Queries of every field over the whole sample: mail, the pages of its archive, and a blog with its comments.
struct FieldConformanceTests {
  private static let archive = Task {
    let archive = try Archive()
    try await importAll([Sample.folder], into: archive)
    var mark = Annotation(
      post: try archive.resolve("<4F1829A4.3164139@papersalt.example.org>"), range: nil, in: [],
      origin: "rule", topic: "fees-and-rent", role: "claim", stance: "disagree")
    mark.note = "check the sums"
    try archive.replaceSuggestions(of: "rule", topics: nil, with: [mark])
    let now = CorrectionTime(milliseconds: 1_000_000)
    try archive.record(
      [Decision(.query, about: "pages", value: "kind:article OR kind:comment")], by: nil, at: now)
    return archive
  }

  /// The query and how many of the 54 posts it finds.
  static let table: [(query: String, count: Int)] = [
    // What a post is.
    ("kind:article", 1), ("kind:comment", 8), ("kind:pingback", 1), ("kind:message", 44),
    ("KIND:Comment", 8), ("kind:(article OR comment)", 9), ("-kind:message", 10),
    // Where it stands and where it came from.
    ("venue:blog", 10), ("venue:crowd*", 10), ("list:commons-economy", 44), ("venue:*", 54),
    ("venue:Commons-Economy", 44), ("venue:\"crowd*\"", 0), ("-venue:blog", 44),
    ("source:*.mbox", 44), ("source:*.html", 54), ("source:*crowd-and-capital.html", 10),
    ("source:nowhere", 0),
    // What readers and rules marked.
    ("topic:fees-and-rent", 1), ("topic:fees-*", 1), ("topic:*", 1), ("topic:fees", 0),
    ("-topic:*", 53), ("role:claim", 1), ("role:c*", 1), ("role:premise", 0), ("-role:claim", 53),
    ("stance:disagree", 1), ("stance:agree", 0), ("-stance:disagree", 53), ("note:sums", 1),
    ("note:absent", 0), ("-note:sums", 53), ("is:annotated", 1), ("-is:annotated", 53),
    ("topic:fees-* role:claim stance:disagree", 1), ("topic:fees-* -role:claim", 0),
    // Who wrote it, and to whom.
    ("from:andrew", 7), ("from:marit kind:comment", 4), ("from:nobody", 0), ("-from:andrew", 47),
    ("from:\"Andrew Tolland\"", 7), ("from:\"Andrew Nobody\"", 0), ("from:toll*", 7),
    ("person:andrew", 7), ("person:p-nobody", 0), ("to:nobody", 0), ("to:andrew is:root", 0),
    // Threads and answers.
    ("is:root", 7), ("is:reply", 47), ("is:root kind:article", 1), ("is:root kind:comment", 0),
    ("thread:{kind:article}", 10), ("thread:{kind:comment from:marit}", 10),
    ("thread:{kind:message} kind:comment", 0), ("-thread:{kind:article}", 44),
    ("thread:{thread:{kind:article}}", 10),
    ("replyto:<4F1829A4.3164139@papersalt.example.org>", 5),
    ("-replyto:<4F1829A4.3164139@papersalt.example.org>", 49),
    ("id:<4F1829A4.3164139@papersalt.example.org>", 1), ("id:<absent@example.org>", 0),
    ("thread:<4F1829A4.3164139@papersalt.example.org>", 12),
    ("thread:<absent@example.org>", 0),
    // When.
    ("date:2012", 53), ("date:2012-01-10..", 32), ("date:..2012-01-10", 24),
    ("before:2012-01-10", 21), ("after:2012-01-10", 29), ("date:2012-01-10", 3),
    ("-date:2012-01-10", 51), ("date:(2011 OR 2012)", 53), ("-date:2012", 1),
    ("date:2012-1-10", 3), ("date:1month.. date:2013..", 0),
    // Words with fields.
    ("rent kind:comment", 1), ("quoted:rent kind:comment", 0), ("body:rent", 10),
    ("subject:esusu OR kind:article", 7), ("(kind:comment OR kind:article) rent", 2),
    ("lang:en", 54), ("lang:e*", 54), ("lang:de", 0), ("-lang:en", 0),
    // States.
    ("has:attachment", 1), ("has:url", 0), ("-has:attachment", 53), ("attachment:csv", 1),
    ("attachment:absent", 0), ("url:*absent.example*", 0),
    // Saved queries.
    ("query:pages", 9), ("-query:pages", 45), ("query:pages from:marit", 5),
    ("thread:{query:pages}", 10),
  ]

  @Test(arguments: table)
  func finds(query text: String, count: Int) async throws {
    let archive = try await FieldConformanceTests.archive.value
    let query = try QueryExpression(parsing: text)
    let result = try archive.search(query, today: .someDay, limit: 0)
    #expect(result.postCount == count)
    #expect(try archive.ids(matching: query, today: .someDay).count == count)
    let negated = try archive.search(.not(query), today: .someDay, limit: 0)
    #expect(negated.postCount == 54 - count)
    let threads = try archive.threads(
      matching: query, today: .someDay, order: .newest, limit: nil)
    #expect(threads.count == result.threadCount)
  }

  @Test func missingPostsShowOnlyWhenTheyAreAskedFor() async throws {
    let archive = try await FieldConformanceTests.archive.value
    for (text, count) in [("is:missing", 1), ("kind:missing", 1), ("-is:missing", 54), ("*", 54)] {
      let query = try QueryExpression(parsing: text)
      #expect(try archive.search(query, today: .someDay, limit: 0).postCount == count)
    }
  }
}
