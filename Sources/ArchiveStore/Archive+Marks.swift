public import Discussion
internal import GRDB

/// A mark on a post as digests and exports need it.
public struct PostMark: Sendable, Hashable {
  /// The post it lies on.
  public var post: PostID
  /// Where it lies in the text, in Unicode scalars; nil for the whole post.
  public var range: Range<Int>?
  /// The words it lies on.
  public var exact: String?
  /// The id of a topic.
  public var topic: String?
  /// The role of the words in the argument.
  public var role: String?
  /// The stance they take.
  public var stance: String?
  /// What a reader noted.
  public var note: String?
  /// Who made the mark, where a person did.
  public var by: String?
  /// Whether a reader made or accepted it.
  public var isDecided: Bool
  /// How sure a suggestion is, from 0 to 1.
  public var confidence: Double
}

extension Archive {
  /// The marks on posts that nobody rejected, by post and place.
  ///
  /// - Parameter ids: The posts that are asked about.
  public func marks(on ids: Set<PostID>) throws -> [PostMark] {
    try database.read { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT * FROM annotations
          WHERE coalesce(decision, '') <> 'rejected' AND state <> 'orphaned'
          ORDER BY post, start IS NULL, start, end, id
          """)
      var marks: [PostMark] = []
      while let row = try cursor.next() {
        let id = PostID(row["post"])
        guard ids.contains(id) else { continue }
        var range: Range<Int>?
        if let start = row["start"] as Int?, let end = row["end"] as Int?, start <= end {
          range = start..<end
        }
        let origin: String = row["origin"]
        marks.append(
          PostMark(
            post: id, range: range, exact: row["exact"], topic: row["topic"], role: row["role"],
            stance: row["stance"], note: row["note"], by: row["by"],
            isDecided: origin.hasPrefix("person") || row["decision"] == "accepted",
            confidence: row["confidence"] ?? 1))
      }
      return marks
    }
  }
}
