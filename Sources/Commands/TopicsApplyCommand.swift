internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports
internal import Topics

/// `thresh topics apply`.
struct TopicsApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Tags the sentences in which terms of a codebook stand.",
    discussion: """
      Examples:
        thresh topics apply codebook.yaml

      The file is the truth for its own tags: applied again it adds and removes just those. What readers marked,
      accepted and rejected stays.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The codebook (YAML).", valueName: "codebook"))
  var file: String

  func run() async throws {
    let codebook = try CodebookFile.read(file)
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let tagger = CodebookTagger(codebook)
    let reader = ArgumentReader()
    var annotations: [Annotation] = []
    var posts: Set<PostID> = []
    try archive.forEachPost(detail: [.text]) { archived, _ in
      let marks = TopicsApplyCommand.marks(in: archived.post, tagger, reader)
      if !marks.isEmpty { posts.insert(archived.post.id) }
      annotations += marks
    }
    let records = codebook.topics.map { topic in
      TopicRecord(
        id: topic.id, name: topic.name, origin: "codebook",
        terms: topic.terms.map { TopicRecord.Term(term: $0.text, weight: nil) },
        description: topic.description, parent: topic.parent)
    }
    try archive.replaceSuggestions(of: "codebook", topics: records, with: annotations)
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("topics", records.count)
        json.member("posts", posts.count)
        json.member("spans", annotations.count)
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    guard !global.quiet else { return }
    StandardError.write(
      "\(Counts.of(annotations.count, "passage")) in \(Counts.of(posts.count, "post")) tagged with "
        + "\(Counts.of(Set(annotations.compactMap(\.topic)).count, "topic")) of \(records.count).\n"
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

/// A codebook as a file.
enum CodebookFile {
  /// Reads it.
  ///
  /// - Throws: ``Failure`` that names the line.
  static func read(_ path: String) throws -> Codebook {
    let text = String(decoding: try InputText.read(path), as: UTF8.self)
    do throws(CodebookError) {
      return try Codebook(yaml: text)
    } catch {
      throw Failure(
        message: "\(SafeText.line(path)):\(error.line): \(SafeText.line(error.message))",
        hint:
          "topics: - id: scale, name: Scale, terms: [scale, \"two words\", begin*, /expression/]")
    }
  }
}
