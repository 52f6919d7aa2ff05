internal import Discussion
internal import SourceBytes

/// A thread while a digest is made of it: what is shown of each post, and where it is drawn.
struct ThreadDraft {
  let conversation: Conversation
  let options: DigestOptions
  let bodies: [PostBody]
  /// For each post its author as shown.
  let authors: [String]
  let subject: String
  let people: [DigestCount]
  /// Posts that stand apart from the tree: pages that link here and that nobody answers.
  let isPingback: [Bool]
  /// What the thread asks, where people part, and what came of it.
  let overview: ThreadOverview
  /// Which units of each post are shown.
  private let chosen: [[Bool]]
  private(set) var isShown: [Bool]
  /// How deep each post is drawn; that of a post left out is where it would be.
  private(set) var depths: [Int]
  private(set) var extent = DigestExtent()
  /// What the subjects of the thread share.
  let baseSubject: String
  /// The venues of all posts, with repeats.
  let venues: [Venue]

  init(_ conversation: Conversation, options: DigestOptions) {
    let posts = conversation.posts
    self.conversation = conversation
    self.options = options
    let authors = posts.map { post in
      post.kind == .missing && post.author == Author()
        ? "unknown author"
        : options.showsAddresses
          ? DisplayText.line(post.author.shown)
          : DisplayText.withoutAddresses(DisplayText.line(post.author.shown))
    }
    self.authors = authors
    let ages = ThreadOverview.ages(posts)
    var bodies = posts.map { PostBody($0) }
    let words = ThreadWords(bodies, parents: conversation.parents, ages: ages)
    for post in bodies.indices { bodies[post].setOrigins(words.origins[post]) }
    self.bodies = bodies
    let venues = conversation.venues.flatMap(\.self)
    self.venues = venues
    let stated = posts.lazy.compactMap(\.subject).first
    baseSubject = stated.map { BaseSubject($0).text } ?? ""
    let first = DisplayText.line(ShownSubject(stated, venues: venues).text)
    subject = options.showsAddresses ? first : DisplayText.withoutAddresses(first)
    people = DigestBuilder.counted(
      zip(posts, authors).filter { $0.0.kind != .missing && $0.0.kind != .pingback }.map(\.1))
    var isAnswered = Array(repeating: false, count: posts.count)
    for parent in conversation.parents {
      if let parent, posts.indices.contains(parent) { isAnswered[parent] = true }
    }
    isPingback = posts.indices.map { index in
      posts[index].kind == .pingback && !isAnswered[index] && index > 0
        && (!options.showsOnlyMatches || options.matches.contains(posts[index].id))
    }
    overview = ThreadOverview(
      conversation, bodies: bodies, authors: authors, ages: ages, options: options)
    chosen =
      options.length == .standard
      ? ThreadDraft.choose(conversation, bodies, authors, words, ages, overview, options)
      : bodies.map { Array(repeating: true, count: $0.units.count) }
    isShown = Array(repeating: true, count: posts.count)
    depths = Array(repeating: 0, count: posts.count)
    place(isAnswered)
    count()
  }

  /// What a digest prints of a post.
  func body(_ index: Int, fold: (PostBody.Quotation) -> DigestQuotation) -> [DigestPassage] {
    let passages =
      options.length == .brief
      ? bodies[index].outline().passages : bodies[index].composed(chosen[index], fold: fold)
    return options.showsAddresses ? passages : passages.map(\.withoutAddresses)
  }

  /// Decides which posts are drawn and how deep.
  private mutating func place(_ isAnswered: [Bool]) {
    let posts = conversation.posts
    let isWhole = !chosen.contains { $0.contains(false) }
    for index in posts.indices {
      let isMatch = options.matches.contains(posts[index].id)
      if options.showsOnlyMatches {
        isShown[index] = isMatch
      } else if options.length == .standard, !isWhole {
        isShown[index] =
          index == 0 || isPingback[index] || chosen[index].contains(true) || isMatch
      }
    }
    // A missing post is drawn where it holds posts that are shown together.
    for index in posts.indices.reversed() where isShown[index] {
      if let parent = conversation.parents[index], posts.indices.contains(parent),
        posts[parent].kind == .missing
      {
        isShown[parent] = true
      }
    }
    for index in posts.indices {
      guard let parent = conversation.parents[index], parent < index, parent >= 0 else { continue }
      depths[index] = depths[parent] + (isShown[parent] ? 1 : 0)
    }
  }

