import MailFormat
import SourceBytes
import Testing

@Suite struct HeaderValueTests {
  @Test(
    arguments: [
      ("Ada Example <ada@example.org>", ["Ada Example|ada@example.org"]),
      ("ada@example.org (Ada Example)", ["Ada Example|ada@example.org"]),
      ("Ada Example ada@example.org", ["Ada Example|ada@example.org"]),
      ("ada@example.org", ["-|ada@example.org"]),
      ("<ada@example.org>", ["-|ada@example.org"]),
      ("ada at example.org (Ada Example)", ["Ada Example|ada@example.org masked"]),
      ("Ada Example <ada at example.org>", ["Ada Example|ada@example.org masked"]),
      ("ada (at) example.org (Ada)", ["Ada|ada@example.org masked"]),
      ("Look at me <a@b.org>", ["Look at me|a@b.org"]),
      ("\"Example, Ada\" <ada@example.org>", ["Example, Ada|ada@example.org"]),
      ("Example, Ada <ada@example.org>", ["Example, Ada|ada@example.org"]),
      ("\"'Ada'\" <ada@example.org>", ["Ada|ada@example.org"]),
      ("a@x.org, B <b@x.org>,c@x.org (C)", ["-|a@x.org", "B|b@x.org", "C|c@x.org"]),
      ("Friends: a@x.org, b@x.org;, c@x.org", ["-|a@x.org", "-|b@x.org", "-|c@x.org"]),
      ("undisclosed-recipients:;", []),
      ("=?utf-8?Q?Andr=C3=A9_X?= <a@x.org>", ["André X|a@x.org"]),
      ("\"=?iso-8859-1?Q?Andr=E9?=\" <a@x.org>", ["André|a@x.org"]),
      ("=?iso-8859-1?Q?=22Andr=E9=22?= <a@x.org>", ["André|a@x.org"]),
      ("a at x.org (=?iso-8859-1?q?Andr=E9?=)", ["André|a@x.org masked"]),
      ("=?utf-8?B?QSA8YUB4Lm9yZz4=?=", ["A|a@x.org"]),
      ("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", ["Pete|pete@silly.test"]),
      (
        "\"Joe Q. Public\" <john.q.public@example.com>", ["Joe Q. Public|john.q.public@example.com"]
      ),
      ("\"very odd\"@x.org", ["-|\"very odd\"@x.org"]),
      ("<@relay.org,@other.org:a@x.org>", ["-|a@x.org"]),
      ("root", ["root|-"]), ("hughes (Eric H)", ["Eric H|hughes"]),
      ("host!user (A Person)", ["A Person|host!user"]),
      ("A <mailto:a@x.org>", ["A|a@x.org"]), ("Broken <a@x.org", ["Broken|a@x.org"]),
      ("<a@x.org (A Person)>", ["A Person|a@x.org"]),
      ("\"Unclosed <a@x.org>", ["Unclosed|a@x.org"]), ("", []), (",;,", []),
    ] as [(String, [String])])
  func readsAddresses(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let parsed = AddressParser.parse(bytes.span, in: 0..<bytes.count).mailboxes.map {
      "\($0.name ?? "-")|\($0.address ?? "-")" + ($0.wasMasked ? " masked" : "")
    }
    #expect(parsed == expected)
  }

