import Discussion
import Testing

@testable import Ingest

struct VenueNamingTests {
  @Test(
    "years, months and quarters at the end of a name are not part of it",
    arguments: [
      ("list-2008-2015", "list"), ("2012-January", ""), ("2012-01", ""), ("201201", ""),
      ("20120131", ""), ("commons-l.2012-01", "commons-l"), ("commons-l_2012Q3", "commons-l"),
      ("commons-2012q1", "commons"), ("January", ""), ("list-jan", "list"), ("web2", "web2"),
      ("python-3", "python"), ("7", "7"), ("42", "42"), ("2012January", ""), ("2012jan", ""),
      ("may-day", "may-day"), ("", ""), ("-", ""), ("r-help", "r-help"), ("q3-2012", ""),
      ("1998", ""), ("commons economy 2012 01", "commons economy"),
    ])
  func datesAreNoPartOfAName(name: String, kept: String) {
    #expect(VenueNaming.withoutDate(name) == kept)
  }

  @Test(
    "endings of formats are not part of a name",
    arguments: [
      ("list.mbox", "list"), ("list.mbox.gz", "list"), ("list.tar.xz", "list"),
      ("2012-January.txt.gz", "2012-January"), (".mbox", ".mbox"), ("a.b.c", "a.b.c"),
      ("LIST.MBOX", "LIST"), ("notes.example.org", "notes.example.org"),
    ])
  func endingsAreNoPartOfAName(name: String, kept: String) {
    #expect(VenueNaming.withoutEndings(name) == kept)
  }

  struct Path: Sendable, CustomTestStringConvertible {
    let path: String
    let group: String
    let name: String
    var testDescription: String { path }
  }

  @Test(
    "files of one list make one group that its name or folder names",
    arguments: [
      Path(
        path: "/lists/commons-l/2012-January.txt.gz", group: "lists/commons-l/", name: "commons-l"),
      Path(path: "/lists/commons-l/2012-01.mbox", group: "lists/commons-l/", name: "commons-l"),
      Path(path: "/commons-l/2012/2012-01.mbox", group: "commons-l/", name: "commons-l"),
      Path(path: "/commons-l/mbox/2012-01.mbox", group: "commons-l/", name: "commons-l"),
      Path(path: "/mail/commons-l-2012-01.mbox", group: "/commons-l", name: "commons-l"),
      Path(path: "/mail/commons-l-2012-02.mbox.gz", group: "/commons-l", name: "commons-l"),
      Path(path: "2012-01.mbox", group: "/", name: "archive"),
      Path(path: "", group: "/", name: "archive"),
      Path(path: "/tmp/commons.tar.gz/2012-01.mbox", group: "tmp/commons.tar.gz/", name: "commons"),
    ])
  func filesMakeGroups(_ item: Path) {
    let (group, name) = VenueNaming.fallback(path: item.path)
    #expect(name == item.name)
    #expect(group == item.group)
  }

  @Test func monthsOfOneListShareTheirGroupAndOtherListsDoNot() {
    let groups = [
      "/a/2012-01.mbox", "/a/2012-02.mbox.gz", "/a/2012/2012-03.mbox", "/b/2012-01.mbox",
    ]
    .map { VenueNaming.fallback(path: $0).group }
    #expect(groups[0] == groups[1] && groups[0] == groups[2] && groups[0] != groups[3])
  }

  @Test func aMonthInTheFolderOfItsYearIsNotAName() {
    #expect(VenueNaming.fallback(path: "/commons-l/2012/01.mbox").name == "commons-l")
  }

  @Test(
    "names of single messages, whatever stands above their header",
    arguments: [
      ("/commons/cur/1326.M1.host,S=12:2,S", true), ("/commons/new/1326.M1.host", true),
      ("/mh/commons/17", true), ("/saved/Letter of Ada.EML", true),
      ("/commons/2012-01.mbox", false),
      ("/new/commons", true), ("commons", false), ("", false),
    ])
  func tellsNamesOfSingleMessages(path: String, isOne: Bool) {
    #expect(VenueNaming.isMessageFile(path: path) == isOne)
  }

