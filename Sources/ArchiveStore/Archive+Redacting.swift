public import Corrections
public import Discussion
internal import GRDB

extension Archive {
  /// What one post loses, as ``redact(_:people:by:at:)`` takes it.
  public struct Removal: Sendable, Hashable {
    /// The post.
    public var post: PostID
    /// What is removed from it.
    public var redaction: Redaction
    /// The words that are removed, to find the marks that repeat them; they are not kept.
    public var words: String

    /// Takes over what is to be removed.
    public init(_ redaction: Redaction, from post: PostID, words: String) {
      self.post = post
      self.redaction = redaction
      self.words = words
    }
  }

  /// Removes words, names and original bytes for good.
  ///
  /// What readers marked or mended on the removed words goes with them, since it repeats them. The file is rewritten, so
  /// that no page of it keeps what was removed. An import of the same post removes it again.
  ///
  /// - Parameters:
  ///   - people: Ids of persons whose corrections go as well.
  ///   - now: The time.
  /// - Returns: What was recorded; it has no word of what was removed.
  /// - Complexity: Threads are made anew and the whole file is written anew.
  public func redact(
    _ removals: [Removal], people: [String] = [], by: String?, at now: CorrectionTime
  ) throws -> [Correction] {
    guard !removals.isEmpty else { return [] }
    let kinds: Set<CorrectionKind> = [.redaction, .edit, .mark, .judgement, .person]
    let corrections = try changing(kinds) { database in
      // Deleted rows are overwritten, not only marked as free.
      _ = try Row.fetchOne(database, sql: "PRAGMA secure_delete = ON")
      for number in try repeating(removals, people: people, in: database) {
        try database.execute(
          sql: "DELETE FROM corrections WHERE number = ?", arguments: [number])
      }
      return try CorrectionTable.insert(
        removals.map { $0.redaction.decision(on: $0.post) }, by: by,
        made: try CorrectionTable.time(notBefore: now, in: database), in: database)
    }
    try database.write { try RelatedTable.update(.all, in: $0) }
    try database.vacuum()
    return corrections
  }

  /// All posts of a person, hidden ones too, by id.
  public func posts(by person: String) throws -> [PostID] {
    try database.reading { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM posts WHERE person = ? ORDER BY name", arguments: [person]
      ).map { PostID($0) }
    }
  }

  /// How many corrections would go with the words.
  public func correctionsRepeating(
    _ removals: [Removal], people: [String] = []
  ) throws -> Int {
    try database.reading { try repeating(removals, people: people, in: $0).count }
  }

  /// How many other posts were read from the same original bytes, which they lose too.
  public func postsSharingOriginal(with post: PostID) throws -> Int {
    try database.reading { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(DISTINCT other.post) FROM copies JOIN posts ON posts.id = copies.post
            JOIN copies AS other ON other.original = copies.original AND other.post <> copies.post
          WHERE posts.name = ?
          """, arguments: [post.text]) ?? 0
    }
  }

  /// The numbers of the corrections that repeat words which are removed.
  private func repeating(
    _ removals: [Removal], people: [String], in database: Database
  ) throws -> [Int] {
    var numbers: Set<Int> = []
    let kinds = ["edit", "mark", "judgement"]
    for removal in removals {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT number, kind, coalesce(exact, '') || ' ' || value AS words FROM corrections
          WHERE kind IN (?, ?, ?)
            AND (post = ? OR post IN (SELECT name FROM aliases WHERE post = ?))
          """, arguments: [kinds[0], kinds[1], kinds[2], removal.post.text, removal.post.text])
      for row in rows
      where removal.redaction == .all || LetterRuns.share(row["words"], removal.words) {
        numbers.insert(row["number"])
      }
    }
    for person in people {
      numbers.formUnion(
        try Int.fetchAll(
          database,
          sql: """
            SELECT number FROM corrections
            WHERE kind = 'person' AND instr(' ' || about || ' ', ' ' || ? || ' ') > 0
            """, arguments: [person]))
    }
    return numbers.sorted()
  }
}

/// Tells whether texts share more letters in a row than chance gives.
enum LetterRuns {
  /// - Complexity: Linear in both.
  static func share(_ left: String, _ right: String) -> Bool {
    let (left, right) = (letters(left), letters(right))
    let count = min(8, right.count)
    guard count > 0, left.count >= count else { return false }
    var runs: Set<[Unicode.Scalar]> = []
    for start in 0...(right.count - count) { runs.insert(Array(right[start..<start + count])) }
    return (0...(left.count - count)).contains { runs.contains(Array(left[$0..<$0 + count])) }
  }

  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter(RemovedPassage.counts)
  }
}
