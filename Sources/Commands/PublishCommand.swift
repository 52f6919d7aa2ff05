internal import ArchiveStore
internal import ArgumentParser
internal import Digests
internal import Discussion
internal import Exports
internal import Privacy

/// `thresh publish`.
struct PublishCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes a static reading copy: plain pages for any web server, or for a disc.",
    discussion: """
      Examples:
        thresh publish site
        thresh publish site list:commons-economy --title 'Commons-Economy'
        thresh publish site --pseudonyms --key names.tsv

      Every thread is a page with its posts in their authors' words; lists lead to them by year. Pages at the paths that \
      posts had on the web lead to where they stand now, so that old links still work when the copy is put where the \
      old archive was. A folder that holds an earlier copy is brought up to date.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("What the copy is called; else the venues.", valueName: "text"))
  var title: String?

  @Flag(help: "Print mail addresses as they are.")
  var addresses = false

  @Flag(help: "With the marks and notes of readers, which stay out of a public copy otherwise.")
  var notes = false

  @OptionGroup var privacy: PseudonymOptions

  @Argument(help: ArgumentHelp("The folder to write.", valueName: "folder"), completion: .directory)
  var folder: String

  @OptionGroup var query: QueryText

  func perform() async throws {
    let archive = try await reading.open()
    let names = try privacy.load(for: archive)
    let change: (ArchivedPost) -> ArchivedPost = { names?.applied(to: $0) ?? $0 }
    let scrub: (String) -> String = { names?.applied(to: $0) ?? $0 }
    let templates = try archive.linkTemplates().mapValues { LinkTemplate($0) }
    let links = DigestLinks(templates: names == nil ? templates : [:])
    let summaries = try archive.threads(
      matching: try query.expression(), today: QueryText.today, order: .oldest, limit: nil)
    guard !summaries.isEmpty else {
      throw Failure(message: "no thread matches", hint: "`thresh threads` lists what there is")
    }
    var site = try PublishedFolder(folder)
    let entries = summaries.map { thread in
      ReadingCopy.Entry(
        id: thread.id, subject: subject(thread, scrub), venues: thread.venues.map(\.name),
        postCount: thread.postCount, personCount: thread.personCount, first: thread.first,
        last: thread.last)
    }
    let venues = Set(summaries.flatMap { $0.venues.map(\.name) }).sorted()
    let colophon = DigestColophon(
      version: ToolVersion.text, fingerprint: try archive.fingerprint())
    let copy = ReadingCopy(
      title: title ?? venues.prefix(3).joined(separator: ", ") + (venues.count > 3 ? " …" : ""),
      entries: entries, colophon: colophon)
    for list in copy.lists() { try site.write(list.bytes, to: list.file) }
    var oldAddresses: [(file: String, post: PostID, thread: PostID)] = []
    var postCount = 0
    for entry in entries {
      let original = try archive.thread(of: entry.id)
      postCount += entry.postCount
      if names == nil {
        for post in original {
          for file in oldFiles(of: post) { oldAddresses.append((file, post.post.id, entry.id)) }
        }
      }
      let posts = original.map(change)
      var options = DigestOptions()
      options.length = .full
      options.showsAddresses = addresses
      options.colophon = colophon
      if notes {
        options.marks = try DigestNotes([original], in: archive, quotesWords: names == nil).marks
      }
      let document = DigestDocument(
        of: [Conversation(posts)], options: options, linkOf: links.finder(for: [posts]),
        sourceOf: DigestLinks.sources(of: [posts]))
      try site.write(copy.page(of: document, entry: entry), to: ReadingCopy.file(of: entry.id))
    }
    var kept = 0
    for (file, post, thread) in oldAddresses where !site.has(file) {
      try site.write(ReadingCopy.page(at: file, leadingTo: post, in: thread), to: file)
      kept += 1
    }
    try site.close()
    try report(threads: entries.count, posts: postCount, kept: kept)
  }

  /// Where a post stood in the archive that this copy may take the place of.
  private func oldFiles(of post: ArchivedPost) -> [String] {
    let pages = post.copies.filter { ["pipermail", "mhonarc", "hypermail"].contains($0.format) }
      .compactMap { copy in
        // Inside a bundle the locator ends in the name of the page.
        (copy.locator?.split(separator: "!").last.map(String.init)).flatMap {
          ReadingCopy.file(keepingPage: $0)
        } ?? ReadingCopy.file(keepingPage: copy.path)
      }
    let link = post.post.permalink.flatMap { ReadingCopy.file(keeping: $0) }
    return ([link].compactMap { $0 } + pages)
  }

  private func subject(_ thread: ThreadSummary, _ scrub: (String) -> String) -> String {
    let shown = scrub(ShownSubject(thread.subject, venues: thread.venues).text)
    return addresses ? shown : MailAddresses.obscured(shown)
  }

  private func report(threads: Int, posts: Int, kept: Int) throws {
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("folder", folder)
        json.member("threads", threads)
        json.member("posts", posts)
        json.member("oldAddresses", kept)
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    } else if !reading.global.quiet {
      StandardError.write(
        "Wrote \(SafeText.line(folder)): \(Counts.of(threads, "thread")), \(Counts.of(posts, "post"))"
          + (kept > 0 ? ", \(Counts.of(kept, "old address", "old addresses")) kept" : "")
          + ".\nOpen \(SafeText.line(folder))/index.html in a browser.\n")
    }
  }
}
