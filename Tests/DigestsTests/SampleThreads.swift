import Digests
import Discussion
import SourceBytes

/// Threads made by hand, as import and threading would hand them on.
enum SampleThreads {
  /// One post of a thread under construction.
  struct Draft {
    var id: String
    var parent: String?
    var evidence: Evidence?
    var confidence = 1.0
    var kind = PostKind.message
    var author: String? = "Ada Example"
    var day = 1
    var subject: String? = "Small tools"
    var ordinal: Int?
    /// Blocks in order; the text is their joined text.
    var blocks: [(Block.Kind, String, of: String?)] = []
  }

  static let list = Venue(id: "workshop-l", name: "Workshop-l", kind: .list)
  static let blog = Venue(id: "tools-and-talk", name: "Tools & Talk", kind: .blog)

  static func conversation(_ drafts: [Draft], venue: Venue) -> Conversation {
    var posts: [Post] = []
    var parents: [Int?] = []
    var depths: [Int] = []
    var links: [ReplyLink?] = []
    for draft in drafts {
      let parent = draft.parent.flatMap { id in posts.firstIndex { $0.id.text == id } }
      let post = self.post(draft)
      posts.append(post)
      parents.append(parent)
      depths.append(parent.map { depths[$0] + 1 } ?? 0)
      links.append(
        parent.map { index in
          ReplyLink(
            child: post.id, parent: posts[index].id,
            reasons: [draft.evidence ?? Evidence(.header, weight: 10, detail: "In-Reply-To")],
            confidence: draft.confidence)
        })
    }
    return Conversation(
      posts: posts, parents: parents, depths: depths, links: links,
      venues: posts.map { $0.kind == .missing ? [] : [venue] })
  }

  private static func post(_ draft: Draft) -> Post {
    var post = Post(id: PostID(draft.id), kind: draft.kind)
    if draft.kind == .missing {
      post.messageID = MessageID("\(draft.id)@example.org")
      return post
    }
    post.author = Author(name: draft.author, address: nil)
    if let stated = StatedDate(
      year: 2012, month: 3, day: draft.day, hour: 9, minute: 30, offsetMinutes: 60)
    {
      post.date = PostDate(
        stated: stated, source: .date, asWritten: "\(draft.day) Mar 2012 09:30:00 +0100")
    }
    post.subject = draft.subject
    post.ordinal = draft.ordinal
    if draft.kind == .message {
      post.messageID = MessageID("\(draft.id)@example.org")
    } else {
      post.permalink = "https://blog.example.org/small-tools#comment-\(draft.ordinal ?? 0)"
    }
    var text = ""
    var end = 0
    for (kind, part, of) in draft.blocks {
      text += part
      let count = part.unicodeScalars.count
      var block = Block(kind, depth: kind == .quote ? 1 : 0, start: end, end: end + count)
      block.of = of.map { PostID($0) }
      post.blocks.append(block)
      end += count
    }
    post.text = text
    return post
  }

