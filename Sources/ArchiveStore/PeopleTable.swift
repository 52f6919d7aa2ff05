internal import Discussion
internal import GRDB
internal import People

/// Which names are one person: `persons`, `authorForms` and the column of `posts`.
enum PeopleTable {
  /// The ids of the persons that an id or a name means; two arguments: the id, and a query of the column `author`.
  static let named = """
    SELECT person FROM authorForms WHERE id = ?
    UNION SELECT person FROM posts WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)
    """

  /// Joins the forms of all posts anew; writes only what differs.
  ///
  /// The outcome is a function of the posts and of what readers decided.
  ///
  /// - Parameters:
  ///   - changed: The posts that may be shown otherwise than before.
  ///   - forms: What stood for the forms of those, before and now.
  ///   - kept: The form of each post.
  /// - Complexity: Near linear in the forms, with a pass over what is kept of all posts.
  static func update(
    _ changed: ChangedRows, forms: Set<UInt64>, _ kept: ThreadedPosts, in database: Database
  ) throws {
    let known = try ShownForms.known(in: database)
    let shown =
      changed.isAll
      ? try ShownForms.all(in: database)
      : try ShownForms.updated(known, of: forms, kept, in: database)
    let directory = PersonDirectory(
      shown.map { AuthorForm(author: $0.author, venue: $0.venue, postCount: $0.postCount) },
      decisions: try PersonDecision.inForce(in: database))
    var new: [UInt64: ShownForm] = [:]
    for (index, item) in directory.forms.enumerated() {
      var form = ShownForm(item)
      form.id = directory.formIDs[index]
      form.person = directory.persons[directory.personOfForm[index]].id
      new[form.hash] = form
    }
    try ShownForms.write(new, over: known, in: database)
    try write(directory.persons, in: database)
    guard case .some(let rows) = changed else { return try nameAll(in: database) }
    let moved = new.values.filter { known[$0.hash]?.person != $0.person }
    let others = kept.rows(ofForms: Set(moved.map(\.hash)))
    for row in rows + others {
      var update = try RowStatement(
        "UPDATE posts SET person = ?1 WHERE id = ?2 AND person IS NOT ?1", in: database)
      update.bind(new[kept[row].form]?.person)
      update.bind(row)
      try update.run()
    }
  }

  private static func write(_ persons: [PersonDirectory.Person], in database: Database) throws {
    var known: [String: String] = [:]
    let old = try RowStatement("SELECT id, name FROM persons", in: database)
    try old.forEach { known[$0.text(0) ?? ""] = $0.text(1) }
    for person in persons {
      guard known.removeValue(forKey: person.id) != person.name else { continue }
      try database.run(
        sql: "INSERT OR REPLACE INTO persons(id, name) VALUES(?, ?)",
        arguments: [person.id, person.name])
    }
    for id in known.keys.sorted() {
      try database.run(sql: "DELETE FROM persons WHERE id = ?", arguments: [id])
    }
  }

  /// Notes the person of every post.
  private static func nameAll(in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE posts SET person = known.person FROM (
          SELECT posts.id, authorForms.person FROM posts
            LEFT JOIN copies ON copies.id = posts.bestCopy
            LEFT JOIN venues ON venues.id = copies.venue
            LEFT JOIN authorForms ON authorForms.name = coalesce(authorName, '')
              AND authorForms.address = coalesce(authorAddress, '')
              AND authorForms.url = coalesce(authorURL, '')
              AND authorForms.venue = coalesce(venues.slug, '') AND posts.kind <> 'pingback'
        ) AS known
        WHERE posts.id = known.id AND posts.person IS NOT known.person
        """)
  }

  /// The persons behind the authors of all posts.
  static func directory(in database: Database) throws -> PersonDirectory {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT authorName, authorAddress, authorURL, coalesce(venues.slug, '') AS venue,
          count(*) AS postCount, min(instant) AS first, max(instant) AS last
        FROM posts LEFT JOIN copies ON copies.id = posts.bestCopy
          LEFT JOIN venues ON venues.id = copies.venue
        WHERE posts.kind NOT IN ('missing', 'pingback')
          AND coalesce(authorName, authorAddress, authorURL) IS NOT NULL
        GROUP BY coalesce(authorName, ''), coalesce(authorAddress, ''), coalesce(authorURL, ''), 4
        """)
    let forms = rows.map { row in
      var instants: ClosedRange<Int64>?
      if let first = row["first"] as Int64?, let last = row["last"] as Int64? {
        instants = first...last
      }
      return AuthorForm(
        author: Author(
          name: row["authorName"], address: row["authorAddress"], url: row["authorURL"]),
        venue: row["venue"], postCount: row["postCount"], instants: instants)
    }
    return PersonDirectory(forms, decisions: try PersonDecision.inForce(in: database))
  }
}
