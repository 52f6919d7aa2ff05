internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Digests
internal import Discussion
internal import Exports
internal import Identity
internal import SourceBytes

/// `thresh duplicates`.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Shows which copies were joined, why, and which is shown.",
    discussion: """
      Examples:
        thresh duplicates
        thresh duplicates --rule near-words venue:commons-l
        thresh duplicates join k3v9q2m7 b2c4d6e8
        thresh duplicates split k3v9q2m7

      Copies with one identity and the same words are joined without further ado (same-words). What archives changed is \
      joined where author and date agree too (near-words); what has no Message-ID by author, date and words \
      (author-date-words), or without a date by author and words (author-words, company).
      """,
    subcommands: [List.self, JoinPosts.self, Split.self], defaultSubcommand: List.self)

  struct List: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Shows the posts that have several copies.")

    @OptionGroup var reading: ReadingOptions

    @Option(
      help: ArgumentHelp("Only posts of which a copy was joined by this rule.", valueName: "rule"))
    var rule: [String] = []

    @OptionGroup var query: QueryText

    func perform() async throws {
      let rules = try rule.map { name in
        guard let rule = JoinRule(rawValue: name) else {
          throw ValidationError(
            "'\(name)' is no rule; there are "
              + JoinRule.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return rule
      }
      let archive = try await reading.open()
      let posts = try archive.duplicates(
        matching: try query.expression(), today: QueryText.today,
        rules: rules.isEmpty ? nil : Set(rules))
      if reading.global.json { return try writeJSON(posts) }
      for post in posts { try write(post) }
      if !reading.global.quiet { StandardError.write(summary(posts)) }
    }

    private func write(_ joined: JoinedPost) throws {
      let terminal = reading.terminal
      let post = joined.post
      try StandardOutput.shared.write(
        terminal.styled(String(post.id.text.prefix(8)), .name)
          + "  \(Columns.fit(DateWords.minute(post.date?.stated), 16))  "
          + SafeText.line(post.author.shown) + "  "
          + terminal.styled(SafeText.line(post.subject ?? "(no subject)"), .bold) + "\n")
      for copy in joined.copies {
        let place = [copy.place.path, copy.place.locator ?? ""].filter { !$0.isEmpty }
          .joined(separator: "!")
        var words = copy.join.rule.sentence
        if copy.join.rule != .sameWords, copy.join.likeness < 1 {
          words += " (\(Int(copy.join.likeness * 100)) %)"
        }
        if copy.lostCount > 0 { words += "; \(Counts.of(copy.lostCount, "letter")) lost" }
        try StandardOutput.shared.write(
          "  \(copy.isShown ? terminal.styled("shown", .match) : "     ")  "
            + "\(Columns.fit(copy.place.format, 16))  \(SafeText.line(place))  "
            + terminal.styled(words, .dim) + "\n")
      }
    }

    private func summary(_ posts: [JoinedPost]) -> String {
      guard !posts.isEmpty else {
        return rule.isEmpty && query.text.isEmpty
          ? "No post has several copies.\n" : "No post with several copies fits.\n"
      }
      let copies = posts.reduce(0) { $0 + $1.copies.count }
      var text = "\(Counts.of(posts.count, "post")) with \(Counts.of(copies, "copy", "copies"))"
      for rule in JoinRule.allCases {
        let count = posts.count { post in post.copies.contains { $0.join.rule == rule } }
        if count > 0, rule != .sameWords {
          text += ", \(Counts.grouped(count)) by \(rule.rawValue)"
        }
      }
      return text + "\n"
    }

    private func writeJSON(_ posts: [JoinedPost]) throws {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("posts") { json in
          for joined in posts {
            json.object { json in
              json.member("id", joined.post.id.text)
              json.member("messageID", joined.post.messageID?.asWritten)
              json.member("author", joined.post.author.shown)
              json.member("date", joined.post.date?.stated.iso8601)
              json.member("subject", joined.post.subject)
              json.array("copies") { json in
                for copy in joined.copies { write(copy, to: &json) }
              }
            }
          }
        }
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    }

    private func write(_ copy: JoinedPost.Copy, to json: inout JSONWriter) {
      json.object { json in
        json.member("path", copy.place.path)
        json.member("format", copy.place.format)
        json.member("locator", copy.place.locator)
        json.member("rule", copy.join.rule.rawValue)
        json.member("likeness", copy.join.likeness)
        json.member("alone", copy.alone.text)
        json.member("lost", copy.lostCount)
        json.key("shown")
        json.value(copy.isShown)
      }
    }
  }

  struct JoinPosts: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "join", abstract: "Says that two posts are one.")

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("A post.", valueName: "post"))
    var one: String

    @Argument(help: ArgumentHelp("The post that it is.", valueName: "other"))
    var other: String

    func perform() async throws {
      let archive = try correcting.open()
      let posts = try [one, other].map { try correcting.presentPost($0, in: archive) }
      guard posts[0].post.id != posts[1].post.id else {
        throw Failure(message: "\(posts[0].briefly): these are one post already")
      }
      try correcting.keep(
        [DuplicatesCommand.decision(posts[0].post.id, posts[1].post.id, areOne: true)], in: archive,
        saying: ["\(posts[0].briefly) and \(posts[1].briefly) are one post"])
    }
  }

  struct Split: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "split", abstract: "Says that the copies of a post are different posts.")

    @OptionGroup var correcting: CorrectingOptions

    @Argument(help: ArgumentHelp("A post whose copies differ.", valueName: "post"))
    var post: String

    func perform() async throws {
      let archive = try correcting.open()
      let post = try correcting.presentPost(post, in: archive)
      let wordings = try archive.wordings(of: post.post.id)
      guard wordings.count > 1 else {
        throw Failure(
          message: "\(post.briefly): all copies of this post have the same words",
          hint: "`thresh duplicates id:\(post.post.id.text.prefix(8))` shows them")
      }
      var decisions: [Decision] = []
      for (index, one) in wordings.enumerated() {
        for other in wordings[(index + 1)...] {
          decisions.append(DuplicatesCommand.decision(one, other, areOne: false))
        }
      }
      try correcting.keep(
        decisions, in: archive,
        saying: [
          "\(post.briefly) is \(wordings.count) posts: "
            + wordings.map { String($0.text.prefix(8)) }.joined(separator: ", ")
        ])
    }
  }

  /// Whether two posts are one, as it is kept: the smaller id comes first.
  private static func decision(_ one: PostID, _ other: PostID, areOne: Bool) -> Decision {
    Decision(
      .same, post: min(one, other), about: max(one, other).text, value: .flag(areOne))
  }
}