  static let mail = conversation(
    [
      Draft(
        id: "m1aaaaaaaaaa", day: 3, subject: "[workshop] Who pays for small tools?",
        blocks: [
          (
            .own,
            """
            Dear all,

            For two years our group has kept a small program alive that some forty
            people use every week. Nobody is paid for it. Last month the one person
            who understood its *installer* left. Who should pay for tools that are too
            small for a grant and too useful to lose?

            Three ways come to mind:

            - those who use it pay a little,
            - a foundation pays for all tools of this size, chosen by nobody
              in particular,
            - nobody pays, and we stop pretending.

            See <https://tools.example.org/a_b_c/> for the figures.

            """, nil
          ), (.signature, "-- \nAda Example\nada@example.org\n", nil),
        ]),
      Draft(
        id: "m2bbbbbbbbbb", parent: "m1aaaaaaaaaa", author: "Ben Writer", day: 4,
        subject: "Re: [workshop] Who pays for small tools?",
        blocks: [
          (.attribution, "On 3 March, Ada Example wrote:\n", nil),
          (
            .quote,
            "> - those who use it pay a little,\n> - a foundation pays for all tools of this size, chosen by nobody\n",
            of: "m1aaaaaaaaaa"
          ),
          (
            .own,
            """

            Forty people who pay a little are still a very small community. I think the
            second way is better, because a foundation can carry ten such tools at once.

                def cost(people):
                    return 1200 / people

            What would you pay, Ada?

            """, nil
          ), (.footer, "_____\nWorkshop-l mailing list\n", nil),
        ]),
      Draft(
        id: "m3cccccccccc", parent: "m2bbbbbbbbbb", author: "Cleo Reader <i>", day: 5,
        subject: "A survey (was: Who pays for small tools?)",
        blocks: [
          (
            .quote, "> Forty people who pay a little are still a very small community.\n",
            of: "m2bbbbbbbbbb"
          ),
          (
            .own,
            "That is not so. We asked them & thirty-one said yes.\nWrite to cleo@example.org for the table.\n",
            nil
          ),
        ]),
      Draft(id: "m4dddddddddd", parent: "m1aaaaaaaaaa", kind: .missing),
      Draft(
        id: "m5eeeeeeeeee", parent: "m4dddddddddd", author: "Dan Clerk", day: 9,
        subject: "RE: [workshop] Re: Who pays for small tools?",
        blocks: [(.own, "1. I agree with what Eve said.\n2. We decided to stop.\n", nil)]),
    ], venue: list)

  static let page = conversation(
    [
      Draft(
        id: "a1aaaaaaaaaa", kind: .article, day: 11, subject: "Small tools, small money",
        blocks: [
          (.own, "An excerpt of a letter to a list: who pays for tools that forty people use?", nil)
        ]),
      Draft(
        id: "c1bbbbbbbbbb", parent: "a1aaaaaaaaaa",
        evidence: Evidence(.default, weight: 1, detail: ""), confidence: 0.7, kind: .comment,
        author: "Andrew", day: 12, subject: nil, ordinal: 1,
        blocks: [(.own, "Nobody does. عزيزي \u{202E}evil\u{202C} <script>alert(1)</script>", nil)]),
      Draft(
        id: "c2cccccccccc", parent: "c1bbbbbbbbbb",
        evidence: Evidence(.salutation, weight: 5, detail: "Hey Andrew", range: 0..<10),
        confidence: 0.82, kind: .comment, day: 13, subject: nil, ordinal: 2,
        blocks: [
          (
            .own,
            "Hey Andrew, somebody always does.\n\n# Only not with money\n\n[look](javascript:alert(1)) **here** `x`",
            nil
          )
        ]),
      Draft(
        id: "c3dddddddddd", parent: "c1bbbbbbbbbb",
        evidence: Evidence(.turn, weight: 1, detail: ""), confidence: 0.4, kind: .comment,
        author: "mk", day: 13, subject: nil, ordinal: 3,
        blocks: [(.own, "+1", nil)]),
      Draft(
        id: "p1eeeeeeeeee", parent: "a1aaaaaaaaaa",
        evidence: Evidence(.markup, weight: 1, detail: ""), kind: .pingback,
        author: "Another page", day: 14, subject: nil, ordinal: 4,
        blocks: [(.own, "[...] forty people [...]", nil)]),
    ], venue: blog)

  static func document(_ length: DigestLength) -> DigestDocument {
    var options = DigestOptions()
    options.title = "Small tools"
    options.length = length
    options.matches = [PostID("m2bbbbbbbbbb")]
    options.colophon = DigestColophon(
      command: "thresh digest tools --length \(length.rawValue)", version: "0.1",
      fingerprint: "5f1c0d2e")
    return DigestDocument(
      of: [mail, page], options: options,
      sourceOf: {
        DigestSource(
          path: $0.kind == .message ? "lists/2012-March.txt.gz" : "pages/small-tools.html",
          locator: $0.ordinal.map { "#comment-\($0)" } ?? "offset:1024",
          sha256: String(repeating: $0.kind == .message ? "ab" : "cd", count: 32))
      })
  }
}
