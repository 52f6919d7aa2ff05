import Discussion
import Testing

@testable import Digests

@Suite struct PassageChoiceTests {
  /// A long thread: three people argue at length, six say one thing each.
  private static func thread() -> Conversation {
    let topics = ["grants", "fees", "volunteers", "installers", "foundations", "archives"]
    var drafts = [
      SampleThreads.Draft(
        id: "root00000000", day: 1,
        blocks: [
          (
            .own,
            "Who should pay for small tools that forty people use? I ask because nobody does.\n",
            nil
          )
        ])
    ]
    for index in 1..<60 {
      let topic = topics[index % topics.count]
      let other = topics[(index / 7) % topics.count]
      let author = index % 10 == 0 ? "Guest \(index)" : ["Ada", "Ben", "Cleo"][index % 3]
      drafts.append(
        SampleThreads.Draft(
          id: "post\(index)", parent: index < 4 ? "root00000000" : "post\(index / 3)",
          author: author,
          day: 1 + index / 3,
          blocks: [
            (.quote, "> Who should pay for small tools that forty people use?\n", "root00000000"),
            (
              .own,
              """
              Post \(index) holds that \(topic) matter more than \(other) where tools are small.
              It gives reason number \(index * 7 % 11) for that. One could also say that
              \(other) come first, but the figures of year \(1990 + index) speak against it.

              A second paragraph repeats what was said about \(topic) and adds little to it.
              We decided nothing about \(other) in the end, and that is where it stands.

              """, nil
            ),
          ]))
    }
    return SampleThreads.conversation(drafts, venue: SampleThreads.list)
  }

  private static func document(_ length: DigestLength = .standard) -> DigestDocument {
    var options = DigestOptions()
    options.length = length
    return DigestDocument(of: [thread()], options: options)
  }

  @Test func shortensToItsBudgetAndSaysSo() {
    let extent = Self.document().extent
    let budget = 700 + (extent.wordCount - 700) / 16
    #expect(extent.wordCount > 3_000)
    #expect((budget * 8 / 10...budget + 60).contains(extent.shownWordCount))
    #expect(extent.postCount == 60)
    #expect(extent.shownPostCount < 60)
  }

  @Test func countsTheWordsThatItShows() {
    for length in DigestLength.allCases {
      let document = Self.document(length)
      var words = 0
      var posts = 0
      for case .post(let post) in document.threads[0].entries {
        posts += 1
        for case .prose(let lines) in post.body {
          for line in lines {
            for case .words(let text) in line.runs { words += WordCount.of(text) }
          }
        }
      }
      #expect(words == document.extent.shownWordCount)
      #expect(posts == document.extent.shownPostCount)
    }
  }

  @Test func letsEveryParticipantSpeak() {
    let document = Self.document()
    var shown: Set<String> = []
    for case .post(let post) in document.threads[0].entries { shown.insert(post.author) }
    #expect(shown == Set(document.people.map(\.name)))
  }

  @Test func showsTheRootAndTheLastPostAndWhatOthersQuoted() throws {
    let entries = Self.document().threads[0].entries
    guard case .post(let root)? = entries.first else {
      Issue.record("no root")
      return
    }
    #expect(root.number == 1)
    #expect("\(root.body)".contains("Who should pay for small tools"))
    #expect(
      entries.contains { entry in
        if case .post(let post) = entry { post.id == PostID("post59") } else { false }
      })
  }

  @Test func marksEverythingLeftOut() {
    let document = Self.document()
    var next = 1
    for entry in document.threads[0].entries {
      switch entry {
      case .omitted(let posts):
        #expect(posts.firstNumber == next)
        next += posts.postCount
      case .post(let post):
        #expect(post.number == next)
        next += 1
        let isWhole =
          post.body.reduce(0) { sum, passage in
            guard case .prose(let lines) = passage else { return sum }
            return sum
              + lines.flatMap(\.runs).reduce(0) {
                if case .words(let text) = $1 { $0 + WordCount.of(text) } else { $0 }
              }
          } > 50
        #expect(
          isWhole || "\(post.body)".contains("cut") || "\(post.body)".contains("omission")
            || post.number == 1)
      }
    }
    #expect(next == 61)
  }

  @Test func drawsPostsBelowTheNearestAncestorShown() {
    var before = -1
    for entry in Self.document().threads[0].entries {
      #expect(entry.depth <= before + 1)
      before = entry.depth
    }
  }

  @Test func showsWhatIsContradicted() {
    var drafts: [SampleThreads.Draft] = [
      SampleThreads.Draft(
        id: "root00000000", day: 1, blocks: [(.own, "Who should look after the archive?\n", nil)])
    ]
    let claim = "The harbour office keeps no copies of letters older than nine years anyway."
    for index in 1..<40 {
      let filler = (1...6).map { line in
        "Post \(index) speaks in line \(line) of boxes, shelves and rooms, and of what number \(line * index) costs."
      }.joined(separator: " ")
      let answers = index == 30
      drafts.append(
        SampleThreads.Draft(
          id: "post\(index)", parent: answers ? "post20" : "root00000000",
          author: answers ? "Ben" : "Ada", day: 1 + index / 3,
          blocks: answers
            ? [
              (.quote, "> \(claim)\n", "post20"),
              (.own, "I disagree, since I read such letters there in the spring.\n", nil),
            ]
            : [
              (
                .own, index == 20 ? "\(filler)\n\n\(claim)\n\n\(filler) So much.\n" : "\(filler)\n",
                nil
              )
            ]))
    }
    let thread = SampleThreads.conversation(drafts, venue: SampleThreads.list)
    let document = DigestDocument(of: [thread])
    let shown = document.threads[0].entries.map { entry in
      if case .post(let post) = entry { "\(post.body)" } else { "" }
    }.joined()
    #expect(document.extent.shownWordCount < document.extent.wordCount / 2)
    #expect(shown.contains("I disagree"))
    #expect(shown.contains("\"\(claim)"))
  }

  @Test func showsShortThreadsWhole() {
    let document = SampleThreads.document(.standard)
    #expect(document.extent.shownWordCount == document.extent.wordCount)
    #expect(document.threads.map(\.entries) == SampleThreads.document(.full).threads.map(\.entries))
  }

  @Test func showsEveryMatch() {
    var options = DigestOptions()
    options.matches = [PostID("post17"), PostID("post23")]
    let document = DigestDocument(of: [Self.thread()], options: options)
    var matches: [PostID] = []
    for case .post(let post) in document.threads[0].entries where post.isMatch {
      matches.append(post.id)
      #expect(!post.body.isEmpty)
    }
    #expect(Set(matches) == options.matches)
  }

  @Test(arguments: DigestLength.allCases)
  func leavesOutAllButMatchesWhenAsked(length: DigestLength) {
    var options = DigestOptions()
    options.length = length
    options.matches = [PostID("post17"), PostID("post23")]
    options.showsOnlyMatches = true
    let thread = DigestDocument(of: [Self.thread()], options: options).threads[0]
    var shown: [PostID] = []
    var count = 0
    for entry in thread.entries {
      switch entry {
      case .post(let post): shown.append(post.id)
      case .omitted(let posts): count += posts.postCount
      }
    }
    #expect(Set(shown) == options.matches)
    #expect(shown.count == 2 && count == 58)
    #expect(thread.extent.shownPostCount == 2)
  }

  @Test func givesTheSameDocumentEachTime() {
    #expect(Self.document() == Self.document())
  }
}
