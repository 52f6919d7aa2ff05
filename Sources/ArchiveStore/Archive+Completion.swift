public import ArchiveQuery
internal import GRDB

extension Archive {
  /// Ids that begin so, in order.
  public func ids(beginning prefix: String, limit: Int) throws -> [String] {
    try database.reading { database in
      try String.fetchAll(
        database,
        sql: "SELECT name FROM posts WHERE name >= ? AND name < ? || '~' ORDER BY name LIMIT ?",
        arguments: [prefix.lowercased(), prefix.lowercased(), limit])
    }
  }

  /// The values that a field has in the archive, in order; none where the field has no such list.
  public func values(of field: FieldName, limit: Int) throws -> [String] {
    let sql: String
    switch field {
    case .venue:
      sql =
        "SELECT slug FROM venues WHERE id IN (SELECT venue FROM postVenues) ORDER BY slug LIMIT ?"
    case .topic:
      sql = "SELECT DISTINCT topic FROM annotations WHERE topic IS NOT NULL ORDER BY topic LIMIT ?"
    case .role:
      sql = "SELECT DISTINCT role FROM annotations WHERE role IS NOT NULL ORDER BY role LIMIT ?"
    case .lang:
      sql =
        "SELECT DISTINCT language FROM posts WHERE language IS NOT NULL ORDER BY language LIMIT ?"
    default: return []
    }
    return try database.reading { try String.fetchAll($0, sql: sql, arguments: [limit]) }
  }
}