  private mutating func count() {
    for (index, post) in conversation.posts.enumerated() where post.kind != .missing {
      extent.postCount += 1
      extent.wordCount += bodies[index].wordCount
      guard isShown[index] else { continue }
      extent.shownPostCount += 1
      if options.length == .brief {
        extent.shownWordCount += bodies[index].outline().shownWordCount
      } else {
        for (unit, isChosen) in zip(bodies[index].units, chosen[index]) where isChosen {
          extent.shownWordCount += unit.wordCount
        }
      }
    }
  }

  private static func choose(
    _ conversation: Conversation, _ bodies: [PostBody], _ authors: [String], _ words: ThreadWords,
    _ ages: [Int], _ overview: ThreadOverview, _ options: DigestOptions
  ) -> [[Bool]] {
    let posts = conversation.posts
    var numbers: [String: Int] = [:]
    let candidates = posts.indices.map { index in
      let number = numbers[authors[index]] ?? numbers.count
      numbers[authors[index]] = number
      return PassageChoice.Candidate(
        body: bodies[index], author: number, age: ages[index],
        isMatch: options.matches.contains(posts[index].id), isRoot: index == 0,
        parent: conversation.parents[index].flatMap { posts.indices.contains($0) ? $0 : nil })
    }
    func place(_ pick: ThreadOverview.Pick) -> ThreadWords.Place {
      ThreadWords.Place(post: pick.post, unit: pick.unit)
    }
    // What somebody contradicts is what they quote right before.
    let contested = overview.disagreements.compactMap { pick in
      bodies[pick.post].quotation(before: pick.unit)
        .flatMap { words.quotedPlaces[pick.post][$0] }
    }
    return PassageChoice.choose(
      from: candidates, words: words, authorCount: numbers.count,
      subject: posts.lazy.compactMap(\.subject).first ?? "",
      picked: overview.picks.map(place), contested: contested)
  }
}

extension DigestPost {
  /// Marks the words that were looked for.
  mutating func highlight(_ find: (String) -> [Range<Int>]) {
    for index in body.indices {
      guard case .prose(var lines) = body[index] else { continue }
      for line in lines.indices {
        lines[line].runs = lines[line].runs.flatMap { run -> [DigestRun] in
          guard case .words(let text) = run else { return [run] }
          let scalars = Array(text.unicodeScalars)
          var runs: [DigestRun] = []
          var start = 0
          for range in find(text)
          where range.lowerBound >= start && range.upperBound <= scalars.count {
            if start < range.lowerBound {
              runs.append(
                .words(String(String.UnicodeScalarView(scalars[start..<range.lowerBound]))))
            }
            runs.append(.match(String(String.UnicodeScalarView(scalars[range]))))
            start = range.upperBound
          }
          guard start > 0 else { return [run] }
          if start < scalars.count {
            runs.append(.words(String(String.UnicodeScalarView(scalars[start...]))))
          }
          return runs
        }
      }
      body[index] = .prose(lines)
    }
  }
}

extension DigestLine {
  /// The runs with whether a space stands before each: between words and cuts, not where a match was marked.
  var spacedRuns: [(run: DigestRun, hasSpace: Bool)] {
    runs.enumerated().map { index, run in
      guard index > 0 else { return (run, false) }
      return (run, run == .cut || runs[index - 1] == .cut)
    }
  }
}

extension DigestPassage {
  /// The passage with mail addresses masked.
  var withoutAddresses: DigestPassage {
    switch self {
    case .prose(let lines):
      return .prose(
        lines.map { line in
          DigestLine(
            marker: line.marker,
            runs: line.runs.map { run in
              switch run {
              case .words(let text): .words(DisplayText.withoutAddresses(text))
              case .match(let text): .match(DisplayText.withoutAddresses(text))
              case .cut: .cut
              }
            })
        })
    case .verbatim(let lines): return .verbatim(lines.map(DisplayText.withoutAddresses))
    case .quotation, .omission: return self
    }
  }
}
