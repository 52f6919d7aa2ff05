import Discussion
import Exports
import Foundation
import HTMLTree
import SourceBytes
import Testing

/// Every format with posts that mean harm.
struct ExportFormatTests {
  static let attacks = [
    "=HYPERLINK(\"http://evil.example\")", "@SUM(A1)", "+1", "-2", "\t=1", "＝1",
    "<script>alert(1)</script>", "]]></data><node id=\"x\"/>", "&lt;&#0;\u{0}\u{1b}[31m\u{202e}",
    "a\"; evil -> b [label=\"", "\\N\\\" ] }", "} \\input{/etc/passwd} @comment{", "%\n#$_^~",
    "\r\nBcc: x", "\u{2028}\u{2029}\u{fffe}", "\"\n", "../../x", "{\"a\":1}", "żółw 東京",
  ]

  static func archived(_ text: String, id: String = "aaaabbbbcccc", parent: String? = nil)
    -> ArchivedPost
  {
    var post = Post(id: PostID(id), kind: .message)
    post.author = Author(name: text, address: text, url: text)
    post.subject = text
    post.messageID = MessageID(text)
    post.permalink = text
    post.text = text + " words"
    post.blocks = [Block(.own, start: 0, end: (text + " words").unicodeScalars.count)]
    post.date = PostDate(
      stated: StatedDate(instant: 1_326_700_800, offsetMinutes: 60), source: .date, asWritten: text)
    let link = parent.map {
      ReplyLink(
        child: PostID(id), parent: PostID($0), reasons: [Evidence(.quote, weight: 1, detail: text)],
        confidence: 0.7)
    }
    return ArchivedPost(
      post: post, thread: PostID("aaaabbbbcccc"), parent: parent.map { PostID($0) }, depth: 0,
      position: 0, link: link, person: nil,
      venues: [Venue(id: "list", name: text, kind: .list)],
      copies: [ArchivedPost.Copy(path: text, format: "mbox", locator: text, digest: nil)])
  }

  private static func export(
    _ name: String, _ text: String, people: Bool = false
  ) throws -> [String: [UInt8]] {
    let format = try #require(ExportTable.format(named: name))
    var options = ExportOptions()
    options.isPeopleNetwork = people
    var writer = format.writer(options)
    var pieces = writer.begin()
    pieces += writer.add(archived(text), original: nil)
    pieces += writer.add(
      archived(text, id: "ddddeeeeffff", parent: "aaaabbbbcccc"), original: nil)
    pieces += writer.end()
    return files(pieces)
  }

  /// What each file holds, its sections in order.
  static func files(_ pieces: [ExportPiece]) -> [String: [UInt8]] {
    let sorted = pieces.enumerated().sorted {
      ($0.element.section ?? 0, $0.offset) < ($1.element.section ?? 0, $1.offset)
    }
    return sorted.reduce(into: [:]) { $0[$1.element.path, default: []] += $1.element.bytes }
  }

  private static func text(_ name: String, _ attack: String, people: Bool = false) throws -> String
  {
    String(decoding: try #require(try export(name, attack, people: people)[""]), as: UTF8.self)
  }

  @Test(arguments: attacks) func noCellIsAFormula(attack: String) throws {
    let table = try ExportFormatTests.text("csv", attack)
    // Cells begin at line starts and after commas outside of quotes.
    var isQuoted = false
    var cells: [String] = [""]
    for scalar in table.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" || scalar == "\r" {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    let isFormula = cells.contains { cell in
      cell.unicodeScalars.first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false
    }
    #expect(!isFormula)
  }

  @Test(arguments: attacks) func networksStayWellFormed(attack: String) throws {
    for people in [false, true] {
      let text = try ExportFormatTests.text("graphml", attack, people: people)
      let parser = XMLParserProbe(text)
      #expect(parser.isWellFormed)
      #expect(parser.count("node") == (people ? 1 : 2))
      #expect(parser.count("edge") == 1)
      let dot = try ExportFormatTests.text("dot", attack, people: people)
      #expect(!dot.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      // Outside of strings only our own words stand.
      var bare = ""
      var isInside = false
      var isEscaped = false
      for scalar in dot.unicodeScalars {
        if isInside {
          if isEscaped {
            isEscaped = false
          } else if scalar == "\\" {
            isEscaped = true
          } else if scalar == "\"" {
            isInside = false
          }
        } else if scalar == "\"" {
          isInside = true
        } else {
          bare.unicodeScalars.append(scalar)
        }
      }
      #expect(!bare.contains("evil") && !bare.contains("label= ["))
      #expect(!isInside)
    }
  }

