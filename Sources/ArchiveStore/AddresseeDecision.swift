internal import Corrections
internal import Discussion
internal import GRDB
internal import People

/// Whom posts speak to where a reader said so.
enum AddresseeDecision {
  /// Puts what readers decided in the place of what was found.
  static func apply(in database: Database) throws {
    for correction in try CorrectionEffects.inForce(in: database).placed {
      guard let id = correction.decision.post,
        case .addressee(let name) = PostEdit(correction.decision),
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM posts WHERE name = ?", arguments: [id.text])
      else { continue }
      let person = try person(named: name, near: row, in: database)
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO addressees(post, name, person, shown, basis, confidence)
          VALUES(?, ?, ?, ?, ?, 1)
          """,
        arguments: [row, name, person?.id, person?.name, Addressee.Basis.manual.rawValue])
    }
  }

  /// The one person that an id, an address or a name means, first of all among those in the thread of a post.
  private static func person(
    named text: String, near post: Int64, in database: Database
  ) throws -> (id: String, name: String)? {
    let forms = try Row.fetchAll(
      database,
      sql: """
        SELECT authorForms.*, persons.name AS shown, authorForms.person IN (
            SELECT posts.person FROM placements JOIN posts ON posts.id = placements.post
            WHERE placements.thread = (SELECT thread FROM placements WHERE post = ?1)
              AND posts.id <> ?1 AND posts.person IS NOT NULL) AS isNear
        FROM authorForms JOIN persons ON persons.id = authorForms.person
        """, arguments: [post])
    let wanted = text.lowercased()
    func only(_ matches: (Row) -> Bool) -> (id: String, name: String)? {
      let found = forms.filter(matches)
      guard let first = found.first, Set(found.map { $0["person"] as String }).count == 1 else {
        return nil
      }
      return (first["person"], first["shown"])
    }
    return only { $0["id"] == wanted || (!wanted.isEmpty && $0["address"] == wanted) }
      ?? only { $0["isNear"] && ($0["name"] as String).lowercased() == wanted }
      ?? only { $0["isNear"] && NameSearch.matches($0["name"], text) }
      ?? only { ($0["name"] as String).lowercased() == wanted }
  }
}
