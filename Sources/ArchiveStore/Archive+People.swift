internal import Discussion
internal import Foundation
internal import GRDB
public import People

/// A person with what the archive knows of them.
public struct PersonRecord: Sendable, Hashable {
  /// The id, that of one of the forms.
  public var id: String
  /// The name to print.
  public var name: String
  /// The names, addresses and pages under which they write, each in its venue, with the id of the form.
  public var forms: [(form: AuthorForm, id: String)]
  /// How many posts they wrote.
  public var postCount: Int
  /// The instants of their first and last dated post, in seconds since 1970.
  public var instants: ClosedRange<Int64>?

  /// Compares ids and forms.
  public static func == (left: PersonRecord, right: PersonRecord) -> Bool {
    left.id == right.id && left.forms.map(\.form) == right.forms.map(\.form)
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The ids of the venues, in order.
  public var venues: [String] { Array(Set(forms.map(\.form.venue))).sorted() }
}

/// Whom a person speaks with, or what others call them.
public struct PersonTie: Sendable, Hashable {
  /// The id of the other person; nil for a name.
  public var person: String?
  /// The name of the other person, or the name that is used.
  public var name: String
  /// How many posts show it.
  public var postCount: Int
}

extension Archive {
  /// The persons of the archive, who wrote most first.
  ///
  /// - Complexity: O(n) in the posts.
  public func people() throws -> [PersonRecord] {
    try database.reading { database in
      let directory = try PeopleTable.directory(in: database)
      return directory.persons.map { record($0, in: directory) }.sorted { left, right in
        left.postCount != right.postCount
          ? left.postCount > right.postCount : (left.name, left.id) < (right.name, right.id)
      }
    }
  }

  /// The one person that an id, a unique start of one, an address or a name means.
  ///
  /// - Throws: ``ArchiveError/unknownPerson(_:)`` or ``ArchiveError/ambiguousPerson(_:candidates:)``.
  public func person(named text: String) throws -> PersonRecord {
    let found = try database.reading { database in
      let directory = try PeopleTable.directory(in: database)
      return Archive.persons(named: text, in: directory).map { record($0, in: directory) }
    }
    guard let first = found.first else { throw ArchiveError.unknownPerson(text) }
    guard found.count == 1 else {
      throw ArchiveError.ambiguousPerson(
        text, candidates: found.prefix(9).map { "\($0.id) \($0.name)" })
    }
    return first
  }

  private static func persons(
    named text: String, in directory: PersonDirectory
  ) -> [PersonDirectory.Person] {
    func found(_ matches: (AuthorForm, String) -> Bool) -> [PersonDirectory.Person] {
      let numbers = directory.forms.indices.filter {
        matches(directory.forms[$0], directory.formIDs[$0])
      }
      return Set(numbers.map { directory.personOfForm[$0] }).sorted().map {
        directory.persons[$0]
      }
    }
    let lowered = text.lowercased()
    if lowered.hasPrefix("p-") {
      let exact = found { $1 == lowered }
      if !exact.isEmpty || lowered.count < 6 { return exact }
      return found { $1.hasPrefix(lowered) }
    }
    let bare = lowered.trimmingCharacters(in: ["<", ">"])
    let byAddress = found { form, _ in form.author.address?.lowercased() == bare }
    if !byAddress.isEmpty { return byAddress }
    let whole = found { form, _ in form.author.name?.lowercased() == lowered }
    if !whole.isEmpty { return whole }
    // Every word of the question is a word of the name, whatever case and accents.
    return found { form, _ in form.author.name.map { NameSearch.matches($0, text) } ?? false }
  }

  private func record(
    _ person: PersonDirectory.Person, in directory: PersonDirectory
  ) -> PersonRecord {
    let forms = person.forms.map { (form: directory.forms[$0], id: directory.formIDs[$0]) }
    let spans = forms.compactMap(\.form.instants)
    var instants: ClosedRange<Int64>?
    if let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() {
      instants = first...last
    }
    return PersonRecord(
      id: person.id, name: person.name, forms: forms, postCount: person.postCount,
      instants: instants)
  }

  /// Who may be one person, the surest first.
  public func peopleSuggestions() throws -> [PersonSuggestion] {
    try database.reading { database in
      PersonSuggestions.suggestions(
        for: try PeopleTable.directory(in: database), uses: try nameUses(in: database))
    }
  }

  /// Whom a person answers most, and who answers them; at most `limit` of each.
  public func ties(
    of person: String, limit: Int
  ) throws -> (answers: [PersonTie], answeredBy: [PersonTie], calledNames: [PersonTie]) {
    try database.reading { database in
      func ties(_ sql: String) throws -> [PersonTie] {
        try Row.fetchAll(database, sql: sql, arguments: ["person": person, "limit": limit]).map {
          PersonTie(person: $0["person"], name: $0["name"] ?? "", postCount: $0["count"])
        }
      }
      func answers(from: String, to: String) -> String {
        """
        SELECT other.person, persons.name, count(*) AS count
        FROM posts AS own JOIN placements ON placements.\(from) = own.id
          JOIN posts AS other ON other.id = placements.\(to)
          JOIN persons ON persons.id = other.person
        WHERE own.person = :person AND other.person <> :person
        GROUP BY other.person ORDER BY count DESC, other.person LIMIT :limit
        """
      }
      return (
        try ties(answers(from: "post", to: "parent")),
        try ties(answers(from: "parent", to: "post")),
        try ties(
          """
          SELECT NULL AS person, name, count(*) AS count FROM addressees WHERE person = :person
          GROUP BY lower(name) ORDER BY count DESC, lower(name) LIMIT :limit
          """)
      )
    }
  }

  /// What texts call people, and with what people sign.
  private func nameUses(in database: Database) throws -> [NameUse] {
    let called = try Row.fetchAll(
      database,
      sql: """
        SELECT coalesce(addressees.person, parent.person) AS person, addressees.name,
          addressees.basis, min(posts.name) AS post, count(*) AS posts,
          count(DISTINCT posts.person) AS persons
        FROM addressees JOIN posts ON posts.id = addressees.post
          JOIN placements ON placements.post = posts.id
          LEFT JOIN posts AS parent ON parent.id = placements.parent
        WHERE basis IN ('elimination', 'unknown')
          AND coalesce(addressees.person, parent.person) IS NOT NULL
          AND coalesce(addressees.person, parent.person) IS NOT posts.person
        GROUP BY 1, lower(addressees.name), basis ORDER BY 1, 2
        """
    ).map { row in
      NameUse(
        person: row["person"], name: row["name"], role: .called,
        isByElimination: row["basis"] as String == Addressee.Basis.elimination.rawValue,
        post: PostID(row["post"]), postCount: row["posts"], personCount: row["persons"])
    }
    let signed = try Row.fetchAll(
      database,
      sql: """
        SELECT posts.person, names.name, min(posts.name) AS post, count(*) AS posts
        FROM names JOIN posts ON posts.id = names.post
        WHERE names.role = 'signed' AND posts.person IS NOT NULL
        GROUP BY 1, lower(names.name) ORDER BY 1, 2
        """
    ).map { row in
      NameUse(
        person: row["person"], name: row["name"], role: .signed, isByElimination: false,
        post: PostID(row["post"]), postCount: row["posts"], personCount: 1)
    }
    return called + signed
  }
}
