internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import SourceBytes
internal import Statistics

/// `thresh stats`.
struct StatsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Counts posts over time, people, threads and words, and draws them.",
    discussion: """
      Examples:
        thresh stats
        thresh stats --by month crowdfunding
        thresh stats --by term --format csv date:2012
        thresh stats --by person list:commons-* --limit 20
        thresh stats --by month --format svg > posts.svg

      With a query, posts by time say out of how many, so that a louder month is not taken for a keener one. Terms are the \
      words that more posts of a stretch of time have than of the rest.
      """)

  /// What posts are counted by.
  enum Dimension: String, CaseIterable {
    case overview, day, month, year, weekday, hour, person, newcomer, venue, term, topic
    case replyTime = "reply-time"
    case threadSize = "thread-size"
  }

  /// How counts are written.
  enum Form: String, CaseIterable {
    case text, svg, csv, json
  }

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      Dimension.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "what"),
    transform: Choice.parse)
  var by = Dimension.overview

  @Option(
    help: ArgumentHelp("text, svg, csv or json.", valueName: "format"), transform: Choice.parse)
  var format = Form.text

  @Option(help: ArgumentHelp("How many rows at most, where they are no times.", valueName: "count"))
  var limit = 20

  @OptionGroup var query: QueryText

  func perform() async throws {
    let archive = try await reading.open()
    let ids =
      query.words.isEmpty
      ? nil : try archive.ids(matching: try query.expression(), today: QueryText.today)
    var counter = PostCounter()
    try archive.forEachFact { fact in
      counter.add(
        PostCounter.Item(
          date: fact.date, person: fact.person, author: fact.author, thread: fact.thread.text,
          answered: fact.answered, venue: fact.venue, isWanted: ids?.contains(fact.id) ?? true))
    }
    let series = try chosenSeries(counter, ids: ids, archive: archive)
    switch reading.global.json ? .json : format {
    case .json: try writeJSON(counter, series)
    case .csv: try StandardOutput.shared.write(StatsFiles.csv(series))
    case .svg: try StandardOutput.shared.write(StatsFiles.svg(series))
    case .text:
      try StatsText(terminal: reading.terminal).write(counter, series, isOverview: by == .overview)
    }
  }

  private func chosenSeries(
    _ counter: PostCounter, ids: Set<PostID>?, archive: Archive
  ) throws -> [Series] {
    let unit = StatsCommand.unit(for: counter)
    switch by {
    case .overview:
      return [
        counter.posts(by: unit), counter.people(by: unit), counter.newcomers(by: unit),
        counter.persons(limit: 5), counter.weekdays(), counter.replyTimes(), counter.threadSizes(),
      ]
    case .day: return [counter.posts(by: .day)]
    case .month: return [counter.posts(by: .month)]
    case .year: return [counter.posts(by: .year)]
    case .weekday: return [counter.weekdays()]
    case .hour: return [counter.hours()]
    case .person: return [counter.persons(limit: limit)]
    case .newcomer: return [counter.newcomers(by: unit)]
    case .venue: return [counter.venues()]
    case .replyTime: return [counter.replyTimes()]
    case .threadSize: return [counter.threadSizes()]
    case .term: return [try terms(unit, ids: ids, archive: archive)]
    case .topic: return try topics(unit, ids: ids, archive: archive)
    }
  }

  /// Days for a few weeks, months for a few years, else years.
  private static func unit(for counter: PostCounter) -> TimeUnit {
    guard let (first, last) = counter.period else { return .month }
    let days = (last.instant - first.instant) / 86_400
    return days <= 62 ? .day : days <= 3700 ? .month : .year
  }

  private func terms(
    _ unit: TimeUnit, ids: Set<PostID>?, archive: Archive
  ) throws -> Series {
    // A day has too few posts for its words to mean much.
    let unit = unit == .day ? .day : unit
    var terms = TermCounter(by: unit)
    try archive.forEachPost(in: ids, detail: .text) { post, _ in
      guard let place = post.post.date.flatMap({ unit.place($0.stated) }) else { return }
      terms.add(post.post.words.own, place: place)
    }
    return terms.series()
  }

  /// Posts under each topic by time.
  private func topics(
    _ unit: TimeUnit, ids: Set<PostID>?, archive: Archive
  ) throws -> [Series] {
    var dates: [PostID: StatedDate] = [:]
    try archive.forEachFact { fact in
      if ids?.contains(fact.id) ?? true { dates[fact.id] = fact.date }
    }
    var posts: [String: Set<PostID>] = [:]
    for mark in try archive.annotations(of: Set(dates.keys)) where mark.decision != "rejected" {
      if let topic = mark.topic { posts[topic, default: []].insert(mark.post) }
    }
    guard !posts.isEmpty else {
      throw Failure(
        message: "no post has a topic", hint: "`thresh topics apply CODEBOOK.yaml` marks posts")
    }
    return posts.sorted { $0.key < $1.key }.map { topic, ids in
      var counter = PostCounter()
      // Every topic on the same stretch of time.
      for (id, date) in dates {
        counter.add(
          PostCounter.Item(
            date: date, person: nil, author: nil, thread: id.text, answered: nil, venue: nil,
            isWanted: ids.contains(id)))
      }
      var series = counter.posts(by: unit)
      series.name = topic
      series.points = series.points.map { point in
        var point = point
        point.total = nil
        return point
      }
      return series
    }
  }

  private func writeJSON(_ counter: PostCounter, _ series: [Series]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("query", query.words.isEmpty ? nil : query.text)
      json.member("posts", counter.postCount)
      json.member("threads", counter.threadCount)
      json.member("people", counter.personCount)
      json.member("first", counter.period?.first.iso8601)
      json.member("last", counter.period?.last.iso8601)
      json.array("series") { json in
        for series in series {
          json.object { json in
            json.member("name", series.name)
            json.member("unit", series.unit)
            json.member("summary", series.summary)
            json.array("points") { json in
              for point in series.points {
                json.object { json in
                  json.member("label", point.label)
                  json.member("count", point.count)
                  json.member("total", point.total)
                  json.array("terms") { json in
                    for word in point.detail { json.value(word) }
                  }
                }
              }
            }
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
