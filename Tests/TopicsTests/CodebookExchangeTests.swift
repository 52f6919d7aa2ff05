import Testing

@testable import Topics

struct CodebookExchangeTests {
  /// A codebook with everything that is hard to carry over.
  private func rich() throws -> Codebook {
    var book = try Codebook(
      yaml: """
        title: "Money: who pays"
        topics:
          - id: fees
            name: 'Fees & "rents" <all>'
            parent: money
            description: |
              First line.

              --- not the mark ---
              Last line
            terms: [fee, "card payments", charge*, '/\\b(five|5) (per ?cent|%)/', "null", "1.5"]
            unless: ["fee fi fo"]
            color: "#86b4c6"
            guid: 11111111-2222-4333-8444-555555555555
          - id: money
            name: Money
            include: Everything that costs
            exclude: "nothing: at all"
            examples: ["one # two", "- three", "żółw 🐢"]
          - id: head
            name: A heading
            codable: false
        sets:
          - name: Core
            topics: [money, fees]
        """)
    book.topics[2].description = "tab\tand \"quote\" and trailing blank "
    book.sets[0].description = "What we code first"
    return book
  }

  @Test func yamlIsReadAgainAsItWas() throws {
    let book = try rich()
    #expect(try Codebook(yaml: book.yaml) == book)
  }

  @Test func qdcIsReadAgainAsItWas() throws {
    let book = try rich()
    let again = try Codebook(qdc: Array(book.qdc.utf8))
    #expect(again == book)
    #expect(again.qdc == book.qdc)
  }

  @Test func startersSurviveBothFormats() throws {
    for (name, yaml) in StarterCodebooks.all {
      let book = try Codebook(yaml: yaml)
      #expect(book.topics.count >= 15, "\(name)")
      #expect(try Codebook(yaml: book.yaml) == book)
      #expect(try Codebook(qdc: Array(book.qdc.utf8)) == book)
    }
  }

