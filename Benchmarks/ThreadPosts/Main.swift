import Discussion
import Foundation
import Measuring
import Threading

// How threading grows: made-up posts, threaded by their headers, and some of them by evidence.
//
// usage: thread-posts [COUNT...]        100000 and 1000000 where none is given
//
// For each COUNT: processor time a post and the most memory so far. The forest is made of all posts at once, as an import makes
// it; evidence works on stretches of 2,000 messages with the 1,000 before them, as an import hands them over, in which
// every tenth message has lost its headers.

@main enum ThreadPosts {
  static func main() {
    let given = CommandLine.arguments.dropFirst().compactMap(Int.init)
    for count in given.isEmpty ? [100_000, 1_000_000] : Array(given) {
      headers(count)
      evidence(count)
    }
  }

  private static func headers(_ count: Int) {
    var discussion = Discussions(seed: 7)
    var posts: [ThreadingPost] = []
    posts.reserveCapacity(count)
    for number in 0..<count {
      let made = discussion.next(number)
      posts.append(
        ThreadingPost(
          id: made.id, instant: made.instant,
          inReplyTo: made.parent.map { [discussion.id($0)] } ?? [],
          references: made.chain.map { discussion.id($0) }))
    }
    let start = processorSeconds()
    let forest = ThreadForest(threading: posts)
    tell("forest by headers", count, processorSeconds() - start, forest.placements.count)
  }

  private static func evidence(_ count: Int) {
    var discussion = Discussions(seed: 11)
    var stretch: [Message] = []
    var linkCount = 0
    var rightCount = 0
    var lostCount = 0
    var seconds = 0.0
    for first in stride(from: 0, to: count, by: 2_000) {
      stretch = Array(stretch.suffix(1_000))
      let new = (first..<min(count, first + 2_000)).map { discussion.next($0) }
      stretch += new
      let known = Set(stretch.map(\.number))
      // A tenth of the messages has no headers.
      let linked = Dictionary(
        uniqueKeysWithValues: stretch.compactMap { message in
          message.number % 10 == 3 && message.number >= first
            ? nil : message.parent.map { (message.id, discussion.id($0)) }
        })
      let posts = stretch.map { discussion.evidencePost($0) }
      let start = processorSeconds()
      let links = EvidenceThreading.links(for: posts, linked: linked)
      seconds += processorSeconds() - start
      let truth = Dictionary(uniqueKeysWithValues: new.map { ($0.id, $0.parent) })
      for link in links {
        guard let parent = truth[link.child] else { continue }
        linkCount += 1
        if parent.map({ discussion.id($0) }) == link.parent { rightCount += 1 }
      }
      lostCount += new.count {
        $0.number % 10 == 3 && $0.parent.map(known.contains) == true
      }
    }
    tell("evidence for a tenth", count, seconds, linkCount)
    print("    \(lostCount) parents lost, \(linkCount) links drawn, \(rightCount) of them right")
  }

  private static func tell(_ name: String, _ count: Int, _ seconds: Double, _ outcome: Int) {
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type differs from system to system.
    getrusage(0, &usage)
    let label = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print(
      label
        + String(
          format: "%9d posts  %6.2f µs a post  %6.0f MB at most  (%d)", count,
          seconds * 1e6 / Double(count), Double(usage.ru_maxrss) / 1024, outcome))
  }
}

/// A made-up message.
struct Message {
  var number: Int
  var id: PostID
  var instant: Int64
  var author: Int
  var thread: Int
  /// The number of the message that it answers.
  var parent: Int?
  /// The numbers of the last ten messages above it, the oldest first.
  var chain: [Int]
  var words: [Int]
}

/// Makes messages: some hundred discussions at a time, which people join and leave.
struct Discussions {
  private var random: UInt64
  private var open: [[Message]] = []
  private var threadCount = 0
  private let vocabulary: [String]

  init(seed: UInt64) {
    random = seed
    let syllables = ["ba", "ke", "di", "lo", "mu", "ran", "ter", "vis", "on", "pel", "sha", "gri"]
    vocabulary = (0..<8_000).map { number in
      [number % 12, number / 12 % 12, number / 144 % 12, number / 1728].prefix(
        2 + number % 3
      ).map { syllables[$0] }.joined()
    }
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  private mutating func draw(_ limit: Int) -> Int {
    random &+= 0x9e37_79b9_7f4a_7c15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }

  func id(_ number: Int) -> PostID { PostID("m\(number)") }

  mutating func next(_ number: Int) -> Message {
    var message = Message(
      number: number, id: id(number), instant: 800_000_000 + Int64(number) * 600,
      author: draw(400), thread: threadCount, parent: nil, chain: [],
      words: (0..<60).map { _ in draw(8_000) })
    if open.count < 100 || draw(8) == 0 {
      threadCount += 1
      if open.count >= 100 { open.remove(at: draw(open.count)) }
      open.append([message])
      return message
    }
    let place = draw(open.count)
    let parent = open[place][draw(open[place].count)]
    (message.thread, message.parent) = (parent.thread, parent.number)
    message.chain = Array((parent.chain + [parent.number]).suffix(10))
    // Long discussions go on at their end.
    open[place] = Array((open[place] + [message]).suffix(40))
    quoted[number] = parent
    quoted[number - 4_000] = nil
    return message
  }

  /// The messages that the last ones answer.
  private var quoted: [Int: Message] = [:]

  private func text(_ words: some Sequence<Int>) -> String {
    words.map { vocabulary[$0] }.joined(separator: " ")
  }

  func evidencePost(_ message: Message) -> EvidencePost {
    var text = ""
    var blocks: [Block] = []
    func add(_ piece: String, _ kind: Block.Kind, depth: Int = 0, name: String? = nil) {
      let start = blocks.last?.end ?? 0
      text += piece
      blocks.append(
        Block(kind, depth: depth, start: start, end: start + piece.unicodeScalars.count, name: name)
      )
    }
    if let parent = quoted[message.number] {
      let name = "Person \(parent.author) Example"
      add("\(name) wrote:\n", .attribution, name: name)
      add(
        "> \(self.text(parent.words[5..<20]))\n> \(self.text(parent.words[20..<32]))\n\n", .quote,
        depth: 1)
    }
    add(self.text(message.words[..<30]) + "\n" + self.text(message.words[30...]) + "\n", .own)
    let author = Author(
      name: "Person \(message.author) Example", address: "p\(message.author)@example.org")
    return EvidencePost(
      id: message.id, kind: .message, instant: message.instant, author: author, venues: ["list"],
      subject: (message.parent == nil ? "" : "Re: ") + "Matter \(message.thread)", text: text,
      blocks: blocks)
  }
}
