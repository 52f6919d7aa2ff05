import Arguments
import Discussion
import Foundation
import Measuring
import Topics

/// Roles, stances, a codebook of 50 topics with 500 terms, and discovery in 10,000 posts: the texts of the command line, one
/// post a file, or generated posts.
@main struct ReadArguments {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    var texts = try paths.map {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
    }
    if texts.isEmpty { texts = (0..<10_000).map(post) }
    let byteCount = texts.reduce(0) { $0 + $1.utf8.count }
    print("\(texts.count) posts, \(byteCount) bytes, one core")

    let some = Array(texts.prefix(2000))
    let someBytes = some.reduce(0) { $0 + $1.utf8.count }
    let reader = ArgumentReader()
    measure("roles", byteCount: someBytes) {
      some.reduce(0) { $0 + reader.read($1).units.count }
    }
    measure("roles and stances", byteCount: someBytes) {
      zip(some, some.dropFirst() + [""]).reduce(0) { sum, pair in
        let reading = reader.read(pair.0, parent: pair.1)
        return sum + reading.units.count + (reading.stance == nil ? 0 : 1)
      }
    }
    let tagger = CodebookTagger(try Codebook(yaml: codebook))
    measure("codebook, 50 topics, 500 terms", byteCount: byteCount) {
      texts.reduce(0) { sum, text in
        sum
          + tagger.tags(in: text, ranges: [0..<text.unicodeScalars.count], language: "en").count
      }
    }
    let documents = texts.enumerated().map {
      TopicDocument(id: "p\($0)", author: "a\($0 % 97)", title: nil, text: $1)
    }
    let start = processorSeconds()
    let found = TopicDiscovery.topics(in: documents, count: 20)
    let seconds = String(format: "%.1f s", processorSeconds() - start)
    print("discovery, \(documents.count) posts: \(found.count) topics in \(seconds)")
    if let peak = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?
      .split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") })
    {
      print(peak)
    }
  }

  private static let subjects: [[String]] = [
    "fee platform donor campaign reward payment bank card charge receipt",
    "patch kernel driver review maintainer branch release build test merge",
    "licence copyright author attribution remix archive library access work public",
    "oven flour bread yeast dough crust baker salt water morning",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let frames = [
    "I think the %@ should not depend on the %@, because nobody pays for the %@.",
    "For example the %@ of last year cost more than the %@ and the %@ together.",
    "You are right that a %@ is needed, but the %@ has no %@ at all.",
    "Why should the %@ wait until somebody writes a %@ for the %@?",
    "We decided to keep the %@, and according to the %@ that saved one %@ in three.",
    "Thanks for the %@, it was a pleasure to read about the %@ and its %@.",
  ]

  /// A post of some paragraphs; always the same for the same number.
  private static func post(_ number: Int) -> String {
    var state = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let words = subjects[number % subjects.count]
    var text = ""
    for sentence in 0..<(6 + next(20)) {
      var parts = frames[next(frames.count)].components(separatedBy: "%@")
      let last = parts.removeLast()
      for part in parts { text += part + words[next(words.count)] + (next(4) == 0 ? "s" : "") }
      text += last + (sentence % 5 == 4 ? "\n\n" : "\n")
    }
    return text
  }

  /// Fifty topics of ten terms: words, phrases, prefixes and one expression each.
  private static let codebook: String = {
    var yaml = "topics:\n"
    let all = subjects.flatMap { $0 }
    for topic in 0..<50 {
      let terms = (0..<10).map { index -> String in
        let word = all[(topic * 7 + index * 3) % all.count]
        switch index {
        case 0: return "\"\(word) \(all[(topic + index) % all.count])\""
        case 1: return "\(word.prefix(4))\(topic % 3 == 0 ? "" : "x")*"
        case 2 where topic % 10 == 0: return "'/\\b\(word)s? (of|and) the\\b/'"
        case 3...5: return word
        default: return "\(word)\(topic)"
        }
      }
      yaml += "  - id: t\(topic)\n    terms: [\(terms.joined(separator: ", "))]\n"
    }
    return yaml
  }()
}
