internal import Compression
internal import Corrections
internal import Discussion
internal import Foundation
internal import GRDB

/// Removes from the tables what readers removed from posts for good.
///
/// Nothing lifts it: what is gone is gone, and what an import brings again goes when the import ends. The post keeps its
/// id, its place in the thread, its date, its subject and the digest of its words, by which copies of it are known.
enum RedactionEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.redaction]
  static let changesThreads = true

  static func lift(in database: Database) throws {}

  static func apply(_ corrections: [Correction], in database: Database) throws {
    var removed: [PostID: [Redaction]] = [:]
    for correction in corrections {
      guard let post = correction.decision.post, let redaction = Redaction(correction.decision)
      else { continue }
      removed[post, default: []].append(redaction)
    }
    guard !removed.isEmpty else { return }
    // What is freed from here on is overwritten in the file.
    _ = try Row.fetchOne(database, sql: "PRAGMA secure_delete = ON")
    var hasChanged = false
    for (post, redactions) in removed.sorted(by: { $0.key.text < $1.key.text }) {
      guard
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM posts WHERE name = ? AND kind <> 'missing'",
          arguments: [post.text])
      else { continue }
      if try apply(redactions, row: row, in: database) { hasChanged = true }
    }
    // The index keeps deleted words until its segments are merged.
    if hasChanged { try database.execute(sql: "INSERT INTO words(words) VALUES('optimize')") }
  }

  /// - Returns: Whether anything was there to be removed.
  private static func apply(
    _ redactions: [Redaction], row: Int64, in database: Database
  ) throws -> Bool {
    guard let post = try PostRow.post(row, in: database), let text = post.text else { return false }
    var new = post
    let isWhole = redactions.contains(.all)
    if isWhole {
      new.text = RedactedText.mark
      new.blocks = [Block(.own, start: 0, end: RedactedText.mark.unicodeScalars.count)]
      new.author = Author()
      new.attachments = []
    } else {
      let scalars = Array(text.unicodeScalars)
      let ranges = redactions.flatMap { redaction -> [Range<Int>] in
        if case .passage(let passage) = redaction { passage.ranges(in: scalars) } else { [] }
      }
      (new.text, new.blocks) = RedactedText.without(ranges, in: scalars, blocks: post.blocks)
    }
    let hasOriginal =
      try Row.fetchOne(
        database,
        sql: """
          SELECT 1 FROM copies JOIN originals ON originals.id = copies.original
          WHERE copies.post = ? AND length(frame) > 0
          """, arguments: [row]) != nil
    guard new != post || hasOriginal else { return false }
    if new != post { try write(new, over: post, row: row, in: database) }
    try removeTraces(row, of: post.id, isWhole: isWhole, in: database)
    return true
  }

  private static func write(
    _ new: Post, over old: Post, row: Int64, in database: Database
  ) throws {
    try RowIndex.remove(row, post: old, words: old.words, in: database)
    try RowIndex.insert(row, post: new, words: new.words, in: database)
    let text = TextRow(
      frame: ZstandardCodec().compress(Array((new.text ?? "").utf8).span),
      blocks: BlockCoding.encode(new.blocks))
    try text.write(TextRow.update, post: row, in: database)
    try database.execute(
      sql: "UPDATE posts SET textDigest = ? WHERE id = ?", arguments: [text.digest, row])
    try forgetForms(of: [old.text ?? "", old.author.shown].joined(separator: " "), in: database)
    guard new.author != old.author || new.attachments != old.attachments else { return }
    for table in ["posts WHERE id", "showedBefore WHERE post", "wordings WHERE post"] {
      let parts = table.split(separator: " ", maxSplits: 1)
      let further = parts[0] == "wordings" ? "" : ", authorURL = NULL, person = NULL"
      try database.execute(
        sql: """
          UPDATE \(parts[0]) SET authorName = NULL, authorAddress = NULL\(further) \(parts[1]) = ?
          """, arguments: [row])
    }
    try database.execute(
      sql: "UPDATE posts SET attachments = ? WHERE id = ?",
      arguments: [AttachmentCoding.encode(new.attachments), row])
  }

  /// Removes words that no post has any more from the list of forms.
  private static func forgetForms(of text: String, in database: Database) throws {
    let find = try database.cachedStatement(sql: "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1")
    let forms = Set(
      text.lowercased().unicodeScalars.split { !RemovedPassage.counts($0) }.map { String($0) })
    for form in forms.sorted() {
      let isKnown = try Row.fetchOne(
        database, sql: "SELECT 1 FROM wordForms WHERE form = ?", arguments: [form])
      guard isKnown != nil, try Row.fetchOne(find, arguments: ["\"\(form)\""]) == nil else {
        continue
      }
      try database.execute(sql: "DELETE FROM wordForms WHERE form = ?", arguments: [form])
    }
  }

  /// Removes what other tables keep of the words of a post.
  private static func removeTraces(
    _ row: Int64, of post: PostID, isWhole: Bool, in database: Database
  ) throws {
    try database.execute(
      sql: """
        UPDATE originals SET frame = x'' WHERE id IN (SELECT original FROM copies WHERE post = ?)
        """, arguments: [row])
    if isWhole {
      try database.execute(
        sql: "UPDATE copies SET envelope = NULL WHERE post = ?", arguments: [row])
    }
    try database.execute(
      sql: """
        UPDATE statedReplies SET detail = '', start = NULL, end = NULL
        WHERE childCopy IN (SELECT id FROM copies WHERE post = ?)
        """, arguments: [row])
    for table in ["names WHERE post", "addressees WHERE post", "sketches WHERE post"] {
      try database.execute(sql: "DELETE FROM \(table) = ?", arguments: [row])
    }
    for table in ["annotations", "readings"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE post = ?", arguments: [post.text])
    }
  }
}

/// Texts with a mark where words were removed.
enum RedactedText {
  /// What stands in place of words that were removed.
  static let mark = "[redacted]"

  /// A text without some ranges, and its blocks, which tile it again.
  ///
  /// - Parameter ranges: In any order; they may overlap.
  static func without(
    _ ranges: [Range<Int>], in scalars: [Unicode.Scalar], blocks: [Block]
  ) -> (text: String, blocks: [Block]) {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    var text = String.UnicodeScalarView()
    var index = 0
    for range in merged {
      text.append(contentsOf: scalars[index..<range.lowerBound])
      text.append(contentsOf: mark.unicodeScalars)
      index = range.upperBound
    }
    text.append(contentsOf: scalars[index...])
    let markCount = mark.unicodeScalars.count
    /// Where a place of the old text lies in the new one; places inside a range come to lie behind its mark.
    func moved(_ place: Int) -> Int {
      var shift = 0
      for range in merged {
        if place <= range.lowerBound { break }
        if place < range.upperBound { return range.lowerBound + shift + markCount }
        shift += markCount - range.count
      }
      return place + shift
    }
    // Whoever's name went out of the line that names them goes out of what was read from it.
    let gone = Set(
      blocks.filter { block in merged.contains { $0.overlaps(block.start..<block.end) } }
        .compactMap(\.name))
    let new = blocks.map { block in
      var block = block
      if let name = block.name, gone.contains(name) { block.name = nil }
      (block.start, block.end) = (moved(block.start), moved(block.end))
      return block
    }
    return (String(text), new.filter { $0.start < $0.end })
  }
}