  @Test(arguments: [
    ("plain  text", "plain  text"),
    ("folded\r\n\t text", "folded text"),
    ("=?iso-8859-1?Q?Caf=E9_noir?=", "Café noir"),
    ("=?UTF-8?B?w4k=?= b", "É b"),
    ("a =?utf-8?q?b?= =?utf-8?q?c?= d", "a bc d"),
    ("=?utf-8?B?ww==?= =?utf-8?B?qQ==?=", "é"),
    ("=?utf-8?Q?=E2=82?=\n =?utf-8?Q?=AC?=", "€"),
    ("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?=", "aé"),
    ("=?utf-8?Q?what??=", "what?"),
    ("=?utf-8?B?w6k?=", "é"),
    ("=?utf-8?Q?cut_off", "cut off"),
    ("=?utf-8*fr?Q?=C3=A9?=", "é"),
    ("Re:=?utf-8?Q?=C3=A9?=x", "Re:éx"),
    ("=?gb2312?B?xOM=?=", "你"),
    ("=?us-ascii?Q?=E9?=", "é"),
    ("raw é", "raw é"), ("=?utf-8?Q?two=0Alines=09and_more=00?=", "two lines and more"),
    ("=?x?y?z?= stays", "=?x?y?z?= stays"), ("1 =? 2 ?= 3", "1 =? 2 ?= 3"),
    ("", ""),
  ])
  func decodesEncodedWords(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let decoded = EncodedWords.decode(bytes.span, in: 0..<bytes.count)
    #expect(decoded.text == expected)
  }

  @Test func readsRawLatinBytesInHeaders() {
    let bytes: [UInt8] = [0x43, 0x61, 0x66, 0xE9]
    let decoded = EncodedWords.decode(bytes.span, in: 0..<4)
    #expect(decoded.text == "Café")
  }

  @Test(
    arguments: [
      ("<a@b>", ["a@b"]), ("<a@b> <c@d>", ["a@b", "c@d"]), ("<a@b><c@d>", ["a@b", "c@d"]),
      ("<ada@example.org>'s message of Fri, 16 Apr", []),
      ("Message from \"Ada\" <ada@x>\r\n of \"Fri, 19 Jul\" <1@x>", ["1@x"]),
      ("Message <1@x> of Friday", ["1@x"]), ("<1@x> often <2@x>", ["1@x", "2@x"]),
      ("<a@\r\n b>", ["a@b"]),
      ("Your message of \"Tue\" <a@b>", ["a@b"]), ("a@b", ["a@b"]),
      ("<<a@b>>", ["a@b"]), ("Message from Ada of today", []), ("y", []), ("n", []), ("<>", []),
      ("a@b c@d", ["a@b", "c@d"]), ("mail of ada@b today", []), ("<a@b", ["a@b"]),
      ("<a@b> <c@", ["a@b"]), ("", []),
    ] as [(String, [String])])
  func readsMessageIDs(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    let ids = MessageIDList.parse(bytes.span, in: 0..<bytes.count)
    #expect(ids == expected)
  }

  @Test(arguments: [
    ("text/plain; charset=\"utf-8\"; format=flowed", "charset", "utf-8"),
    ("text/plain; charset = utf-8", "charset", "utf-8"),
    ("TEXT/PLAIN; CHARSET=utf-8 (a comment)", "charset", "utf-8"),
    ("text/plain charset=utf-8", "charset", "utf-8"),
    ("text/plain;charset=utf-8;;", "charset", "utf-8"),
    ("attachment; filename=\"a \\\"b\\\".txt\"", "filename", "a \"b\".txt"),
    ("attachment; filename=\"C:\\temp\\x.txt\"", "filename", "C:\\temp\\x.txt"),
    ("attachment; filename=a b.txt", "filename", "a b.txt"),
    ("attachment; filename==?utf-8?Q?=C3=A9.txt?=", "filename", "é.txt"),
    ("attachment; filename*=utf-8'en'%C3%A9.txt", "filename", "é.txt"),
    ("a/b; name*0*=utf-8''%C3%A9; name*1=\"x\"; name*2*=%C3%A9", "name", "éxé"),
    ("a/b; name*1=\"b\"; name*0=\"a\"", "name", "ab"),
    ("a/b; name=plain; name*=utf-8''best", "name", "best"),
  ])
  func readsParameters(text: String, name: String, expected: String) {
    let bytes = Array(text.utf8)
    let field = ContentField(bytes.span, in: 0..<bytes.count)
    #expect(field[name] == expected)
  }
}
