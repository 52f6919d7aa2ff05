internal import ArchiveStore
internal import Arguments
internal import Corrections
internal import Discussion
internal import Exports
private import Foundation
internal import SourceBytes

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Posts to a program and marks back.
///
/// One thread writes, this one reads, so that a program that keeps its output until it ends cannot block.
struct ModelExchange {
  let archive: Archive
  let origin: String
  let usesUnits: Bool
  let batch: Int
  /// How many posts were answered, and how many marks came.
  private(set) var answeredCount = 0
  private(set) var markCount = 0
  /// Lines that could not be used, in words.
  private(set) var faults: [String] = []

  /// A line of a program may be so long; a longer one is a fault.
  private static let lineLimit = 1 << 24

  private var posts: [PostID: UnreadPost] = [:]
  /// Posts that wait for the answers of more of their units, with how many.
  private var open: [PostID: (rest: Int, marks: [Annotation])] = [:]
  private var done: [UnreadPost] = []
  private var marks: [Annotation] = []
  private var last: SentPost?

  init(archive: Archive, origin: String, usesUnits: Bool, batch: Int) {
    self.archive = archive
    self.origin = origin
    self.usesUnits = usesUnits
    self.batch = batch
  }

  /// Sends posts and keeps what comes back.
  ///
  /// - Returns: The status of the program.
  mutating func run(
    _ command: String, posts unread: [UnreadPost], showsProgress: Bool
  ) throws -> Int32 {
    guard !unread.isEmpty else { return 0 }
    for post in unread { posts[post.id] = post }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // Ours ends of the pipes only: the program's input must end when ours does.
    let writer = dup(input.fileHandleForWriting.fileDescriptor)
    try? input.fileHandleForWriting.close()
    let (archive, usesUnits) = (archive, usesUnits)
    let feeding = Thread {
      ModelExchange.feed(unread, of: archive, asUnits: usesUnits, to: writer)
      close(writer)
    }
    feeding.start()
    var progress = ProgressBar(total: unread.count, isShown: showsProgress)
    var line: [UInt8] = []
    var number = 0
    let handle = output.fileHandleForReading
    while true {
      let data = handle.availableData
      guard !data.isEmpty else { break }
      for byte in data {
        guard byte == 0x0a else {
          if line.count < ModelExchange.lineLimit { line.append(byte) }
          continue
        }
        number += 1
        try take(line, number)
        line.removeAll(keepingCapacity: true)
        progress.show(within: answeredCount + done.count, posts: 0)
      }
    }
    if !line.isEmpty { try take(line, number + 1) }
    progress.clear()
    process.waitUntilExit()
    if usesUnits, process.terminationStatus == 0 {
      // Of a post without sentences nothing was sent, so nothing can come back.
      for post in unread where posts[post.id] != nil {
        if try sent(post.id)?.units.isEmpty ?? false { try finish(post.id, []) }
      }
    }
    try keep()
    return process.terminationStatus
  }

  /// Takes one line of the program.
  private mutating func take(_ line: [UInt8], _ number: Int) throws {
    guard line.contains(where: { $0 > 0x20 }) else { return }
    func fault(_ text: String) { faults.append("line \(number) of the program: \(text)") }
    guard let value = try? JSONDecoder().decode(CorrectionValue.self, from: Data(line)),
      let id = value["id"]?.text ?? value["id"]?.integer.map({ "\($0)" })
    else {
      return fault("not an object with \"id\"; is it a message? Those belong on standard error")
    }
    let parts = id.split(separator: ":", maxSplits: 1).map(String.init)
    let post = PostID(parts.first ?? "")
    guard posts[post] != nil else {
      return fault("\(SafeText.line(id)) was not sent, or was answered already")
    }
    guard var sent = try sent(post), parts.count < 2 || sent.choose(unit: parts[1]) else {
      return fault("\(SafeText.line(id)) was not sent")
    }
    var found: [Annotation] = []
    for answer in value["annotations"]?.list ?? [value] {
      for (mark, problem) in ModelAnswer.marks(answer, on: sent, origin: origin) {
        if let mark { found.append(mark) } else { fault("\(SafeText.line(id)): \(problem)") }
      }
    }
    guard usesUnits else { return try finish(post, found) }
    var state = open[post] ?? (sent.units.count, [])
    state.rest -= 1
    state.marks += found
    open[post] = state
    if state.rest <= 0 {
      open[post] = nil
      try finish(post, state.marks)
    }
  }

  /// A post as it was sent; programs answer in the order in which they are asked, so that the last one is kept.
  private mutating func sent(_ id: PostID) throws -> SentPost? {
    if let last, last.post == id { return last }
    last = try archive.post(id, detail: [.text]).flatMap {
      SentPost($0, hasUnits: usesUnits)
    }
    return last
  }

  private mutating func finish(_ post: PostID, _ found: [Annotation]) throws {
    guard let unread = posts.removeValue(forKey: post) else { return }
    done.append(unread)
    var ids: Set<String> = []
    marks += found.filter { ids.insert($0.id).inserted }
    if done.count >= batch { try keep() }
  }

  /// Writes what came since the last time.
  private mutating func keep() throws {
    try archive.updateSuggestions(of: origin, posts: done, with: marks)
    answeredCount += done.count
    markCount += marks.count
    (done, marks) = ([], [])
  }

