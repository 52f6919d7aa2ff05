import Corrections
import Discussion
import GRDB
import People
import TestSupport
import Testing

@testable import ArchiveStore

/// Whatever came, changed and went in whatever order, the archive is as if all that is there had been read at once.
struct IncrementalThreadingTests {
  private static let now: Int64 = 1_700_000_000_000

  @Test("threads that grew equal threads made at once", arguments: 0..<40)
  func equalsAtOnce(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    // Parts so small that a list has several of them, and overlaps that do not reach far.
    let limits = EvidenceParts.Limits(
      list: Int.random(in: 4...12, using: &dice), pages: 6, overlap: 5, later: 1,
      batch: seed % 3 == 0 ? 100_000 : 7, changedShare: seed % 4 == 0 ? 3 : 0)
    let folder = try ScratchFolder()
    var world = World(dice: dice)
    let grown = try Archive(limits: limits)
    for step in 0..<8 {
      let done = try await world.change(grown, in: folder, decidedAt: Self.now + Int64(step) * 1000)
      // The one in batches, the other not.
      var wholly = limits
      wholly.batch = 100_000
      let atOnce = try Archive(limits: wholly)
      try await importAll(world.paths(in: folder), into: atOnce)
      let (placed, pending) = try grown.corrections()
      _ = try atOnce.adopt(placed + pending, at: CorrectionTime(milliseconds: Self.now))
      let (left, right) = (try derived(grown), try derived(atOnce))
      try #require(difference(left, right) == nil, "step \(step): \(done)")
    }
    #expect(try grown.check().isWhole)
  }

  /// Every row that threading derives, without row ids.
  private func derived(_ archive: Archive) throws -> [String] {
    let queries = [
      "posts": "SELECT name, kind, messageID, person FROM posts ORDER BY name",
      "placements": """
      SELECT post.name, root.name, parent.name, depth, position, confidence
      FROM placements JOIN posts AS post ON post.id = post JOIN posts AS root ON root.id = thread
        LEFT JOIN posts AS parent ON parent.id = parent ORDER BY rank
      """,
      "reasons": """
      SELECT name, reasons.ordinal, evidence, weight, detail, start, end
      FROM reasons JOIN posts ON posts.id = child ORDER BY name, reasons.ordinal
      """,
      "threads": """
      SELECT name, threads.subject, posts, people, depth, first, last
      FROM threads JOIN posts ON posts.id = root ORDER BY name
      """,
      "postVenues": """
      SELECT posts.name, slug, isBest FROM postVenues JOIN posts ON posts.id = post
        JOIN venues ON venues.id = venue ORDER BY posts.name, slug
      """,
      "forks": """
      SELECT post.name, origin.name, evidence, confidence, detail
      FROM forks JOIN posts AS post ON post.id = post JOIN posts AS origin ON origin.id = origin
      ORDER BY post.name
      """,
      "addressees": """
      SELECT posts.name, addressees.name, addressees.person, shown, basis, confidence, start, end
      FROM addressees JOIN posts ON posts.id = post ORDER BY posts.name
      """,
      "related": """
      SELECT post.name, origin.name, evidence, confidence, detail, start, end, wordCount
      FROM related JOIN posts AS post ON post.id = post JOIN posts AS origin ON origin.id = origin
      ORDER BY post.name, origin.name, evidence
      """,
      "persons": "SELECT id, name FROM persons ORDER BY id",
      "authorForms": """
      SELECT name, address, url, venue, id, person FROM authorForms
      ORDER BY name, address, url, venue
      """,
    ]
    return try archive.database.read { database in
      var lines: [String] = []
      for (name, sql) in queries.sorted(by: { $0.key < $1.key }) {
        lines += try Row.fetchAll(database, sql: sql).map { row in
          name + ": " + row.databaseValues.map(\.description).joined(separator: " | ")
        }
      }
      let map = try ThreadMap(database)
      for row in try Row.fetchAll(
        database, sql: "SELECT post, count(*) OVER (PARTITION BY thread) FROM placements")
      {
        var posts = RowSet()
        posts.insert(row[0])
        if map?.count(of: posts) != 1 {
          lines.append("a post that the map of threads does not know")
        }
      }
      return lines
    }
  }
}

/// Files with posts that come, change and go, and what readers decide about them.
private struct World {
  private var dice: Dice
  private var letters: [Letter] = []
  /// The mailboxes that lie in the folder, by name: indices of letters.
  private var boxes: [String: [Int]] = [:]
  /// The pages that lie in the folder, by name: how many comments each shows.
  private var pages: [String: Int] = [:]
  /// The pages of one message each that lie in the folder; some say which page they answer, be it there or not.
  private var letterPages: Set<String> = []
  private static let words = [
    "bread", "rope", "well", "bucket", "lantern", "meadow", "harbour", "ladder", "kettle", "garden",
    "window", "candle", "basket", "river", "stone", "copper", "needle", "barley", "saddle",
    "anchor",
  ]
  private static let people = ["Ada Example", "Bo Sample", "Cyd Instance", "Dee Case"]

