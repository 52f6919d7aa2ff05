import Discussion
import Testing
import Threading

/// A post of a tiny picture: `"m2"` that answers `["m1"]`.
private func post(
  _ name: String, at instant: Int64? = nil, refs: [String] = [], replyTo: [String] = []
) -> ThreadingPost {
  ThreadingPost(
    id: PostID(name), instant: instant, inReplyTo: replyTo.map { PostID($0) },
    references: refs.map { PostID($0) })
}

/// A forest as a picture: one line a post, two blanks a level, `?` before a missing one.
private func picture(_ posts: [ThreadingPost]) -> [String] {
  ThreadForest(threading: posts).placements.map {
    String(repeating: "  ", count: $0.depth) + ($0.isMissing ? "?" : "") + $0.id.text
  }
}

struct HeaderThreadingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let posts: [ThreadingPost]
    let picture: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a reply hangs under the last of its References",
      posts: [
        post("a", at: 1), post("b", at: 2, refs: ["a"]), post("c", at: 3, refs: ["a", "b"]),
      ],
      picture: ["a", "  b", "    c"]),
    Case(
      name: "the sole id of In-Reply-To comes before References",
      posts: [
        post("a", at: 1), post("b", at: 2, refs: ["a"]),
        post("c", at: 3, refs: ["a", "b"], replyTo: ["a"]),
      ],
      picture: ["a", "  b", "  c"]),
    Case(
      name: "two ids in In-Reply-To give way to References",
      posts: [
        post("a", at: 1), post("b", at: 2),
        post("c", at: 3, refs: ["b"], replyTo: ["a", "b"]),
      ],
      picture: ["a", "b", "  c"]),
    Case(
      name: "the first id of In-Reply-To counts where nothing else does",
      posts: [post("a", at: 1), post("b", at: 2), post("c", at: 3, replyTo: ["b", "a"])],
      picture: ["a", "b", "  c"]),
    Case(
      name: "a stated parent that is missing stays, also with one child",
      posts: [post("b", at: 2, refs: ["a"])],
      picture: ["?a", "  b"]),
    Case(
      name: "two replies to a lost post stay together",
      posts: [post("b", at: 2, refs: ["a"]), post("c", at: 3, refs: ["a"])],
      picture: ["?a", "  b", "  c"]),
    Case(
      name: "a missing id that joins two branches stays",
      posts: [post("d", at: 3, refs: ["a", "b"]), post("e", at: 4, refs: ["a", "c"])],
      picture: ["?a", "  ?b", "    d", "  ?c", "    e"]),
    Case(
      name: "a missing id in the middle of a chain is dropped",
      posts: [post("a", at: 1), post("d", at: 4, refs: ["a", "b", "c"])],
      picture: ["a", "  ?c", "    d"]),
    Case(
      name: "a post that names itself is a root",
      posts: [post("a", at: 1, refs: ["a"], replyTo: ["a"])],
      picture: ["a"]),
    Case(
      name: "two posts that answer each other make no loop",
      posts: [post("a", at: 1, refs: ["b"]), post("b", at: 2, refs: ["a"])],
      picture: ["b", "  a"]),
    Case(
      name: "three posts in a ring make no loop",
      posts: [
        post("a", at: 1, refs: ["c"]), post("b", at: 2, refs: ["a"]), post("c", at: 3, refs: ["b"]),
      ],
      picture: ["c", "  a", "    b"]),
    Case(
      name: "a post without headers is a root whatever others put above it",
      posts: [
        post("a", at: 1), post("b", at: 2), post("c", at: 3, refs: ["a", "b"]),
      ],
      picture: ["a", "b", "  c"]),
    Case(
      name: "siblings stand by date, and by id where dates are equal",
      posts: [
        post("a", at: 1), post("d", at: 9, refs: ["a"]), post("c", at: 5, refs: ["a"]),
        post("b", at: 9, refs: ["a"]),
      ],
      picture: ["a", "  c", "  b", "  d"]),
    Case(
      name: "an undated post stands first",
      posts: [post("a", at: 1), post("c", at: 5, refs: ["a"]), post("b", refs: ["a"])],
      picture: ["a", "  b", "  c"]),
    Case(
      name: "a missing post stands at the date of its first child",
      posts: [post("x", at: 5), post("b", at: 2, refs: ["a"]), post("c", at: 9, refs: ["a"])],
      picture: ["?a", "  b", "  c", "x"]),
    Case(
      name: "a reply that is dated before its parent still hangs under it",
      posts: [post("a", at: 9), post("b", at: 1, refs: ["a"])],
      picture: ["a", "  b"]),
    Case(
      name: "conflicting chains: the earlier post wins",
      posts: [
        post("d", at: 1, refs: ["a", "b"]), post("e", at: 2, refs: ["b", "a"]),
      ],
      picture: ["?a", "  ?b", "    d", "  e"]),
  ]

  @Test(arguments: cases)
  func threadsAsPictured(_ item: Case) {
    #expect(picture(item.posts) == item.picture)
  }

  @Test(arguments: cases)
  func threadsTheSameInAnyOrder(_ item: Case) {
    var posts = item.posts
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      posts.shuffle(using: &generator)
      #expect(picture(posts) == item.picture)
    }
  }

  @Test func neverLoopsOnRandomReferences() {
    for seed in UInt64(1)...200 {
      var generator = SeededGenerator(seed: seed)
      let names = (0..<12).map { "n\($0)" }
      let posts = names.prefix(8).map { name in
        post(
          name, at: Int64.random(in: 0..<5, using: &generator),
          refs: (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
            names[Int.random(in: 0..<12, using: &generator)]
          })
      }
      let forest = ThreadForest(threading: posts)
      #expect(forest.placements.count { !$0.isMissing } == posts.count, "seed \(seed)")
      for (index, placement) in forest.placements.enumerated() {
        #expect(placement.parent.map { $0 < index } ?? true, "seed \(seed)")
        #expect((placement.link == nil) == (placement.parent == nil), "seed \(seed)")
      }
      #expect(ThreadForest(threading: posts.reversed()) == forest, "seed \(seed)")
    }
  }

  @Test func pageStatementsCountOnlyWhereHeadersAreSilent() {
    var nested = post("c", at: 3)
    nested.stated = [
      .init(
        parent: PostID("b"), reasons: [Evidence(.markup, weight: 9, detail: "nested")],
        confidence: 0.99)
    ]
    var contradicted = post("d", at: 4, refs: ["a"])
    contradicted.stated = nested.stated
    let forest = ThreadForest(threading: [post("a", at: 1), post("b", at: 2), nested, contradicted])
    let kinds = Dictionary(
      uniqueKeysWithValues: forest.placements.map { ($0.id.text, $0.link?.reasons.first?.kind) })
    #expect(kinds == ["a": nil, "b": nil, "c": .markup, "d": .header])
  }

  @Test func aLinkBetweenPagesCountsWhereNobodyHasThePostOfTheHeader() {
    var masked = post("b", at: 2, refs: ["masked"])
    masked.stated = [
      .init(
        parent: PostID("a"),
        reasons: [Evidence(.markup, weight: 9, detail: "In-Reply-To links to a")], confidence: 0.99)
    ]
    #expect(picture([post("a", at: 1), masked]) == ["a", "  b"])
    // The header counts again once its post comes, and where the page of the link was never read.
    #expect(picture([post("a", at: 1), post("masked", at: 1), masked]) == ["a", "masked", "  b"])
    #expect(picture([masked]) == ["?masked", "  b"])
  }

  @Test func aThreadOfTenThousandLevelsNeedsNoStack() {
    let posts = (0..<10_000).map { number in
      post("n\(number)", at: Int64(number), refs: number == 0 ? [] : ["n\(number - 1)"])
    }
    #expect(ThreadForest(threading: posts).placements.last?.depth == 9_999)
  }
}

/// SplitMix64, so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
