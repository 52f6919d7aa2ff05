import Discussion
import Testing

@testable import People

private func form(
  _ name: String?, _ address: String? = nil, url: String? = nil, in venue: String = "list",
  posts: Int = 1
) -> AuthorForm {
  AuthorForm(
    author: Author(name: name, address: address, url: url), venue: venue, postCount: posts)
}

/// The persons as sets of what their forms show.
private func picture(_ directory: PersonDirectory) -> [String] {
  directory.persons.map { person in
    person.forms.map { directory.forms[$0] }
      .map {
        [$0.author.name, $0.author.address, $0.author.url].compactMap(\.self).joined(separator: " ")
      }
      .sorted().joined(separator: " = ")
  }.sorted()
}

struct PersonDirectoryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let forms: [AuthorForm]
    let persons: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "one address is one person, whatever the names",
      forms: [form("Ada Lindholm", "ada@example.org"), form("ada", "Ada@Example.org")],
      persons: ["Ada Lindholm ada@example.org = ada Ada@Example.org"]),
    Case(
      testDescription: "one full name in one venue is one person",
      forms: [form("Ada Lindholm", "ada@example.org"), form("Ada Lindholm", "al@example.com")],
      persons: ["Ada Lindholm ada@example.org = Ada Lindholm al@example.com"]),
    Case(
      testDescription: "one full name in two venues is not",
      forms: [
        form("Ada Lindholm", "ada@example.org"), form("Ada Lindholm", "al@example.com", in: "blog"),
      ],
      persons: ["Ada Lindholm ada@example.org", "Ada Lindholm al@example.com"]),
    Case(
      testDescription: "case, accents, initials and a turned name do not tell people apart",
      forms: [
        form("José Q. Ibarra", "a@example.org"), form("IBARRA, Jose", "b@example.org"),
      ],
      persons: ["IBARRA, Jose b@example.org = José Q. Ibarra a@example.org"]),
    Case(
      testDescription: "a first name alone joins nobody",
      forms: [form("Ada", "ada@example.org"), form("Ada", "ada@example.com")],
      persons: ["Ada ada@example.com", "Ada ada@example.org"]),
    Case(
      testDescription: "a handle in one venue is one person, whatever the page",
      forms: [
        form("night_owl", url: "http://a.example"), form("night_owl", url: "http://b.example"),
      ],
      persons: ["night_owl http://a.example = night_owl http://b.example"]),
    Case(
      testDescription: "a first name with one page, and without any, is one person on a blog",
      forms: [form("Marit", url: "http://a.example"), form("Marit")],
      persons: ["Marit = Marit http://a.example"]),
    Case(
      testDescription: "a first name with two pages is two people, and the one without is neither",
      forms: [
        form("Marit", url: "http://a.example"), form("Marit", url: "http://b.example"),
        form("Marit"),
      ],
      persons: ["Marit", "Marit http://a.example", "Marit http://b.example"]),
    Case(
      testDescription: "an address from which many write joins nobody",
      forms: [
        form("Ada Lindholm", "tracker@example.org"), form("Bo Nakamura", "tracker@example.org"),
        form("Cyd Okafor", "tracker@example.org"),
      ],
      persons: [
        "Ada Lindholm tracker@example.org", "Bo Nakamura tracker@example.org",
        "Cyd Okafor tracker@example.org",
      ]),
    Case(
      testDescription: "what a list sends in somebody's name is theirs",
      forms: [
        form("Ada Lindholm", "ada@example.org"),
        form("Ada Lindholm via Commons", "commons@lists.example.org"),
        form("Bo Nakamura via Commons", "commons@lists.example.org"),
      ],
      persons: [
        "Ada Lindholm ada@example.org = Ada Lindholm via Commons commons@lists.example.org",
        "Bo Nakamura via Commons commons@lists.example.org",
      ]),
    Case(
      testDescription: "an address that an archive cut joins nobody",
      forms: [form("Ada", "a...@example.org"), form("Ann", "a...@example.org")],
      persons: ["Ada a...@example.org", "Ann a...@example.org"]),
    Case(
      testDescription: "many bear the name Anonymous",
      forms: [
        form("Anonymous Coward", "a@example.org"), form("Anonymous Coward", "b@example.org"),
      ],
      persons: ["Anonymous Coward a@example.org", "Anonymous Coward b@example.org"]),
  ]

  @Test(arguments: cases)
  func joinsWhatIsBeyondDoubt(_ item: Case) {
    #expect(picture(PersonDirectory(item.forms)) == item.persons)
    #expect(picture(PersonDirectory(item.forms.reversed())) == item.persons)
  }

  @Test func anIdOfAFormNamesThePersonWhateverIsJoined() throws {
    let ada = form("Ada Lindholm", "ada@example.org")
    let alone = PersonDirectory([ada])
    let joined = PersonDirectory([ada, form("Ada Lindholm", "al@example.com")])
    let id = try #require(alone.persons.first?.id)
    #expect(joined.person(id)?.forms.count == 2)
  }

  @Test func readersWin() throws {
    let forms = [
      form("Ada Lindholm", "ada@example.org"), form("Ada Lindholm", "other@example.com"),
      form("owl", in: "blog"),
    ]
    let plain = PersonDirectory(forms)
    func id(_ shown: String) throws -> String {
      let index = plain.forms.firstIndex { $0.author.address == shown || $0.author.name == shown }
      return plain.formIDs[try #require(index)]
    }
    let decided = PersonDirectory(
      forms,
      decisions: [
        .split(try id("other@example.com")),
        .merge(try id("owl"), try id("ada@example.org")),
      ])
    #expect(
      picture(decided)
        == ["Ada Lindholm ada@example.org = owl", "Ada Lindholm other@example.com"])
    #expect(decided.persons.first { $0.forms.count == 2 }?.name == "Ada Lindholm")
  }

  @Test func theNameToPrintIsTheFullOneThatMostPostsShow() {
    let directory = PersonDirectory([
      form("ada", "ada@example.org", posts: 90), form("Ada Lindholm", "ada@example.org", posts: 3),
      form("A. Lindholm", "ada@example.org", posts: 5),
    ])
    #expect(directory.persons.map(\.name) == ["Ada Lindholm"])
  }
}
