internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Topics

/// `thresh topics discover`.
struct TopicsDiscoverCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Finds topics in the posts' own words.",
    discussion: """
      Examples:
        thresh topics discover
        thresh topics discover --count 20

      Topics that were discovered before give way; the same posts give the same topics. One that `thresh topics keep` \
      named gets its id again where most of its words come again.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    help: ArgumentHelp("How many topics; else as many as suit the posts.", valueName: "count"))
  var count: Int?

  func validate() throws {
    guard count.map({ (1...200).contains($0) }) ?? true else {
      throw ValidationError("--count takes a number from 1 to 200")
    }
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    var documents: [TopicDocument] = []
    try archive.forEachPost(detail: [.text]) { archived, _ in
      let post = archived.post
      guard let text = post.text else { return }
      documents.append(
        TopicDocument(
          id: post.id.text, author: post.author.address ?? post.author.shown,
          authorName: post.author.name,
          // An answer repeats a title that is not its own.
          title: archived.parent == nil ? post.subject : nil,
          answered: archived.parent == nil ? nil : post.subject,
          text: PostParts.ownText(of: text, blocks: post.blocks)))
    }
    documents.sort { $0.id < $1.id }
    let found = TopicDiscovery.topics(
      in: documents, count: count ?? TopicDiscovery.suitableCount(for: documents.count))
    var records: [TopicRecord] = []
    var annotations: [Annotation] = []
    var used = Set(try archive.topics().map(\.topic).filter { $0.origin != "discovered" }.map(\.id))
    let kept = try archive.keptTopics()
    let matches = TopicMatching.matches(
      of: found.map { $0.terms.map(\.text) }, to: kept.map { $0.terms.map(\.term) })
    for (topic, match) in zip(found, matches) {
      let id = match.map { kept[$0].id } ?? TopicsDiscoverCommand.id(for: topic.name, used: &used)
      if match == nil {
        records.append(
          TopicRecord(
            id: id, name: topic.name, origin: "discovered",
            terms: topic.terms.map { TopicRecord.Term(term: $0.text, weight: $0.weight) }))
      }
      for member in topic.members {
        var annotation = Annotation(
          post: PostID(documents[member.document].id), range: nil, in: [], origin: "discovered",
          topic: id)
        annotation.confidence = member.confidence
        annotation.evidence = member.evidence
        annotations.append(annotation)
      }
    }
    try archive.replaceSuggestions(of: "discovered", topics: records, with: annotations)
    if global.json {
      return try TopicsListCommand.writeJSON(
        try archive.topics().filter { ["discovered", "kept"].contains($0.topic.origin) })
    }
    for (topic, posts, _) in try archive.topics()
    where topic.origin == "discovered" || topic.origin == "kept" {
      try StandardOutput.shared.write(
        "\(Columns.fit(Counts.of(posts, "post"), 12)) \(SafeText.line(topic.id))  "
          + topic.terms.prefix(8).map { SafeText.line($0.term) }.joined(separator: ", ") + "\n")
    }
    if !global.quiet {
      try StandardOutput.shared.flush()
      StandardError.write(
        "\(Counts.of(found.count, "topic")) in \(Counts.of(documents.count, "post")). "
          + "Next: `thresh topics show ID`\n")
    }
  }

  /// A short name made of the words of a topic, once only.
  private static func id(for name: String, used: inout Set<String>) -> String {
    let words = name.split { $0 == " " || $0 == "," }.prefix(3)
    let base = words.joined(separator: "-").filter { $0.isLetter || $0 == "-" }
    var id = "d-" + base
    var number = 2
    while !used.insert(id).inserted {
      id = "d-\(base)-\(number)"
      number += 1
    }
    return id
  }
}

/// Parts of posts for those who read own words alone.
enum PostParts {
  /// The own words, without code, quotations, signatures and footers.
  static func ownText(of text: String, blocks: [Block]) -> String {
    let scalars = Array(text.unicodeScalars)
    var own = ""
    for range in ownRanges(of: blocks, count: scalars.count) {
      own += Annotation.text(of: scalars[range]) + "\n"
    }
    return own
  }

  /// Where the own words stand, in Unicode scalars; everywhere where there are no blocks.
  static func ownRanges(of blocks: [Block], count: Int) -> [Range<Int>] {
    guard !blocks.isEmpty else { return [0..<count] }
    return blocks.filter { $0.kind == .own && $0.start < min($0.end, count) }.map {
      $0.start..<min($0.end, count)
    }
  }
}
