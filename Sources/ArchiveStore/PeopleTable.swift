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

  /// Joins the forms of all posts anew.
  ///
  /// The outcome is a function of the posts and of what readers decided.
  static func update(in database: Database) throws {
    let directory = try directory(in: database)
    try database.execute(sql: "DELETE FROM authorForms; DELETE FROM persons")
    let form = try database.makeStatement(
      sql: "INSERT INTO authorForms(name, address, url, venue, id, person) VALUES(?, ?, ?, ?, ?, ?)"
    )
    for (index, item) in directory.forms.enumerated() {
      try form.execute(
        arguments: [
          item.author.name ?? "", item.author.address ?? "", item.author.url ?? "", item.venue,
          directory.formIDs[index], directory.persons[directory.personOfForm[index]].id,
        ])
    }
    let person = try database.makeStatement(
      sql: "INSERT OR IGNORE INTO persons(id, name) VALUES(?, ?)")
    for item in directory.persons { try person.execute(arguments: [item.id, item.name]) }
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
