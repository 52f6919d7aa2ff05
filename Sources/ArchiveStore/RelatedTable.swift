internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes
internal import Threading

/// Finds posts that belong together across venues, anew from what ``SketchTable`` keeps.
enum RelatedTable {
  /// A sequence that more authors wrote is a phrase, a licence or a notice.
  private static let ownLimit = 8
  /// A sequence that more posts hold is not followed.
  private static let holderLimit = 64
  /// How many samples are held in memory at once.
  private static let samplesAtOnce = 2_000_000
  /// How many pairs are counted at once.
  private static let pairLimit = 2_000_000
  /// How many samples two posts share at least before their texts are compared.
  private static let leastShared = 2
  /// To how many other posts one is compared, those with which it shares most.
  private static let partnerLimit = 12

  private struct Pair: Hashable, Comparable {
    var low: Int64
    var high: Int64

    static func < (left: Pair, right: Pair) -> Bool {
      (left.low, left.high) < (right.low, right.high)
    }
  }

  /// - Parameter changed: The posts that may have other texts than before.
  static func update(_ changed: ChangedRows, in database: Database) throws {
    try database.execute(sql: "DELETE FROM related")
    try SketchTable.update(changed, in: database)
    let venues = try Int.fetchOne(database, sql: "SELECT count(DISTINCT venue) FROM postVenues")
    if venues ?? 0 > 1 { try relateTexts(in: database) }
    try relateLinks(in: database)
  }

  private static func relateTexts(in database: Database) throws {
    let codec = ZstandardCodec()
    func text(_ row: Int64) throws -> Post? { try PostRow.post(row, in: database, with: codec) }
    var (low, first) = (Int64.min, nil as Post?)
    var found: [Int64: [Match]] = [:]
    for pair in try candidates(in: database) {
      if pair.low != low { (low, first) = (pair.low, try text(pair.low)) }
      guard let one = first, let other = try text(pair.high) else { continue }
      // What was written first is what the other takes from.
      let (left, right) = (one.date?.stated.instant ?? .max, other.date?.stated.instant ?? .max)
      let isInOrder = left != right ? left < right : one.id < other.id
      let (origin, post) = isInOrder ? (one, other) : (other, one)
      guard let (relation, isQuotedThere) = relation(of: post, to: origin) else { continue }
      let (later, earlier) = isInOrder ? (pair.high, pair.low) : (pair.low, pair.high)
      found[later, default: []].append(
        Match(relation: relation, origin: earlier, isQuotedThere: isQuotedThere))
    }
    for (post, matches) in found.sorted(by: { $0.key < $1.key }) {
      // Who wrote the words is the origin; others who quote them are not, unless nobody else is there.
      let written = matches.filter { !$0.isQuotedThere }.map(\.relation.wordCount).max() ?? 0
      for match in matches
      where !match.isQuotedThere || match.relation.wordCount > written * 5 / 4 {
        try insert(match.relation, post: post, origin: match.origin, in: database)
      }
    }
  }

  private struct Match {
    var relation: Relation
    var origin: Int64
    /// Whether the origin only quotes what the two share.
    var isQuotedThere: Bool
  }