  init(dice: Dice) {
    self.dice = dice
    for number in 0..<36 { letters.append(letter(number)) }
  }

  func paths(in folder: ScratchFolder) -> [String] {
    (Array(boxes.keys) + pages.keys + letterPages).sorted().map { folder.path($0) }
  }

  /// Lets one thing happen to the files or to what readers decide.
  ///
  /// - Returns: What it was.
  mutating func change(
    _ archive: Archive, in folder: ScratchFolder, decidedAt time: Int64
  ) async throws -> String {
    let name = "lists/\(Int.random(in: 0..<5, using: &dice)).mbox"
    switch Int.random(in: 0..<12, using: &dice) {
    case 0...3:
      let more = (0..<Int.random(in: 1...9, using: &dice)).map { _ in
        Int.random(in: letters.indices, using: &dice)
      }
      boxes[name, default: []] += more
      try await write(name, archive, folder)
      return "\(name) grew by \(more)"
    case 4:
      guard let numbers = boxes[name] else { return "nothing" }
      boxes[name] = numbers.filter { _ in Bool.random(using: &dice) }
      try await write(name, archive, folder)
      return "\(name) shrank to \(boxes[name] ?? [])"
    case 5:
      guard boxes.removeValue(forKey: name) != nil else { return "nothing" }
      let session = try importSession(into: archive)
      _ = try session.remove(path: folder.path(name))
      try session.finish()
      return "\(name) went"
    case 6, 7:
      let page = "pages/\(Int.random(in: 1...3, using: &dice)).html"
      pages[page] = Int.random(in: 1...6, using: &dice)
      try await write(page, archive, folder)
      return "\(page) has \(pages[page] ?? 0) comments"
    case 8 where Bool.random(using: &dice):
      let name = "letters/\(Int.random(in: 1...5, using: &dice)).html"
      letterPages.insert(name)
      try folder.write(name, letterPage(name))
      try await importAll([folder.path(name)], into: archive)
      return "\(name) came"
    case 8:
      let one = (0..<Int.random(in: 1...2, using: &dice)).map { _ in
        Int.random(in: letters.indices, using: &dice)
      }
      boxes["lists/late.mbox", default: []] += one
      try await write("lists/late.mbox", archive, folder)
      return "late: \(one)"
    case 9:
      let undone = try archive.undo(at: CorrectionTime(milliseconds: time))
      return "undone: \(undone.count)"
    default:
      let decision = try decision(about: archive)
      guard let decision else { return "nothing" }
      try archive.record([decision], by: "Ada", at: CorrectionTime(milliseconds: time))
      return "decided: \(decision)"
    }
  }

  private mutating func write(_ name: String, _ archive: Archive, _ folder: ScratchFolder)
    async throws
  {
    if let comments = pages[name] {
      try folder.write(name, page(name, comments: comments))
    } else {
      try folder.write(name, boxes[name, default: []].map { letters[$0] }.mbox)
    }
    try await importAll([folder.path(name)], into: archive)
  }

  private mutating func decision(about archive: Archive) throws -> Decision? {
    var posts: [PostID] = []
    try archive.forEachPost { post, _ in posts.append(post.post.id) }
    let (forms, missing) = try archive.database.read { database in
      (
        try String.fetchAll(database, sql: "SELECT DISTINCT id FROM authorForms ORDER BY id"),
        try String.fetchAll(database, sql: "SELECT name FROM posts WHERE kind = 'missing'")
      )
    }
    let parents = (posts + missing.map { PostID($0) }).sorted()
    guard let post = posts.sorted().randomElement(using: &dice),
      let other = parents.randomElement(using: &dice)
    else { return nil }
    switch Int.random(in: 0..<8, using: &dice) {
    case 0, 1: return Decision(.parent, post: post, value: ["post": .text(other.text)])
    case 2: return Decision(.parent, post: post, value: ["post": nil])
    case 3:
      return PostEdit(.date, "2012-01-\(Int.random(in: 10...28, using: &dice))")?
        .decision(on: post)
    case 4: return PostEdit(.subject, subject(2))?.decision(on: post)
    case 5: return PostEdit(.author, "Bo Sample <bo@example.org>")?.decision(on: post)
    case 6: return PostEdit(.addressee, "Ada Example")?.decision(on: post)
    default:
      guard let one = forms.randomElement(using: &dice), let two = forms.randomElement(using: &dice)
      else { return nil }
      return PersonDecision.merge(one, two).decision(naming: [one, two])
    }
  }

