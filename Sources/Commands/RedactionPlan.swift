internal import ArchiveQuery
internal import ArchiveStore
internal import Corrections
internal import Discussion
internal import Manuscripts
internal import SourceBytes

/// What a redaction would remove, and where its words are still quoted.
struct RedactionPlan {
  /// Words that go from one post.
  struct Item {
    var post: ArchivedPost
    /// The words; nil where the whole post goes.
    var passage: String?
    /// Whether the post only quotes them.
    var isQuotation = false
    /// How many other posts were read from the same original.
    var sharingCount = 0
  }

  private(set) var items: [Item] = []
  /// Quotations that stay.
  private(set) var stillQuoted: [Item] = []
  /// The ids of persons of whom all posts go.
  private(set) var people: [String] = []
  /// How many other posts name the authors of posts that go, and keep doing so.
  private(set) var namedIn = 0
  /// The query that finds them.
  private(set) var nameQuery: String?
  /// How many marks and mends of readers go too.
  private(set) var correctionCount = 0

  /// How many posts of the archive are looked through for the same words.
  private static let limit = 400

  init(
    in archive: Archive, ids: [String], people names: [String], quote: String?, withQuotes: Bool
  ) throws {
    var wanted: [PostID] = try ids.map { try archive.resolve($0) }
    for name in names {
      let person = try archive.person(named: name)
      people.append(person.id)
      wanted += try archive.posts(by: person.id)
    }
    var seen: Set<PostID> = []
    let posts = try wanted.filter { seen.insert($0).inserted }
      .compactMap { try archive.post($0) }.filter { $0.post.kind != .missing }
    var quotations: [Item] = []
    if let quote {
      let everywhere = ids.isEmpty && names.isEmpty
      let found = try RedactionPlan.posts(having: quote, in: archive)
      for post in everywhere ? found : posts {
        items += RedactionPlan.passages(of: quote, in: post)
      }
      let named = Set(items.map(\.post.post.id))
      for post in found where !named.contains(post.post.id) {
        quotations += RedactionPlan.passages(of: quote, in: post).map { item in
          var item = item
          item.isQuotation = true
          return item
        }
      }
    } else {
      items = posts.filter { $0.post.text != "[redacted]" }.map { Item(post: $0) }
      for post in posts { quotations += try RedactionPlan.quotations(of: post, in: archive) }
      let going = Set(posts.map(\.post.id))
      quotations.removeAll { going.contains($0.post.post.id) }
      let mentions = try findNames(of: posts, in: archive)
      if withQuotes {
        quotations += mentions
        namedIn = 0
      }
    }
    var known: Set<String> = []
    quotations = quotations.filter {
      known.insert("\($0.post.post.id.text) \($0.passage ?? "")").inserted
    }
    items = items.filter { !$0.isQuotation } + items.filter(\.isQuotation)
    if withQuotes { items += quotations } else { stillQuoted = quotations }
    for index in items.indices {
      items[index].sharingCount = try archive.postsSharingOriginal(with: items[index].post.post.id)
    }
    correctionCount = try archive.correctionsRepeating(removals, people: people)
  }

  /// As the archive takes it.
  var removals: [Archive.Removal] {
    items.compactMap { item in
      guard let passage = item.passage else {
        return Archive.Removal(.all, from: item.post.post.id, words: item.post.post.text ?? "")
      }
      return RemovedPassage(passage.unicodeScalars).map {
        Archive.Removal(.passage($0), from: item.post.post.id, words: passage)
      }
    }
  }

  /// The plan in lines for people.
  func lines(isDone: Bool) -> [String] {
    var lines = [isDone ? "Removed for good:" : "This would be removed for good:"]
    for item in items {
      let date = item.post.post.date?.stated.iso8601.prefix(10) ?? "no date"
      let what =
        if let passage = item.passage {
          isDone
            ? "a passage"
            : (item.isQuotation ? "quoting " : "") + RedactionPlan.shown(passage)
        } else {
          "text, author and original"
        }
      let author =
        isDone && item.passage == nil ? "" : "  \(SafeText.line(item.post.post.author.shown))"
      lines.append("  \(item.post.post.id.text.prefix(8))  \(date)\(author)  \(what)")
      if item.sharingCount > 0 {
        lines.append(
          "            with the page it was read from, as \(Counts.of(item.sharingCount, "other post")) "
            + "\(item.sharingCount == 1 ? "was" : "were")")
      }
    }
    if correctionCount > 0 {
      lines.append(
        "\(Counts.of(correctionCount, "correction or mark", "corrections and marks")) on it")
    }
    if !stillQuoted.isEmpty {
      lines.append("Still quoted, which --with-quotes removes too:")
      for item in stillQuoted {
        lines.append(
          "  \(item.post.briefly)  \(RedactionPlan.shown(item.passage ?? ""))")
      }
    }
    if namedIn > 0, let nameQuery {
      lines.append(
        "Named in \(Counts.of(namedIn, "other post")): thresh search '\(SafeText.line(nameQuery))'")
    }
    return lines
  }

