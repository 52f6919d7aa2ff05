import MailFormat
import SourceBytes
import Testing

@Suite struct MboxSplitterTests {
  typealias Item = MboxSplitter.Item

  /// Splits `bytes`, which arrive in pieces of `step` bytes, and drops what is no longer needed.
  static func split(
    _ bytes: [UInt8], step: Int = Int.max, limits: ParseLimits = ParseLimits()
  ) -> (items: [Item], findings: [Finding]) {
    var splitter = MboxSplitter(limits: limits)
    var items: [Item] = []
    var findings: [Finding] = []
    var start = 0
    var end = min(step, bytes.count)
    while true {
      let window = Array(bytes[start..<end])
      let item = splitter.next(
        in: window.span, windowOffset: start, isFinal: end == bytes.count, file: FileID("test"),
        findings: &findings)
      if let item {
        items.append(item)
        start = item.bytes.upperBound
      } else if end == bytes.count {
        return (items, findings)
      } else {
        end = step > bytes.count - end ? bytes.count : end + step
      }
    }
  }

  static func isTiled(_ items: [Item], _ count: Int) -> Bool {
    var end = 0
    for item in items {
      guard item.bytes.lowerBound == end, item.bytes.upperBound > end,
        item.message.lowerBound >= end, item.message.upperBound <= item.bytes.upperBound
      else { return false }
      end = item.bytes.upperBound
    }
    return end == count
  }

  /// Whether nothing but an empty line stands between the end of a message and the end of its item.
  static func keepsAllLines(_ items: [Item], _ bytes: [UInt8]) -> Bool {
    items.allSatisfy { item in
      let rest = bytes[item.message.upperBound..<item.bytes.upperBound]
      return rest.isEmpty || rest.elementsEqual("\n".utf8) || rest.elementsEqual("\r\n".utf8)
    }
  }

  static let header = "From: a@x.org\nSubject: s\n\n"

