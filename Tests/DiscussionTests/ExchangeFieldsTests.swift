import Discussion
import SourceBytes
import Testing

/// The fields as a reader of mail gives them back: the values of a name, unfolded and without outer blanks.
private func reread(_ lines: [String], messageID: PostID?) -> ExchangeFields {
  ExchangeFields(messageID: messageID) { name in
    lines.filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }.map { line in
      let value = line.dropFirst(name.count + 1)
      return String(value.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

struct ExchangeFieldsTests {
  /// What people and programs put where a name or a title belongs.
  static let hostileTexts = [
    "plain", "two words", " blanks at both ends ", "a;b; c", "100 % sure, %41", "%", "%zz", "%4",
    "line one\nline two", "carriage\r\nreturn", "X: y\nBcc: everyone@example.org", "tab\tstop",
    "żółw 🐢", "👩‍👩‍👧", "e\u{301}", "\u{202e}evil", "\u{feff}", "\u{0}nul", "\u{7f}", "\"quoted\"",
    "=?utf-8?B?xbw=?=", "<a@example.org>", "(comment)", "\\",
    String(repeating: "long ", count: 400),
  ]

  /// A comment that carries `text` wherever a page's words may stand.
  private static func archived(_ text: String) -> ArchivedPost {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .comment)
    post.status = .held
    post.author = Author(name: text, address: text, url: text)
    post.date = PostDate(
      stated: StatedDate(instant: -62_135_596_800, offsetMinutes: -330, precision: .day),
      source: .page, asWritten: text)
    post.subject = text
    post.permalink = text
    post.ordinal = 12
    post.language = text
    post.attachments = [
      Attachment(name: text, type: text, byteCount: 7),
      Attachment(name: nil, type: "application/pdf", byteCount: 0),
    ]
    let parent = PostID("b2aaaaaaaaaa")
    return ArchivedPost(
      post: post, thread: parent, parent: parent, depth: 1, position: 1,
      link: ReplyLink(
        child: post.id, parent: parent,
        reasons: [
          Evidence(.salutation, weight: 5.25, detail: text, range: 3..<9),
          Evidence(.mention, weight: 1, detail: "second"),
        ], confidence: 0.8231),
      person: nil,
      venues: [
        Venue(id: "blog.example.org", name: text, kind: .blog),
        Venue(id: "commons-l", name: "Commons-L", kind: .list),
      ], copies: [])
  }

  @Test("what is written is read again", arguments: hostileTexts)
  func isReadAgain(text: String) {
    let fields = ExchangeFields(Self.archived(text), isSynthesized: true)
    #expect(reread(fields.lines, messageID: nil) == fields)
  }

  @Test("a field is one line of plain ASCII", arguments: hostileTexts)
  func isOneLine(text: String) {
    let fields = ExchangeFields(Self.archived(text), isSynthesized: true)
    for line in fields.lines {
      #expect(line.hasPrefix(ExchangeFields.prefix))
      #expect(line.utf8.allSatisfy { (0x20...0x7e).contains($0) })
    }
  }

  @Test func mailSaysNoMoreThanItsHeadersLack() {
    var archived = Self.archived("text")
    archived.post.messageID = MessageID("a@example.org")
    archived.link?.reasons = [Evidence(.header, weight: 10, detail: "In-Reply-To")]
    let fields = ExchangeFields(archived, isSynthesized: false)
    #expect(fields.id == nil && fields.replies.isEmpty && fields.post == nil)
    #expect(fields.lines.allSatisfy { $0.hasPrefix("X-Thresh-Venue:") })
  }

  @Test func idsThatTheBytesLackAreCarriedAlong() {
    var archived = Self.archived("text")
    archived.hasOwnReferences = false
    archived.post.inReplyTo = [MessageID("a b;c%@example.org")]
    archived.post.references = [MessageID("a@example.org"), MessageID("ż@example.org")]
    let fields = ExchangeFields(archived, isSynthesized: false)
    #expect(fields.references == archived.post.references)
    #expect(reread(fields.lines, messageID: nil) == fields)
  }

  @Test(
    "fields that others wrote or damaged say nothing",
    arguments: [
      "X-Thresh-Venue: only-one-part", "X-Thresh-Venue: a; castle; A", "X-Thresh-Parent: a; b",
      "X-Thresh-Parent: a; header; much; 1; ; d", "X-Thresh-Kind: bird; published",
      "X-Thresh-Kind: comment", "X-Thresh-Parent:", "X-Thresh-Venue: ;;;;;;",
    ])
  func damagedFieldsSayNothing(line: String) {
    let fields = reread([line], messageID: PostID("k3v9q2m7xa5t"))
    #expect(fields.lines.isEmpty)
  }

  @Test func aPassageThatRunsBackwardsIsLeftOut() {
    let line = "X-Thresh-Parent: b2; salutation; 5.0; 0.8; 9-3; Hey"
    let reply = reread([line], messageID: PostID("k3v9q2m7xa5t")).replies.first
    #expect(reply?.evidence.range == nil && reply?.evidence.detail == "Hey")
  }
}
