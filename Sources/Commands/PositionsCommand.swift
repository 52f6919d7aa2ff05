internal import Annotating
internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports
internal import SourceBytes

/// `thresh positions`.
struct PositionsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "positions",
    abstract: "Who holds what about a topic: person, stance, sentence, id.",
    discussion: """
      Examples:
        thresh positions scale
        thresh positions scale --suggestions none
        thresh positions fees --json
        thresh positions fees --format csv > fees.csv

      The sentences are those marked with the topic that claim, propose, decide or concede something, and all that a reader \
      marked or that take a stance. A stance is that of the sentence, else that of the post, towards what it answers unless \
      it names the topic; ? marks what is only suggested, (claim) what a sentence without one does. What is said twice in \
      nearly the same words stands once.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("none, confident or all.", valueName: "suggestions"),
    transform: Choice.parse)
  var suggestions = SuggestionChoice.confident

  @Option(help: ArgumentHelp("text or csv.", valueName: "format"), transform: Choice.parse)
  var format = Format.text

  @Flag(help: "Every sentence of the topic, whatever it does.")
  var all = false

  @Argument(help: ArgumentHelp("The topic's id.", valueName: "topic"))
  var topic: String

  @Argument(help: ArgumentHelp("Only posts that this query finds.", valueName: "query"))
  var words: [String] = []

  /// How the table is written.
  enum Format: String, CaseIterable {
    case text, csv
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let topics = try archive.topics()
    guard topics.contains(where: { $0.topic.id == topic }) else {
      let near = topics.map(\.topic.id).filter { $0.contains(topic.lowercased()) }
      throw Failure(
        message: "\(SafeText.line(topic)): no topic has this id",
        hint: near.isEmpty ? "`thresh topics list` prints them" : near.joined(separator: " "))
    }
    var query = QueryText()
    query.words = words
    let ids = try archive.ids(
      matching: try query.expression(), today: QueryText.today, suggestions: suggestions)
    let table = try PositionTable(
      topic: topic, in: archive, posts: ids, suggestions: suggestions, hasAll: all)
    if global.json { return try writeJSON(table) }
    if format == .csv { return try writeCSV(table) }
    try write(table)
    guard table.positions.isEmpty, !global.quiet else { return }
    let isRead = try archive.hasSuggestions(of: ArgumentReader.origin)
    StandardError.write(
      "No positions.\nhint: "
        + (isRead
          ? "--all shows every sentence of the topic\n"
          : "`thresh annotate suggest` first tells which sentences claim something\n"))
  }

  private func write(_ table: PositionTable) throws {
    let terminal = Terminal(color: global.color)
    let nameWidth = min(
      22, table.positions.map { Columns.width(SafeText.line($0.person)) }.max() ?? 6)
    let stanceWidth = min(
      18, max(6, table.positions.map { Columns.width($0.stanceWords) }.max() ?? 6))
    let textWidth = max(30, terminal.width - nameWidth - stanceWidth - 14)
    for position in table.positions {
      let lines = Columns.wrap(SafeText.line(position.sentence), to: textWidth)
      let also =
        position.others.isEmpty
        ? []
        : [
          "also: "
            + position.others.map { "\(SafeText.line($0.person)) \($0.post.text.prefix(8))" }
            .joined(separator: ", ")
        ]
      for (index, line) in (lines + also).enumerated() {
        let isFirst = index == 0
        let text = index < lines.count ? line : terminal.styled(line, .dim)
        try StandardOutput.shared.write(
          terminal.styled(
            Columns.fit(isFirst ? SafeText.line(position.person) : "", nameWidth), .bold)
            + "  " + Columns.fit(isFirst ? position.stanceWords : "", stanceWidth) + "  "
            + (isFirst
              ? terminal.styled(String(position.post.text.prefix(8)), .name)
              : String(repeating: " ", count: 8)) + "  \(text)\n")
      }
    }
  }

  private func writeCSV(_ table: PositionTable) throws {
    try StandardOutput.shared.write("person,stance,target,suggested,sentence,id,role,date,also\r\n")
    for position in table.positions {
      let cells = [
        position.person, position.stance?.stance ?? "", position.stance?.target ?? "",
        position.isSuggested ? "yes" : "no", position.sentence, position.post.text,
        position.role ?? "", position.date ?? "",
        position.others.map { "\($0.person) \($0.post)" }.joined(separator: "; "),
      ]
      try StandardOutput.shared.write(cells.map(CSVField.quoted).joined(separator: ",") + "\r\n")
    }
  }

  private func writeJSON(_ table: PositionTable) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("topic", topic)
      json.array("positions") { json in
        for position in table.positions {
          json.object { json in
            json.member("person", position.person)
            json.member("personID", position.personID)
            json.member("stance", position.stance?.stance)
            json.member("target", position.stance?.target)
            json.member("sentence", position.sentence)
            json.member("post", position.post.text)
            json.member("date", position.date)
            json.member("role", position.role)
            json.member("suggested", position.isSuggested)
            json.array("evidence") { json in
              for mark in position.marks { json.value(mark) }
            }
            json.array("also") { json in
              for other in position.others {
                json.object { json in
                  json.member("person", other.person)
                  json.member("post", other.post.text)
                  json.member("sentence", other.sentence)
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

/// Who holds what about a topic.
struct PositionTable {
  /// One sentence.
  struct Position {
    var person: String
    var personID: String?
    var post: PostID
    var date: String?
    var sentence: String
    var role: String?
    /// The mark that gives the stance.
    var stance: Annotation?
    /// Whether topic, role or stance is only suggested.
    var isSuggested: Bool
    /// The ids of the marks that it rests on.
    var marks: [String]
    /// Who says the same elsewhere.
    var others: [Position] = []

    /// The stance as a verb; ? where it is only suggested.
    var stanceWords: String {
      guard let stance, let word = stance.stance else { return role.map { "(\($0))" } ?? "" }
      let isOfTopic = stance.target?.hasPrefix("topic:") ?? false
      return MarkWords.stance(word, target: isOfTopic ? nil : stance.target)
        + (stance.isDecided ? "" : "?")
    }
  }

  /// The positions, by date of the first who says so.
  private(set) var positions: [Position] = []

  private static let positionRoles: Set<String> = ["claim", "proposal", "decision", "concession"]

  init(
    topic: String, in archive: Archive, posts: Set<PostID>, suggestions: SuggestionChoice,
    hasAll: Bool
  ) throws {
    let tagged = try archive.annotations(topic: topic).filter {
      suggestions.shows($0) && posts.contains($0.post)
    }
    var found: [Position] = []
    let ids = Set(tagged.map(\.post))
    let marks = Dictionary(grouping: try archive.annotations(of: ids), by: \.post)
    try archive.forEachPost(in: ids, detail: [.text]) { archived, _ in
      // A role only sorts sentences here, so that less sure ones do; topics and stances are shown.
      let own = (marks[archived.post.id] ?? []).filter { mark in
        suggestions.shows(mark)
          || (mark.role != nil && suggestions != .none && SuggestionChoice.all.shows(mark))
      }
      for mark in own where mark.topic == topic {
        found += PositionTable.positions(mark, topic, of: archived, own, hasAll: hasAll)
      }
    }
    var seen: Set<String> = []
    found = found.filter { seen.insert("\($0.post) \($0.sentence)").inserted }
    found.sort { left, right in
      (left.date ?? "9", left.post.text) < (right.date ?? "9", right.post.text)
    }
    let leaders = ClaimGroups.leaders(of: found.map(\.sentence))
    var places: [Int: Int] = [:]
    for (index, leader) in leaders.enumerated() {
      if let place = places[leader] {
        positions[place].others.append(found[index])
      } else {
        places[leader] = positions.count
        positions.append(found[index])
      }
    }
  }

  /// What a mark of the topic says: its sentence, or those of the post that claim most where the whole post is marked.
  private static func positions(
    _ mark: Annotation, _ topic: String, of archived: ArchivedPost, _ own: [Annotation],
    hasAll: Bool
  ) -> [Position] {
    let scalars = Array((archived.post.text ?? "").unicodeScalars)
    func role(on range: Range<Int>) -> Annotation? {
      own.filter { other in
        guard other.role != nil, let place = other.range else { return false }
        let shared =
          min(place.upperBound, range.upperBound) - max(place.lowerBound, range.lowerBound)
        return 2 * shared > min(place.count, range.count)
      }.min { left, right in
        (left.isDecided ? 0 : 1, positionRoles.contains(left.role ?? "") ? 0 : 1, left.id)
          < (right.isDecided ? 0 : 1, positionRoles.contains(right.role ?? "") ? 0 : 1, right.id)
      }
    }
    var ranges: [Range<Int>] = []
    if let range = mark.range {
      let isPosition = role(on: range).map { positionRoles.contains($0.role ?? "") } ?? false
      let isWanted = hasAll || mark.isByReader || mark.role != nil || isPosition
      let hasStance = own.contains { $0.stance != nil && $0.range == range }
      ranges = isWanted || hasStance ? [range] : []
    } else {
      let claims = own.filter { positionRoles.contains($0.role ?? "") && $0.range != nil }
      let best = claims.max { left, right in
        (left.confidence ?? 1, right.id) < (right.confidence ?? 1, left.id)
      }
      ranges = best.flatMap(\.range).map { [$0] } ?? []
    }
    return ranges.filter { $0.upperBound <= scalars.count }.map { range in
      let roleMark = role(on: range)
      let stance = stance(on: range, topic, own)
      let words = String(String.UnicodeScalarView(scalars[range]))
      return Position(
        person: archived.post.author.shown, personID: archived.person, post: archived.post.id,
        date: archived.post.date?.stated.iso8601,
        sentence: words.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        role: mark.role ?? roleMark?.role, stance: stance,
        isSuggested: !mark.isDecided || (stance.map { !$0.isDecided } ?? false),
        marks: [mark.id, roleMark?.id, stance?.id].compactMap(\.self))
    }
  }

  /// The stance of a sentence: what is said of the topic first, then of the sentence, then of the post.
  private static func stance(
    on range: Range<Int>, _ topic: String, _ own: [Annotation]
  ) -> Annotation? {
    func rank(_ mark: Annotation) -> Int? {
      guard mark.stance != nil else { return nil }
      let isHere = mark.range.map { $0.overlaps(range) } ?? false
      let isOfPost = mark.range == nil
      if mark.target == "topic:\(topic)" { return isHere ? 0 : isOfPost ? 2 : nil }
      if mark.target?.hasPrefix("topic:") ?? false { return nil }
      if isHere { return 1 }
      // A suggestion on one sentence is how the post stands.
      return isOfPost || !mark.isByReader ? 3 : nil
    }
    return own.compactMap { mark in rank(mark).map { ($0, mark) } }.min { left, right in
      (left.0, left.1.isDecided ? 0 : 1, left.1.id) < (
        right.0, right.1.isDecided ? 0 : 1, right.1.id
      )
    }?.1
  }
}