  @Test(arguments: [
    ("From a@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\nx\n", 1),
    ("From a at x.org  Sat Jun 12 02:55:14 1999\nFrom: a\n\nx\n", 1),
    ("From a@x.org Sat, 12 Jun 1999 02:55:14 -0400 (EDT)\nFrom: a\n\nx\n", 1),
    ("From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: a\n\nx\n", 1),
    ("From - Sat Jun 12 02:55:14 1999\nFrom: a\n\nx\n", 1),
    ("From MAILER-DAEMON Sat Jun 12 02:55:14 EDT 1999\nFrom: a\n\nx\n", 1),
    ("From a!b!c Sat Jun 12 02:55:14 1999 remote from d\nFrom: a\n\nx\n", 1),
    ("From a@x.org Sat Jun 12 02:55 1999\nFrom: a\n\nx\n", 1),
    ("From 1234@xxx Mon Jan 02 15:04:05 +0000 2012\nFrom: a\n\nx\n", 1),
    ("From ???@??? Tue Oct 28 10:02:01 1997\nFrom: a\n\nx\n", 1),
    ("From a@x.org 2012-01-02 15:04:05\nFrom: a\n\nx\n", 1),
    ("From a@x.org Sa Jun 12 02:55:14 1999\nFrom: a\n\nx\n", 1),
    ("From: a\nSubject: s\n\nx\n\nFrom 10:00 on 12 June 2004 we met\nand: so\n", 1),
    ("From: a\nSubject: s\n\nx\n\nFrom Monday, 12 June 2004, 10:00:00 on\nit ran\n", 1),
    ("From \"A B\"@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\nx\n", 1),
    ("From: a\nSubject: s\n\nFrom here on\nMy: own\n", 1),
    ("From: a\nSubject: s\n\nx\n\nFrom me it came on 12 Jan at 10:00, you know\nNote: this\n", 1),
    ("From: a\nSubject: s\n\nFrom a@x.org Sat Jun 12 02:55:14 1999\nFrom: b\n\nx\n", 2),
    ("From: a\nSubject: s\n\nx\nFrom a@x.org Sat Jun 12 02:55:14 1999\nFrom: b\n\nx\n", 2),
    ("From: a\nSubject: s\n\nx\nFrom a@x.org Sat Jun 12 02:55:14 1999\nis what it said\n", 1),
    ("From: a\nSubject: s\n\nx\n\nFrom a@x.org\nFrom: b\nSubject: t\n\nx\n", 2),
    ("From - \nFrom: a\nTo: b\n\nx\nFrom - \nFrom: b\nTo: a\n\nx\n", 2),
    ("From - \nFrom: a\nTo: b\n\nx\nFrom -\nand back\n\nFrom - \n\n", 1),
    ("hello\nworld\n", 1), ("", 0), ("\n", 1), ("From ", 1), ("From", 1),
  ])
  func countsMessages(text: String, count: Int) {
    for bytes in [Array(text.utf8), Array(text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })] {
      let items = Self.split(bytes).items
      #expect(items.count == count)
      #expect(Self.isTiled(items, bytes.count))
    }
  }

  @Test func tellsEnvelopeMessageAndPreambleApart() {
    let text =
      "junk\n\nFrom a@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\nbody\n\nFrom b@x.org Sat Jun 12 02:55:14 1999\nFrom: b\n\nend\n\n"
    let items = Self.split(Array(text.utf8)).items
    #expect(
      items == [
        Item(bytes: 0..<6, envelope: nil, message: 0..<6, isPreamble: true),
        Item(bytes: 6..<59, envelope: 6..<43, message: 44..<58),
        Item(bytes: 59..<111, envelope: 59..<96, message: 97..<110),
      ])
  }

  @Test func reportsADoubtfulSeparatorOnlyWhereTheFileKnowsBetter() {
    let separator = "From a@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\nx\n"
    let tight = String(repeating: separator, count: 5)
    #expect(Self.split(Array(tight.utf8)).findings.isEmpty)
    let loose = String(repeating: separator + "\n", count: 25) + separator + separator
    let result = Self.split(Array(loose.utf8))
    #expect(result.items.count == 27)
    #expect(result.findings.map(\.code) == ["separator-doubtful"])
  }

  @Test func anyChunkingGivesTheSameItems() {
    var text = "preamble\n\n"
    for number in 0..<60 {
      let blank = number % 3 == 0 ? "" : "\n"
      text += "From a\(number)@x.org Sat Jun 12 02:55:14 1999\r\nFrom: a\nSubject: s\(number)\n\n"
      text += String(repeating: "line of text\n", count: number * 7) + "From the start\n" + blank
    }
    let bytes = Array(text.utf8)
    let whole = Self.split(bytes)
    #expect(whole.items.count == 61)
    for step in [1, 7, 1000, 4096, 5000] where step > 1 || bytes.count < 40_000 {
      let pieces = Self.split(bytes, step: step)
      #expect(pieces.items == whole.items, "step \(step)")
      #expect(pieces.findings == whole.findings, "step \(step)")
    }
  }

  /// What lies ahead of an envelope ends a few bytes before its own, at it, and behind it.
  @Test func seesAnEnvelopeWhereverAPieceEnds() throws {
    let header = "From a@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\n"
    let body = String(repeating: "line of text\n", count: 500) + "\n"
    let bytes = Array((header + body + header + body).utf8)
    let whole = Self.split(bytes)
    let envelope = try #require(whole.items.last?.bytes.lowerBound)
    #expect(whole.items.count == 2 && envelope > 0)
    for shift in -8...8 {
      let step = envelope + MboxSplitter.lookaheadByteCount + shift
      #expect(Self.split(bytes, step: step).items == whole.items, "\(shift)")
    }
  }

  @Test func tilesAFileCutAtEveryByte() throws {
    let bytes = try fixture("life.mbox")
    for end in 0...bytes.count {
      let cut = Array(bytes[..<end])
      let items = Self.split(cut).items
      #expect(Self.isTiled(items, end), "cut at \(end)")
      #expect(Self.keepsAllLines(items, cut), "cut at \(end)")
      for item in items {
        var findings: [Finding] = []
        let span = cut.span.extracting(item.message)
        _ = MailMessage(
          parsing: span, from: SourceLocation(file: FileID("cut"), bytes: item.bytes),
          findings: &findings)
      }
    }
  }

  @Test func keepsALastLineThatNoLineFeedEnds() throws {
    let envelope = "From a@x.org Sat Jun 12 02:55:14 1999\n"
    for body in ["end", "one\n\nend", "one\n\n"] {
      let text = envelope + Self.header + body
      let item = try #require(Self.split(Array(text.utf8)).items.first)
      let message = String(decoding: Array(text.utf8)[item.message], as: UTF8.self)
      #expect(message == Self.header + (body == "one\n\n" ? "one\n" : body))
    }
  }

  @Test func cutsAMessageThatIsTooLongAndGoesOnBehindIt() {
    var limits = ParseLimits()
    limits.messageByteCount = 10_000
    let first =
      "From a@x.org Sat Jun 12 02:55:14 1999\nFrom: a\n\n" + String(repeating: "x", count: 35_000)
    let text = first + "\n\nFrom b@x.org Sat Jun 12 02:55:14 1999\nFrom: b\n\nend\n"
    let bytes = Array(text.utf8)
    let whole = Self.split(bytes, limits: limits)
    #expect(whole.items.map(\.isOverflow) == [false, true, true, true, false])
    #expect(whole.findings.map(\.code) == ["message-too-long"])
    #expect(Self.isTiled(whole.items, bytes.count))
    for step in [100, 4096, 9_999] {
      #expect(Self.split(bytes, step: step, limits: limits).items == whole.items, "step \(step)")
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func tilesRandomPiecesOfMboxes(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let pieces = [
      "From ", "From a@x.org Sat Jun 12 02:55:14 1999", "\n", "\r\n", "\n\n", "From: a\n",
      "Subject: b\n", "text", ">From ", " ", "From b at x.org  Mon Mar  5 11:00:00 2012\nDate: x\n",
    ]
    var text = ""
    for _ in 0..<120 { text += pieces.randomElement(using: &generator) ?? "" }
    let bytes = Array(text.utf8)
    let whole = Self.split(bytes)
    #expect(Self.isTiled(whole.items, bytes.count))
    #expect(Self.keepsAllLines(whole.items, bytes))
    let step = Int.random(in: 1...200, using: &generator)
    #expect(Self.split(bytes, step: step).items == whole.items)
  }
}

@Suite struct MboxDialectTests {
  @Test(arguments: [
    ("From mboxrd@z Thu Jan  1 00:00:00 1970\n", MboxDialect.mboxrd),
    ("> a\n>From b\n> c\n", .mboxo), ("> a\n>>From b\n> c\n", .mboxrd),
    ("text\n>From b\ntext\n", .mboxrd), (">> a\n>>From b\n", .mboxo), ("", .mboxrd),
  ])
  func isToldByTheLinesAround(text: String, dialect: MboxDialect) {
    let bytes = Array(text.utf8)
    let judged = MboxDialect(judging: bytes.span)
    #expect(judged == dialect)
  }

  @Test func unescapesOneLevel() {
    let bytes = Array(">From a\n>>From b\n> From c\nx >From d\n>Fro".utf8)
    let full = String(decoding: MboxDialect.mboxrd.unescape(message: bytes), as: UTF8.self)
    #expect(full == "From a\n>From b\n> From c\nx >From d\n>Fro")
    let old = String(decoding: MboxDialect.mboxo.unescape(message: bytes), as: UTF8.self)
    #expect(old == "From a\n>>From b\n> From c\nx >From d\n>Fro")
    let plain = Array("nothing\nhere".utf8)
    #expect(MboxDialect.mboxrd.unescape(message: plain) == plain)
  }
}
