internal import Discussion
internal import Foundation
internal import GRDB
internal import Identity
internal import SourceBytes

/// Finds the wordings that might be one post with given ones, by what can be looked up without their texts.
///
/// What is found does not depend on where the search starts: whatever might agree with something that was found is
/// found too.
struct WordingSearch {
  /// More posts than these around one date are not compared by date, but for those of the very second.
  private static let crowd = 4_000
  /// More posts of one identity than these are not compared with each other.
  private static let manyClaims = 400

  private let database: Database
  /// Wordings without a Message-ID by what they are looked up by: date, author, permalink.
  private var datedRows: [(instant: Int64, post: Int64)] = []
  private var rowsByKey: [String: [Int64]] = [:]
  private var undatedRowsByKey: [String: [Int64]] = [:]
  private var rowsByIdentity: [String: [Int64]] = [:]
  private var cache: [Int64: [KeptWording]] = [:]

  private let linked: [Int64: Set<Int64>]

  /// Reads what is looked up again and again.
  ///
  /// - Parameter linked: Posts that are looked at together in any case.
  init(_ database: Database, linked: [Int64: Set<Int64>]) throws {
    self.database = database
    self.linked = linked
    try readWithoutMessageID()
    try readContested()
  }

  /// The wordings of a post, read once.
  mutating func wordings(of post: Int64) throws -> [KeptWording] {
    if let known = cache[post] { return known }
    let wordings = try WordingTable.wordings(of: post, in: database)
    cache[post] = wordings
    return wordings
  }

  /// Whether a post could have a partner at all, asked before anything is read.
  func mayHavePartner(_ post: Int64, identity: String, instant: Int64?, hasMessageID: Bool) -> Bool
  {
    if rowsByIdentity[identity] != nil || !hasMessageID || linked[post] != nil { return true }
    guard let instant, !datedRows.isEmpty else { return false }
    let first = firstIndex(from: instant - WordingSearch.reach)
    return first < datedRows.count && datedRows[first].instant <= instant + WordingSearch.reach
  }

  /// The posts with which one that begins at `posts` might be one, and those with which these might be, and so on.
  mutating func cluster(from start: Int64) throws -> Set<Int64> {
    var found: Set<Int64> = [start]
    var open = [start]
    // What stands on a page is found once, however many posts lead there.
    var seenPages: Set<Int64> = []
    while let post = open.popLast() {
      for other in linked[post] ?? [] where found.insert(other).inserted { open.append(other) }
      for wording in try wordings(of: post) {
        for partner in try partners(of: wording, seenPages: &seenPages)
        where found.insert(partner).inserted {
          open.append(partner)
        }
      }
    }
    return found
  }

  /// Whether two wordings of a cluster are compared by their texts.
  func mayCompare(_ one: KeptWording, _ other: KeptWording) -> Bool {
    one.value.name.identity != other.value.name.identity
      || rowsByIdentity[one.value.name.identity.text, default: []].count
        <= WordingSearch.manyClaims
  }

  private static let reach = WordingComparison.dateReach

  private mutating func partners(
    of wording: KeptWording, seenPages: inout Set<Int64>
  ) throws -> Set<Int64> {
    var partners: Set<Int64> = []
    let value = wording.value
    let claims = rowsByIdentity[value.name.identity.text] ?? []
    if claims.count <= WordingSearch.manyClaims { partners.formUnion(claims) }
    var candidates: Set<Int64> = []
    if let instant = value.post.date?.stated.instant {
      candidates.formUnion(try posts(around: instant, withMessageID: value.post.messageID == nil))
    }
    if value.post.messageID == nil {
      let rows = value.post.date == nil ? rowsByKey : undatedRowsByKey
      for key in value.lookupKeys {
        if let found = rows[key], found.count <= WordingSearch.crowd { candidates.formUnion(found) }
      }
      if value.post.date == nil {
        partners.formUnion(try companions(of: value, seenPages: &seenPages))
      }
    }
    candidates.remove(wording.post)
    for candidate in candidates.subtracting(partners) {
      let agrees = try wordings(of: candidate).contains {
        WordingComparison.mayAgree(value, $0.value)
      }
      if agrees { partners.insert(candidate) }
    }
    partners.remove(wording.post)
    return partners
  }

  /// The other posts without a date that stand on the same pages.
  private mutating func companions(
    of wording: Wording, seenPages: inout Set<Int64>
  ) throws -> Set<Int64> {
    var companions: Set<Int64> = []
    for page in wording.pages.sorted() where seenPages.insert(page).inserted {
      let posts = try Int64.fetchAll(
        try database.cachedStatement(sql: "SELECT DISTINCT post FROM copies WHERE member = ?"),
        arguments: [page])
      for post in posts {
        let isUndated = try wordings(of: post).contains {
          $0.value.post.date == nil && $0.value.post.messageID == nil
            && $0.value.pages.contains(page)
        }
        if isUndated { companions.insert(post) }
      }
    }
    return companions
  }

  private func posts(around instant: Int64, withMessageID: Bool) throws -> [Int64] {
    let reach = WordingSearch.reach
    guard withMessageID else {
      var posts: [Int64] = []
      var index = firstIndex(from: instant - reach)
      while index < datedRows.count, datedRows[index].instant <= instant + reach {
        posts.append(datedRows[index].post)
        index += 1
      }
      return posts
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT id FROM posts WHERE instant BETWEEN ? AND ? AND kind <> 'missing'
        UNION SELECT post FROM wordings WHERE instant BETWEEN ?1 AND ?2 LIMIT ?3
        """)
    let posts = try Int64.fetchAll(
      statement, arguments: [instant - reach, instant + reach, WordingSearch.crowd])
    guard posts.count == WordingSearch.crowd else { return posts }
    return try Int64.fetchAll(
      statement, arguments: [instant, instant, WordingSearch.crowd])
  }

  private func firstIndex(from instant: Int64) -> Int {
    var (low, high) = (0, datedRows.count)
    while low < high {
      let middle = (low + high) / 2
      if datedRows[middle].instant < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func readWithoutMessageID() throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT id FROM posts WHERE messageID IS NULL AND kind <> 'missing'
        UNION SELECT post FROM wordings WHERE messageID IS NULL
        """)
    var posts: [Int64] = []
    while let row = try cursor.next() { posts.append(row[0]) }
    for post in posts {
      for wording in try wordings(of: post) where wording.value.post.messageID == nil {
        if let instant = wording.value.post.date?.stated.instant {
          datedRows.append((instant, post))
        }
        for key in wording.value.lookupKeys {
          rowsByKey[key, default: []].append(post)
          if wording.value.post.date == nil { undatedRowsByKey[key, default: []].append(post) }
        }
      }
    }
    datedRows.sort { ($0.instant, $0.post) < ($1.instant, $1.post) }
  }

  private mutating func readContested() throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        WITH contested AS (
          SELECT identity FROM posts GROUP BY identity HAVING count(*) > 1
          UNION SELECT identity FROM wordings)
        SELECT identity, id FROM posts
          WHERE kind <> 'missing' AND identity IN (SELECT identity FROM contested)
        UNION SELECT identity, post FROM wordings
        """)
    while let row = try cursor.next() { rowsByIdentity[row[0], default: []].append(row[1]) }
  }
}