  @Test(arguments: attacks) func bibliographiesStayOneEntryAPost(attack: String) throws {
    let bibtex = try ExportFormatTests.text("bibtex", attack)
    var depth = 0
    var entries = 0
    var before: Unicode.Scalar = " "
    for scalar in bibtex.unicodeScalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if scalar == "@", depth == 0 { entries += 1 }
      #expect(depth >= 0)
      if scalar == "%" { #expect(before == "\\") }
      before = scalar
    }
    #expect(depth == 0)
    #expect(entries == 2)
    #expect(!bibtex.contains("\\input"))
    let json = try ExportFormatTests.text("csl-json", attack)
    let items = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(items?.count == 2)
    for style in CitationTable.styles {
      let citation = style.citation(CitationRecord(ExportFormatTests.archived(attack)))
      #expect(!citation.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(!citation.unicodeScalars.contains("\u{202e}"))
      if style.name == "markdown" {
        // In code spans, which none of the attacks can end, markup is text.
        let spans = citation.split(separator: "`", omittingEmptySubsequences: false)
        let outside = spans.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
        #expect(!outside.replacing("\\<", with: "").contains("<script"))
      }
    }
  }

  @Test func conversationsAreTreesWithOneRoot() throws {
    var writer = ConvoKitFormat().writer(ExportOptions())
    let posts = [
      ("aaaabbbbcccc", "missing"), ("ddddeeeeffff", "aaaabbbbcccc"), ("gggghhhhjjjj", "missing"),
      ("kkkkmmmmnnnn", "ddddeeeeffff"),
    ]
    var lines = ""
    for (id, parent) in posts {
      var post = ExportFormatTests.archived("x", id: id, parent: parent)
      post.thread = PostID("missing")
      for piece in writer.add(post, original: nil) {
        lines += String(decoding: piece.bytes, as: UTF8.self)
      }
    }
    let found = try lines.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return [object?["conversation_id"] as? String, object?["reply-to"] as? String]
    }
    #expect(
      found == [
        ["aaaabbbbcccc", nil], ["aaaabbbbcccc", "aaaabbbbcccc"], ["gggghhhhjjjj", nil],
        ["aaaabbbbcccc", "ddddeeeeffff"],
      ])
  }

  @Test(arguments: attacks) func foldersAndProjectsStayWhole(attack: String) throws {
    let corpus = try ExportFormatTests.export("convokit", attack)
    #expect(
      Set(corpus.keys) == [
        "utterances.jsonl", "speakers.json", "conversations.json", "corpus.json", "index.json",
      ])
    for (path, bytes) in corpus where path.hasSuffix(".json") {
      _ = try JSONSerialization.jsonObject(with: Data(bytes))
    }
    let project = try ExportFormatTests.export("qdpx", attack)
    #expect(project.count == 3)
    let xml = String(decoding: try #require(project["project.qde"]), as: UTF8.self)
    let parser = XMLParserProbe(xml)
    #expect(parser.isWellFormed)
    #expect(parser.count("TextSource") == 2)
    let mail = try ExportFormatTests.export("maildir", attack)
    #expect(mail.keys.allSatisfy { !$0.contains("..") })
  }

  @Test func projectsHoldNothingOfThePostsBack() throws {
    var writer = QDPXFormat().writer(ExportOptions())
    _ = writer.begin()
    for index in 0..<500 {
      let id = "post\(index)"
      let pieces = writer.add(ExportFormatTests.archived("a b c", id: id), original: nil)
      #expect(pieces.contains { $0.path == "project.qde" && $0.section != nil })
    }
    // The end has what codes and coders there are, and closes what is open.
    #expect(writer.end().reduce(0) { $0 + $1.bytes.count } < 4000)
  }

  @Test func linkTemplatesFillInWhatThePostHas() {
    var post = Post(id: PostID("aaaabbbbcccc"), kind: .message)
    post.messageID = MessageID("a/b c@example.org")
    #expect(
      LinkTemplate("https://example.org/r/{messageID}").link(to: post)
        == "https://example.org/r/a%2Fb%20c@example.org")
    #expect(LinkTemplate("https://example.org/{year}/{id}").link(to: post) == nil)
  }

  @Test(arguments: [
    ("Ada Example", "Example, Ada"), ("Marit van der Berg", "van der Berg, Marit"),
    ("Example, Ada", "Example, Ada"), ("collage", "collage"), ("gus42 x", "gus42 x"),
    ("東京 太郎", "東京 太郎"),
    ("The List Of All Great Moderators Here", "The List Of All Great Moderators Here"),
  ])
  func namesTurnRound(name: String, inverted: String) {
    #expect(CitedName(name).inverted == inverted)
  }
}

/// Counts elements of an XML document; well formed only if libxml2 finds as many ends as starts.
private struct XMLParserProbe {
  let document: HTMLDocument?
  let text: String

  init(_ text: String) {
    self.text = text
    document = HTMLDocument(xml: Array(text.utf8))
  }

  var isWellFormed: Bool {
    guard let document, let root = document.root.childElements.first else { return false }
    // What libxml2 could not read would end the tree early.
    return text.hasSuffix("</\(root.name)>\n") && document.root.childElements.count == 1
      && !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }
  }

  func count(_ name: String) -> Int { document?.elements(name).count ?? 0 }
}
