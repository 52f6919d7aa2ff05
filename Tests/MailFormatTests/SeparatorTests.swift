import MailFormat
import SourceBytes
import Testing

struct SeparatorTests {
  /// The messages of a file and the bytes between them, read in pieces of `pieceByteCount`.
  private func items(
    _ text: String, _ separator: MessageSeparator = .envelope, pieceByteCount: Int = 1 << 20
  ) -> [MboxSplitter.Item] {
    let bytes = Array(text.utf8)
    var splitter = MboxSplitter(separator: separator)
    var items: [MboxSplitter.Item] = []
    var findings: [Finding] = []
    var (start, end) = (0, min(bytes.count, pieceByteCount))
    while true {
      if let item = splitter.next(
        in: bytes[start..<end].span, windowOffset: start, isFinal: end == bytes.count,
        file: FileID("x"), findings: &findings)
      {
        items.append(item)
        start = item.bytes.upperBound
      } else if end == bytes.count {
        return items
      } else {
        end = min(bytes.count, end + pieceByteCount)
      }
    }
  }

  private func messages(_ text: String, _ separator: MessageSeparator = .envelope) -> [String] {
    let bytes = Array(text.utf8)
    let whole = items(text, separator)
    #expect(whole == items(text, separator, pieceByteCount: 7))
    #expect(whole.map(\.bytes.count).reduce(0, +) == bytes.count)
    return whole.filter { !$0.isPreamble }.map {
      String(decoding: bytes[$0.message], as: UTF8.self)
    }
  }

  private let envelope = "From ada@example.org Tue Jan 17 10:00:00 2012\n"

  @Test func contentLengthKeepsLinesThatLookLikeSeparators() throws {
    let body = "Look:\n\n\(envelope)Subject: not a message\nFrom: nobody\n\nthe end\n"
    let text =
      "\(envelope)From: ada@example.org\nSubject: one\nContent-Length: \(body.utf8.count)\n\n\(body)\n"
      + "\(envelope)From: ada@example.org\nSubject: two\n\nhello\n"
    let found = messages(text)
    #expect(found.count == 2)
    #expect(found[0].hasSuffix("the end\n"))
    #expect(items(text)[0].isUnescaped)
  }

  @Test(arguments: [3, 40, 4_000, 1_000_000_000_000])
  func contentLengthThatLiesIsNotBelieved(length: Int) {
    let text =
      "\(envelope)From: ada@example.org\nContent-Length: \(length)\n\nhello\n\n"
      + "\(envelope)From: ada@example.org\nSubject: two\n\nhello\n"
    #expect(messages(text).count == 2)
  }

  @Test func readsMMDF() {
    let mark = "\u{1}\u{1}\u{1}\u{1}\n"
    let text =
      "\(mark)From: ada@example.org\nSubject: one\n\nhello\n\(mark)"
      + "\(mark)\(envelope)From: ada@example.org\nSubject: two\n\nFrom here on\n\(mark)"
    #expect(MessageSeparator(openingFile: Array(text.utf8).span) == .mmdf)
    let found = messages(text, .mmdf)
    #expect(found.count == 2)
    #expect(found[0] == "From: ada@example.org\nSubject: one\n\nhello\n")
    #expect(found[1].hasPrefix("From: ada@example.org\nSubject: two"))
    #expect(items(text, .mmdf).first { $0.envelope != nil } != nil)
  }

  @Test func readsLogsOfListserv() {
    let rule = String(repeating: "=", count: 73) + "\n"
    let text =
      "\(rule)Date:         Tue, 17 Jan 2012 10:00:00 +0100\nFrom:         Ada <ada@example.org>\nSubject:      one\n\n"
      + "A table:\n\(rule)a  b\n\n"
      + "\(rule)Date:         Tue, 17 Jan 2012 11:00:00 +0100\nFrom:         Ben <ben@example.org>\n\ntwo\n"
    #expect(MessageSeparator(openingFile: Array(text.utf8).span) == .ruler)
    let found = messages(text, .ruler)
    #expect(found.count == 2)
    #expect(found[0].contains("a  b"))
  }

