internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Digests
internal import Discussion
internal import Exports
internal import SourceBytes

/// `thresh topics show`.
struct TopicsShowCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a topic: its passages, who speaks of it, and when.",
    discussion: """
      Examples:
        thresh topics show scale
        thresh topics show scale --limit 5
        thresh topics show scale --terms
        thresh topics show scale --json
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("How many passages at most.", valueName: "count"))
  var limit = 20

  @Flag(help: "For each term its hits, and how many of them were accepted and rejected.")
  var terms = false

  @Argument(help: ArgumentHelp("The topic's id.", valueName: "topic"))
  var topic: String

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let topics = try archive.topics()
    guard let found = topics.first(where: { $0.topic.id == topic }) else {
      let near = topics.map(\.topic.id).filter { $0.contains(topic.lowercased()) }
      throw Failure(
        message: "\(SafeText.line(topic)): no topic has this id",
        hint: near.isEmpty ? "`thresh topics list` prints them" : near.joined(separator: " "))
    }
    let all = try archive.annotations(topic: topic)
    if terms { return try TopicTerms(of: found.topic, in: all).write(global) }
    let marks = all.filter { $0.decision != "rejected" }
    var passages: [(post: ArchivedPost, mark: Annotation)] = []
    var people: [String: Int] = [:]
    var months: [String: Int] = [:]
    let marked = Dictionary(grouping: marks, by: \.post)
    try archive.forEachPost(in: Set(marked.keys), detail: [.text]) { archived, _ in
      people[archived.post.author.shown, default: 0] += 1
      if let date = archived.post.date {
        months[String(date.stated.iso8601.prefix(7)), default: 0] += 1
      }
      for mark in marked[archived.post.id] ?? [] { passages.append((archived, mark)) }
    }
    // Where whole posts are tagged, the surest come first; passages stay in reading order.
    if passages.contains(where: { $0.mark.range == nil }) {
      passages.sort { left, right in
        (right.mark.confidence ?? 1, left.mark.id) < (left.mark.confidence ?? 1, right.mark.id)
      }
    }
    let ranked = people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if global.json { return try writeJSON(found.topic, passages, ranked, months) }
    let terminal = Terminal(color: global.color)
    let output = StandardOutput.shared
    try output.write(terminal.styled(SafeText.line(found.topic.name), .bold) + "\n")
    if let description = found.topic.description {
      try output.write(SafeText.line(description) + "\n")
    }
    try output.write(
      "\(Counts.of(marked.count, "post")), \(Counts.of(ranked.count, "person", "people")): "
        + ranked.prefix(8).map { "\(SafeText.line($0.key)) \($0.value)" }.joined(separator: ", ")
        + "\n")
    let spans = months.sorted { $0.key < $1.key }.suffix(24)
    try output.write(spans.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + "\n")
    for (archived, mark) in passages.prefix(limit) { try write(archived, mark, terminal) }
    if passages.count > limit, !global.quiet {
      try output.flush()
      StandardError.write("\(passages.count - limit) more; --limit shows them\n")
    }
  }

  private func write(_ archived: ArchivedPost, _ mark: Annotation, _ terminal: Terminal) throws {
    let post = archived.post
    let head =
      "\n\(terminal.styled(String(post.id.text.prefix(8)), .name))  "
      + "\(DateWords.minute(post.date?.stated))  \(SafeText.line(post.author.shown))"
    try StandardOutput.shared.write(head + "\n")
    let words = mark.exact ?? Self.sentence(for: mark, in: post) ?? post.subject ?? ""
    for line in Columns.wrap(SafeText.line(words), to: max(40, terminal.width - 4)) {
      try StandardOutput.shared.write("    \(line)\n")
    }
    if !mark.evidence.isEmpty {
      let words = mark.evidence.map { SafeText.line($0) }.joined(separator: ", ")
      try StandardOutput.shared.write("    \(terminal.styled("because of: \(words)", .dim))\n")
    }
  }

  /// The sentence of a post that has most of the words that told, the first of several; nil where none has two of them.
  private static func sentence(for mark: Annotation, in post: Post) -> String? {
    guard let text = post.text, !mark.evidence.isEmpty else { return nil }
    let scalars = Array(text.unicodeScalars)
    var best: (count: Int, text: String)?
    for range in ArgumentReader().sentences(of: text, blocks: post.blocks)
    where range.count <= sentenceLimit {
      let sentence = String(String.UnicodeScalarView(scalars[range]))
      let words = sentence.lowercased()
      let count = mark.evidence.count { words.contains($0.lowercased()) }
      if count > max(1, best?.count ?? 0) { best = (count, sentence) }
    }
    return best?.text
  }

  /// Longer sentences are tables and code.
  private static let sentenceLimit = 500

  private func writeJSON(
    _ topic: TopicRecord, _ passages: [(post: ArchivedPost, mark: Annotation)],
    _ people: [(key: String, value: Int)], _ months: [String: Int]
  ) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("id", topic.id)
      json.member("name", topic.name)
      json.array("people") { json in
        for (name, posts) in people {
          json.object { json in
            json.member("name", name)
            json.member("posts", posts)
          }
        }
      }
      json.array("months") { json in
        for (month, posts) in months.sorted(by: { $0.key < $1.key }) {
          json.object { json in
            json.member("month", month)
            json.member("posts", posts)
          }
        }
      }
      json.array("passages") { json in
        for (_, mark) in passages { PostJSON.write(mark, to: &json) }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
