internal import ArchiveQuery
internal import ArchiveStore
internal import Digests
internal import Discussion
internal import Exports
internal import Privacy
internal import WebReader

/// Answers what a browser asks of an archive.
struct ServePages: Sendable {
  let archive: Archive
  private let pages: ReaderPages
  private let addresses: Bool

  /// How many threads or hits a page has.
  private static let count = 50
  /// The last page that is counted to: nobody turns further.
  private static let lastPage = 20_000

  /// - Parameter addresses: Whether mail addresses show as they are.
  init(_ archive: Archive, title: String?, addresses: Bool) throws {
    self.archive = archive
    self.addresses = addresses
    let venues = try archive.venues().map(\.venue.name)
    let named = venues.prefix(3).joined(separator: ", ") + (venues.count > 3 ? " …" : "")
    pages = ReaderPages(
      title: title ?? (named.isEmpty ? "An archive" : named), version: ToolVersion.text)
  }

  /// The answer to a request that is not refused.
  func answer(_ request: WebRequest) -> WebAnswer {
    let isData = request.path.hasSuffix(".json")
    do {
      return try route(request)
    } catch {
      let failure = Report.failure(error)
      let message = failure?.message ?? "This page could not be made."
      let status = error is QueryFailure ? 400 : failure == nil ? 500 : 404
      if isData { return .json(ServePages.problem(message, hint: failure?.hint), status: status) }
      return .page(
        pages.failure(message, hint: failure?.hint, query: request.fields["q"] ?? ""),
        status: status)
    }
  }

  private func route(_ request: WebRequest) throws -> WebAnswer {
    switch request.path {
    case "/", "/index.html": return .page(try front(request))
    case "/threads.json": return .json(try list(request))
    case "/search": return try search(request, isData: false)
    case "/search.json": return try search(request, isData: true)
    default: break
    }
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty else { throw ServePages.nowhere }
    let name = parts[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let ending = name.count == 2 ? String(name[1]) : ""
    switch (parts[1], ending) {
    case ("threads", "html"):
      let thread = try thread(String(name[0]))
      guard thread.root.text == name[0] else {
        return .moved(to: ReaderPages.path(of: thread.root))
      }
      return .page(page(of: thread.posts, root: thread.root))
    case ("threads", "json"), ("posts", "json"):
      let posts = try thread(String(name[0])).posts
      return .json(
        try ThreadDocument.bytes(posts, links: .all, withAlike: false, in: archive))
    case ("posts", ""):
      let id = try archive.resolve(String(name[0]))
      guard let post = try archive.post(id, detail: []) else { throw ServePages.nowhere }
      return .moved(to: ReaderPages.path(of: id, in: post.thread))
    default: throw ServePages.nowhere
    }
  }

  /// A text as pages show it.
  private func shown(_ text: String) -> String {
    addresses ? text : MailAddresses.obscured(text)
  }

  private static let nowhere = Failure(message: "There is no such page.")

  private static func problem(_ message: String, hint: String?) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("error", message)
      json.member("hint", hint)
    }
    json.newline()
    return json.bytes
  }

  // MARK: Threads

  private func front(_ request: WebRequest) throws -> [UInt8] {
    let (threads, part) = try threads(request)
    let entries = threads.map { thread in
      ReadingCopy.Entry(
        id: thread.id, subject: shown(ShownSubject(thread.subject, venues: thread.venues).text),
        venues: thread.venues.map(\.name), postCount: thread.postCount,
        personCount: thread.personCount, first: thread.first, last: thread.last)
    }
    let counts = try archive.counts()
    return pages.threads(
      entries,
      facts: "\(Counts.of(counts.posts, "post")) in \(Counts.of(counts.threads, "thread")); "
        + "those with the newest posts first",
      part: part)
  }

  private func list(_ request: WebRequest) throws -> [UInt8] {
    ThreadJSON.document(try threads(request).threads)
  }

  /// A page of the threads, of those that match `q` where it is given.
  private func threads(
    _ request: WebRequest
  ) throws -> (threads: [ThreadSummary], part: ReaderPages.Part) {
    let number = ServePages.pageNumber(request)
    let threads = try archive.threads(
      matching: try expression(request), today: QueryText.today, order: .active,
      limit: number * ServePages.count + 1
    ).dropFirst((number - 1) * ServePages.count)
    return (
      Array(threads.prefix(ServePages.count)),
      ReaderPages.Part(page: number, hasMore: threads.count > ServePages.count)
    )
  }

  private func thread(_ name: String) throws -> (root: PostID, posts: [ArchivedPost]) {
    let posts = try archive.thread(of: try archive.resolve(name))
    guard let root = posts.first?.thread else { throw ServePages.nowhere }
    return (root, posts)
  }

  private func page(of posts: [ArchivedPost], root: PostID) -> [UInt8] {
    var options = DigestOptions()
    options.length = .full
    options.showsAddresses = addresses
    options.colophon = DigestColophon(version: ToolVersion.text)
    let templates = (try? archive.linkTemplates().mapValues { LinkTemplate($0) }) ?? [:]
    let notes = try? DigestNotes([posts], in: archive, quotesWords: true)
    options.marks = notes?.marks ?? options.marks
    let document = DigestDocument(
      of: [Conversation(posts)], options: options,
      linkOf: DigestLinks(templates: templates).finder(for: [posts]),
      sourceOf: DigestLinks.sources(of: [posts]))
    return pages.thread(document, id: root)
  }

  // MARK: Searches

  private func search(_ request: WebRequest, isData: Bool) throws -> WebAnswer {
    let text = request.fields["q"] ?? ""
    guard !text.allSatisfy(\.isWhitespace) else {
      return isData
        ? .json(ServePages.problem("there is no query", hint: "/search.json?q=WORDS"), status: 400)
        : .moved(to: "/")
    }
    let number = ServePages.pageNumber(request)
    var options = SearchOptions()
    options.limit = min(request.number("limit") ?? ServePages.count, 1000)
    options.offset = request.number("offset") ?? (number - 1) * ServePages.count
    let result = try archive.search(
      try expression(request), today: QueryText.today, options: options)
    if isData { return .json(SearchDocument.bytes(result, query: text, explanation: nil)) }
    let hits = result.hits.map { hit in
      ReaderPages.Hit(
        id: hit.post.post.id, author: shown(hit.post.post.author.shown),
        date: hit.post.post.date?.stated,
        subject: shown(ShownSubject(hit.post.post.subject, venues: hit.post.venues).text),
        venues: hit.post.venues.map(\.name),
        passage: hit.snippet.pieces.map { (text: shown($0.text), isMatch: $0.isMatch) })
    }
    let more = options.offset + hits.count < result.postCount
    let near =
      result.suggestions.isEmpty ? "" : "; near: " + result.suggestions.joined(separator: ", ")
    let quoted =
      result.quotedCount > 0 ? ", \(Counts.grouped(result.quotedCount)) more in quotations" : ""
    return .page(
      pages.hits(
        hits, of: text,
        counts: "\(Counts.of(result.postCount, "post")) in "
          + "\(Counts.of(result.threadCount, "thread"))\(quoted)\(near)",
        part: ReaderPages.Part(page: number, hasMore: more)))
  }

  private func expression(_ request: WebRequest) throws -> QueryExpression {
    let text = request.fields["q"] ?? ""
    do throws(QuerySyntaxError) {
      return try QueryExpression(parsing: text)
    } catch {
      throw QueryFailure(query: text, error: error)
    }
  }

  private static func pageNumber(_ request: WebRequest) -> Int {
    min(max(1, request.number("page") ?? 1), lastPage)
  }
}
