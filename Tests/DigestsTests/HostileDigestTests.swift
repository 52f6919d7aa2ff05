import Discussion
import Testing

@testable import Digests

@Suite struct HostileDigestTests {
  @Test(arguments: [
    ("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"),
    ("snake_case 2 * 3", "snake_case 2 * 3"),
    ("[x](javascript:y) ![z](w)", "\\[x\\](javascript:y) !\\[z\\](w)"),
    ("<script> a < b &amp; c & d", "\\<script> a \\< b \\&amp; c & d"),
    ("C:\\dir \\* end\\", "C:\\dir \\\\\\* end\\\\"),
    ("a | b", "a \\| b"),
    ("http://x.org/_a_*b*", "<http://x.org/_a_*b>\\*"),
  ])
  func escapesWhatMarkdownWouldRead(text: String, escaped: String) {
    #expect(MarkdownText.inline(text) == escaped)
  }

  @Test(arguments: ["# x", "> x", "+ x", "- x", "= x", "1. x", "12) x", "---", "===", "#", "* x"])
  func opensNoBlockAtTheStartOfALine(text: String) {
    let line = MarkdownText.filled(MarkdownText.inline(text))
    #expect(line.contains("\\"), "\(line)")
    // The same where filling breaks the line before it.
    let filled = MarkdownText.filled(MarkdownText.inline("word " + text), width: 4)
    #expect(filled.split(separator: "\n").last?.hasPrefix("\\") == true || filled.contains("\\"))
  }

  @Test func fencesLongerThanAnyInside() {
    let fenced = MarkdownText.fenced(["````", "x"])
    #expect(fenced == "`````text\n````\nx\n`````")
  }

