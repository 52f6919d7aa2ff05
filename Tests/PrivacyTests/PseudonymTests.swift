import Discussion
import Privacy
import Testing

struct PseudonymTests {
  private func post(
    _ id: String, _ name: String?, _ address: String?, _ text: String, thread: String = "t"
  ) -> ArchivedPost {
    var post = Post(id: PostID(id), kind: .message)
    post.author = Author(name: name, address: address)
    post.text = text
    post.subject = "Ada Example asks"
    post.messageID = MessageID("\(id).ada@example.org")
    let count = text.unicodeScalars.count
    let middle = min(count, 10)
    post.blocks = [
      Block(.own, start: 0, end: middle),
      Block(.quote, depth: 1, start: middle, end: count, name: "Ada"),
    ]
    return ArchivedPost(
      post: post, thread: PostID(thread), parent: nil, depth: 0, position: 0, link: nil,
      person: address.map { "p-\($0)" }, venues: [], copies: [])
  }

  @Test func replacesNamesInGreetingsSignaturesQuotationsAndAddresses() {
    let ada = post("a", "Ada Example", "ada@example.org", "Hello.\n\nAda")
    let text =
      "Hi Ada, as ADA EXAMPLE wrote to ben@example.net (Ben):\n> Example, Ada <ada@example.org>\nWrite to who@else.org. Ben"
    let ben = post("b", "Ben Writer", "ben@example.net", text)
    var names = Pseudonyms()
    names.add(ada)
    names.add(ben)
    let changed = names.applied(to: ben)
    #expect(
      changed.post.text
        == "Hi Person 1, as Person 1 wrote to [address of Person 2] (Person 2):\n> Person 1 <[address of Person 1]>\nWrite to [address]. Person 2"
    )
    #expect(changed.post.author == Author(name: "Person 2"))
    #expect(changed.post.subject == "Person 1 asks")
    #expect(changed.post.messageID == nil)
    #expect(changed.post.blocks.last?.name == "Person 1")
    #expect(changed.post.blocks.last?.end == changed.post.text?.unicodeScalars.count)
    #expect(changed.post.blocks.first?.end == changed.post.blocks.last?.start)
  }

  @Test func aFirstNameBelongsFirstToThoseWhoWriteInTheThread() {
    let here = post("a", "Ada Example", nil, "Ask Ada, in lower case ada, or Mark.", thread: "one")
    let other = post("c", "Ada Other", nil, "x", thread: "three")
    let there = post(
      "b", "Ben Writer", nil, "As Ada says, ada is a language. Mark it.", thread: "two")
    var names = Pseudonyms()
    for post in [here, other, there] { names.add(post) }
    #expect(names.applied(to: here).post.text == "Ask Person 1, in lower case Person 1, or Mark.")
    // Nobody of the name wrote in this thread, and two did elsewhere.
    #expect(names.applied(to: there).post.text == "As [name] says, ada is a language. Mark it.")
  }

  @Test func twoOfOneFirstNameAreNotToldApart() {
    let one = post("a", "Ada Example", nil, "Thanks, Ada!")
    let other = post("b", "Ada Other", nil, "x")
    var names = Pseudonyms()
    names.add(one)
    names.add(other)
    #expect(names.applied(to: one).post.text == "Thanks, [name]!")
  }

  @Test func aKeyKeepsPseudonymsAndGoesThroughText() {
    var names = Pseudonyms()
    names.add(post("a", "Ada\tExample", "ada@example.org", "x"))
    names.add(post("b", "Ben Writer", nil, "x"))
    let key = PseudonymKey(parsing: names.key.text)
    var later = Pseudonyms(key: key)
    later.add(post("c", "Cyd New", nil, "x"))
    later.add(post("b", "Ben Writer", nil, "x"))
    #expect(later.key.entries.map(\.pseudonym) == ["Person 1", "Person 2", "Person 3"])
    #expect(later.applied(to: post("b", "Ben Writer", nil, "x")).post.author.name == "Person 2")
  }

  @Test(arguments: [
    ("ada@example.org", "ada@…"), ("<a.b+c@x-y.example.org>, x", "<a.b+c@…>, x"),
    ("http://example.org/@ada@example.org/1", "http://example.org/@ada@example.org/1"),
    ("@ada and a@b", "@ada and a@b"), ("żółw@example.org.", "żółw@…."),
  ])
  func obscuresAddressesOnly(text: String, expected: String) {
    #expect(MailAddresses.obscured(text) == expected)
  }

  @Test func blocksFollowObscuredAddresses() {
    let text = "ada@example.org wrote:\n> ben@example.net is here\n"
    var archived = post("a", "Ada", "ada@example.org", text)
    archived.post.blocks = [
      Block(.attribution, start: 0, end: 23),
      Block(.quote, depth: 1, start: 23, end: text.unicodeScalars.count),
    ]
    let changed = MailAddresses.obscured(archived).post
    #expect(changed.text == "ada@… wrote:\n> ben@… is here\n")
    #expect(changed.blocks.map(\.start) == [0, 13])
    #expect(changed.blocks.last?.end == changed.text?.unicodeScalars.count)
    #expect(changed.author.address == "ada@…")
  }
}

