internal import Discussion
internal import GRDB
internal import People

/// One way in which posts of a venue show their author.
struct ShownForm: Hashable {
  var name: String
  var address: String
  var url: String
  var venue: String
  /// How many posts show it.
  var postCount: Int
  /// Its id, and that of the person, where they are known.
  var id = ""
  var person = ""

  init(_ form: AuthorForm) {
    name = form.author.name ?? ""
    address = form.author.address ?? ""
    url = form.author.url ?? ""
    venue = form.venue
    postCount = form.postCount
  }

  /// Reads name, address, page and venue, in this order.
  ///
  /// - Parameter column: That of the name.
  init(_ row: RowStatement.Columns, from column: CInt, postCount: Int) {
    name = row.text(column) ?? ""
    address = row.text(column + 1) ?? ""
    url = row.text(column + 2) ?? ""
    venue = row.text(column + 3) ?? ""
    self.postCount = postCount
  }

  var author: Author {
    Author(
      name: name.isEmpty ? nil : name, address: address.isEmpty ? nil : address,
      url: url.isEmpty ? nil : url)
  }

  /// Stands for it in what is kept of posts (``ThreadedPost/form``); never 0.
  var hash: UInt64 {
    var hash = StableHash()
    for part in [name, address, url, venue] { hash.add(part) }
    return max(1, hash.value)
  }
}

/// The forms of all authors: the table `authorForms`.
enum ShownForms {
  /// The forms as they were joined last.
  static func known(in database: Database) throws -> [UInt64: ShownForm] {
    var known: [UInt64: ShownForm] = [:]
    let rows = try RowStatement(
      "SELECT name, address, url, venue, posts, id, person FROM authorForms", in: database)
    try rows.forEach { row in
      var form = ShownForm(row, from: 0, postCount: Int(row.integer(4) ?? 0))
      form.id = row.text(5) ?? ""
      form.person = row.text(6) ?? ""
      known[form.hash] = form
    }
    return known
  }

  /// The forms of all posts, counted in the tables.
  static func all(in database: Database) throws -> [ShownForm] {
    var forms: [ShownForm] = []
    let rows = try RowStatement(
      """
      SELECT coalesce(authorName, ''), coalesce(authorAddress, ''), coalesce(authorURL, ''),
        coalesce(venues.slug, ''), count(*)
      FROM posts LEFT JOIN copies ON copies.id = posts.bestCopy
        LEFT JOIN venues ON venues.id = copies.venue
      WHERE posts.kind NOT IN ('missing', 'pingback')
        AND coalesce(authorName, authorAddress, authorURL) IS NOT NULL
      GROUP BY 1, 2, 3, 4
      """, in: database)
    try rows.forEach {
      forms.append(ShownForm($0, from: 0, postCount: Int($0.integer(4) ?? 0)))
    }
    return forms
  }

  /// The forms of all posts, from those that were known.
  ///
  /// - Parameter changed: What stands for the forms that may have other posts than before.
  static func updated(
    _ known: [UInt64: ShownForm], of changed: Set<UInt64>, _ kept: ThreadedPosts,
    in database: Database
  ) throws -> [ShownForm] {
    var forms = known
    for hash in changed { forms[hash]?.postCount = 0 }
    for row in kept.rows(ofForms: changed) {
      let hash = kept[row].form
      if forms[hash] == nil {
        var query = try RowStatement(
          """
          SELECT authorName, authorAddress, authorURL, venues.slug
          FROM posts LEFT JOIN copies ON copies.id = posts.bestCopy
            LEFT JOIN venues ON venues.id = copies.venue WHERE posts.id = ?
          """, in: database)
        query.bind(row)
        forms[hash] = try query.first { ShownForm($0, from: 0, postCount: 0) }
      }
      forms[hash]?.postCount += 1
    }
    return forms.values.filter { $0.postCount > 0 }
  }

  /// Writes those that differ, and takes out those that no post shows any more.
  static func write(
    _ forms: [UInt64: ShownForm], over known: [UInt64: ShownForm], in database: Database
  ) throws {
    for form in known.values where forms[form.hash] == nil {
      try database.run(
        sql: "DELETE FROM authorForms WHERE name = ? AND address = ? AND url = ? AND venue = ?",
        arguments: [form.name, form.address, form.url, form.venue])
    }
    for form in forms.values where known[form.hash] != form {
      var insert = try RowStatement(
        """
        INSERT OR REPLACE INTO authorForms(name, address, url, venue, posts, id, person)
        VALUES(?, ?, ?, ?, ?, ?, ?)
        """, in: database)
      for part in [form.name, form.address, form.url, form.venue] { insert.bind(part) }
      insert.bind(form.postCount)
      insert.bind(form.id)
      insert.bind(form.person)
      try insert.run()
    }
  }
}
