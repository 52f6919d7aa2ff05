internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import SourceBytes

/// `thresh threads`.
struct ThreadsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "threads",
    abstract: "Lists threads.",
    discussion: """
      Examples:
        thresh threads
        thresh threads --sort posts --limit 10
        thresh threads from:ada date:2012
        thresh threads --sort contention --limit 10
        thresh threads --topics
        thresh threads --in page.html
        thresh threads --links likely

      contention puts those first in which people argue most: how often somebody answered the one who had answered \
      them, and in how many posts disagreement was suggested, or marked by a reader (which counts twice).
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      "active, newest, oldest, posts, people, depth or contention.", valueName: "order"),
    transform: Choice.parse)
  var sort = ThreadOrder.active

  @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Say which topics each thread has, and in how many posts.")
  var topics = false

  @OptionGroup var drawn: LinkOption

  @OptionGroup var query: QueryText

  func perform() async throws {
    let archive = try await reading.open()
    let threads = try threads(in: archive)
    if reading.global.json {
      return try StandardOutput.shared.write(bytes: ThreadJSON.document(threads))
    }
    try write(threads)
    if threads.isEmpty, !reading.global.quiet { StandardError.write("No threads.\n") }
    if sort == .contention, !reading.global.quiet, !threads.isEmpty,
      threads.allSatisfy({ $0.contention.suggested + $0.contention.confirmed == 0 })
    {
      StandardError.write("hint: `thresh annotate suggest` looks for disagreement\n")
    }
  }

  /// The threads; where links are left out, each tree that remains is one.
  private func threads(in archive: Archive) throws -> [ThreadSummary] {
    let expression = try query.expression()
    let links = drawn.links ?? .all
    let affected =
      links == .all ? [] : try archive.threads(withLinksBelow: links.leastConfidence)
    let whole = try archive.threads(
      matching: expression, today: QueryText.today, order: sort,
      limit: affected.isEmpty ? limit : nil)
    guard !affected.isEmpty else { return whole }
    let matches =
      query.words.isEmpty ? nil : try archive.ids(matching: expression, today: QueryText.today)
    let threads = try whole.flatMap { thread -> [ThreadSummary] in
      guard affected.contains(thread.id) else { return [thread] }
      return ThreadTrees.trees(of: try archive.thread(of: thread.id, detail: []), links: links)
        .filter { tree in matches.map { tree.map(\.post.id).contains(where: $0.contains) } ?? true }
        .compactMap(ThreadTrees.summary).filter { $0.postCount > 0 }
    }
    return Array(threads.sorted(by: sort.precedes).prefix(limit ?? .max))
  }

  private func write(_ threads: [ThreadSummary]) throws {
    let terminal = reading.terminal
    let venues = threads.map { SafeText.line($0.venues.map(\.name).joined(separator: ", ")) }
    let venueWidth = Set(venues).count > 1 ? min(22, venues.map(Columns.width).max() ?? 0) : 0
    let countWidth = threads.map { Counts.grouped($0.postCount).count }.max() ?? 1
    for (thread, venue) in zip(threads, venues) {
      let fixed =
        8 + 2 + 24 + 2 + countWidth + 6 + 2 + 9 + 2 + (venueWidth > 0 ? venueWidth + 2 : 0)
      let whole = SafeText.line(ShownSubject(thread.subject, venues: thread.venues).text)
      // Only where a person looks at a window is anything cut.
      let subject =
        terminal.isInteractive ? Columns.cut(whole, to: max(20, terminal.width - fixed)) : whole
      let posts =
        Columns.fit(Counts.grouped(thread.postCount), countWidth, alignRight: true)
        + (thread.postCount == 1 ? " post " : " posts")
      let people = Columns.fit(
        Counts.of(thread.personCount, "person", "people"), 9, alignRight: true)
      let place = venueWidth > 0 ? terminal.styled(Columns.fit(venue, venueWidth), .dim) + "  " : ""
      try StandardOutput.shared.write(
        "\(terminal.styled(String(thread.id.text.prefix(8)), .name))  "
          + "\(Columns.fit(DateWords.span(thread.first, thread.last), 24))  \(posts)  \(people)  "
          + "\(place)\(terminal.styled(subject, .bold))\n")
      if sort == .contention {
        try StandardOutput.shared.write(
          "          " + terminal.styled(ContentionWords.line(thread.contention), .dim) + "\n")
      }
      if topics {
        let words = thread.topics.map { "\(SafeText.line($0.topic)) \(Counts.grouped($0.posts))" }
        let list = words.isEmpty ? "no topics" : words.joined(separator: ", ")
        for line in Columns.wrap(list, to: max(40, terminal.width - 10)) {
          try StandardOutput.shared.write("          " + terminal.styled(line, .dim) + "\n")
        }
      }
    }
  }
}

extension ThreadOrder {
  /// Whether a thread comes before another.
  fileprivate func precedes(_ left: ThreadSummary, _ right: ThreadSummary) -> Bool {
    func key(_ thread: ThreadSummary) -> Int64 {
      switch self {
      case .active: -(thread.last?.instant ?? .min + 1)
      case .newest: -(thread.first?.instant ?? .min + 1)
      case .oldest: thread.first?.instant ?? .max
      case .posts: Int64(-thread.postCount)
      case .people: Int64(-thread.personCount)
      case .depth: Int64(-thread.depth)
      case .contention: Int64(-thread.contention.score)
      }
    }
    let (one, other) = (key(left), key(right))
    return one != other ? one < other : left.id < right.id
  }
}

/// Threads as JSON objects.
enum ThreadJSON {
  /// A list of threads as one document.
  static func document(_ threads: [ThreadSummary]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("threads") { json in
        for thread in threads { write(thread, to: &json) }
      }
    }
    json.newline()
    return json.bytes
  }

  static func write(_ thread: ThreadSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", thread.id.text)
      json.member("subject", thread.subject)
      json.key("venue")
      if let venue = thread.venues.first {
        json.object { json in
          json.member("id", venue.id)
          json.member("name", venue.name)
          json.member("type", venue.kind.rawValue)
        }
      } else {
        json.value(nil as String?)
      }
      json.member("posts", thread.postCount)
      json.member("people", thread.personCount)
      json.member("depth", thread.depth)
      json.member("first", thread.first?.iso8601)
      json.member("last", thread.last?.iso8601)
      json.key("contention")
      json.object { json in
        json.member("score", thread.contention.score)
        json.member("turns", thread.contention.turns)
        json.member("suggested", thread.contention.suggested)
        json.member("confirmed", thread.contention.confirmed)
      }
      json.array("topics") { json in
        for topic in thread.topics {
          json.object { json in
            json.member("topic", topic.topic)
            json.member("posts", topic.posts)
          }
        }
      }
    }
  }
}

/// The parts of a thread's contention in words.
enum ContentionWords {
  static func line(_ contention: ThreadContention) -> String {
    Counts.of(contention.turns, "turn") + " back and forth, disagreement suggested in "
      + Counts.of(contention.suggested, "post") + ", confirmed in "
      + Counts.of(contention.confirmed, "post")
  }
}

/// Dates as lists show them.
enum DateWords {
  /// The day, or as much of it as is known.
  static func day(_ date: StatedDate?) -> String {
    date.map { String($0.iso8601.prefix(10)) } ?? "no date"
  }

  /// Day and time without seconds.
  static func minute(_ date: StatedDate?) -> String {
    guard let date else { return "no date" }
    let text = date.iso8601
    return text.count < 16 ? text : String(text.prefix(16)).replacing("T", with: " ")
  }

  /// From the first day to the last, as one where they are the same.
  static func span(_ first: StatedDate?, _ last: StatedDate?) -> String {
    let (from, to) = (day(first), day(last))
    return from == to ? from : "\(from) … \(to)"
  }
}
