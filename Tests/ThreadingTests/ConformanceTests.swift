import Testing
import Threading

/// Reply headers and the trees that they must make, in whatever order the messages come.
///
/// The cases go through the steps of Zawinski's algorithm as RFC 5256 restates them; where we differ on purpose, the name
/// of the case says so.
struct ConformanceTests {
  static let cases = identifierCases + parentCases + chainCases + missingCases + orderCases

  @Test func holdsSixtyCasesAndMore() {
    #expect(Self.cases.count >= 60)
    #expect(Set(Self.cases.map(\.testDescription)).count == Self.cases.count)
  }

  @Test(arguments: cases)
  func threadsAsDrawnInAnyOrder(_ item: ConformanceCase) {
    for posts in item.orders {
      let drawn = item.drawn(posts)
      #expect(drawn == item.picture)
      if drawn != item.picture { break }
    }
  }
}

// MARK: Rules 0 to 2: which ids there are

private let identifierCases = [
  ConformanceCase(
    0, "an id is read over folded lines",
    [mail("a", 1), mail("b", 2, "References:\n <a@h>")], ["a", "  b"]),
  ConformanceCase(
    0, "an id is read from the line after a fold of tabs",
    [mail("a", 1), mail("b", 2, "In-Reply-To:\n\t\t<a@h>")], ["a", "  b"]),
  ConformanceCase(
    0, "blanks inside the brackets do not count",
    [mail("a", 1), mail("b", 2, "In-Reply-To: < a@h >")], ["a", "  b"]),
  ConformanceCase(
    0, "an id that is broken over two lines is whole",
    [mail("a", 1), mail("b", 2, "References: <a@\n h>")], ["a", "  b"]),
  ConformanceCase(
    0, "a quoted local part is the same as one without quotes",
    [mail("a", 1), mail("b", 2, "References: <\"a\"@h>")], ["a", "  b"]),
  ConformanceCase(
    0, "an escaped character in quotes is the character",
    [mail("a", 1), mail("b", 2, "References: <\"\\a\"@h>")], ["a", "  b"]),
  ConformanceCase(
    0, "capitals tell ids apart",
    [mail("a", 1), mail("A", 2), mail("b", 3, reply("A"))], ["a", "A", "  b"]),
  ConformanceCase(
    0, "ids stand without blanks between them",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, "References: <a@h><b@h>")],
    ["a", "  b", "    c"]),
  ConformanceCase(
    0, "commas between ids do not count",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, "References: <a@h>, <b@h>")],
    ["a", "  b", "    c"]),
  ConformanceCase(
    0, "field names are read in any case",
    [mail("a", 1), mail("b", 2, "IN-REPLY-TO: <a@h>"), mail("c", 3, "rEfErEnCeS: <a@h>")],
    ["a", "  b", "  c"]),
  ConformanceCase(
    0, "a blank before the colon does not hide a field",
    [mail("a", 1), mail("b", 2, "References : <a@h>")], ["a", "  b"]),
  ConformanceCase(
    0, "an id without brackets is one where nothing but ids stands",
    [mail("a", 1), mail("b", 2, "In-Reply-To: a@h")], ["a", "  b"]),
  ConformanceCase(
    0, "References over several fields are one list",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a"), refs("b"))],
    ["a", "  b", "    c"]),
  ConformanceCase(
    0, "comments around an id do not count",
    [mail("a", 1), mail("b", 2, "References: (the first of them) <a@h> (so it was)")],
    ["a", "  b"]),
  ConformanceCase(
    0, "of two fields Message-ID the first counts",
    [mail("a", 1, "Message-ID: <z@h>"), mail("b", 2, reply("a"))], ["a", "  b"]),
  ConformanceCase(
    1, "a message without any reply field is a root",
    [mail("a", 1), mail("b", 2)], ["a", "b"]),
  ConformanceCase(
    1, "empty reply fields name nobody",
    [mail("a", 1), mail("b", 2, "In-Reply-To:", "References: ")], ["a", "b"]),
  ConformanceCase(
    1, "empty brackets name nobody",
    [mail("a", 1), mail("b", 2, "In-Reply-To: <>")], ["a", "b"]),
  ConformanceCase(
    2, "the same reference twice is one",
    [mail("a", 1), mail("b", 2, refs("a a a"))], ["a", "  b"]),
]

// MARK: Rule 3: which field names the parent

