import Discussion
import Testing

struct ShownSubjectTests {
  @Test(arguments: [
    ("[commons-l] Re: [commons-l] Gifts", "Gifts"), ("Re: [PATCH] fix it", "[PATCH] fix it"),
    ("AW: Gifts", "Gifts"), ("Re:", "(no subject)"), ("", "(no subject)"),
    ("[Commons-L] Gifts", "Gifts"),
  ])
  func keepsTagsThatAreNotTheNameOfTheList(subject: String, shown: String) {
    let venue = Venue(id: "commons-l", name: "Commons-l", kind: .list)
    #expect(ShownSubject(subject, venues: [venue]).text == shown)
  }
}
