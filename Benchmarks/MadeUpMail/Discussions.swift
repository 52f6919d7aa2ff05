package import Discussion
import Foundation
package import Threading

/// A made-up message.
package struct Message {
  package var number: Int
  package var id: PostID
  package var instant: Int64
  package var author: Int
  package var thread: Int
  /// The number of the message that it answers.
  package var parent: Int?
  /// The numbers of the last ten messages above it, the oldest first.
  package var chain: [Int]
  package var words: [Int]
}

/// Makes messages: some hundred discussions at a time, which people join and leave.
package struct Discussions {
  private var random: UInt64
  private var open: [[Message]] = []
  private var threadCount = 0
  private let vocabulary: [String]

  package init(seed: UInt64) {
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

  package func id(_ number: Int) -> PostID { PostID("m\(number)") }

  package mutating func next(_ number: Int) -> Message {
    var message = Message(
      number: number, id: id(number), instant: 800_000_000 + Int64(number) * 600,
      author: draw(400), thread: threadCount, parent: nil, chain: [],
      words: (0..<60).map { _ in draw(8_000) })
    quoted[number - 4_000] = nil
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
    return message
  }

  /// The message as an mbox holds it.
  ///
  /// - Parameter hasReplyHeaders: Whether In-Reply-To and References say what it answers.
  package func entry(_ message: Message, hasReplyHeaders: Bool = true) -> String {
    let post = evidencePost(message)
    var day = tm()
    var instant = time_t(message.instant)
    gmtime_r(&instant, &day)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let month = months[Int(day.tm_mon)]
    let clock = "\(two(day.tm_hour)):\(two(day.tm_min)):\(two(day.tm_sec))"
    let year = 1900 + Int(day.tm_year)
    func name(_ number: Int) -> String { "<m\(number)@example.org>" }
    var entry = """
      From p@example.org Mon \(month) \(two(day.tm_mday)) \(clock) \(year)
      From: \(post.author.name ?? "") <\(post.author.address ?? "")>
      Date: \(day.tm_mday) \(month) \(year) \(clock) +0000
      Subject: \(post.subject ?? "")
      Message-ID: \(name(message.number))

      """
    if hasReplyHeaders, let parent = message.parent {
      entry += "In-Reply-To: \(name(parent))\n"
      entry += "References: \(message.chain.map(name).joined(separator: "\n "))\n"
    }
    return entry + "\n" + post.text + "\n"
  }

  /// The messages that the last ones answer.
  private var quoted: [Int: Message] = [:]

  private func text(_ words: some Sequence<Int>) -> String {
    words.map { vocabulary[$0] }.joined(separator: " ")
  }

  package func evidencePost(_ message: Message) -> EvidencePost {
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