  /// Writes posts as lines until the program reads no more.
  private static func feed(
    _ unread: [UnreadPost], of archive: Archive, asUnits: Bool, to descriptor: Int32
  ) {
    for post in unread {
      guard let archived = try? archive.post(post.id, detail: [.text]),
        let sent = SentPost(archived, hasUnits: asUnits)
      else { continue }
      let parent = post.parent.flatMap { try? archive.post($0, detail: [.text]) }
        .flatMap { SentPost($0, hasUnits: false)?.text }
      var json = JSONWriter()
      let pieces =
        asUnits
        ? sent.units.map { ("\(post.id):\($0.lowerBound)-\($0.upperBound)", sent.words($0)) }
        : [(post.id.text, sent.text)]
      for (id, text) in pieces {
        json.object { json in
          json.member("id", id)
          json.member("text", text)
          json.member("parentText", parent)
          json.member("author", archived.post.author.shown)
          json.member("date", archived.post.date?.stated.iso8601)
          json.member("subject", archived.post.subject)
          json.member("thread", archived.thread.text)
        }
        json.newline()
      }
      var rest = json.bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = rest.dropFirst(count)
      }
    }
  }
}

/// A post as a program sees it: its own words, and where they stand in the text.
struct SentPost {
  let post: PostID
  /// The own words, parts joined by line feeds.
  let text: String
  let scalars: [Unicode.Scalar]
  /// Its sentences and clauses, where they are sent one by one.
  let units: [Range<Int>]
  /// The unit that was sent by itself; nil for the whole post.
  private(set) var unit: Range<Int>?
  private let ranges: [Range<Int>]

  /// nil for a post without text.
  init?(_ archived: ArchivedPost, hasUnits: Bool) {
    guard let text = archived.post.text else { return nil }
    post = archived.post.id
    scalars = Array(text.unicodeScalars)
    ranges = PostParts.ownRanges(of: archived.post.blocks, count: scalars.count)
    self.text = PostParts.ownText(of: text, blocks: archived.post.blocks)
    units = hasUnits ? ArgumentReader().units(of: text, blocks: archived.post.blocks) : []
  }

  /// Narrows it to the unit of an answer; false where it has no such unit.
  mutating func choose(unit name: String) -> Bool {
    unit = units.first { "\($0.lowerBound)-\($0.upperBound)" == name }
    return unit != nil
  }

  func words(_ range: Range<Int>) -> String {
    Annotation.text(of: scalars[range])
  }

  /// Whether a span of the text lies in words that were sent: own words, not a quotation of the same words above them.
  func holds(_ range: Range<Int>) -> Bool {
    (unit.map { [$0] } ?? ranges).contains {
      $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound
    }
  }

  /// Where a place of the words that were sent stands in the text.
  func place(_ sent: Range<Int>) -> Range<Int>? {
    if let unit {
      let place = sent.lowerBound + unit.lowerBound..<sent.upperBound + unit.lowerBound
      return place.upperBound <= unit.upperBound ? place : nil
    }
    guard sent.upperBound <= ranges.reduce(0, { $0 + $1.count + 1 }) else { return nil }
    var offset = 0
    for range in ranges {
      if sent.lowerBound < offset + range.count {
        let start = range.lowerBound + sent.lowerBound - offset
        return start..<min(range.upperBound, start + sent.count)
      }
      offset += range.count + 1
    }
    return nil
  }
}

/// What a program says of a post.
enum ModelAnswer {
  /// The marks of one object; nil with what is wrong where it makes none.
  static func marks(
    _ answer: CorrectionValue, on sent: SentPost, origin: String
  ) -> [(mark: Annotation?, problem: String)] {
    var topics = (answer["topics"]?.list ?? []).compactMap(\.text)
    if let topic = answer["topic"]?.text { topics.append(topic) }
    let role = answer["role"]?.text
    let stance = answer["stance"]?.text
    for word in topics + [role].compactMap(\.self) where !MarkLabels.isName(word) {
      return [(nil, "`\(SafeText.line(word))` is no word; use letters, digits, - and _")]
    }
    if let stance, Stance(rawValue: stance) == nil {
      return [(nil, "`\(SafeText.line(stance))` is no stance")]
    }
    guard !topics.isEmpty || role != nil || stance != nil else { return [] }
    var range = sent.unit
    if let exact = answer["exact"]?.text ?? answer["quote"]?.text, !exact.isEmpty {
      let places = Annotation.places(of: Array(exact.unicodeScalars), in: sent.scalars)
      let length = exact.unicodeScalars.count
      guard let place = places.first(where: { sent.holds($0..<$0 + length) }) else {
        return [(nil, "“\(SafeText.line(exact))” does not stand in the text")]
      }
      range = place..<place + length
    } else if let start = answer["start"]?.integer, let end = answer["end"]?.integer {
      guard start >= 0, start < end, let place = sent.place(start..<end) else {
        return [(nil, "\(start) to \(end) lies outside the text")]
      }
      range = place
    }
    let evidence =
      answer["evidence"]?.list?.compactMap(\.text) ?? [answer["evidence"]?.text].compactMap(\.self)
    let labels: [(String?, String?, String?)] =
      topics.map { ($0, nil, nil) } + (role != nil ? [(nil, role, nil)] : [])
      + (stance != nil ? [(nil, nil, stance)] : [])
    return labels.map { topic, role, stance in
      var mark = Annotation(
        post: sent.post, range: range, in: sent.scalars, origin: origin, topic: topic, role: role,
        stance: stance)
      if stance != nil { mark.target = answer["target"]?.text ?? "parent" }
      mark.confidence = answer["confidence"]?.number.map { min(max($0, 0), 1) }
      mark.evidence = evidence + [answer["note"]?.text].compactMap(\.self)
      return (mark, "")
    }
  }
}
