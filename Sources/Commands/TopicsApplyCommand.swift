internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports
internal import Topics

/// `thresh topics apply`.
struct TopicsApplyCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Tags the sentences in which terms of a codebook stand.",
    discussion: """
      Examples:
        thresh topics apply codebook.yaml
        thresh topics apply coding.qdc
        thresh topics apply community

      The file is the truth for its own tags: applied again it adds and removes just those. What readers marked, \
      accepted and rejected stays, and so do the tags of codebooks with another title. Two codebooks come with Thresh:
      community (online communities and the economics of free culture) and decisions (how software projects decide); \
      `thresh topics export --codebook community` prints one, to be made your own.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      "The codebook: YAML, REFI-QDA (.qdc), or the name of one that comes with Thresh.",
      valueName: "codebook"))
  var file: String

  func perform() async throws {
    try CodebookApplying(global: global).apply(try CodebookFile.read(file))
  }
}

/// `thresh topics import`.
struct TopicsImportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over a codebook of another program (REFI-QDA .qdc) or of ours (YAML).",
    discussion: """
      Examples:
        thresh topics import coding.qdc
        thresh topics import coding.qdc --output coding.yaml

      Its topics can be used at once; where they have terms, the sentences in which these stand are tagged. With \
      --output the codebook is only written as YAML, and no archive is needed.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(name: [.long, .short], help: ArgumentHelp("Write YAML to a file.", valueName: "file"))
  var output: String?

  @Argument(help: ArgumentHelp("The codebook (.qdc or YAML).", valueName: "codebook"))
  var file: String

  func perform() async throws {
    let read = try CodebookFile.read(file)
    guard let output else { return try CodebookApplying(global: global).apply(read) }
    let written = try OutputFile(output)
    try written.write(Array(read.yaml.utf8))
    try written.close()
  }
}

/// Applies codebooks to an archive.
struct CodebookApplying {
  var global: GlobalOptions

  func apply(_ read: CodebookFile) throws {
    let codebook = read.codebook
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    for (topic, _, _) in try archive.topics() {
      guard let other = topic.codebook, other != read.title,
        codebook.topics.contains(where: { $0.id == topic.id })
      else { continue }
      throw Failure(
        message:
          "the topic '\(SafeText.line(topic.id))' belongs to the codebook '\(SafeText.line(other))'",
        hint: "give it another id, or `thresh topics remove '\(SafeText.line(other))'`")
    }
    let tagger = CodebookTagger(codebook)
    let reader = ArgumentReader()
    var annotations: [Annotation] = []
    var posts: Set<PostID> = []
    try archive.forEachPost(detail: [.text]) { archived, _ in
      let marks = CodebookApplying.marks(in: archived.post, tagger, reader)
      if !marks.isEmpty { posts.insert(archived.post.id) }
      annotations += marks
    }
    let records = codebook.topics.map { topic in
      var record = TopicRecord(
        id: topic.id, name: topic.name, origin: "codebook",
        terms: topic.terms.map { TopicRecord.Term(term: $0.text, weight: nil) },
        description: topic.description, parent: topic.parent)
      record.color = topic.color
      record.codebook = read.title
      return record
    }
    try archive.replaceCodebook(read.title, yaml: read.yaml, topics: records, with: annotations)
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("codebook", read.title)
        json.member("topics", records.count)
        json.member("posts", posts.count)
        json.member("spans", annotations.count)
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    guard !global.quiet else { return }
    let used = Set(annotations.compactMap(\.topic)).count
    StandardError.write(
      "\(Counts.of(annotations.count, "passage")) in \(Counts.of(posts.count, "post")) tagged with "
        + "\(Counts.of(used, "topic")) of \(records.count).\n"
        + "Next: `thresh topics list`, `thresh topics show ID`\n")
  }

  /// One mark for each topic of each sentence, with the terms that stand there.
  static func marks(
    in post: Post, _ tagger: CodebookTagger, _ reader: ArgumentReader
  ) -> [Annotation] {
    guard let text = post.text else { return [] }
    let scalars = Array(text.unicodeScalars)
    let ranges = PostParts.ownRanges(of: post.blocks, count: scalars.count)
    let tags = tagger.tags(
      in: text, ranges: ranges,
      language: post.language.map { String($0.prefix { $0 != "-" }) })
    guard !tags.isEmpty else { return [] }
    let sentences = reader.sentences(of: text, blocks: post.blocks)
    var places: [String: Int] = [:]
    var marks: [Annotation] = []
    var next = 0
    for tag in tags {
      while next < sentences.count, sentences[next].upperBound <= tag.start { next += 1 }
      let range =
        next < sentences.count && sentences[next].overlaps(tag.start..<tag.end)
        ? sentences[next] : tag.start..<tag.end
      let key = "\(range.lowerBound) \(tag.topic)"
      let words = String(String.UnicodeScalarView(scalars[tag.start..<tag.end]))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let evidence = words.lowercased() == tag.term.lowercased() ? words : "\(words) (\(tag.term))"
      if let place = places[key] {
        if !marks[place].evidence.contains(evidence) { marks[place].evidence.append(evidence) }
        continue
      }
      var mark = Annotation(
        post: post.id, range: range, in: scalars, origin: "codebook", topic: tag.topic)
      mark.evidence = [evidence]
      places[key] = marks.count
      marks.append(mark)
    }
    return marks
  }
}
