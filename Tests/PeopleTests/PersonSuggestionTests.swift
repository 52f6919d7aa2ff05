import Discussion
import Testing

@testable import People

struct PersonSuggestionTests {
  private func form(
    _ name: String?, _ address: String? = nil, url: String? = nil, in venue: String = "list"
  ) -> AuthorForm {
    AuthorForm(author: Author(name: name, address: address, url: url), venue: venue, postCount: 1)
  }

  private func bases(_ forms: [AuthorForm]) -> [PersonSuggestion.Basis] {
    PersonSuggestions.suggestions(for: PersonDirectory(forms)).map(\.basis)
  }

  @Test func suggestsOneNameInTwoVenues() {
    #expect(
      bases([form("Ada Lindholm", "a@example.org"), form("Ada Lindholm", in: "blog")]) == [.name])
  }

  @Test(arguments: [
    ("Ada Lindholm", "Ada Lindhlom"), ("Robert Pell", "Bob Pell"), ("Alexander Pell", "Alex Pell"),
    ("Jörg Wießner", "Joerg Wiessner"),
  ])
  func suggestsNamesThatAreNearlyOne(_ left: String, _ right: String) {
    #expect(bases([form(left, "a@example.org"), form(right, "b@example.org")]) == [.spelling])
  }

  @Test(arguments: [
    ("Ada Lindholm", "Eva Lindholm"), ("John Smith", "John Smithers-Jones"), ("Li Wei", "Li Bo"),
  ])
  func leavesOthersAlone(_ left: String, _ right: String) {
    #expect(bases([form(left, "a1@example.org"), form(right, "b1@example.org")]) == [])
  }

  @Test func suggestsByPageAddressAndFirstName() {
    #expect(
      bases([
        form("Ada Lindholm", "q@example.org", url: "http://www.ada.example/"),
        form("inkwell", url: "https://ada.example", in: "blog"),
      ]) == [.page])
    #expect(
      bases([form("Ada Lindholm", "q@example.org"), form(nil, "alindholm@example.com")])
        == [.address])
    #expect(
      bases([form("Ada Lindholm", "q@example.org"), form("Ada", in: "blog")]) == [.firstName])
  }

  @Test func namesAHandleByWhatItIsCalledAndHowItSigns() throws {
    let directory = PersonDirectory([form("collage", in: "blog"), form("Ada Lindholm", in: "blog")])
    let collage = try #require(directory.persons.first { $0.name == "collage" }?.id)
    let found = PersonSuggestions.suggestions(
      for: directory,
      uses: [
        NameUse(
          person: collage, name: "Sam", role: .called, isByElimination: true, post: PostID("p1"),
          postCount: 1, personCount: 1),
        NameUse(
          person: collage, name: "collage", role: .signed, isByElimination: false,
          post: PostID("p2"), postCount: 3, personCount: 1),
      ])
    #expect(found.map(\.name) == ["Sam"])
    #expect(found.map(\.basis) == [.elimination])
  }
}

struct NamesOfTextTests {
  private func names(_ text: String) -> [String] {
    NamesOfText.names(
      in: text, blocks: [Block(.own, depth: 0, start: 0, end: text.unicodeScalars.count)]
    ).map { "\($0.role.rawValue) \($0.name)" }
  }

  @Test(arguments: [
    ("Hi Ada,\n\nthe boat leaves at nine.\n\nCheers,\nSam", ["called Ada", "signed Sam"]),
    ("The boat leaves at nine, as it always did.\n\n— Sam", ["signed Sam"]),
    ("The boat leaves at nine, as it always did.\n-- Sam Weller", ["signed Sam Weller"]),
    ("The boat leaves at nine, as it always did.\n\nRegards", []),
    ("The boat leaves at nine, as it always did.\n\nLGTM", []),
    ("@tidewrack which nights are those?", ["called tidewrack"]),
    ("Sam", []),
  ])
  func findsCallsAndSignatures(_ text: String, _ expected: [String]) {
    #expect(names(text) == expected)
  }

  @Test func countsScalars() throws {
    let text = "Grüße, Jörg!\n\nHallo Inés, die Fähre fährt."
    let blocks = [Block(.own, depth: 0, start: 0, end: text.unicodeScalars.count)]
    for name in NamesOfText.names(in: text, blocks: blocks) {
      let scalars = Array(text.unicodeScalars)[name.range]
      #expect(String(String.UnicodeScalarView(scalars)).contains(name.name))
    }
  }
}

struct AddresseeFinderTests {
  private func participant(_ name: String, _ address: String? = nil) -> Participant {
    Participant(person: "p-" + name, author: Author(name: name, address: address))
  }

  private func call(_ name: String, isMarked: Bool = true) -> NameInText {
    NameInText(.called, name: name, range: 0..<3, isFirst: true, isMarked: isMarked)
  }

  private func find(
    _ name: String, isMarked: Bool = true, parent: String?, others: [String]
  ) -> Addressee? {
    AddresseeFinder.addressee(
      [call(name, isMarked: isMarked)], own: "p-Ines Varga", parent: parent.map { participant($0) },
      others: others.map { participant($0) })
  }

  @Test(arguments: [
    ("Andrew", Addressee.Basis.name), ("Andrw", .spelling), ("Andy", .nickname),
    ("Andrew-san", .name),
  ])
  func findsThePersonBehindAName(_ name: String, _ basis: Addressee.Basis) {
    let found = find(name, parent: "Ruth Amadi", others: ["Ruth Amadi", "Andrew Pell"])
    #expect(found?.shown == "Andrew Pell")
    #expect(found?.basis == basis)
  }

  @Test func theAuthorOfTheParentComesFirst() {
    let found = find("Andrew", parent: "Andrew Pell", others: ["Andrew Orlov", "Andrew Pell"])
    #expect(found?.shown == "Andrew Pell")
    #expect(found?.certainty == .certain)
  }

  @Test func aNameThatFitsNobodyMeansTheOneWithoutAName() {
    let found = find("Sam", isMarked: false, parent: "collage", others: ["collage", "Ruth Amadi"])
    #expect(found?.shown == "collage")
    #expect(found?.basis == .elimination)
    #expect(found?.certainty == .likely)
  }

  @Test func twoWithoutANameAreOneTooMany() {
    #expect(find("Sam", isMarked: false, parent: "collage", others: ["collage", "owl"]) == nil)
    #expect(find("Sam", parent: "collage", others: ["collage", "owl"])?.basis == .unknown)
  }

  @Test func aCommonWordBeforeACommaIsNobody() {
    #expect(find("Wonderful", isMarked: false, parent: "Ruth Amadi", others: ["Ruth Amadi"]) == nil)
  }

  @Test func nobodyGreetsThemselves() {
    #expect(find("Ines", parent: nil, others: ["Ines Varga"])?.person == nil)
  }
}
