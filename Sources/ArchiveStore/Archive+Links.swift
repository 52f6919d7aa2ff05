internal import GRDB

extension Archive {
  /// The link templates of the venues that have one, by the ids of the venues.
  public func linkTemplates() throws -> [String: String] {
    try database.reading { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT slug, link FROM venues WHERE link IS NOT NULL AND link <> ''")
      return Dictionary(
        rows.map { ($0["slug"] as String, $0["link"] as String) },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
