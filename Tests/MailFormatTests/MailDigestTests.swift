import MailFormat
import SourceBytes
import Testing

struct MailDigestTests {
  private func messages(_ text: String, subject: String? = nil) -> [String]? {
    let bytes = Array(text.utf8)
    return MailDigest(bytes.span, subject: subject, limits: ParseLimits())?.messages.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private let long = String(repeating: "-", count: 70)
  private let short = String(repeating: "-", count: 30)

  private func digest(closing: String = "End of Letters Digest\n*********************\n") -> String
  {
    """
    From: letters-request@example.org
    Subject: Letters, Vol 3, Issue 2
    Content-Type: text/plain; charset="utf-8"

    Today's Topics:

       1. Bread (Ada Example)
       2. Re: Bread (Ben Example)

    \(long)

    Message: 1
    Date: Tue, 17 Jan 2012 10:00:00 +0100
    From: Ada Example <ada@example.org>
    Subject: [Letters] Bread
    To: letters@example.org
    Message-ID: <1@example.org>
    Content-Type: text/plain; charset="iso-8859-1"

    Brötchen
    \(short)
    are rolls.

    \(short)

    Message: 2
    Date: Tue, 17 Jan 2012 11:00:00 +0100
    From: Ben Example <ben@example.org>
    Subject: Re: [Letters] Bread
    Message-ID: <2@example.org>
    Content-Type: multipart/alternative; boundary="gone"

    Yes.

    \(short)

    \(closing)
    """
  }

  @Test func explodesADigestOfMailman() throws {
    let found = try #require(messages(digest()))
    #expect(found.count == 2)
    #expect(found[0].contains("Brötchen\n\(short)\nare rolls.\n"))
    // The digest is in UTF-8 whatever the message was in, and no part is left of what had parts.
    #expect(found[0].contains("charset=\"utf-8\""))
    #expect(!found[0].contains("iso-8859-1"))
    #expect(found[1].hasSuffix("Yes.\n"))
    #expect(!found[1].contains("multipart"))
  }

  @Test func knowsTheFooterOfLaterMailman() throws {
    let footer =
      "Subject: Digest Footer\n\n_______\nLetters mailing list\n\n\(short)\n\nEnd of Letters Digest\n****************\n"
    let found = try #require(messages(digest(closing: footer)))
    #expect(found.count == 2)
    #expect(!found[1].contains("mailing list"))
  }

  @Test func readsCRLF() throws {
    let found = try #require(messages(digest().replacing("\n", with: "\r\n")))
    #expect(found.count == 2)
  }

  @Test func explodesPartsOfMIME() throws {
    let text = """
      From: letters-request@example.org
      Subject: Letters, Vol 3, Issue 2
      Content-Type: multipart/mixed; boundary=outer

      --outer

      Contents
      --outer
      Content-Type: multipart/digest; boundary=inner

      --inner

      From: ada@example.org
      Subject: Bread

      Rolls
      --inner
      Content-Type: message/rfc822

      From: ben@example.org
      Subject: Re: Bread

      Yes
      --inner--
      --outer--
      """
    #expect(
      messages(text) == [
        "From: ada@example.org\nSubject: Bread\n\nRolls",
        "From: ben@example.org\nSubject: Re: Bread\n\nYes",
      ])
  }

  @Test func leavesMoreMessagesThanTheLimitInTheLast() throws {
    let parts = (1...9).map { "--b\n\nFrom: ada@example.org\nSubject: Loaf \($0)\n\nCrumb \($0)\n" }
    let text = "Content-Type: multipart/digest; boundary=b\n\n" + parts.joined() + "--b--\n"
    let bytes = Array(text.utf8)
    var limits = ParseLimits()
    let whole = MailDigest(bytes.span, subject: nil, limits: limits)
    #expect(whole?.messages.count == 9)
    #expect(whole?.isCut == false)
    limits.digestMessageCount = 5
    let cut = MailDigest(bytes.span, subject: nil, limits: limits)
    #expect(cut?.messages.count == 4)
    #expect(cut?.isCut == true)
    let last = String(decoding: cut?.messages.last ?? [], as: UTF8.self)
    #expect(last.hasPrefix("From: ada@example.org\nSubject: Loaf 4\n\nCrumb 4\n"))
    #expect(last.contains("Crumb 9"))
  }

  @Test func leavesForwardedMailToItsCarrier() {
    let forwarded = """
      From: ada@example.org
      Subject: Fwd: Bread

      Please read what Ben says.

      ----------------------------------------
      From: Ben Example
      Date: Monday
      Subject: Bread

      Rolls
      ----------------------------------------
      From: Cleo Example
      Date: Sunday
      Subject: Bread

      Hm
      """
    #expect(messages(forwarded, subject: "Fwd: Bread") == nil)
    #expect(messages("From: a@example.org\n\n\(long)\n\ntext\n\n\(short)\n") == nil)
  }

  /// The answer would be lost with the carrier.
  @Test(arguments: [
    "On Tue, 17 Jan 2012, letters-request wrote:",
    "2012. 1. 17. 오후 2:01에 <letters-request at example.org>님이 작성:",
    """
    -----Original Message-----
    From: letters-request@example.org
    Subject: Letters Digest, Vol 3, Issue 2
    To: letters@example.org
    """,
  ]) func leavesADigestBelowAnAnswerToIt(attribution: String) throws {
    let parts = digest().split(separator: "\n\n", maxSplits: 1)
    func carrier(_ words: String) -> String {
      "\(parts[0])\n\n\(words)\(attribution)\n\n\(parts[1])"
    }
    let answer = carrier("Thank you, Ben. That is the answer.\n\n")
    #expect(messages(answer, subject: "Re: Letters Digest, Vol 3, Issue 2") == nil)
    #expect(messages(answer.replacing("\n", with: "\r\n"), subject: "Bread") == nil)
    // Handed on without a word, its messages are what there is to read.
    let forwarded = try #require(messages(carrier("")))
    #expect(forwarded.count == 2)
  }
}
