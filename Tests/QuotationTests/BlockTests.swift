import Discussion
import Quotation
import Testing

@Suite struct BlockTests {
  static let texts: [String] = [
    // A plain reply below what it answers.
    """
    attribution Ada Example|On Mon, 5 Jan 2012 at 10:12, Ada Example <ada@example.org> wrote:
    quote1 Ada Example|> Shall we meet?
    |>
    |> Ada
    own|Yes, on Friday.
    signature|--\u{20}
    |Ben Example
    |example.org
    """,
    // A reply above, and the quotation goes down with two names.
    """
    own|Agreed.
    |
    attribution Ben|Ben wrote:
    attribution1 Ada|> Ada wrote:
    quote2 Ada|>> One.
    quote1 Ben|> Two.
    quote2 Ada|> > Three.
    """,
    // Interleaved: the name covers every part.
    """
    attribution Ada|Ada writes:
    quote1 Ada|> First.
    |
    own|No.
    |
    quote1 Ada|> Second.
    own|Yes.
    """,
    // Colons, once introduced, go on behind empty lines and answers.
    """
    attribution Ada|Ada (ada@example.org) wrote:
    quote1 Ada|: The cheap ones are built for a year of use,
    |: and then they hum.
    |
    |: Thank you in advance.
    |
    own|Mine is ten years old.
    |
    quote1 Ada|: Ada
    |
    own|Ben
    """,
    // Colons above marks, with nobody named.
    """
    quote2|: >I want to mend the old one and was thinking of a new
    |: >coil, though I have heard from many that these
    |: >are made badly and will not last very long at all.
    |
    own|They last.
    """,
    // Braces without a space, and number signs.
    """
    attribution Ada|ada@example.org (Ada) writes:
    quote1 Ada|}The unit is named after a man who wound coils.
    |} [...]
    |}And the other one, too.
    |
    own|So it is.
    """,
    """
    attribution Ada|Ada said:
    quote1 Ada|# Why would the tube burst, or as much as smoke?
    |
    own|It never did here.
    """,
    // A box of colons is a signature, with a frame of them or without.
    """
    own|Let us end it here.
    signature|--\u{20}
    | : I want but two things of this world, a small loom and a  :
    | : window to put it under.  That would be a good thing to    :
    | : have.  The mill can go and sulk.                          :
    """,
    """
    own|It fails no longer, as far as I can see from here.
    |
    signature|::::::::::::::::::::::::::::::::::::
    |:: Ada <ada@example.org> ::  No sheep were harmed in
    |::  http://example.org/  ::  making this message here.
    |::::::::::::::::::::::::::::::::::::
    """,
    // Comments of a script stay.
    """
    own|Put this into the file:
    |# where the tools lie, each on a line of its own
    |path = tools
    """,
    // A client that quotes the attribution with the words.
    """
    own|Hello
    attribution1 Ada Example|> On 22 Aug 2015, at 19:21, Ada Example <ada@example.org> wrote:
    quote1 Ada Example|>
    |> Hi there!
    """,
    // Below a rule nothing is marked, and a second message lies below the first.
    """
    own|Fine with me.
    |
    attribution Ada Example|-----Original Message-----
    |From: Ada Example <ada@example.org>
    |Sent: Monday, April 2, 2012 5:44 PM
    |To: Ben Example
    |Subject: Test
    |
    quote1 Ada Example|Can you send it?
    |
    attribution1 Cid|From: Cid
    |Sent: Sunday, April 1, 2012 5:44 PM
    |To: Ada Example
    |Subject: Test
    |
    quote2 Cid|I lost the file.
    """,
    // The same without a rule.
    """
    own|Klingt gut.
    |
    attribution Ada Example|Von: Ada Example
    |Gesendet: Montag, 2. April 2012 17:44
    |An: Ben Example
    |Betreff: Treffen
    |
    quote1 Ada Example|Geht Freitag?
    """,
    // Marks below the rule show where it ends.
    """
    attribution Ada|----- Original Message -----
    |From: Ada
    |
    quote1 Ada|> Can you?
    |
    own|I can.
    """,
    // A message that is passed on.
    """
    own|For your information.
    |
    attribution Ada Example|---------- Forwarded message ----------
    |From: Ada Example <ada@example.org>
    |Date: Mon, 2 Apr 2012 10:00
    |Subject: News
    |To: ben@example.org
    |
    forward1 Ada Example|There is news.
    """,
    """
    attribution Ada Example|----- Forwarded message from Ada Example <ada@example.org> -----
    |
    forward1 Ada Example|There is news.
    |
    attribution|----- End forwarded message -----
    |
    own|Is there?
    """,
    // Signed text.
    """
    pgp|-----BEGIN PGP SIGNED MESSAGE-----
    |Hash: SHA1
    |
    own|I sign this.
    |
    signature|- --\u{20}
    |Ada
    pgp|-----BEGIN PGP SIGNATURE-----
    |
    |iQEzBAEBCAAdFiEE
    |-----END PGP SIGNATURE-----
    """,
    // Footers, one below the other, and the signature above them.
    """
    own|See the page.
    |
    signature|--\u{20}
    |Ada
    |
    footer|-------------------------------------------------------
    |This SF.net email is sponsored by: Example Corporation
    |_______________________________________________
    |Example-users mailing list
    |Example-users@lists.example.org
    |https://lists.example.org/listinfo/example-users
    """,
    """
    own|See the page.
    |
    footer|--\u{20}
    |You received this message because you are subscribed to the Google Groups "example" group.
    |To unsubscribe from this group and stop receiving emails from it, send an email to e@example.org.
    """,
    """
    own|See the page.
    |
    footer|-=-=-=-=-=-=-=-=-=-=-=-
    |Groups.io Links: You receive all messages sent to this group.
    |View/Reply Online (#5): https://groups.io/g/example/message/5
    |Mute This Topic: https://groups.io/mt/1/2
    |Group Owner: example+owner@groups.io
    |Unsubscribe: https://groups.io/g/example/unsub [ada@example.org]
    |-=-=-=-=-=-=-=-=-=-=-=-
    """,
    """
    own|One part.
    footer|-------------- next part --------------
    |An HTML attachment was scrubbed...
    |URL: <http://lists.example.org/attachments/1/attachment.htm>
    own|Another part.
    """,
    """
    own|On my way.
    |
    signature|Sent from my iPhone
    """,
    // A closing greeting with a name and nothing else below.
    """
    own|The draft is ready.
    |
    signature|Best regards,
    |
    |Ada Example
    """,
    // The shortest there is: Finns sign so.
    """
    own|Luonnos on valmis.
    |
    signature|t
    """,
    // A change, quoted nowhere.
    """
    own|Try this:
    |
    patch|--- a/list.c
    |+++ b/list.c
    |@@ -1,2 +1,2 @@
    | int one;
    |-int two;
    |+int three;
    |
    own|It should help.
    """,
    """
    own|Try this:
    |
    code|```
    |> not a quotation
    |```
    own|It should help.
    """,
    // Initials as marks.
    """
    attribution Ada Example|>>>>> "Ada" == Ada Example <ada@example.org> writes:
    |
    quote1 Ada Example|AE> One thing.
    |AE> Another thing.
    |
    own|And a third.
    """,
    // A tail that a mail program broke off.
    """
    quote1|> This line was written so that it is longer than the width that mail
    |programs like
    |> and goes on here.
    own|I see.
    """,
    // Not what it seems.
    """
    own|>From where I stand it is fine.
    |
    |The range is
    |>=20
    |
    |and that is
    |all
    |of it
    |>:-(
    |mysql> select 1;
    |mysql> select 2;
    """,
    """
    own|Run this in the shell of Python:
    |
    code|>>> import example
    |>>> example.run()
    own|It prints nothing.
    """,
    """
    own|The table:
    || a | b |
    ||---|---|
    || 1 | 2 |
    """,
    // Bars as marks.
    """
    attribution Ada Example|Ada Example <ada@example.org> wrote:
    quote1 Ada Example|| The first of the lines that I wrote,
    || and the second of them.
    own|Well.
    """,
    // An attribution over unmarked, indented words.
    """
    own|Hello,
    |
    attribution Ada Example|On 5 Jan 2012 at 10:12 Ada Example wrote:
    |
    quote1 Ada Example|    Some words
    |    and more.
    |
    own|Indeed.
    """,
  ]

  @Test(arguments: texts) func splitsMarkedText(_ text: String) {
    let expected = MarkedText(text)
    #expect(marked(expected.text) == text)
    #expect(BlockSplitter.blocks(of: expected.text) == expected.blocks)
  }

  @Test func ownTextJoinsOwnBlocksByNewlines() {
    let text = "\n  One.\n\n> Two.\n\nThree.\n-- \nAda\n"
    let blocks = BlockSplitter.blocks(of: text)
    #expect(BlockSplitter.ownText(of: text, blocks: blocks) == "  One.\nThree.")
  }

  @Test func emptyTextHasNoBlocks() {
    #expect(BlockSplitter.blocks(of: "").isEmpty)
    #expect(BlockSplitter.blocks(of: "\n").map(\.kind) == [.own])
  }

  @Test func offsetsCountScalars() {
    let blocks = BlockSplitter.blocks(of: "1️⃣ é\n> é\n")
    #expect(blocks.map(\.start) == [0, 6])
    #expect(blocks.last?.end == 10)
  }
}