  // MARK: What is written

  private mutating func sentence(_ count: Int) -> String {
    (0..<count).map { _ in World.words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
  }

  private mutating func subject(_ count: Int) -> String {
    "On the \(World.words.prefix(4).randomElement(using: &dice) ?? "") of \(count)"
  }

  private mutating func letter(_ number: Int) -> Letter {
    let author = World.people.randomElement(using: &dice) ?? ""
    let first = author.split(separator: " ")[0]
    var letter = Letter("m\(number)@example.org", body: sentence(24) + ".\n")
    letter.from = "\(author) <\(first.lowercased())@example.org>"
    letter.date = "\(1 + number / 2) Jan 2012 1\(number % 2):00:00 +0000"
    letter.subject = subject(number / 12)
    letter.listID =
      "<\(["one", "two", "two", "two"][Int.random(in: 0..<4, using: &dice)]).example.org>"
    guard number > 0, let parent = letters.randomElement(using: &dice) else { return letter }
    let called = parent.from.split(separator: " ")[0]
    switch Int.random(in: 0..<10, using: &dice) {
    case 0...3:
      letter.references = parent.references.suffix(2) + [parent.id ?? ""]
      letter.subject = "Re: " + parent.subject
    case 4:
      // Written in two ways, of which one is shown.
      let name = "gone\(number % 3)"
      letter.references = [(number % 4 < 2 ? name : "\"\(name)\"") + "@example.org"]
      if number % 2 == 0 { letter.references.append(parent.id ?? "") }
    case 5, 6:
      let quoted = parent.body.split(separator: "\n").map { "> \($0)\n" }.joined()
      letter.subject = "Re: " + parent.subject
      letter.body = "\(called) Example wrote:\n\(quoted)\n" + letter.body
    case 7:
      letter.subject =
        number % 2 == 0 ? "Re: " + parent.subject : "New \(number) (was: \(parent.subject))"
      letter.body = "Hello \(called),\n\n" + letter.body
    case 8:
      // It claims the Message-ID of another one.
      letter.id = parent.id
    default: break
    }
    return letter
  }

  private mutating func letterPage(_ name: String) -> String {
    let number = Int(name.filter(\.isNumber)) ?? 0
    let answered = Bool.random(using: &dice) ? "lists" : "letters"
    return """
      <html lang="en"><head><meta name="generator" content="hypermail 2.1.5">\
      <title>Shed: Planks \(number)</title></head><body><h1>Planks \(number)</h1>
      <!-- sent="Sat, 0\(number) Jan 2012 20:40:00 +0000" -->
      <!-- name="\(World.people[number % 4])" -->
      <!-- subject="Planks \(number)" -->
      <!-- id="plank\(number)@example.org" -->
      <ul><li><strong>In reply to:</strong> <a href="../\(answered)/\(number % 5 + 1).html">Bo</a></ul>
      <hr>
      <!-- body="start" -->
      <p>Plank \(number) is \(sentence(8)).
      <!-- body="end" -->
      </body></html>
      """
  }

  private func page(_ name: String, comments: Int) -> String {
    let number = name.filter(\.isNumber)
    let items = (1...max(1, comments)).map { comment in
      let author = World.people[comment * 7 % 4].split(separator: " ")[0]
      let called = World.people[(comment - 1) * 7 % 4].split(separator: " ")[0]
      let words = (0..<9).map { World.words[(comment * 5 + $0 * (comment + 2)) % 20] }
      return """
        <li id="comment-\(comment)"><cite>\(author)</cite> Says:<br /><small class="commentmetadata">\
        <a href="#comment-\(comment)" title="">March 5th, 2012 at \(comment):07 pm</a></small>\
        <p>\(comment % 2 == 0 ? "@\(called): " : "")\(words.joined(separator: " ")).</p></li>
        """
    }
    return """
      <html><head><title>Shed &raquo; Blog Archive &raquo; Keys \(number)</title>\
      <link rel="stylesheet" href="http://s.example/wp-content/themes/default/style.css"></head><body>\
      <div id="page"><div id="content" class="widecolumn"><div class="post" id="post-\(number)">\
      <h2>Keys \(number)</h2><div class="entry"><p>The key hangs by the door \(number).</p>\
      <p class="postmetadata alt"><small>This entry was posted on Monday, March 5th, 2012 at 9:00 am \
      and is filed under <a href="x">Tools</a>.</small></p></div></div><h3 id="comments">\(comments) \
      Responses to &#8220;Keys \(number)&#8221;</h3><ol class="commentlist">\(items.joined())</ol>\
      <h3 id="respond">Leave a Reply</h3></div></div></body></html>
      """
  }
}
