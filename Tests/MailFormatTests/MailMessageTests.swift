import Foundation
import MailFormat
import SourceBytes
import Testing

@Suite struct MailMessageTests {
  @Test(arguments: [false, true])
  func readsAWholeMboxAsItsGoldenSays(withCarriageReturns: Bool) throws {
    var bytes = try fixture("life.mbox")
    if withCarriageReturns { bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let (items, _) = MboxSplitterTests.split(bytes)
    var text = ""
    for item in items {
      let envelope = item.envelope.map { String(decoding: bytes[$0], as: UTF8.self) }
      let stored = Array(bytes[item.message])
      let (message, codes) = parse(MboxDialect.mboxrd.unescape(message: stored), envelope: envelope)
      text += "\(item.bytes) envelope \(item.envelope ?? 0..<0) message \(item.message)\n"
      text += summary(message)
      if !codes.isEmpty { text += "  findings \(codes.joined(separator: " "))\n" }
    }
    try expectGolden(text, withCarriageReturns ? "life.crlf.golden" : "life.golden")
  }

  @Test func readsHeadersWithTheFaultsOfLife() {
    let (message, codes) = parse(
      """
      From someone Sat Jun 12 02:55:14 1999
      Subject : blanks before the colon
      From: Ada <ada@example.org>
      this line lost its fold
      Date: Sat, 12 Jun 1999 02:55:14 +0000
      In-Reply-To: <ada@example.org>
      X-Note: =?utf-8?Q?=C3=A9?=
      x-note: two
      No blank line here, but text.
      """)
    #expect(message.subject == "blanks before the colon")
    #expect(message.from.first == MailAddress(name: "Ada", address: "ada@example.org"))
    #expect(message.inReplyTo.isEmpty)
    #expect(message.fieldValues("X-NOTE") == ["é", "two"])
    #expect(message.textParts.map(\.content) == ["No blank line here, but text."])
    #expect(codes == ["header-unterminated", "header-stray-line"])
  }

  @Test(arguments: [
    ("Date: Mon, 5 Mar 2012 10:00:00 +0100\n", "2012-03-05T10:00:00+01:00 date", [] as [String]),
    (
      "Date: Mon, 5 Mar 2012 10:00:t <a@x.org>\nDate: Mon, 5 Mar 2012 10:00:01 +0100\n",
      "2012-03-05T10:00:01+01:00 date", []
    ),
    (
      "Received: by x; Tue, 6 Mar 2012 10:00:00 +0000\nReceived: by y; Tue, 6 Mar 2012 09:00:00 +0000\n",
      "2012-03-06T10:00:00+00:00 received", ["date-missing"]
    ),
    ("", "2012-03-07T08:00:00 envelope", ["date-missing"]),
    ("Date: soon\n", "2012-03-07T08:00:00 envelope", ["date-unreadable"]),
    (
      "Date: Thu, 1 Jan 1970 00:00:00 +0000\n", "2012-03-07T08:00:00 envelope", ["date-implausible"]
    ),
    (
      "Received: by x; Tue, 6 Mar 2012 10:00:00 +0000\nDate: Mon, 5 Mar 2036 10:00:00 +0100\n",
      "2012-03-06T10:00:00+00:00 received", ["date-implausible"]
    ),
    (
      "Date: Mon, 5 Mar 2012 10:00:00 +50579034\n", "2012-03-05T10:00:00 date",
      ["date-zone-absurd"]
    ),
  ])
  func climbsTheLadderOfDates(fields: String, expected: String, codes: [String]) throws {
    let result = parse(
      "From: a@x.org\n\(fields)\nhello\n", envelope: "From a@x.org Wed Mar  7 08:00:00 2012")
    let date = try #require(result.message.date)
    #expect("\(date.stated.iso8601) \(date.rung.rawValue)" == expected)
    #expect(result.codes == codes)
  }

  @Test func keepsAnImplausibleDateWhereNothingIsBetter() {
    let result = parse(
      "From: a\nDate: Thu, 1 Jan 1970 00:00:00 +0000\n\nx",
      envelope: "From mboxrd@z Thu Jan  1 00:00:00 1970")
    #expect(result.message.date?.rung == .date)
    #expect(result.codes == ["date-implausible"])
  }

  static func message(_ type: String, _ body: String) -> String {
    "From: a@x.org\nDate: Mon, 5 Mar 2012 10:00:00 +0100\nContent-Type: \(type)\n\n\(body)"
  }

  @Test(
    arguments: [
      (
        "empty plain part", "multipart/alternative; boundary=b",
        "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>x\n--b--\n",
        ["html <p>x"], []
      ),
      (
        "signed", "multipart/signed; boundary=b",
        "--b\n\nsigned text\n--b\nContent-Type: application/pgp-signature\n\nSIG\n--b--\n",
        ["plain signed text"], ["- application/pgp-signature 3"]
      ),
      (
        "encrypted", "multipart/encrypted; boundary=b",
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nXYZ\n--b--\n",
        [], ["- application/pgp-encrypted 10", "- application/octet-stream 3", "encrypted"]
      ),
      (
        "related", "multipart/related; boundary=b",
        "--b\nContent-Type: text/html\n\n<p>x\n--b\nContent-Type: image/png; name=i.png\nContent-Transfer-Encoding: base64\n\nYWJj\n--b--\n",
        ["html <p>x"], ["i.png image/png 3"]
      ),
      (
        "report", "multipart/report; boundary=b",
        "--b\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nAction: failed\n--b--\n",
        ["plain It failed."], ["- message/delivery-status 14"]
      ),
      (
        "digest", "multipart/digest; boundary=b", "--b\n\nFrom: x\n\ny\n--b--\n", [],
        ["- message/rfc822 10"]
      ),
      (
        "text in two parts", "multipart/mixed; boundary=b",
        "--b\n\none\n--b\n\ntwo\n--b\nContent-Type: text/plain; name=x.patch\n\n+1\n--b--\n",
        ["plain one", "plain two"], ["x.patch text/plain 2"]
      ),
      (
        "unclosed", "multipart/mixed; boundary=b", "--b\n\none\n", ["plain one\n"],
        ["mime-unclosed"]
      ),
      (
        "inner unclosed", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--b--\n",
        ["plain one", "plain two"], ["mime-unclosed"]
      ),
      (
        "inner boundary again behind an outer one", "multipart/mixed; boundary=bcd",
        "--bcd\nContent-Type: multipart/mixed; boundary=bc\n\n--bc\n\none\n--bcd\n\ntwo\n--bc\nContent-Type: text/plain\n\nthree\n--bc--\n\n--bcd--\n",
        ["plain one", "plain two", "plain three"], ["mime-unclosed"]
      ),
      (
        "inner boundary closed again, and once more", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--c--\n\n--c\n\nthree\n--c--\n--b\n\nfour\n--b--\n",
        ["plain one", "plain two", "plain three", "plain four"], ["mime-unclosed"]
      ),
      (
        "lines like the inner boundary in the words", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--b\n\ntwo\n--c\nand on\n--c--\nend\n--b--\n",
        ["plain one", "plain two\n--c\nand on\n--c--\nend"], ["mime-unclosed"]
      ),
      (
        "inner boundary that was closed", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--c--\n--b\n\ntwo\n--c\n\non\n--b--\n",
        ["plain one", "plain two\n--c\n\non"], []
      ),
      (
        "inner boundary again in an attached message", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\none\n--b\nContent-Type: message/rfc822\n\nSubject: x\n--c\n\non\n--b--\n",
        ["plain one"], ["- message/rfc822 18", "mime-unclosed"]
      ),
      (
        "one boundary for both", "multipart/mixed; boundary=b",
        "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--\n--b\n\ntwo\n--b--\n",
        ["plain one", "plain two"], []
      ),
      (
        "longer boundary is another", "multipart/mixed; boundary=b",
        "--b\n\none\n--bb\nstill\n--b--\n", ["plain one\n--bb\nstill"], []
      ),
      (
        "only beginnings of boundaries", "multipart/mixed; boundary=b",
        "--bb\nContent-Type: multipart/mixed; boundary=b\n\n--bc\n\none\n--bd\n\ntwo\n",
        ["plain one", "plain two\n"], ["mime-unclosed"]
      ),
      (
        "text that is a file", "multipart/mixed; boundary=b",
        "--b\nContent-Disposition: inline; filename=a.txt\n\none\n--b--\n", ["plain one"],
        ["a.txt text/plain 3"]
      ),
      (
        "missing boundary", "multipart/mixed",
        "--zz12\nContent-Type: text/plain\n\none\n--zz12--\n",
        ["plain one"], ["mime-boundary-missing"]
      ),
      (
        "no boundary at all", "multipart/mixed", "just text\n", ["plain just text\n"],
        ["mime-boundary-missing"]
      ),
      ("bad type", "text", "body", ["plain body"], []),
      ("flowed", "text/plain; format=flowed; delsp=yes", "one \ntwo\n", ["flowed onetwo\n"], []),
      ("enriched", "text/enriched", "<bold>a</bold> <<b\nc\n\nd", ["plain a <b c\nd"], []),
      (
        "uuencode", "text/plain", "a\nbegin 644 x.txt\n#86)C\n`\nend\nb\n", ["plain a\nb\n"],
        ["x.txt application/octet-stream 3"]
      ),
      (
        "begin in prose", "text/plain", "begin 644 again\nwith this\n",
        ["plain begin 644 again\nwith this\n"], []
      ),
      (
        "old PGP", "application/pgp; x-action=sign", "-----BEGIN PGP\n", ["plain -----BEGIN PGP\n"],
        []
      ),
      ("attached image only", "image/png", "xyz", [], ["- image/png 3"]),
    ] as [(String, String, String, [String], [String])])
  func showsTextAndNamesTheRest(
    name: String, type: String, body: String, texts: [String], rest: [String]
  ) {
    let (message, codes) = parse(Self.message(type, body))
    let shown = message.textParts.map {
      ($0.isHTML ? "html " : $0.isFlowed ? "flowed " : "plain ") + $0.content
    }
    #expect(shown == texts)
    let named = message.attachments.map { "\($0.name ?? "-") \($0.type) \($0.byteCount)" }
    #expect(named + codes == rest)
  }

  @Test func countsLostCharacters() {
    let bytes = Array(Self.message("text/plain; charset=shift_jis", "a").utf8) + [0xFF, 0x62]
    let result = parse(bytes)
    #expect(result.message.textParts.map(\.content) == ["a\u{FFFD}b"])
    #expect(result.message.replacementCount == 1)
    #expect(result.codes == ["characters-lost"])
  }

  @Test func staysWithinItsLimits() {
    var limits = ParseLimits()
    limits.depth = 5
    limits.partCount = 20
    limits.textScalarCount = 10
    limits.headerFieldCount = 3
    var nested = ""
    for level in 0..<10_000 {
      nested += "--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n\n"
    }
    let deep = parse(Self.message("multipart/mixed; boundary=b0", nested), limits: limits)
    #expect(deep.codes.contains("mime-too-deep"))
    let wide = parse(
      Self.message("multipart/mixed; boundary=b", String(repeating: "--b\n\nx\n", count: 10_000)),
      limits: limits)
    #expect(wide.message.textParts.count <= 20)
    let long = parse(Self.message("text/plain", String(repeating: "é", count: 100)), limits: limits)
    #expect(long.message.textParts.first?.content.unicodeScalars.count == 10)
    let longer = parse(
      Array(Self.message("text/plain; charset=koi8-r", "").utf8)
        + Array(repeating: 0xC1, count: 999),
      limits: limits)
    #expect(longer.message.textParts.map(\.content) == ["аааааааааа"])
    #expect(longer.codes.contains("text-too-long"))
    #expect(long.message.textParts.map(\.content) == ["éééééééééé"])
    #expect(long.codes == ["text-too-long"])
    let fields = parse(String(repeating: "X: y\n", count: 100) + "\nbody", limits: limits)
    #expect(fields.message.fieldValues("x").count == 3)
    #expect(fields.codes.contains("header-too-long"))
    #expect(fields.message.textParts.map(\.content) == ["body"])
  }

  /// What lies in attached messages is read later; that it lies too deep is known only here.
  @Test(arguments: [
    (3, "", []), (6, "", ["mime-too-deep"]),
    // Parts of attached messages count as well.
    (1, String(repeating: "--b\n\nx\n", count: 30) + "--b--\n", ["mime-too-deep"]),
    (1, String(repeating: "--b\n\nx\n", count: 10) + "--b--\n", []),
  ]) func saysThatMessagesGoTooDeep(levels: Int, body: String, expected: [String]) {
    var limits = ParseLimits()
    limits.depth = 5
    limits.partCount = 20
    let around = String(
      repeating: "Subject: around\nContent-Type: message/rfc822\n\n", count: levels - 1)
    let inner = around + "Subject: in\nContent-Type: multipart/mixed; boundary=b\n\n" + body
    let plain = body.isEmpty ? around + "Subject: in\n\nwords\n" : inner
    #expect(parse(Self.message("message/rfc822", plain), limits: limits).codes == expected)
    let encoded = Data(plain.utf8).base64EncodedString()
    let carrier =
      "--o\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\(encoded)\n--o--\n"
    #expect(
      parse(Self.message("multipart/mixed; boundary=o", carrier), limits: limits).codes == expected)
  }

