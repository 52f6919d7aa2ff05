public import Discussion
internal import SourceBytes

extension DigestDocument {
  /// Makes a document of threads.
  ///
  /// - Parameters:
  ///   - conversations: The threads in the order in which they are shown.
  ///   - linkOf: The public link of a post; anything but `http` and `https` is dropped.
  ///   - sourceOf: Where a post was read from.
  ///   - highlight: Where the words that were looked for lie in a text, in Unicode scalars, in order.
  /// - Complexity: O(n log n) in the words of the threads.
  public init(
    of conversations: [Conversation], options: DigestOptions = DigestOptions(),
    linkOf: (Post) -> String? = { $0.permalink },
    sourceOf: (Post) -> DigestSource? = { _ in nil },
    highlight: (String) -> [Range<Int>] = { _ in [] }
  ) {
    let drafts = conversations.map { ThreadDraft($0, options: options) }
    var builder = DigestBuilder(options: options)
    threads = []
    extent = DigestExtent()
    var venueNames: [String] = []
    for (index, draft) in drafts.enumerated() {
      let thread = builder.thread(
        draft, number: index + 1, linkOf: linkOf, sourceOf: sourceOf, highlight: highlight)
      extent += thread.extent
      threads.append(thread)
      for (post, venues) in zip(draft.conversation.posts, draft.conversation.venues)
      where post.kind != .missing {
        venueNames += venues.map { DisplayText.line($0.name) }
      }
    }
    venues = DigestBuilder.counted(venueNames)
    people = DigestBuilder.counted(
      drafts.flatMap { draft in draft.people.flatMap { repeatElement($0.name, count: $0.postCount) }
      })
    period = DigestBuilder.period(conversations.flatMap { $0.posts.compactMap { $0.date?.stated } })
    sources = builder.files
    personIndex = DigestBuilder.index(threads) { [$0.author] }
    topicIndex = DigestBuilder.index(threads) { $0.notes.compactMap(\.topic) }
    timeline = DigestSpan.spans(
      conversations.flatMap {
        $0.posts.filter { $0.kind != .pingback }.compactMap { $0.date?.stated }
      })
    network = DigestNetwork(drafts, people: people)
    messages = drafts.flatMap { draft in
      draft.conversation.posts.indices.filter { index in
        draft.conversation.posts[index].kind != .missing
          && (!options.showsOnlyMatches
            || options.matches.contains(draft.conversation.posts[index].id))
      }.map { DigestMessage(draft, $0, showsAddresses: options.showsAddresses) }
    }
    length = options.length
    colophon = DigestColophon(
      command: options.colophon.command.map(DisplayText.line),
      version: options.colophon.version.map(DisplayText.line),
      fingerprint: options.colophon.fingerprint.map(DisplayText.line))
    if let title = options.title {
      self.title = DisplayText.line(title)
    } else if threads.count == 1 {
      title = threads[0].subject
    } else {
      title = "Digest of \(threads.count) threads"
    }
  }
}

/// What is shared by all threads of a document while it is made.
struct DigestBuilder {
  let options: DigestOptions
  private(set) var files: [DigestFile] = []
  private var fileNumbers: [DigestFile: Int] = [:]

  init(options: DigestOptions) {
    self.options = options
  }

  mutating func thread(
    _ draft: ThreadDraft, number: Int, linkOf: (Post) -> String?, sourceOf: (Post) -> DigestSource?,
    highlight: (String) -> [Range<Int>]
  ) -> DigestThread {
    let posts = draft.conversation.posts
    var entries: [DigestEntry] = []
    var pingbacks: [DigestPost] = []
    var index = 0
    while index < posts.count {
      let start = index
      while index < posts.count, !draft.isShown[index], !draft.isPingback[index] { index += 1 }
      if start < index {
        entries.append(DigestBuilder.omission(draft, start..<index))
        continue
      }
      var made = post(draft, index, linkOf: linkOf, sourceOf: sourceOf)
      if made.isMatch { made.highlight(highlight) }
      if draft.isPingback[index] { pingbacks.append(made) } else { entries.append(.post(made)) }
      index += 1
    }
    let topics = DigestBuilder.counted(
      posts.flatMap { post in Set(notes(of: post).compactMap(\.topic)).sorted() })
    return DigestThread(
      number: number, id: posts.first?.id ?? PostID(""), subject: draft.subject,
      period: DigestBuilder.period(posts.compactMap { $0.date?.stated }), people: draft.people,
      missingCount: posts.count { $0.kind == .missing },
      guessCount: draft.conversation.links.count { $0?.certainty == .guess },
      overview: overview(draft), topics: topics,
      related: posts.first.map(related) ?? [], extent: draft.extent,
      entries: entries,
      pingbacks: pingbacks)
  }