  private static func relation(
    of post: Post, to origin: Post
  ) -> (relation: Relation, isQuotedThere: Bool)? {
    guard let text = post.text, let before = origin.text else { return nil }
    let shared = SharedPassages((before, origin.blocks), (text, post.blocks))
    guard let confidence = shared.confidence else { return nil }
    var kind = Relation.Kind.excerpt
    if min(shared.coverageOfFirst, shared.coverageOfSecond) >= 0.8, shared.quotedCount == 0 {
      kind = .copy
    } else if shared.forwardedCount * 2 > shared.wordCount {
      kind = .forward
    } else if shared.quotedCount * 2 > shared.wordCount {
      kind = .quote
    }
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: shared.longest.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: shared.longest.upperBound)
    let offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
    let count = text.unicodeScalars.distance(from: start, to: end)
    let words = text[start..<end].split(whereSeparator: \.isWhitespace)
    let relation = Relation(
      post: post.id, origin: origin.id, kind: kind, confidence: confidence,
      detail: words.prefix(40).joined(separator: " "), range: offset..<offset + count,
      wordCount: shared.wordCount)
    return (relation, shared.quotedCountInFirst * 2 > shared.wordCount)
  }

  private static func relateLinks(in database: Database) throws {
    let targets = try LinkTargets(database)
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT post, links, posts.name FROM sketches INDEXED BY sketchesWithLinks
          CROSS JOIN posts ON posts.id = sketches.post
        WHERE links IS NOT NULL ORDER BY posts.name
        """)
    for row in rows {
      let post: Int64 = row[0]
      for link in (row[1] as String).split(separator: "\n") {
        guard let target = try targets.target(of: String(link)), target.post != post else {
          continue
        }
        let relation = Relation(
          post: PostID(row[2]), origin: PostID(""), kind: .link, confidence: target.confidence,
          detail: String(link))
        try insert(relation, post: post, origin: target.post, in: database)
      }
    }
  }

  private static func insert(
    _ relation: Relation, post: Int64, origin: Int64, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO related(
          post, origin, evidence, confidence, detail, start, end, wordCount)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        post, origin, relation.kind.rawValue, relation.confidence, relation.detail,
        relation.range?.lowerBound, relation.range?.upperBound, relation.wordCount,
      ])
  }

  /// The pairs of posts in different venues that share rare samples, as rows.
  private static func candidates(in database: Database) throws -> [Pair] {
    // Posts are told apart by their place in the order of ids, so that the order of imports shows nowhere.
    let rows = try Int64.fetchAll(database, sql: "SELECT id FROM posts ORDER BY name")
    var places = RowPlaces()
    for (place, row) in rows.enumerated() { places[row] = place }
    /// By place the row of the venue; 0 for none.
    var venueOfPost = [Int64](repeating: 0, count: rows.count)
    let venues = try Row.fetchCursor(
      database, sql: "SELECT post, venue FROM postVenues ORDER BY post, isBest, venue DESC")
    while let row = try venues.next() {
      if let post = places[row[0]] { venueOfPost[post] = row[1] }
    }
    let filter = try VenueFilter(venueOfPost: venueOfPost, places: places, in: database)
    let passes = UInt64(filter.heldCount / samplesAtOnce + 1)
    var counts: [Pair: Int32] = [:]
    for pass in 0..<passes {
      var held: [(sample: UInt64, post: Int64)] = []
      try SketchTable.forEachSample(in: database) { row, sample in
        guard filter.holds(sample), (sample >> 8) % passes == pass, let post = places[row],
          venueOfPost[post] != 0
        else { return }
        held.append((sample, Int64(post)))
      }
      held.sort { ($0.sample, $0.post) < ($1.sample, $1.post) }
      count(held, venueOfPost: venueOfPost, into: &counts)
    }
    return strongest(counts).map {
      Pair(low: rows[Int($0.low)], high: rows[Int($0.high)])
    }
  }

  private static func count(
    _ held: [(sample: UInt64, post: Int64)], venueOfPost: [Int64],
    into counts: inout [Pair: Int32]
  ) {
    var start = 0
    while start < held.count {
      var end = start
      while end < held.count, held[end].sample | 1 == held[start].sample | 1 { end += 1 }
      let holders = held[start..<end]
      start = end
      // Sorted by sample, those that quote come before those that wrote.
      let own = holders.filter { $0.sample & 1 == 1 }
      guard !own.isEmpty, own.count <= ownLimit, holders.count > 1, holders.count <= holderLimit
      else { continue }
      var pairs: Set<Pair> = []
      for writer in own {
        for holder in holders
        where holder.post != writer.post
          && venueOfPost[Int(holder.post)] != venueOfPost[Int(writer.post)]
        {
          pairs.insert(
            Pair(low: min(holder.post, writer.post), high: max(holder.post, writer.post)))
        }
      }
      for pair in pairs { counts[pair, default: 0] += 1 }
      // What was met once by now is the least likely.
      if counts.count > pairLimit { counts = counts.filter { $0.value > 1 } }
    }
  }

  /// Those that share enough, the strongest of each post.
  private static func strongest(_ counts: [Pair: Int32]) -> [Pair] {
    let enough = counts.filter { $0.value >= leastShared }.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key < right.key
    }
    var partners: [Int64: Int] = [:]
    var kept: [Pair] = []
    for (pair, _) in enough {
      guard partners[pair.low, default: 0] < partnerLimit,
        partners[pair.high, default: 0] < partnerLimit
      else { continue }
      partners[pair.low, default: 0] += 1
      partners[pair.high, default: 0] += 1
      kept.append(pair)
    }
    return kept.sorted()
  }
}

/// Tells the samples that posts of one venue alone hold, which are nearly all, from others.
private struct VenueFilter {
  /// Stands for several venues.
  private static let several = UInt16.max

  /// How many samples it does not tell to be held in one venue alone.
  private(set) var heldCount = 0
  /// The number of the venue whose posts hold the samples that fall into a slot; 0 for none.
  private var slots: [UInt16]

  /// - Complexity: Two passes over the samples; 2 bytes for each place of a table that has two to four places for each of
  ///   them, at most 64 MB.
  init(venueOfPost: [Int64], places: RowPlaces, in database: Database) throws {
    let total =
      try Int.fetchOne(database, sql: "SELECT coalesce(sum(length(samples)), 0) / 8 FROM sketches")
      ?? 0
    var slotCount = 1 << 16
    while slotCount < 2 * total, slotCount < 1 << 25 { slotCount *= 2 }
    var slots = [UInt16](repeating: 0, count: slotCount)
    let venues = Set(venueOfPost).subtracting([0]).sorted()
    // More venues than numbers share one that hides nothing.
    let numbers = Dictionary(
      venues.enumerated().map { ($1, UInt16(exactly: $0 + 1) ?? VenueFilter.several) },
      uniquingKeysWith: { first, _ in first })
    var last: (row: Int64, number: UInt16?) = (.min, nil)
    try SketchTable.forEachSample(in: database) { row, sample in
      if row != last.row {
        last = (row, places[row].flatMap { numbers[venueOfPost[$0]] })
      }
      guard let number = last.number else { return }
      let slot = VenueFilter.slot(of: sample, count: slotCount)
      if slots[slot] == 0 {
        slots[slot] = number
      } else if slots[slot] != number {
        slots[slot] = VenueFilter.several
      }
    }
    self.slots = slots
    var heldCount = 0
    try SketchTable.forEachSample(in: database) { _, sample in
      if slots[VenueFilter.slot(of: sample, count: slotCount)] == VenueFilter.several {
        heldCount += 1
      }
    }
    self.heldCount = heldCount
  }

  func holds(_ sample: UInt64) -> Bool {
    slots[VenueFilter.slot(of: sample, count: slots.count)] == VenueFilter.several
  }

  /// Those of one sequence fall together, whether they quote it or wrote it.
  private static func slot(of sample: UInt64, count: Int) -> Int {
    Int(truncatingIfNeeded: ((sample | 1) &* 0x9e37_79b9_7f4a_7c15) >> 32) & (count - 1)
  }
}