  @Test func readsAnythingWithoutEnd() {
    let inputs = [
      "", "\n", ":", "From: ", "Subject: =?", "To: " + String(repeating: "a,", count: 100_000),
      "To: " + String(repeating: "(", count: 100_000),
      "To: " + String(repeating: "<", count: 100_000),
      "To: " + String(repeating: "\"", count: 100_000),
      "To: " + String(repeating: "@:[", count: 100_000),
      "Subject: " + String(repeating: "=?a?q?", count: 100_000),
      "References: " + String(repeating: "<", count: 100_000),
      "References: " + String(repeating: "<a@b>", count: 100_000),
      "Content-Type: a/b" + String(repeating: ";a*0=b", count: 100_000),
      "From: " + String(repeating: " at a", count: 100_000),
      String(repeating: "begin 644 x\n", count: 50_000),
    ]
    for input in inputs {
      let (message, _) = parse(input + "\n\nbody")
      #expect(message.references.count <= 1_000)
    }
  }
}

@Suite struct ListServerTests {
  @Test func keepsTheFooterBelowEncodedText() {
    let (message, _) = parse(
      """
      From: a@x.org
      Date: Mon, 5 Mar 2012 10:00:00 +0100
      Content-Transfer-Encoding: base64

      VGhlIHdhbGwgb24gTWlsbCBTdHJlZXQgaXMgZG9uZSwgYW5kIG5vYm9keSBrbm93cyB3aG8gcGF5
      cy4K
      _______________
      commons mailing list
      """)
    #expect(
      message.textParts.map(\.content) == [
        "The wall on Mill Street is done, and nobody knows who pays.\n_______________\ncommons mailing list"
      ])
  }

  @Test(arguments: [
    "\n\r\nSubject: s\n\nx", "\u{FEFF}Subject: s\n\nx", "\u{FEFF}\nSubject: s\n\nx",
  ])
  func findsTheHeaderBehindEmptyLinesAndMarks(text: String) {
    let (message, _) = parse(text)
    #expect(message.subject == "s")
    #expect(message.textParts.map(\.content) == ["x"])
  }

  @Test func readsRawHeadersInTheCharsetOfTheBody() {
    let head = Array("Content-Type: text/plain; charset=koi8-r\nSubject: ".utf8)
    let bytes =
      head + [0xF0, 0xD2, 0xC9] + Array("\nFrom: ".utf8) + [0xF0, 0xD2, 0xC9]
      + Array(" <a@x.org>\nX-Note: ".utf8) + [0xC9] + Array("\n\nx".utf8)
    let (message, _) = parse(bytes)
    #expect(message.subject == "При")
    #expect(message.from.first?.name == "При")
    #expect(message.fieldValues("x-note") == ["и"])
  }

  @Test func takesTheTypeThatLosesNoTextWhereTwoAreStated() {
    let (message, _) = parse(
      "Content-Type: multipart/mixed; boundary=b\nContent-Type: text/plain\n\nabove\n--b\n\nx\n--b--\n"
    )
    #expect(message.textParts.map(\.content) == ["above\n--b\n\nx\n--b--\n"])
  }

  @Test func repairsTextThatWasEncodedTwice() {
    let damaged = "Content-Type: text/plain; charset=utf-8\n\nDÃ©jÃ\u{A0} vu Ã\u{A0} cÃ´tÃ©"
    let (message, codes) = parse(damaged)
    #expect(message.textParts.map(\.content) == ["Déjà vu à côté"])
    #expect(codes.contains("mojibake"))
  }

  @Test(arguments: [
    ("--b and more\n\none\n--b-- and more\nrest", ["one"]),
    ("no parts\n--b--\nrest", ["no parts"]),
  ])
  func readsBoundariesWithWordsBehindThem(body: String, texts: [String]) {
    let (message, _) = parse(MailMessageTests.message("multipart/mixed; boundary=b", body))
    #expect(message.textParts.map(\.content) == texts)
  }

  @Test func showsAndNamesAMessageThatIsOneFile() {
    let (message, _) = parse(
      "Content-Type: text/plain\nContent-Disposition: attachment; filename=plan.txt\n\nthe plan\n")
    #expect(message.textParts.map(\.content) == ["the plan\n"])
    #expect(message.attachments.map(\.name) == ["plan.txt"])
  }

  @Test func countsTheBytesOfWhatIsSaidToBeBase64AndIsNot() {
    let (message, _) = parse(
      "Content-Type: audio/basic\nContent-Transfer-Encoding: base64\n\n... sound goes here ...\n")
    #expect(message.attachments.map(\.byteCount) == [24])
  }
}
