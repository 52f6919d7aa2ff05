import Testing

@testable import Topics

struct CodebookTests {
  private let yaml = """
    title: Money
    topics:
      - id: scale
        name: Scale
        terms: [scale, "small community", grow*, '/\\btoo (small|big)\\b/']
        unless: ["fish scale"]
      - id: fees
        name: Fees
        parent: scale
        terms: [fee]
    """

  private func tags(_ text: String) throws -> [String] {
    let scalars = Array(text.unicodeScalars)
    return CodebookTagger(try Codebook(yaml: yaml))
      .tags(in: text, ranges: [0..<scalars.count], language: "en")
      .map { "\($0.topic) \(String(String.UnicodeScalarView(scalars[$0.start..<$0.end])))" }
  }

  @Test(
    "terms are found in any inflection, and nothing else",
    arguments: [
      ("It does not scale, and scaling costs.", ["scale scale", "scale scaling"]),
      ("Small communities, “growing” fast.", ["scale Small communities", "scale growing"]),
      ("A fish scale and a fee", ["fees fee"]),
      ("Żółw 🐢: Too small.", ["scale Too small"]),
      ("escalate, coffee", []), ("", []),
      // Derived words share a stem, and are others.
      ("A feeless fish, scalable and scaled.", ["scale scaled"]),
    ])
  func areFound(text: String, found: [String]) throws {
    #expect(try tags(text) == found)
  }

  @Test(
    "forms of a word count, words derived from it do not",
    arguments: [
      ("governance", "governance", true), ("governance", "government", false),
      ("account", "accountability", false), ("vote", "voting", true), ("party", "parties", true),
      ("ban", "banned", true), ("digitize", "digital", false), ("reviewer", "review", false),
      ("release", "released", true), ("scale", "scaling", true), ("Donor", "donors'", true),
    ])
  func formsCount(term: String, word: String, counts: Bool) throws {
    let book = try Codebook(yaml: "topics: [{id: a, terms: [\(term)]}]")
    let text = "So \(word) it is."
    let tags = CodebookTagger(book).tags(
      in: text, ranges: [0..<text.unicodeScalars.count], language: "en")
    #expect(tags.isEmpty == !counts)
  }

  @Test func anExpressionThatWouldHangIsGivenUp() throws {
    let book = try Codebook(yaml: "topics: [{id: a, terms: ['/(a+)+$/']}]")
    let text = String(repeating: "a", count: 50_000) + "!"
    let found = CodebookTagger(book).tags(in: text, ranges: [0..<50_001], language: "en")
    #expect(found.count <= 1)
  }

  @Test(
    "errors point at their line",
    arguments: [
      ("topics:\n  - id: a\n  - id: a\n", 3), ("topics:\n  - id: a\n    parent: b\n", 2),
      ("topics:\n  - id: a\n    terms:\n      - '/(/'\n", 4), ("title: x\n", 1),
      ("topics:\n  - id: a\n    colour: red\n", 3), ("- a\n", 1), ("a: [\n", 2), ("", 1),
      ("topics:\n  - id: a\n    parent: b\n  - id: b\n    parent: a\n", 2),
    ])
  func pointAtTheirLine(yaml: String, line: Int) {
    let error = #expect(throws: CodebookError.self) { _ = try Codebook(yaml: yaml) }
    #expect(error?.line == line)
  }

  @Test func ancestorsStandNearestFirst() throws {
    #expect(try Codebook(yaml: yaml).ancestors(of: "fees") == ["scale"])
  }
}

