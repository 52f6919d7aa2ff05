import Discussion
import Testing

@Suite struct BaseSubjectTests {
  @Test(arguments: [
    ("Meeting", "Meeting"), ("Re: Meeting", "Meeting"), ("RE:Meeting", "Meeting"),
    ("Re: Re: Fwd: Meeting", "Meeting"),
    ("  Re :\tMeeting\r\n at noon ", "Meeting at noon"), ("Re[2]: Meeting", "Meeting"),
    ("Re(3): Meeting", "Meeting"),
    ("Re^2: Meeting", "Meeting"), ("Re*2: Meeting", "Meeting"), ("Re [list]: Meeting", "Meeting"),
    ("[list] Re: Meeting", "Meeting"), ("Re: [list] Re: Meeting", "Meeting"),
    ("[list 1234] Meeting", "Meeting"),
    ("Meeting (fwd)", "Meeting"), ("[Fwd: Re: Meeting]", "Meeting"),
    ("[Fwd: [Fwd: Meeting]]", "Meeting"),
    ("AW: Meeting", "Meeting"), ("Antw: Meeting", "Meeting"), ("Antwort: Meeting", "Meeting"),
    ("WG: Meeting", "Meeting"),
    ("SV: Meeting", "Meeting"), ("VS: Meeting", "Meeting"), ("VB: Meeting", "Meeting"),
    ("Odp: Meeting", "Meeting"),
    ("PD: Meeting", "Meeting"), ("YNT: Meeting", "Meeting"), ("İLT: Meeting", "Meeting"),
    ("RES: Meeting", "Meeting"),
    ("ENC: Meeting", "Meeting"), ("RIF: Meeting", "Meeting"), ("RV: Meeting", "Meeting"),
    ("TR : Meeting", "Meeting"),
    ("Bls: Meeting", "Meeting"), ("ΑΠ: Meeting", "Meeting"), ("ΠΡΘ: Meeting", "Meeting"),
    ("Отв: Meeting", "Meeting"),
    ("Пересл.: Meeting", "Meeting"), ("回复：Meeting", "Meeting"), ("答复: Meeting", "Meeting"),
    ("回覆：Meeting", "Meeting"),
    ("转发：Meeting", "Meeting"), ("轉寄：Meeting", "Meeting"), ("הועבר: Meeting", "Meeting"),
    ("رد: Meeting", "Meeting"),
    ("\u{feff}Re: Meeting", "Meeting"), ("Re：Meeting", "Meeting"), ("Meeting...", "Meeting"),
    ("Meeting!!", "Meeting!"),
    ("Re:", ""), ("", ""), ("[list]", "[list]"), ("Re: [list]", "[list]"),
    ("Regarding: this", "Regarding: this"),
    ("Reset: it", "Reset: it"), ("Tree: oak", "Tree: oak"), ("R: Meeting", "R: Meeting"),
    ("[[x]] y", "[[x]] y"),
    ("Re [", "Re ["), ("2: two", "2: two"),
  ]) func readsTheBase(_ subject: String, _ base: String) {
    #expect(BaseSubject(subject).text == base)
  }

  @Test(arguments: [
    ("Meeting", false, false), ("Re: Meeting", true, false), ("Fwd: Meeting", false, true),
    ("WG: AW: Meeting", true, true),
    ("Meeting (fwd)", false, true), ("[Fwd: Meeting]", false, true),
    ("[list] Re: Meeting", true, false),
  ]) func tellsRepliesFromForwards(_ subject: String, _ isReply: Bool, _ isForward: Bool) {
    let base = BaseSubject(subject)
    #expect(base.isReply == isReply)
    #expect(base.isForward == isForward)
  }

  @Test(
    arguments: [
      ("[Commons-l] Meeting", "Commons-l"), ("Re: [list 1234] Meeting", "list"),
      ("[list:12] Meeting", "list"),
      ("[PATCH 1/2] [list] Meeting", "list"), ("[PATCH] Meeting", nil), ("Meeting", nil),
      ("[1/2] Meeting", nil),
      ("[a] [b] Meeting", "a"),
    ] as [(String, String?)]) func findsTheListTag(_ subject: String, _ tag: String?)
  {
    #expect(BaseSubject(subject).listTag == tag)
  }

  @Test(
    arguments: [
      ("New (was: Old)", "New", "Old"), ("Re: New (was Re: [list] Old)", "New", "Old"),
      ("New [was: Old]", "New", "Old"),
      ("New (Was: Old (was: Older))", "New", "Old"), ("New - was: Old", "New", "Old"),
      ("New (war: Old)", "New", "Old"),
      ("It was: fine", "It was: fine", nil), ("What (was it) then", "What (was it) then", nil),
      ("New (was: )", "New", nil),
    ] as [(String, String, String?)])
  func keepsTheOldSubjectApart(_ subject: String, _ text: String, _ was: String?) {
    let base = BaseSubject(subject)
    #expect(base.text == text)
    #expect(base.was == was)
  }

  @Test func readsSingleLettersOnlyWhenAsked() {
    #expect(BaseSubject("R: I: Meeting", acceptsSingleLetters: true).text == "Meeting")
    #expect(BaseSubject("R: Meeting", acceptsSingleLetters: true).isReply)
  }

  @Test(arguments: ["Re: ", "[x] ", "[", "(was: ", "[Fwd: ", "(fwd)", ".", "!", "Re[", "- was: "])
  func repeatedPiecesStayLinear(_ piece: String) {
    let clock = ContinuousClock()
    let subject = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let time = clock.measure { _ = BaseSubject(subject) }
    #expect(time < .seconds(5))
  }
}