  /// The mark that stands for posts that are left out one after another.
  private static func omission(_ draft: ThreadDraft, _ range: Range<Int>) -> DigestEntry {
    let names = range.filter { draft.conversation.posts[$0].kind != .missing }
      .map { draft.authors[$0] }
    return .omitted(
      DigestOmittedPosts(
        depth: range.reduce(.max) { min($0, draft.depths[$1]) }, firstNumber: range.lowerBound + 1,
        postCount: range.count, people: counted(names)))
  }

  private mutating func post(
    _ draft: ThreadDraft, _ index: Int, linkOf: (Post) -> String?,
    sourceOf: (Post) -> DigestSource?
  ) -> DigestPost {
    let post = draft.conversation.posts[index]
    let subject = post.subject.map {
      DisplayText.line(ShownSubject($0, venues: draft.venues).text)
    }
    return DigestPost(
      id: post.id, number: index + 1, depth: draft.depths[index], kind: post.kind,
      author: draft.authors[index], date: post.date?.stated,
      subject: isNewSubject(draft, index) && subject?.isEmpty == false ? subject : nil,
      ordinal: post.ordinal,
      isMatch: options.matches.contains(post.id), reply: reply(draft, index),
      body: draft.body(index) { fold($0, draft) }, notes: notes(of: post),
      citation: citation(
        post, author: draft.authors[index], venues: draft.conversation.venues[index],
        link: linkOf(post), source: post.kind == .missing ? nil : sourceOf(post)))
  }

  /// Whether a post has another subject than the post above it that is shown, or than the thread.
  private func isNewSubject(_ draft: ThreadDraft, _ index: Int) -> Bool {
    let posts = draft.conversation.posts
    let above = draft.conversation.parents[index].flatMap { parent in
      posts.indices.contains(parent) && draft.isShown[parent] ? posts[parent].subject : nil
    }
    let known = above.map { BaseSubject($0).text } ?? draft.baseSubject
    return posts[index].subject.map { BaseSubject($0).text.lowercased() } != known.lowercased()
  }

  private func reply(_ draft: ThreadDraft, _ index: Int) -> DigestReply? {
    guard let parent = draft.conversation.parents[index],
      draft.conversation.posts.indices.contains(parent)
    else { return nil }
    let post = draft.conversation.posts[parent]
    let link = draft.conversation.links[index]
    let explanation = link.flatMap {
      EvidenceWords.explain($0, child: draft.conversation.posts[index], parent: post)
    }
    return DigestReply(
      parent: post.id, number: parent + 1, author: draft.authors[parent],
      isShown: draft.isShown[parent], certainty: link?.certainty ?? .certain,
      explanation: options.showsAddresses
        ? explanation : explanation.map(DisplayText.withoutAddresses))
  }

  private func fold(_ quotation: PostBody.Quotation, _ draft: ThreadDraft) -> DigestQuotation {
    let words = FirstWords(of: quotation.text, wordLimit: 12, scalarLimit: 90)
    let name = quotation.origin.map { draft.authors[$0] } ?? quotation.name.map(DisplayText.line)
    return DigestQuotation(
      name: name.map(visible), number: quotation.origin.map { $0 + 1 },
      firstWords: visible(words.text), isCut: words.isCut,
      target: quotation.origin.flatMap {
        draft.isShown[$0] ? draft.conversation.posts[$0].id : nil
      })
  }

  private func visible(_ text: String) -> String {
    options.showsAddresses ? text : DisplayText.withoutAddresses(text)
  }

  private mutating func citation(
    _ post: Post, author: String, venues: [Venue], link: String?, source: DigestSource?
  ) -> DigestCitation {
    DigestCitation(
      id: Anchor.safe(post.id.text), author: author,
      subject: post.subject.map { visible(DisplayText.line($0)) },
      venues: venues.map { DisplayText.line($0.name) },
      dateAsWritten: post.date.map { DisplayText.line($0.asWritten) }.flatMap {
        $0.isEmpty ? nil : $0
      },
      link: link.flatMap(WebLink.checked),
      messageID: post.messageID.map { DisplayText.line($0.asWritten) },
      sourceNumber: source.map { number(of: $0) },
      locator: source.map { DisplayText.line($0.locator) }.flatMap { $0.isEmpty ? nil : $0 })
  }

