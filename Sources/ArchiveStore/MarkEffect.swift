internal import Compression
internal import Corrections
internal import Discussion
internal import GRDB

/// What readers mark, and what they decide about marks.
///
/// A judgement holds for whatever says the same of the same words: the suggestion of its id, else one of its label on the
/// same words, else on words that overlap by half. What was accepted stays when nothing suggests it any more.
enum MarkEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.mark, .judgement]
  static let changesThreads = false

  static func lift(in database: Database) throws {
    try lift("\(decided)", arguments: [], in: database)
  }

  /// Lifts what was decided about one post.
  static func lift(of post: PostID, in database: Database) throws {
    try lift("post = ? AND \(decided)", arguments: [post.text], in: database)
  }

  private static func lift(
    _ condition: String, arguments: StatementArguments, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        DELETE FROM annotations WHERE \(condition) AND (kept OR origin GLOB 'person:*')
        """
    ).execute(arguments: arguments)
    try database.cachedStatement(
      sql: "UPDATE annotations SET decision = NULL, note = NULL WHERE \(condition)"
    ).execute(arguments: arguments)
  }

  /// Which rows a reader made, judged or noted, as the index of such rows states it.
  static let decided =
    "(decision IS NOT NULL OR note IS NOT NULL OR kept OR origin GLOB 'person:*')"

  static func apply(_ corrections: [Correction], in database: Database) throws {
    var texts = MarkedTexts(database)
    for correction in corrections where correction.decision.kind == .mark {
      guard var mark = Annotation(correction) else { continue }
      try texts.anchor(&mark)
      try AnnotationTable.insert(mark, in: database)
    }
    // Two judgements may mean one mark; then the later one counts.
    let judgements = corrections.filter { $0.decision.kind == .judgement }.sorted {
      ($0.made, $0.decision.slot) < ($1.made, $1.decision.slot)
    }
    for correction in judgements {
      guard let judged = Annotation(correction) else { continue }
      try apply(judged, texts: &texts, in: database)
    }
  }

  private static func apply(
    _ judged: Annotation, texts: inout MarkedTexts, in database: Database
  ) throws {
    let ids = try meant(by: judged, texts: &texts, in: database)
    for id in ids {
      try database.cachedStatement(
        sql: "UPDATE annotations SET decision = ?, note = ? WHERE id = ?"
      ).execute(arguments: [judged.decision, judged.note, id])
    }
    guard ids.isEmpty, judged.decision == "accepted", judged.label.contains(where: { $0 != nil })
    else { return }
    var kept = judged
    try texts.anchor(&kept)
    try AnnotationTable.insert(kept, isKept: true, in: database)
  }

  /// The suggestions that a judgement is about.
  private static func meant(
    by judged: Annotation, texts: inout MarkedTexts, in database: Database
  ) throws -> [String] {
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT id, start, end, exact FROM annotations
          WHERE post = ?1 AND origin NOT GLOB 'person:*' AND (id = ?2 OR (topic IS ?3 AND role IS ?4
            AND stance IS ?5 AND (stance IS NULL OR target IS ?6))) ORDER BY start, end, id
          """),
      arguments: [
        judged.post.text, judged.id, judged.topic, judged.role, judged.stance, judged.target,
      ])
    guard judged.label.contains(where: { $0 != nil }) else {
      return rows.map { $0["id"] }.filter { $0 == judged.id }
    }
    guard let range = judged.range else {
      return rows.filter { ($0["start"] as Int?) == nil }.map { $0["id"] }
    }
    func same(_ start: Int) -> [String] {
      rows.filter { ($0["start"] as Int?) == start && ($0["exact"] as String?) == judged.exact }
        .map { $0["id"] }
    }
    let there = same(range.lowerBound)
    guard there.isEmpty else { return there }
    var moved = judged
    try texts.anchor(&moved)
    guard moved.state != .orphaned, let place = moved.range else { return [] }
    return rows.filter { row in
      guard let start = row["start"] as Int?, let end = row["end"] as Int?, start < end else {
        return false
      }
      let shared = min(end, place.upperBound) - max(start, place.lowerBound)
      return 2 * shared > min(end - start, place.count)
    }.map { $0["id"] }
  }
}

/// The texts of marked posts, each read once while its marks come in a row.
struct MarkedTexts {
  private let database: Database
  private let codec = ZstandardCodec()
  private var post: PostID?
  private var scalars: [Unicode.Scalar]?

  init(_ database: Database) {
    self.database = database
  }

  /// Finds the span of a mark in the text as it is now.
  mutating func anchor(_ mark: inout Annotation) throws {
    guard mark.range != nil else { return }
    if post != mark.post {
      post = mark.post
      var statement = try RowStatement(
        """
        SELECT texts.frame, texts.blocks FROM posts JOIN texts ON texts.post = posts.id
        WHERE posts.name = ?
        """, in: database)
      statement.bind(mark.post.text)
      var read = Post(id: mark.post, kind: .message)
      try statement.first { try PostRow.readText(of: &read, from: $0, at: 0, with: codec) }
      scalars = read.text.map { Array($0.unicodeScalars) }
    }
    if let scalars { mark.anchor(in: scalars) }
  }
}
