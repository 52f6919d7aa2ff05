import ArchiveStore
import Discussion
import Exports
import Ingest
import SourceBytes
import TestSupport
import Testing

/// Words from pages stand in the headers of exported messages; none of them may become a header of its own.
struct HeaderInjectionTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let text: String
    var testDescription: String { text.debugDescription }
  }

  static let attacks = [
    "Ada\nBcc: everyone@example.org", "Ada\r\nBcc: everyone@example.org",
    "Ada\rBcc: everyone@example.org",
    "Ada\n\nA body.\n", "\nBcc: x", "Ada\u{0}\nBcc: x", "Ada\u{85}Bcc: x", "Ada\u{2028}Bcc: x",
    "Ada\u{b}Bcc: x", "=?utf-8?Q?=0ABcc:_x?=", "=?utf-8?B?CkJjYzogeA==?=", "a> \nBcc: x <",
    "\nFrom bcc Mon Jan 16 08:00:00 2012\nBcc: x\n\n", "(", "\"", "a@b, Bcc: c@d", "<", "%0ABcc: x",
    "żółw\nBcc: x",
  ].map { Attack(text: $0) }

  private static func archived(_ text: String, messageID: Bool) -> ArchivedPost {
    let id = messageID ? MessageID(text) : nil
    let identity = id.map { PostIdentity($0) } ?? PostIdentity(permalink: "https://example.org/1")
    var post = Post(id: PostID(identity), kind: .comment)
    post.messageID = id
    post.author = Author(name: text, address: text, url: text)
    post.subject = text
    post.permalink = text
    post.language = text
    post.date = PostDate(
      stated: StatedDate(instant: 1_326_700_800, offsetMinutes: 60), source: .page, asWritten: text)
    post.text = "Words."
    post.blocks = [Block(.own, start: 0, end: 6)]
    post.attachments = [Attachment(name: text, type: text, byteCount: 1)]
    post.inReplyTo = [MessageID(text)]
    post.references = [MessageID(text), MessageID("b@example.org")]
    let parent = PostID("b2aaaaaaaaaa")
    return ArchivedPost(
      post: post, thread: parent, parent: parent, depth: 1, position: 1,
      link: ReplyLink(
        child: post.id, parent: parent,
        reasons: [Evidence(.salutation, weight: 5, detail: text, range: 0..<3)], confidence: 0.8),
      person: nil, venues: [Venue(id: "blog", name: text, kind: .blog)], copies: [])
  }

  /// The lines of a header, each with what is folded below it.
  private func fields(_ entry: [UInt8]) -> [String] {
    var fields: [String] = []
    for line in entry.split(separator: 0x0a, omittingEmptySubsequences: false).dropFirst() {
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        fields[fields.count - 1] += text
      } else {
        fields.append(text)
      }
    }
    return fields
  }

  private static let allowed: Set<String> = [
    "Message-ID", "In-Reply-To", "References", "From", "Date", "Subject", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding",
  ]

  @Test("no text of a page becomes a header", arguments: attacks)
  func noTextBecomesAHeader(attack: Attack) {
    let text = attack.text
    let entry = MboxFormat().entry(Self.archived(text, messageID: false), original: nil)
    let fields = fields(entry)
    for field in fields {
      let name = String(field.prefix { $0 != ":" })
      #expect(name.hasPrefix("X-Thresh-") || Self.allowed.contains(name), "\(field)")
      #expect(!field.utf8.contains(0x0d) && !field.utf8.contains(0))
    }
    for name in Self.allowed { #expect(fields.count { $0.hasPrefix(name + ":") } <= 1) }
  }

  @Test("no Message-ID of a page becomes a header", arguments: attacks)
  func noMessageIDBecomesAHeader(attack: Attack) {
    let text = attack.text
    let entry = MboxFormat().entry(Self.archived(text, messageID: true), original: nil)
    let fields = fields(entry)
    for field in fields {
      let name = String(field.prefix { $0 != ":" })
      #expect(name.hasPrefix("X-Thresh-") || Self.allowed.contains(name), "\(field)")
      #expect(!field.utf8.contains(0x0d) && !field.utf8.contains(0))
    }
    #expect(fields.contains { $0.hasPrefix("Subject:") })
  }

  @Test("one post stays one message", arguments: attacks)
  func onePostStaysOneMessage(attack: Attack) async throws {
    let text = attack.text
    var archived = Self.archived(text, messageID: false)
    archived.post.text =
      text + "\n\nFrom ada@example.org Mon Jan 16 08:00:00 2012\nFrom: x\n\nMore."
    let folder = try ScratchFolder()
    let path = try folder.write("a.mbox", MboxFormat().entry(archived, original: nil))
    let archive = try Archive()
    try await importAll([path], into: archive)
    #expect(try jsonLines(of: archive).count == 1)
  }

  @Test("what a page says comes back as it was", arguments: attacks)
  func comesBackAsItWas(attack: Attack) async throws {
    let text = attack.text
    let archived = Self.archived(text, messageID: false)
    let folder = try ScratchFolder()
    let path = try folder.write("a.mbox", MboxFormat().entry(archived, original: nil))
    let archive = try Archive()
    try await importAll([path], into: archive)
    let post = try #require(try archive.post(archived.post.id)?.post)
    #expect(post.kind == .comment && post.text == "Words.")
    #expect(post.author == archived.post.author)
    #expect(post.subject == text && post.permalink == text && post.language == text)
    #expect(post.date == archived.post.date)
  }
}