  @Test func pagesAndMaildirMessagesAreNamedByTheirFolder() {
    let pages = ["/lists/commons-l/msg00001.html", "/lists/commons-l/html/msg00002.html"]
    for page in pages { #expect(VenueNaming.folderFallback(path: page).name == "commons-l") }
    for mail in ["/mail/commons/cur/1326.M1:2,S", "/commons-2012.tar.xz/Maildir/cur/1326.M1:2,S"] {
      #expect(VenueNaming.folderFallback(path: mail).name == "commons")
    }
  }

  @Test(
    "a List-Id names the list, and its phrase spells it where both are one word",
    arguments: [
      ("<commons-l.lists.example.org>", "commons-l", "commons-l"),
      ("Commons-L <commons-l.lists.example.org>", "commons-l", "Commons-L"),
      ("\"Commons-L\" <commons-l.lists.example.org>", "commons-l", "Commons-L"),
      ("Talk about commons <commons-l.lists.example.org>", "commons-l", "commons-l"),
      ("commons-l.lists.example.org", "commons-l", "commons-l"),
      ("a <b> phrase <commons-l.example.org>", "commons-l", "commons-l"),
      ("<commons-l@lists.example.org>", "commons-l", "commons-l"),
    ])
  func aListIDNamesTheList(field: String, id: String, name: String) {
    #expect(VenueNaming.venue(listID: field) == Venue(id: id, name: name, kind: .list))
  }

  @Test("a List-Id without a name names nothing", arguments: ["", "<>", "phrase <>", "<.org>"])
  func anEmptyListIDNamesNothing(field: String) {
    #expect(VenueNaming.venue(listID: field) == nil)
  }

  @Test(
    "an id is lower case and has nothing that a shell or a link would trip over",
    arguments: [
      ("Commons Economy", "commons-economy"), ("  a  b  ", "a-b"), ("Ada's list", "adas-list"),
      ("../../etc", "etc"), ("a/b", "a-b"), ("ŻÓŁW", "żółw"), ("日本語", "日本語"), ("!!!", ""),
      ("c++", "c++"), ("a_b.c", "a_b.c"), ("-a-", "a"), ("\u{202e}x", "x"), ("a\nb", "a-b"),
    ])
  func anIDIsPlain(name: String, id: String) {
    #expect(VenueNaming.slug(name) == id)
  }
}

struct SubjectTagTests {
  @Test(
    "a tag at the start of a subject names the list",
    arguments: [
      ("[commons-l] A plan", "commons-l"), ("Re: [Commons-L] A plan", "commons-l"),
      ("AW: Re: [commons-l] A plan", "commons-l"), ("  [commons-l]plan", "commons-l"),
      ("[PATCH] fix", nil), ("[RFC] idea", nil), ("A [commons-l] plan", nil), ("[ab] short", nil),
      ("[not a list] words", nil), ("[unclosed", nil), ("", nil), ("[123] number", nil),
      ("[]", nil), ("[PATCH v2 3/4] fix", nil), ("Re: Re: Re: Re: Re: [commons-l] deep", nil),
      ("Note: [commons-l] plan", "commons-l"),
    ] as [(String, String?)])
  func aTagNamesTheList(subject: String, id: String?) {
    #expect(SubjectTag.venue(of: subject)?.id == id)
  }

  @Test func noSubjectNamesNothing() {
    #expect(SubjectTag.venue(of: nil) == nil)
  }

  @Test func aSubjectOfBracketsEndsSoon() {
    #expect(SubjectTag.venue(of: String(repeating: "[", count: 1_000_000)) == nil)
    #expect(SubjectTag.venue(of: String(repeating: "Re: ", count: 250_000)) == nil)
  }
}