  @Test func readsLogsOfSympa() {
    let cut = "------- CUT --- CUT --- CUT --- CUT --- CUT --- CUT --- CUT -------"
    let text =
      "\nThis digest for list has been created on Tue Jan 17 10:00:00 2012\n\n"
      + "------- THIS IS A RFC934 COMPLIANT DIGEST, YOU CAN BURST IT -------\n\n"
      + "From: ada@example.org\nSubject: one\n\nhello\n\n\(cut)\n\n"
      + "From: ben@example.org\nSubject: two\n\n\(cut)\nis a line that I quote\n\n\(cut)\n\n"
    #expect(MessageSeparator(openingFile: Array(text.utf8).span) == .cut)
    let found = messages(text, .cut)
    #expect(found.count == 2)
    #expect(found[1].contains("is a line that I quote"))
  }

  @Test func readsBatchesOfNews() {
    func article(_ text: String) -> String { "#! rnews \(text.utf8.count)\n\(text)" }
    let first =
      "Path: a!b\nFrom: ada@example.org\nNewsgroups: misc.test\n\n#! rnews 12\nis quoted\n"
    let text =
      article(first) + article("Path: a!b\nFrom: ben@example.org\nNewsgroups: misc.test\n\nx\n")
    #expect(MessageSeparator(openingFile: Array(text.utf8).span) == .rnews)
    #expect(messages(text, .rnews).count == 2)
  }

  @Test func readsBABYL() {
    let text =
      "BABYL OPTIONS:\nVersion: 5\n\u{1F}\u{0C}\n1,,\nFrom: ada@example.org\nReceived: by x\n\n"
      + "*** EOOH ***\nFrom: ada@example.org\n\nhello\n"
      + "\u{1F}\u{0C}\n0, unseen,,\n*** EOOH ***\nFrom: ben@example.org\n\nsee\n*** EOOH ***\nis a line\n\u{1F}"
    #expect(MessageSeparator(openingFile: Array(text.utf8).span) == .babyl)
    let found = messages(text, .babyl).map {
      String(decoding: BabylMessage.original(of: Array($0.utf8)), as: UTF8.self)
    }
    #expect(
      found == [
        "From: ada@example.org\nReceived: by x\n\nhello\n",
        "From: ben@example.org\n\nsee\n*** EOOH ***\nis a line\n",
      ])
    for message in found {
      #expect(BabylMessage.original(of: Array(message.utf8)) == Array(message.utf8))
    }
  }

  @Test func takesOrdinaryTextForNothingOfTheKind() {
    for text in ["", "\n\n", "====\nDate: x", "-------\nFrom: a\nDate: b\n", "#! /bin/sh\n"] {
      #expect(MessageSeparator(openingFile: Array(text.utf8).span) == nil)
    }
  }

  @Test func survivesAFileThatIsCutAtAnyByte() {
    let text =
      "\(envelope)From: Ada <ada@example.org>\nSubject: =?utf-8?Q?Br=C3=B6tchen?=\n"
      + "Content-Type: multipart/mixed; boundary=b\nContent-Length: 120\n\n--b\n\nFrom here\n--b\n"
      + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\nPGI+aGk8L2I+\n"
      + "--b--\n\n\(envelope)Date: Tue, 17 Jan 2012 10:00:00 +0100\n\nbegin 644 a.txt\n#86)C\n`\nend\n"
    let whole = Array(text.utf8)
    for count in 0...whole.count {
      let bytes = Array(whole.prefix(count))
      let found = items(String(decoding: bytes, as: UTF8.self))
      #expect(found.map(\.bytes.count).reduce(0, +) == count)
      for item in found {
        var findings: [Finding] = []
        _ = MailMessage(
          parsing: bytes.span.extracting(item.message),
          from: SourceLocation(file: FileID("x"), bytes: item.bytes), findings: &findings)
      }
    }
  }

  @Test(arguments: [1, 3_000_000]) func cutsAHeaderThatNeverEnds(lineCount: Int) {
    let field =
      lineCount == 1
      ? "X: " + String(repeating: "y", count: 3_000_000) + "\n"
      : String(repeating: "X: y\n", count: lineCount)
    let bytes = Array(("From: ada@example.org\n" + field + "\nhello\n").utf8)
    var findings: [Finding] = []
    let message = MailMessage(
      parsing: bytes.span, from: SourceLocation(file: FileID("x"), bytes: 0..<bytes.count),
      findings: &findings)
    #expect(findings.contains { $0.code == "header-too-long" })
    #expect(message.from.first?.address == "ada@example.org")
    #expect(message.textParts.first?.content == "hello\n")
  }
}