struct DiscoveryTests {
  private var documents: [TopicDocument] {
    let bread = ["flour", "oven", "yeast", "dough", "crust", "baker"]
    let boats = ["harbour", "sail", "rudder", "keel", "anchor", "sailor"]
    let stars = ["comet", "orbit", "lens", "planet", "telescope", "eclipse"]
    return (0..<60).map { index in
      let words = [bread, boats, stars][index % 3]
      let line = (0..<24).map {
        words[($0 * $0 * index + $0 * (index / 6) + index) % 6]
          + ($0 == index % 24 ? " \(index)x" : "")
      }
      return TopicDocument(
        id: "p\(index)", author: "w\(index % 4)", title: nil,
        text: line.joined(separator: " ") + "\nSent from my wonderful telephone today\n")
    }
  }

  @Test func findsWhatTheTextsSpeakOf() throws {
    let topics = TopicDiscovery.topics(in: documents, count: 3)
    try #require(topics.count == 3)
    for topic in topics {
      let kinds = Set(topic.members.map { $0.document % 3 })
      #expect(kinds.count == 1 && topic.members.count == 20)
      #expect(!topic.terms.contains { ["telephone", "wonderful"].contains($0.text) })
    }
  }

  @Test func namesOfThoseWhoWriteAreNoTopic() throws {
    var documents = documents
    for index in documents.indices {
      documents[index].authorName = ["Perry Anchor", "Bill Keel"][index % 2]
      documents[index].text = "Perry wrote. " + documents[index].text
    }
    let topics = TopicDiscovery.topics(in: documents, count: 3)
    let terms = Set(topics.flatMap { $0.terms.map(\.text) })
    #expect(!terms.contains("perry"))
    // Written small it is the thing, not the person.
    #expect(terms.contains("anchor") && terms.contains("keel"))
  }

  @Test func whatIsAnsweredTellsWhatAShortAnswerIsAbout() throws {
    var documents = documents
    documents.append(
      TopicDocument(
        id: "q", author: "w9", title: nil, answered: "Re: rudder and keel and sail",
        text: "That is so."))
    let topics = TopicDiscovery.topics(in: documents, count: 3)
    let found = topics.filter { $0.members.contains { $0.document == 60 } }
    #expect(
      found.count == 1
        && found.first?.terms.contains { $0.text == "sail" || $0.text == "keel" } == true)
  }

  @Test func tablesWhoseFiguresChangeAreNoTopic() {
    var documents = documents
    for index in documents.indices where index % 4 == 0 {
      documents[index].text += "\nweekly uptime summary \(index) hosts \(index * 7) minutes\n"
    }
    let terms = TopicDiscovery.topics(in: documents, count: 4).flatMap { $0.terms.map(\.text) }
    #expect(!terms.contains("uptime"))
  }

  @Test func theSameTextsGiveTheSameTopics() {
    #expect(
      TopicDiscovery.topics(in: documents, count: 4)
        == TopicDiscovery.topics(in: documents, count: 4))
  }

  @Test(
    "few or empty texts do no harm",
    arguments: [0, 1, 3])
  func fewTextsDoNoHarm(count: Int) {
    let empty = (0..<count).map { TopicDocument(id: "\($0)", author: "", title: nil, text: "") }
    #expect(TopicDiscovery.topics(in: empty, count: 5).isEmpty)
    _ = TopicDiscovery.topics(in: Array(documents.prefix(count)), count: 5)
  }

  @Test func wordsOfLinksAreNotSaid() throws {
    let book = try Codebook(
      yaml: """
        topics:
          - id: bugs
            terms: [bug, "issue tracker", report*, '/tracker\\.example/']
        """)
    let text = """
      See http://bugs.example.org/reports/1 and <https://issue.tracker/bug?x=(bug)>, write to bug-reports@example.org
      or look at www.bug.example. A bug@ once, and a real bug: https://x.example/. Then tracker.example again.
      """
    let tags = CodebookTagger(book).tags(
      in: text, ranges: [0..<text.unicodeScalars.count], language: "en")
    let scalars = Array(text.unicodeScalars)
    let found = tags.map { tag in
      scalars[tag.start..<tag.end].map(String.init).joined()
    }
    #expect(found == ["bug", "bug", "bug", "tracker.example"])
  }
}