private let parentCases = [
  ConformanceCase(
    3, "In-Reply-To alone", [mail("a", 1), mail("b", 2, reply("a"))], ["a", "  b"]),
  ConformanceCase(
    3, "References alone", [mail("a", 1), mail("b", 2, refs("a"))], ["a", "  b"]),
  ConformanceCase(
    3, "the last of References is the parent",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a b"))], ["a", "  b", "    c"]),
  ConformanceCase(
    3, "ours: the sole id of In-Reply-To comes before References",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a b"), reply("a"))],
    ["a", "  b", "  c"]),
  ConformanceCase(
    3, "two ids in In-Reply-To give way to References",
    [mail("a", 1), mail("b", 2), mail("c", 3, refs("b"), reply("a b"))], ["a", "b", "  c"]),
  ConformanceCase(
    3, "the first id of In-Reply-To where References is absent",
    [mail("a", 1), mail("b", 2), mail("c", 3, reply("b a"))], ["a", "b", "  c"]),
  ConformanceCase(
    3, "prose around the id of In-Reply-To does not count",
    [
      mail("a", 1),
      mail("b", 2, "In-Reply-To: Your message of \"Mon, 02 Jan 2012 08:00:00 +0000.\" <a@h>"),
    ], ["a", "  b"]),
  ConformanceCase(
    3, "prose without an id names nobody",
    [mail("a", 1), mail("b", 2, "In-Reply-To: Ada's message of Monday")], ["a", "b"]),
  ConformanceCase(
    3, "an address in In-Reply-To is no id when it is somebody's of the message",
    [
      mail("a", 1),
      mail("b", 2, "From: Bo <bo@h>", "To: Ada <ada@h>", "In-Reply-To: Ada <ada@h> <a@h>"),
    ], ["a", "  b"]),
  ConformanceCase(
    3, "what was typed for a question of the mail program names nobody",
    [mail("a", 1), mail("b", 2, "In-Reply-To: y")], ["a", "b"]),
  ConformanceCase(
    3, "the message itself in its own References does not count",
    [mail("a", 1), mail("b", 2, refs("a b"))], ["a", "  b"]),
  ConformanceCase(
    3, "the message itself in its own In-Reply-To gives way to References",
    [mail("a", 1), mail("b", 2, refs("a"), reply("b"))], ["a", "  b"]),
  ConformanceCase(
    3, "a message that names only itself is a root",
    [mail("a", 1, refs("a"), reply("a"))], ["a"]),
]

// MARK: Rules 4 and 5: chains and loops

private let chainCases = [
  ConformanceCase(
    4, "a chain gives no parent to a message that is there",
    [mail("a", 1), mail("b", 2), mail("c", 3, refs("a b"))], ["a", "b", "  c"]),
  ConformanceCase(
    4, "a chain links the missing to each other",
    [mail("d", 3, refs("a b")), mail("e", 4, refs("a b"))], ["?b", "  d", "  e"]),
  ConformanceCase(
    4, "conflicting chains: the earlier message wins",
    [mail("d", 1, refs("a b")), mail("e", 2, refs("b a"))], ["?a", "  ?b", "    d", "  e"]),
  ConformanceCase(
    4, "conflicting chains: dates decide, not the ids",
    [mail("e", 1, refs("a b")), mail("d", 2, refs("b a"))], ["?a", "  ?b", "    e", "  d"]),
  ConformanceCase(
    4, "References in disorder do not move a message that names its parent",
    [mail("a", 1), mail("b", 2, reply("a")), mail("c", 3, refs("b a"), reply("b"))],
    ["a", "  b", "    c"]),
  ConformanceCase(
    4, "a shortened chain still ends at the parent",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a b")), mail("d", 4, refs("a c"))],
    ["a", "  b", "    c", "      d"]),
  ConformanceCase(
    4, "a chain that leaves out the middle joins its branch by the parent",
    [mail("a", 1), mail("d", 4, refs("a c")), mail("c", 3, refs("b"))],
    ["a", "?b", "  c", "    d"]),
  ConformanceCase(
    4, "ours: a missing parent that In-Reply-To names stands below the last of References",
    [mail("a", 1), mail("c", 3, refs("a"), reply("z"))], ["a", "  ?z", "    c"]),
  ConformanceCase(
    4, "ours: also where References name it first, as programs write that turn them round",
    [mail("a", 1), mail("c", 3, refs("z a"), reply("z"))], ["a", "  ?z", "    c"]),
  ConformanceCase(
    4, "a chain twice over makes no loop",
    [mail("a", 1), mail("b", 2, refs("a x a x"))], ["a", "  ?x", "    b"]),
  ConformanceCase(
    5, "what a message says of itself replaces what others guess",
    [mail("a", 1), mail("b", 2), mail("d", 3, refs("a c")), mail("c", 4, refs("b"))],
    ["a", "b", "  c", "    d"]),
  ConformanceCase(
    5, "two that answer each other make no loop: the later one is linked last and gives way",
    [mail("a", 1, reply("b")), mail("b", 2, reply("a"))], ["b", "  a"]),
  ConformanceCase(
    5, "a ring of three",
    [mail("a", 1, reply("c")), mail("b", 2, reply("a")), mail("c", 3, reply("b"))],
    ["c", "  a", "    b"]),
  ConformanceCase(
    5, "a ring of four with a way out",
    [
      mail("a", 1, reply("d")), mail("b", 2, reply("a")), mail("c", 3, reply("b")),
      mail("d", 4, refs("x c")),
    ], ["d", "  a", "    b", "      c"]),
  ConformanceCase(
    5, "a ring through a missing message",
    [mail("a", 1, refs("x")), mail("b", 2, refs("a x"))], ["?x", "  a", "  b"]),
  ConformanceCase(
    5, "a reply that names its own reply hangs where it can",
    [mail("a", 1), mail("b", 2, refs("a c")), mail("c", 3, refs("a b"))], ["a", "c", "  b"]),
  ConformanceCase(
    5, "a message that was answered before it was written keeps its answer",
    [mail("a", 9), mail("b", 1, reply("a"))], ["a", "  b"]),
  ConformanceCase(
    5, "undated ones are fed first, and lose against nobody",
    [mail("a", nil), mail("b", 1, reply("a")), mail("c", nil, reply("b"))], ["a", "  b", "    c"]),
]

// MARK: Rule 7: missing messages

private let missingCases = [
  ConformanceCase(
    6, "whoever names nobody is a root, whoever is named",
    [mail("a", 1), mail("b", 2), mail("c", 3, reply("b"))], ["a", "b", "  c"]),
  ConformanceCase(
    6, "every ring leaves one root",
    [mail("a", 1, reply("b")), mail("b", 2, reply("a")), mail("c", 3)], ["b", "  a", "c"]),
  ConformanceCase(
    6, "a missing message is a root where nothing is known above it",
    [mail("b", 2, reply("z")), mail("c", 1)], ["c", "?z", "  b"]),
  ConformanceCase(
    7, "ours: a stated parent that is missing stays, also with one child",
    [mail("b", 2, reply("a"))], ["?a", "  b"]),
  ConformanceCase(
    7, "two replies to a lost message stay together",
    [mail("b", 2, reply("a")), mail("c", 3, reply("a"))], ["?a", "  b", "  c"]),
  ConformanceCase(
    7, "a missing id in the middle of a chain is dropped",
    [mail("a", 1), mail("d", 4, refs("a b c"))], ["a", "  ?c", "    d"]),
  ConformanceCase(
    7, "a missing head of a chain is dropped",
    [mail("b", 2, refs("a")), mail("c", 3, refs("x a b"))], ["?a", "  b", "    c"]),
  ConformanceCase(
    7, "a missing id that joins two branches stays",
    [mail("d", 3, refs("a b")), mail("e", 4, refs("a c"))],
    ["?a", "  ?b", "    d", "  ?c", "    e"]),
  ConformanceCase(
    7, "of a long lost chain the joint and the parents stay",
    [mail("p", 3, refs("a b c d")), mail("q", 4, refs("a b c e"))],
    ["?c", "  ?d", "    p", "  ?e", "    q"]),
  ConformanceCase(
    7, "a joint far above stays, the links between go",
    [mail("p", 3, refs("a b d")), mail("q", 4, refs("a c e"))],
    ["?a", "  ?d", "    p", "  ?e", "    q"]),
  ConformanceCase(
    7, "a lost chain that only one names keeps its end",
    [mail("p", 3, refs("a b c d e f"))], ["?f", "  p"]),
  ConformanceCase(
    7, "a message that arrives fills its place",
    [mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a b"))], ["a", "  b", "    c"]),
  ConformanceCase(
    7, "a missing message between two that are there",
    [mail("a", 1), mail("c", 3, refs("a b")), mail("d", 4, refs("a b c"))],
    ["a", "  ?b", "    c", "      d"]),
  ConformanceCase(
    7, "two threads with a missing root each stay two",
    [mail("b", 2, reply("a")), mail("d", 3, reply("c"))], ["?a", "  b", "?c", "  d"]),
  ConformanceCase(
    7, "a missing root that a later chain places goes under what is there",
    [mail("a", 1), mail("c", 2, reply("b")), mail("d", 3, refs("a b"))],
    ["a", "  ?b", "    c", "    d"]),
]

// MARK: Rules 8 to 11: order, and no gathering by subject

private let orderCases = [
  ConformanceCase(
    8, "siblings stand by date",
    [mail("a", 1), mail("b", 9, reply("a")), mail("c", 5, reply("a"))], ["a", "  c", "  b"]),
  ConformanceCase(
    8, "dates are compared as instants, whatever the zone",
    [
      mail("a", 1),
      mail("b", nil, reply("a"), "Date: 5 Jan 2012 01:00:00 +0900"),
      mail("c", nil, reply("a"), "Date: 4 Jan 2012 17:00:00 +0000"),
    ], ["a", "  b", "  c"]),
  ConformanceCase(
    8, "years of two digits and times without seconds are dates",
    [
      mail("a", nil, "Date: 3 Jan 98 08:00 +0000"), mail("b", nil, "Date: 2 Jan 1998 08:00:00 GMT"),
      mail("c", nil, "Date: Thu, 1 Jan 98 08:00:00 +0000"),
    ], ["c", "b", "a"]),
  ConformanceCase(
    8, "an undated message stands first",
    [mail("a", 1), mail("b", 2, reply("a")), mail("c", nil, reply("a"))], ["a", "  c", "  b"]),
  ConformanceCase(
    8, "roots stand by date",
    [mail("c", 1), mail("b", 2), mail("a", 3)], ["c", "b", "a"]),
  ConformanceCase(
    8, "a thread stands at the date of its root, however late its replies",
    [mail("a", 1), mail("b", 2), mail("c", 9, reply("a"))], ["a", "  c", "b"]),
  ConformanceCase(
    8, "a missing root stands at the date of its first child",
    [mail("x", 5), mail("b", 2, reply("a")), mail("c", 9, reply("a"))],
    ["?a", "  b", "  c", "x"]),
  ConformanceCase(
    8, "a missing sibling stands at the date of its first child",
    [mail("a", 1), mail("b", 3, reply("a")), mail("c", 2, refs("a x"))],
    ["a", "  ?x", "    c", "  b"]),
  ConformanceCase(
    8, "a date of another century does not break the order",
    [
      mail("a", 1), mail("b", 2, reply("a")),
      mail("c", nil, reply("a"), "Date: Thu, 1 Jan 1970 00:00:00 +0000"),
    ], ["a", "  c", "  b"]),
  ConformanceCase(
    8, "depth first: a reply to the first comes before the second",
    [
      mail("a", 1), mail("b", 2, reply("a")), mail("c", 3, reply("a")), mail("d", 4, reply("b")),
      mail("e", 5, reply("d")),
    ], ["a", "  b", "    d", "      e", "  c"]),
  ConformanceCase(
    9, "ours: one subject gathers nothing where headers are silent",
    [mail("a", 1, "Subject: Minutes"), mail("b", 2, "Subject: Minutes")], ["a", "b"]),
  ConformanceCase(
    9, "ours: Re: alone is evidence, and no header",
    [mail("a", 1, "Subject: Minutes"), mail("b", 2, "Subject: Re: Minutes")], ["a", "b"]),
  ConformanceCase(
    10, "ours: a reply with headers is never moved by its subject",
    [
      mail("a", 1, "Subject: Minutes"), mail("b", 2, "Subject: Other"),
      mail("c", 3, "Subject: Re: Minutes", reply("b")),
    ], ["a", "b", "  c"]),
  ConformanceCase(
    10, "ours: lost roots of one subject stay apart",
    [
      mail("b", 2, reply("x"), "Subject: Re: Minutes"),
      mail("c", 3, reply("y"), "Subject: Re: Minutes"),
    ], ["?x", "  b", "?y", "  c"]),
  ConformanceCase(
    11, "a discussion moves with the date of its root, not with its last reply",
    [
      mail("a", 2), mail("b", 9, reply("a")), mail("c", 3), mail("d", 1),
      mail("e", 8, reply("d")),
    ], ["d", "  e", "a", "  b", "c"]),
  ConformanceCase(
    11, "the date of a missing root is that of the first to answer it, whoever came first",
    [mail("c", 5), mail("b", 6, reply("z")), mail("a", 4, reply("z"))],
    ["?z", "  a", "  b", "c"]),
  ConformanceCase(
    11, "a whole discussion",
    [
      mail("a", 1), mail("b", 2, refs("a")), mail("c", 3, refs("a b")), mail("d", 3, refs("a")),
      mail("e", 5, refs("a b c"), reply("c")), mail("f", 6, refs("a d")),
      mail("g", 7, refs("a b c e")), mail("i", 8, reply("f")),
    ], ["a", "  b", "    c", "      e", "        g", "  d", "    f", "      i"]),
]