  private mutating func number(of source: DigestSource) -> Int {
    let file = DigestFile(
      path: DisplayText.line(source.path), sha256: source.sha256.map(DisplayText.line))
    if let number = fileNumbers[file] { return number }
    files.append(file)
    fileNumbers[file] = files.count
    return files.count
  }

  private func notes(of post: Post) -> [DigestNote] {
    (options.marks[post.id] ?? []).filter(options.suggestions.shows).map { mark in
      let words = mark.exact.map { FirstWords(of: $0, wordLimit: 10, scalarLimit: 70) }
      let stance =
        switch mark.stance {
        case "agree": "agrees"
        case "disagree": "disagrees"
        case "partly": "agrees in part"
        case "question": "asks back"
        case let other: other
        }
      let kind = [mark.role, stance].compactMap { $0.map(DisplayText.line) }
        .joined(separator: ", ")
      return DigestNote(
        topic: mark.topic.map { visible(DisplayText.line($0)) }, kind: kind.isEmpty ? nil : kind,
        words: words.map { visible($0.text) + ($0.isCut ? "…" : "") },
        note: mark.note.map { visible(DisplayText.line($0)) }, by: mark.by.map(DisplayText.line),
        isSuggested: !mark.isDecided)
    }
  }

  /// What belongs to a thread and stands elsewhere, fit to be shown.
  private func related(_ root: Post) -> [DigestRelation] {
    (options.related[root.id] ?? []).map { relation in
      DigestRelation(
        post: relation.post, text: visible(DisplayText.line(relation.text)),
        reason: visible(DisplayText.line(relation.reason)),
        link: relation.link.flatMap(WebLink.checked))
    }
  }

  private func overview(_ draft: ThreadDraft) -> DigestOverview {
    func statements(_ picks: [ThreadOverview.Pick]) -> [DigestStatement] {
      picks.map { pick in
        let post = draft.conversation.posts[pick.post]
        let words = FirstWords(of: pick.text, wordLimit: 40, scalarLimit: 260)
        let parent = draft.conversation.parents[pick.post]
        return DigestStatement(
          post: post.id, number: pick.post + 1, author: draft.authors[pick.post],
          text: visible(words.text), isCut: words.isCut,
          answers: parent.flatMap { draft.authors.indices.contains($0) ? draft.authors[$0] : nil },
          isShown: draft.isShown[pick.post])
      }
    }
    let overview = draft.overview
    return DigestOverview(
      question: statements(overview.question.map { [$0] } ?? []).first,
      agreements: statements(overview.agreements),
      disagreements: statements(overview.disagreements),
      openQuestions: statements(overview.openQuestions), outcome: statements(overview.outcome),
      lastPosts: statements(overview.lastPosts))
  }

  /// The shown posts under the names that `names` gives, by name.
  static func index(
    _ threads: [DigestThread], names: (DigestPost) -> [String]
  ) -> [DigestIndexEntry] {
    var places: [String: [DigestIndexEntry.Place]] = [:]
    for thread in threads {
      for entry in thread.entries {
        guard case .post(let post) = entry, post.kind != .missing else { continue }
        for name in Set(names(post)).sorted() {
          places[name, default: []].append(
            DigestIndexEntry.Place(thread: thread.number, number: post.number, post: post.id))
        }
      }
    }
    return places.map { DigestIndexEntry(name: $0.key, places: $0.value) }
      .sorted { left, right in
        let (one, other) = (left.name.lowercased(), right.name.lowercased())
        return one != other ? one < other : left.name < right.name
      }
  }

  /// The distinct names with their counts, the greatest first, then by name.
  static func counted(_ names: [String]) -> [DigestCount] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.map { DigestCount(name: $0.key, postCount: $0.value) }
      .sorted { ($1.postCount, $0.name) < ($0.postCount, $1.name) }
  }

  static func period(_ dates: [StatedDate]) -> DigestPeriod? {
    let known = dates.filter { $0.precision != .relative }
    let sorted = (known.isEmpty ? dates : known).sorted { $0.instant < $1.instant }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    return DigestPeriod(first: first, last: last)
  }
}