  /// Texts that try to break out, in every place where a post has text.
  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x",
    "</style><script>x</script>", "]]>--><!--", "[a](javascript:alert(1))", "```\n<b>",
    "&#60;b&#62;",
    "\u{202E}\u{2066}\u{0}\u{1B}]0;x\u{7}", "\n\n# Heading\n\n---\n", "<https://x.org/\"><b>>",
    "http://x.org/<b>\"'", "\\", "![x](y)", "<a id=\"post-x\">", "](x) [y]: z",
  ]

  private static func conversation(_ attack: String) -> Conversation {
    var root = Post(id: PostID("\"><b>" + attack), kind: .article)
    root.author = Author(name: attack)
    root.subject = attack
    root.text = attack + "\n\n" + attack
    root.permalink = "https://example.org/" + attack
    root.messageID = MessageID(attack)
    var child = Post(id: PostID("child"), kind: .comment)
    child.author = Author(address: attack)
    child.subject = attack + "2"
    child.text = "> " + attack + "\n" + attack + attack
    let end = 3 + attack.unicodeScalars.count
    var quote = Block(.quote, depth: 1, start: 0, end: end, name: attack)
    quote.of = root.id
    child.blocks = [
      quote, Block(.code, start: end, end: end + attack.unicodeScalars.count),
      Block(.own, start: end + attack.unicodeScalars.count, end: 10_000),
      Block(.footer, start: -5, end: 3), Block(.own, start: 9, end: 2),
    ]
    let venue = Venue(id: "v", name: attack, kind: .blog)
    return Conversation(
      posts: [root, child], parents: [nil, 0], depths: [0, 1],
      links: [
        nil,
        ReplyLink(
          child: child.id, parent: root.id,
          reasons: [Evidence(.mention, weight: 1, detail: attack)], confidence: 0.3),
      ], venues: [[venue], [venue]])
  }

  @Test(arguments: attacks, DigestLength.allCases)
  func letsNoMarkupThroughInHTML(attack: String, length: DigestLength) throws {
    var options = DigestOptions()
    options.length = length
    options.title = attack
    options.colophon = DigestColophon(command: attack, version: attack, fingerprint: attack)
    let document = DigestDocument(of: [Self.conversation(attack)], options: options) { _ in
      "https://example.org/" + attack
    } sourceOf: { _ in
      DigestSource(path: attack, locator: attack, sha256: attack)
    }
    let bytes = try #require(DigestFormat.named("html")).render(document)
    let names = try elementNames(bytes)
    #expect(names.isDisjoint(with: ["script", "img", "b", "iframe", "i"]), "\(names)")
    #expect(names.count { $0 == "style" } == 1)
    let markdown = try #require(DigestFormat.named("markdown")).render(document)
    for output in [bytes, markdown] {
      let text = try #require(String(validating: output, as: UTF8.self))
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || DisplayText.isShown($0) })
    }
  }

  @Test(arguments: attacks)
  func mailDigestsHaveNoHeaderThatAPostMadeUp(attack: String) throws {
    let document = DigestDocument(of: [Self.conversation("x\r\nBcc: y\r\n" + attack)])
    for name in ["rfc1153", "mbox"] {
      let bytes = try #require(DigestFormat.named(name)).render(document)
      let text = try #require(String(validating: bytes, as: UTF8.self))
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || DisplayText.isShown($0) })
      // Headers stand at the top and at the head of each message, up to an empty line.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let froms = lines.indices.filter { lines[$0].hasPrefix("From: ") }
      #expect(froms.count >= 3)
      for from in froms {
        let header = lines[from...].prefix { !$0.isEmpty }
        #expect(!header.contains { $0.lowercased().hasPrefix("bcc") }, "\(header)")
      }
      if name == "mbox" { #expect(lines.count { $0.hasPrefix("From ") } == 1) }
    }
  }

  @Test(arguments: attacks)
  func booksAndArgumentsStayWhole(attack: String) throws {
    let document = DigestDocument(of: [Self.conversation(attack)])
    let book = try #require(DigestFormat.named("epub")).render(document)
    #expect(Array(book[30..<58]) == Array("mimetypeapplication/epub+zip".utf8))
    // JSON has the ids of posts as they are, and here they mean harm.
    for name in ["argdown", "text"] {
      let bytes = try #require(DigestFormat.named(name)).render(document)
      let text = try #require(String(validating: bytes, as: UTF8.self))
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || DisplayText.isShown($0) })
    }
    let argdown = try #require(DigestFormat.named("argdown")).render(document)
    let headings = String(decoding: argdown, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("#") }
    #expect(headings.count == 2)
  }

  @Test func templatesEscapeWhatTheyFillIn() throws {
    let document = DigestDocument(of: [Self.conversation("<script>x</script>")])
    let template = try DigestTemplate(
      parsing:
        "<h1>{{title}}</h1>{{#threads}}{{#posts}}<p>{{author}}: {{text}}</p>{{/posts}}{{/threads}}")
    let text = String(decoding: template.render(document), as: UTF8.self)
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;"))
    #expect(throws: DigestTemplate.SyntaxError.self) {
      _ = try DigestTemplate(parsing: "{{#open}}")
    }
  }

  /// The names of all elements; an issue where tags do not nest, or an attribute is not one of ours.
  private func elementNames(_ bytes: [UInt8]) throws -> Set<String> {
    let voids: Set<String> = ["meta", "input", "br", "!doctype"]
    let handlers: Set<String> = ["onerror", "onmouseover", "src", "style"]
    var names: Set<String> = []
    var open: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = try #require(bytes[start...].firstIndex(of: UInt8(ascii: ">")))
      let tag = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
      index = end + 1
      let isClosing = tag.hasPrefix("/")
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " }).lowercased()
      let outside = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ")
      for attribute in outside.split(whereSeparator: { $0 == " " || $0 == "=" }) {
        #expect(!handlers.contains(attribute.lowercased()) || name == "style", "\(tag)")
      }
      names.insert(name)
      if isClosing {
        #expect(open.popLast() == name, "\(tag)")
      } else if !voids.contains(name) {
        open.append(name)
      }
    }
    #expect(open.isEmpty, "\(open)")
    return names
  }

  @Test func drawsAChainOfTwoThousandPosts() throws {
    let count = 2_000
    let posts = (0..<count).map { index in
      var post = Post(id: PostID("p\(index)"), kind: .message)
      post.author = Author(name: "Person \(index % 7)")
      post.text = "Number \(index) says something of its own, and why should it not?"
      return post
    }
    let chain = Conversation(
      posts: posts, parents: posts.indices.map { $0 == 0 ? nil : $0 - 1 },
      depths: Array(posts.indices), links: posts.map { _ in nil }, venues: posts.map { _ in [] })
    for length in DigestLength.allCases {
      var options = DigestOptions()
      options.length = length
      let document = DigestDocument(of: [chain], options: options)
      for format in DigestFormat.all {
        _ = try elementNames(format.name == "html" ? format.render(document) : [])
      }
      #expect(document.extent.postCount == count)
    }
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["a@", "！", "! ", "[x]", "http://(", "> ", "- ", "\n", "*_", "…", "a.b ", "\t"])
  func takesTimeInProportionToHugeText(piece: String) {
    var post = Post(id: PostID("p"), kind: .message)
    post.text = String(repeating: piece, count: 10_000)
    post.subject = String(repeating: piece, count: 2_000)
    post.author = Author(name: post.subject)
    let thread = Conversation(
      posts: [post], parents: [nil], depths: [0], links: [nil], venues: [[]])
    for length in DigestLength.allCases {
      var options = DigestOptions()
      options.length = length
      let document = DigestDocument(of: [thread], options: options)
      for format in DigestFormat.all { #expect(!format.render(document).isEmpty) }
    }
  }

  @Test func standsTreesThatAreNone() {
    let posts = (0..<4).map { Post(id: PostID("p\($0)"), kind: .message) }
    let odd = Conversation(
      posts: posts, parents: [3, 99, -1, 2], depths: [0, 1, 2, 3], links: [nil, nil, nil, nil],
      venues: [[], [], [], []])
    let none = Conversation(posts: [], parents: [], depths: [], links: [], venues: [])
    let document = DigestDocument(of: [odd, none])
    for format in DigestFormat.all { #expect(!format.render(document).isEmpty) }
  }
}

@Suite struct HostileRelationTests {
  @Test func relatedPostsBringNoMarkupAddressesOrLinksOfOtherKinds() throws {
    let conversation = SampleThreads.conversation(
      [
        SampleThreads.Draft(
          id: "root00000000", day: 1, blocks: [(.own, "What is asked here, and by whom?\n", nil)])
      ], venue: SampleThreads.list)
    var options = DigestOptions()
    options.related = [
      PostID("root00000000"): [
        DigestRelation(
          post: PostID("x"), text: "<img src=x>\u{1B}[2J\u{202E} ada@example.org",
          reason: "links to it: [x](javascript:alert(1))", link: "javascript:alert(1)")
      ]
    ]
    let document = DigestDocument(of: [conversation], options: options)
    for name in ["html", "markdown", "text"] {
      let bytes = try #require(DigestFormat.named(name)).render(document)
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("ada@example.org"))
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      if name == "markdown" { #expect(!text.contains("[x](javascript")) }
      if name == "html" { #expect(!text.contains("<img") && !text.contains("href=\"javascript")) }
    }
  }
}
