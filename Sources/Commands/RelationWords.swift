internal import ArchiveStore
internal import Discussion
internal import Exports
internal import SourceBytes

/// Posts of other threads that belong to a thread, as people and programs read them.
struct RelationWords {
  private let archive: Archive
  private let relations: [Relation]
  private let thread: Set<PostID>

  /// The relations of the posts of a thread.
  init(of thread: [ArchivedPost], in archive: Archive) throws {
    self.archive = archive
    self.thread = Set(thread.map(\.post.id))
    relations = try archive.relations(of: thread.map(\.post.id))
  }

  /// Writes a paragraph for each; nothing where there are none.
  func write(to output: StandardOutput, terminal: Terminal) throws {
    try output.write("\n" + terminal.styled("Related", .bold) + "\n")
    guard !relations.isEmpty else {
      try output.write("  nothing was found in other threads\n")
      return
    }
    for relation in relations {
      guard let other = try archive.post(other(of: relation), detail: []) else { continue }
      let post = other.post
      let subject = ShownSubject(post.subject, venues: other.venues).text
      let venue = other.venues.first?.name ?? ""
      try output.write(
        "  \(terminal.styled(String(post.id.text.prefix(8)), .name))  "
          + "\(DateWords.day(post.date?.stated))  "
          + terminal.styled(SafeText.line("\(post.author.shown): \(subject)"), .bold)
          + "  " + terminal.styled(SafeText.line(venue), .dim) + "\n")
      for line in Columns.wrap(
        SafeText.line(RelationWords.sentence(relation, of: thread)),
        to: max(40, terminal.width - 12))
      {
        try output.write("            " + terminal.styled(line, .dim) + "\n")
      }
    }
  }

  /// Writes the elements of an array.
  func write(to json: inout JSONWriter) throws {
    for relation in relations {
      let other = try archive.post(other(of: relation), detail: [])
      json.object { json in
        json.member("post", own(of: relation).text)
        json.member("related", self.other(of: relation).text)
        json.member("origin", relation.origin.text)
        json.member("thread", other?.thread.text)
        json.member("kind", other?.post.kind.rawValue)
        json.member("subject", other?.post.subject)
        json.member("author", other?.post.author.shown)
        json.member("date", other?.post.date?.stated.iso8601)
        json.member("venue", other?.venues.first?.id)
        json.member("evidence", relation.kind.rawValue)
        json.member("confidence", relation.confidence)
        json.member("certainty", relation.certainty.rawValue)
        json.member("detail", relation.detail)
        json.member("words", relation.wordCount)
        json.member("start", relation.range?.lowerBound)
        json.member("end", relation.range?.upperBound)
      }
    }
  }

  private func other(of relation: Relation) -> PostID {
    thread.contains(relation.post) ? relation.origin : relation.post
  }

  private func own(of relation: Relation) -> PostID {
    thread.contains(relation.post) ? relation.post : relation.origin
  }

  /// Why, in words.
  ///
  /// - Parameters:
  ///   - thread: The posts to which the other one is related.
  ///   - quotesWords: Whether the words that both share are told.
  static func sentence(
    _ relation: Relation, of thread: Set<PostID>, quotesWords: Bool = true
  ) -> String {
    let takes = thread.contains(relation.post)
    let id = String((takes ? relation.post : relation.origin).text.prefix(8))
    let count = Counts.grouped(relation.wordCount)
    let detail = quotesWords ? relation.detail : ""
    let words =
      quotesWords
      ? ": “" + detail.split(separator: " ").prefix(14).joined(separator: " ") + " …”" : ""
    let text =
      switch relation.kind {
      case .manual: "belongs to \(id): a reader said so\(detail.isEmpty ? "" : " (\(detail))")"
      case .copy: "the same text as \(id), \(count) words alike\(words)"
      case .forward:
        "\(takes ? "\(id) forwards it" : "forwards \(id)"), \(count) words\(words)"
      case .excerpt:
        "\(takes ? "\(id) repeats \(count) words of it" : "repeats \(count) words of \(id)")\(words)"
      case .quote:
        "\(takes ? "\(id) quotes \(count) words of it" : "quotes \(count) words of \(id)")\(words)"
      case .link:
        "\(takes ? "\(id) links to it" : "links to \(id)")\(detail.isEmpty ? "" : ": \(detail)")"
      }
    return "\(relation.certainty.rawValue): \(text)"
  }
}