  @Test func qdcHasTheShapeOfTheStandard() throws {
    let text = try rich().qdc
    #expect(text.contains("<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\""))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    func place(_ start: String) -> Int? { lines.firstIndex { $0.hasPrefix(start) } }
    // `fees` stands inside `money`; sets come behind the codes.
    let money = try #require(lines.firstIndex { $0.contains("name=\"Money\"") })
    let fees = try #require(
      lines.firstIndex { $0.contains("name=\"Fees &amp; &quot;rents&quot; &lt;all&gt;\"") })
    #expect(money < fees)
    #expect(try #require(place("</Codes>")) < #require(place("<Sets>")))
    #expect(text.contains("isCodable=\"false\""))
    #expect(text.contains("<MemberCode guid=\"11111111-2222-4333-8444-555555555555\"/>"))
    let guids = lines.filter { $0.hasPrefix("<Code ") }.compactMap { line in
      line.split(separator: "\"").dropFirst().first.map(String.init)
    }
    #expect(Set(guids).count == 3)
    for guid in guids {
      #expect(guid.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
    }
  }

  @Test func whatIsWrittenIsAsTheStandardDemands() throws {
    var deep = Codebook(title: "Deep", topics: [])
    for index in 0..<60 {
      var topic = CodebookTopic(id: "t\(index)", name: index == 7 ? "\u{1}<&>\"" : "Level \(index)")
      topic.parent = index > 0 ? "t\(index - 1)" : nil
      deep.topics.append(topic)
    }
    var books = [try rich(), deep]
    for (_, yaml) in StarterCodebooks.all { books.append(try Codebook(yaml: yaml)) }
    for book in books { #expect(QDCStructure.faults(of: Array(book.qdc.utf8)) == []) }
  }

  @Test(
    "the check of the structure finds what is wrong",
    arguments: [
      "<CodeBook/>", "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"/>",
      "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes/></CodeBook>",
      "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes><Code guid=\"1\" name=\"a\" isCodable=\"true\"/></Codes></CodeBook>",
      "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes><Code guid=\"11111111-2222-4333-8444-555555555555\" name=\"a\"/></Codes></CodeBook>",
      "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes><Code guid=\"11111111-2222-4333-8444-555555555555\" name=\"a\" isCodable=\"yes\"/></Codes></CodeBook>",
    ])
  func theCheckFindsFaults(text: String) {
    #expect(QDCStructure.faults(of: Array(text.utf8)) != [])
  }

  @Test func guidsThatAreNoneAreReplaced() throws {
    let text = """
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="c1" name="Costs" isCodable="1"/></Codes>
      <Sets><Set guid="s1" name="All"><MemberCode guid="c1"/></Set></Sets></CodeBook>
      """
    let book = try Codebook(qdc: Array(text.utf8))
    #expect(book.topics[0].guid == nil && book.sets[0].topics == ["costs"])
    #expect(QDCStructure.faults(of: Array(book.qdc.utf8)) == [])
    let error = #expect(throws: CodebookError.self) {
      _ = try Codebook(yaml: "topics:\n  - id: a\n    guid: none\n")
    }
    #expect(error?.line == 3)
  }

  @Test func codebooksOfOtherProgramsAreRead() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another program">
        <Codes>
          <Code guid="AAAAAAAA-0000-4000-8000-000000000001" name="Costs" isCodable="true" color="#ff0000">
            <Description>What is paid for</Description>
            <Code guid="AAAAAAAA-0000-4000-8000-000000000002" name="Costs" isCodable="true"/>
          </Code>
        </Codes>
        <Sets>
          <Set guid="AAAAAAAA-0000-4000-8000-000000000003" name="All">
            <MemberCode guid="aaaaaaaa-0000-4000-8000-000000000002"/>
          </Set>
        </Sets>
      </CodeBook>
      """
    let book = try Codebook(qdc: Array(text.utf8))
    #expect(book.topics.map(\.id) == ["costs", "costs-2"])
    #expect(book.topics.map(\.parent) == [nil, "costs"])
    #expect(book.topics[0].description == "What is paid for" && book.topics[0].color == "#ff0000")
    #expect(book.sets.map(\.topics) == [["costs-2"]])
    let again = try Codebook(qdc: Array(book.qdc.utf8))
    #expect(again == book)
    #expect(book.qdc.contains("guid=\"AAAAAAAA-0000-4000-8000-000000000001\""))
  }

  @Test(
    "what is no codebook is said to be none",
    arguments: ["", "<", "<a/>", "<CodeBook/>", "<CodeBook><Codes/></CodeBook>", "plain text"])
  func whatIsNoneIsSaid(text: String) {
    #expect(throws: CodebookError.self) { _ = try Codebook(qdc: Array(text.utf8)) }
  }

  @Test func codesNestAsDeepAsTheyLike() throws {
    let depth = 3000
    let open = (0..<depth).map { "<Code guid=\"g\($0)\" name=\"n\($0)\" isCodable=\"true\">" }
    let text =
      "<CodeBook><Codes>" + open.joined() + String(repeating: "</Code>", count: depth)
      + "</Codes></CodeBook>"
    let book = try? Codebook(qdc: Array(text.utf8))
    #expect(book == nil || book?.topics.isEmpty == false)
  }

  @Test func keptTopicsAreFoundAgain() {
    let found = [["oven", "bread", "yeast", "dough"], ["sail", "keel", "rudder", "anchor"]]
    let known = [["keel", "sail", "mast", "anchor"], ["planet", "orbit", "comet", "lens"]]
    #expect(TopicMatching.matches(of: found, to: known) == [nil, 0])
    #expect(TopicMatching.matches(of: found, to: []) == [nil, nil])
    // Each known topic is used once, by the closest.
    let twice = [["keel", "sail"], ["keel", "sail", "mast", "anchor"]]
    #expect(TopicMatching.matches(of: twice, to: [known[0]]) == [0, nil])
  }
}