@Suite struct PseudonymPlacesTests {
  /// A post in which every field that may hold a name holds one.
  private static func post() -> ArchivedPost {
    let text = "Hi Ada, see https://tools.invalid/~writerson/ada@example.org and ask Mark."
    var post = Post(id: PostID("a"), kind: .message)
    post.author = Author(name: "Ben Writerson", address: "ben@example.net")
    post.text = text
    post.blocks = [Block(.own, start: 0, end: text.unicodeScalars.count)]
    var archived = ArchivedPost(
      post: post, thread: PostID("t"), parent: nil, depth: 0, position: 0, link: nil,
      person: "p-ben", venues: [],
      copies: [
        ArchivedPost.Copy(
          path: "/home/ben.writerson/x.mbox", format: "mbox", locator: nil, digest: nil)
      ])
    archived.addressee = Addressee(
      name: "Ada", person: "p-ada", shown: "Ada Example", basis: .name, confidence: 0.9,
      range: 0..<7)
    var mark = Annotation(
      post: post.id, range: 3..<6, in: Array(text.unicodeScalars), origin: "person:Cyd Coder",
      topic: "names")
    mark.note = "Ada Example is meant"
    mark.by = "Cyd Coder"
    archived.annotations = [mark]
    return archived
  }

  private static func other(_ id: String, _ name: String) -> ArchivedPost {
    var post = Post(id: PostID(id), kind: .message)
    post.author = Author(name: name, address: "\(id)@example.com")
    return ArchivedPost(
      post: post, thread: PostID("t\(id)"), parent: nil, depth: 0, position: 0, link: nil,
      person: "p-\(id)", venues: [], copies: [])
  }

  @Test func namesLeaveAddresseesMarksPathsAndLinksToo() throws {
    var names = Pseudonyms()
    for post in [Self.post(), Self.other("ada", "Ada Example"), Self.other("m", "Mark Third")] {
      names.add(post)
    }
    let changed = names.applied(to: Self.post())
    #expect(
      changed.post.text
        == "Hi Person 2, see https://tools.invalid/~Person 1/[address] and ask Person 3.")
    #expect(changed.addressee?.name == "Person 2")
    #expect(changed.addressee?.shown == "Person 2")
    #expect(changed.addressee?.person == "p-person2")
    #expect(changed.addressee?.range == 0..<12)
    let mark = try #require(changed.annotations.first)
    #expect(mark.exact == "Person 2")
    #expect(mark.prefix == "Hi ")
    #expect(mark.range == 3..<11)
    #expect(mark.note == "Person 2 is meant")
    #expect(mark.by == nil)
    #expect(mark.origin == "person")
    #expect(changed.copies.first?.path == "/home/Person 1/x.mbox")
  }
}
