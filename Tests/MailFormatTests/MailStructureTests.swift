import MailFormat
import SourceBytes
import Testing

struct MailStructureTests {
  private static let message = """
    From: Ada Example <ada@example.org>
    Subject: The minutes
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary=outer

    preamble
    --outer
    Content-Type: multipart/alternative; boundary=inner

    --inner
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    Gr=C3=BC=C3=9Fe
    --inner
    Content-Type: text/html

    <p>Gruesse</p>
    --inner--
    --outer
    Content-Type: application/pdf; name="../minutes.pdf"
    Content-Transfer-Encoding: base64
    Content-Disposition: attachment

    JVBERi0=
    --outer
    Content-Type: message/rfc822

    From: Ben <ben@example.org>
    Subject: What was said
    Content-Type: multipart/mixed; boundary=third

    --third

    A word.
    --third
    Content-Type: text/plain; name=notes.txt
    Content-Disposition: attachment

    Notes.
    --third--
    --outer
    Content-Type: message/rfc822
    Content-Transfer-Encoding: base64

    U3ViamVjdDogZW5jb2RlZAoKSW5zaWRlLgo=
    --outer--

    """

  private func structure(of message: String) -> MailStructure {
    MailStructure(parsing: Array(message.utf8).span)
  }

  @Test(arguments: ["\n", "\r\n"]) func partsAreNumberedAsIMAPDoes(lineEnd: String) throws {
    let text = Self.message.replacing("\n", with: lineEnd)
    let parts = structure(of: text).parts
    #expect(
      parts.map { "\($0.number) \($0.type) \($0.use.rawValue)" } == [
        "TEXT multipart/mixed container", "1 multipart/alternative container",
        "1.1 text/plain text", "1.2 text/html alternative", "2 application/pdf attachment",
        "3 message/rfc822 attachment", "3.TEXT multipart/mixed attached",
        "3.1 text/plain attached", "3.2 text/plain attached", "4 message/rfc822 attachment",
        "4.1 text/plain attached",
      ])
    #expect(parts.map(\.depth) == [0, 1, 2, 2, 1, 1, 2, 3, 3, 1, 2])
    #expect(parts[2].text == "Grüße")
    #expect(parts[4].name == "minutes.pdf")
    #expect(parts[4].statedName == "../minutes.pdf")
    #expect(parts[4].byteCount == 5)
    #expect(parts[5].envelope?.subject == "What was said")
    #expect(parts[9].envelope?.subject == "encoded")
    #expect(parts[8].name == "notes.txt")
    // What lies inside an encoded message has no place of its own.
    #expect(parts[10].extent == nil)
    #expect(parts[10].text == "Inside.\n")
    let bytes = Array(text.utf8)
    let notes = try #require(parts[8].extent)
    #expect(bytes[notes].starts(with: "Content-Type: text/plain; name".utf8))
    #expect(bytes[..<notes.upperBound].suffix(6).elementsEqual("Notes.".utf8))
  }

  @Test func theContentOfAPartIsHandedOut() {
    let bytes = Array(Self.message.utf8)
    func content(_ number: String) -> String? {
      MailStructure(parsing: bytes.span, contentOf: number).content.map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    #expect(content("1.1") == "Grüße")
    #expect(content("2") == "%PDF-")
    #expect(content("3.2") == "Notes.")
    #expect(content("4") == "Subject: encoded\n\nInside.\n")
    #expect(content("3.text")?.hasPrefix("--third") == true)
    #expect(content("5") == nil)
  }

  @Test func whatIsListedIsWhatAMessageCarries() {
    let digest = """
      Subject: Papers digest
      Content-Type: multipart/mixed; boundary=b

      --b

      Contents
      --b
      Content-Type: multipart/digest; boundary=d

      --d

      Subject: one

      First.
      --d--
      --b
      Content-Type: text/plain
      Content-Disposition: inline; filename=list.txt

      begin 644 a.bin
      #86)C
      `
      end
      --b
      Content-Type: multipart/encrypted; boundary=e

      --e
      Content-Type: application/pgp-encrypted

      Version: 1
      --e--
      --b--
      """
    let parts = structure(of: digest).parts
    #expect(
      parts.map { "\($0.number) \($0.use.rawValue)" } == [
        "TEXT container", "1 text", "2 digest", "2.1 post", "2.1.1 attached", "3 attachment",
        "4 encrypted", "4.1 attachment",
      ])
    #expect(
      parts[5].files == [
        MailAttachment(name: "a.bin", type: "application/octet-stream", byteCount: 3)
      ])
  }

  /// Parts that a program wove wrongly: the inner boundary comes again behind the outer one that ended its multipart.
  @Test(arguments: ["\n", "\r\n"]) func anInnerBoundaryThatComesAgainOpensAPart(lineEnd: String) {
    let text = """
      Content-Type: multipart/mixed; boundary=out

      --out
      Content-Type: multipart/mixed; boundary=in

      --in

      one
      --out

      two
      --in
      Content-Type: text/plain; name=three.txt

      three
      --in--

      --out
      Content-Type: text/html

      <p>four</p>
      --out--

      """.replacing("\n", with: lineEnd)
    let parts = structure(of: text).parts
    #expect(parts.map(\.number) == ["TEXT", "1", "1.1", "2", "3", "4"])
    #expect(parts.dropFirst(2).map(\.text) == ["one", "two", "three", "<p>four</p>"])
    #expect(parts[4].name == "three.txt")
    let bytes = Array(text.utf8)
    let written = parts.dropFirst(2).compactMap(\.extent).map {
      String(decoding: bytes[$0], as: UTF8.self).replacing(lineEnd, with: "|")
    }
    #expect(
      written == [
        "|one", "|two", "Content-Type: text/plain; name=three.txt||three",
        "Content-Type: text/html||<p>four</p>",
      ])
  }

  /// RFC 2046, section 5.2.1, asks for one field at least.
  @Test(arguments: ["\n", "\r\n"]) func whatIsCalledAMessageAndHasNoHeaderIsAFile(lineEnd: String) {
    let text = """
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: message/rfc822
      Content-Disposition: attachment; filename=note.eml

      no message, just a note
      --b
      Content-Type: message/rfc822

      From: Ben

      a message
      --b--

      """
    let parts = structure(of: text.replacing("\n", with: lineEnd)).parts
    #expect(parts.map(\.number) == ["TEXT", "1", "2", "2.1"])
    #expect(parts[1].name == "note.eml")
    #expect(parts[1].byteCount == 23)
    #expect(parts[1].envelope == nil)
    #expect(parts[2].envelope?.from?.name == "Ben")
  }

  @Test func messagesInsideMessagesAreBounded() {
    var text = ""
    for _ in 0..<10_000 { text += "Content-Type: message/rfc822\n\n" }
    let structure = structure(of: text + "Subject: end\n\nwords\n")
    #expect(structure.isCut)
    #expect(structure.parts.count <= ParseLimits().partCount)
  }

  @Test func aMessageOfOnePartHasItsNumber() {
    let parts = structure(of: "Subject: one\n\nwords\n").parts
    #expect(parts.map(\.number) == ["1"])
    #expect(parts[0].type == "text/plain")
    #expect(parts[0].envelope?.subject == "one")
    #expect(parts[0].contentOffset == 14)
  }
}
