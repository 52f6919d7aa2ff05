import Discussion
import Foundation
import MadeUpMail
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
    let label = name.padding(toLength: 22, withPad: " ", startingAt: 0)
    print(
      label
        + String(
          format: "%9d posts  %6.2f µs a post  %6.0f MB at most  (%d)", count,
          seconds * 1e6 / Double(count), peakMegabytes(), outcome))
  }
}