  private static func shown(_ passage: String) -> String {
    "“\(SafeText.line(Columns.cut(passage, to: 70)))”"
  }

  // MARK: Where words stand

  private static func query(_ text: String) throws -> QueryExpression {
    do throws(QuerySyntaxError) {
      return try QueryExpression(parsing: text)
    } catch {
      throw QueryFailure(query: text, error: error)
    }
  }

  /// Posts that may have some words, found by the index.
  private static func posts(having words: String, in archive: Archive) throws -> [ArchivedPost] {
    try archive.posts(
      sharing: QuotedWords(words, isManuscript: false).runs, limit: limit)
  }

  /// The places of words in a post, each with the words as they stand there, every wording once.
  private static func passages(of words: String, in post: ArchivedPost) -> [Item] {
    guard let text = post.post.text, let passage = RemovedPassage(words.unicodeScalars) else {
      return []
    }
    let scalars = Array(text.unicodeScalars)
    let finder = QuoteFinder(post.post)
    let places = finder.places(of: words) + passage.ranges(in: scalars)
    var seen: Set<RemovedPassage> = []
    return places.sorted { $0.lowerBound < $1.lowerBound }.compactMap { place in
      guard let mark = RemovedPassage(scalars[place]), seen.insert(mark).inserted else {
        return nil
      }
      return Item(
        post: post, passage: String(String.UnicodeScalarView(scalars[place])),
        isQuotation: !finder.isOwn(place))
    }
  }

  /// The lines in which other posts of the thread, or related ones, quote a post.
  private static func quotations(
    of post: ArchivedPost, in archive: Archive
  ) throws -> [Item] {
    let own = post.post.words.own.unicodeScalars.filter(RemovedPassage.counts)
    guard !own.isEmpty else { return [] }
    let source = String(String.UnicodeScalarView(own))
    var near = try archive.thread(of: post.post.id).filter { $0.post.id != post.post.id }
    let known = Set(near.map(\.post.id))
    for relation in try archive.relations(of: [post.post.id]) {
      for id in [relation.post, relation.origin] where id != post.post.id && !known.contains(id) {
        if let other = try archive.post(id) { near.append(other) }
      }
    }
    return near.flatMap { other in
      lines(of: other, from: source).map { Item(post: other, passage: $0, isQuotation: true) }
    }
  }

  /// The longest runs of quoted lines whose letters all stand in a text.
  private static func lines(of post: ArchivedPost, from source: String) -> [String] {
    guard let text = post.post.text else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    for block in post.post.blocks where [.quote, .forward].contains(block.kind) {
      let end = min(block.end, scalars.count)
      guard block.start < end else { continue }
      var run = ""
      for line in scalars[block.start..<end].split(separator: "\n", omittingEmptySubsequences: true)
      {
        let letters = String(String.UnicodeScalarView(line.filter(RemovedPassage.counts)))
        if letters.isEmpty { continue }
        let isLong = letters.unicodeScalars.count >= 12
        if source.contains(letters), isLong || !run.isEmpty {
          run += (run.isEmpty ? "" : "\n") + String(String.UnicodeScalarView(line))
        } else {
          if !run.isEmpty { found.append(run) }
          run = ""
        }
      }
      if !run.isEmpty { found.append(run) }
    }
    return found
  }

  /// Finds where other posts name the authors or show their addresses.
  private mutating func findNames(
    of posts: [ArchivedPost], in archive: Archive
  ) throws -> [Item] {
    let authors = posts.map(\.post.author)
    // A first name alone may be anybody's.
    let names = authors.compactMap(\.name).filter { $0.split(separator: " ").count > 1 }
    let wanted = Set(names + authors.compactMap(\.address)).filter { !$0.contains("\"") }.sorted()
    guard !wanted.isEmpty else { return [] }
    let text = wanted.map { "body:\"\($0)\" OR quoted:\"\($0)\"" }.joined(separator: " OR ")
    let going = Set(posts.map(\.post.id))
    let found = try archive.ids(
      matching: try RedactionPlan.query(text), today: QueryText.today
    ).subtracting(going).sorted()
    namedIn = found.count
    nameQuery = text
    return try found.compactMap { try archive.post($0) }.flatMap { post in
      wanted.flatMap { RedactionPlan.passages(of: $0, in: post) }.map { item in
        var item = item
        item.isQuotation = true
        return item
      }
    }
  }
}
