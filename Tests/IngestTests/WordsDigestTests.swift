import Discussion
import Testing

@testable import Ingest

struct WordsDigestTests {
  static let text = "Write to ada@example.org, or ask Ben.\nIt's late.\n"

  @Test(
    "what archivers do to a text does not change its digest",
    arguments: [
      "Write to ada@example.org, or ask Ben. It's late.",
      "Write to ada at example.org, or ask Ben.\r\nIt's late.",
      "Write to ada@xxxxxxx, or ask Ben.\n\n\nIt's   late.\n\n",
      "write to ada@example.org or ask ben\n\tits late",
      "Write to <ada@example.org>, or ask Ben.\nIt\u{27}s late.\n",
    ])
  func archiversDoNotChangeIt(copy: String) {
    #expect(WordsDigest.digest(ownWords: copy) == WordsDigest.digest(ownWords: Self.text))
  }

  @Test(
    "other words have another digest",
    arguments: [
      "", "Write to ada@example.org, or ask Ben.",
      "Write to ada@example.org, or ask Bea.\nIt's late.",
      "Write to ada@example.org, or ask Ben.\nIt's late. 2", "Write to or ask Ben.\nIt was late.",
    ])
  func otherWordsHaveAnother(copy: String) {
    #expect(WordsDigest.digest(ownWords: copy) != WordsDigest.digest(ownWords: Self.text))
  }

  @Test(
    "letters that archives lose do not make another digest",
    arguments: ["Jörg und ich", "J?rg und ich", "J\u{fffd}\u{fffd}rg und ich", "JÃ¶rg und ich"])
  func lostLettersDoNotMatter(copy: String) {
    #expect(
      WordsDigest.digest(ownWords: copy) == WordsDigest.digest(ownWords: "Jörg und ich"))
  }

  @Test(
    "words of other scripts have digests of their own",
    arguments: [("日本語の文章", "別の話"), ("Добрый день", "До свидания")])
  func otherScriptsHaveDigests(one: String, other: String) {
    #expect(WordsDigest.digest(ownWords: one) != WordsDigest.digest(ownWords: other))
  }

  @Test func wordsOfOtherScriptsAreWords() {
    #expect(WordsDigest.digest(ownWords: "日本") != WordsDigest.digest(ownWords: ""))
    #expect(WordsDigest.digest(ownWords: "日本") == WordsDigest.digest(ownWords: "??"))
  }

  @Test func anAtThatMasksNoAddressStays() {
    #expect(WordsDigest.digest(ownWords: "meet at noon") != WordsDigest.digest(ownWords: "noon"))
    #expect(WordsDigest.digest(ownWords: "at at at") != WordsDigest.digest(ownWords: ""))
  }

  @Test(
    "any row of masks and addresses ends well",
    arguments: [
      "at a.b", "at at a.b at c.d", "a@b at c.d", "x at", "at", "a at b.c at d.e", "\n \n",
    ])
  func anyRowEndsWell(text: String) {
    _ = WordsDigest.digest(ownWords: text)
  }
}

struct ExchangeLinesTests {
  private func removed(_ message: String) -> String {
    String(decoding: ExchangeLines.removed(from: Array(message.utf8)), as: UTF8.self)
  }

  @Test func whatExportAddedIsTakenOutAgain() {
    let message = "From: Ada <ada@example.org>\nSubject: plan\n\nText\n"
    let exported =
      "X-Thresh-Venue: a; list; A\nX-Thresh-ID: k3v9\nMessage-ID: <k3v9@thresh.invalid>\n" + message
    #expect(removed(exported) == message)
  }

  @Test(
    "nothing else is touched",
    arguments: [
      "Message-ID: <a@example.org>\nFrom: a\n\nX-Thresh-Venue: in the body\n",
      "From: a\r\nSubject: b\r\n\r\nX-Thresh-ID: in the body\r\n",
      "X-Threshold: 3\nFrom: a\n\n", "", "\n\nX-Thresh-ID: a\n", "no header at all",
      "From: a\nMessage-ID: <a@thresh.invalid.example.org>\n\nText",
    ])
  func nothingElseIsTouched(message: String) {
    #expect(removed(message) == message)
  }

  @Test func aHeaderWithoutABodyIsReadToItsEnd() {
    #expect(removed("X-Thresh-ID: a") == "")
    #expect(removed("X-Thresh-ID: a\nX-Thresh-ID: b\nFrom: a") == "From: a")
  }

  @Test func whatASenderWroteBelowTheTopStays() {
    let message = "Received: b\nX-Thresh-ID: a\n\nText\n"
    #expect(removed(message) == message)
    #expect(removed("X-Thresh-Venue: a; list; A\n" + message) == message)
  }
}
