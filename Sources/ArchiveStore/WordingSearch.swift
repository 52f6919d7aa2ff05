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
  /// More posts than these of one author or title are not compared.
  private static let crowd = 4_000
  /// More posts of one identity than these are not compared with each other.
  private static let manyClaims = 400
  /// How many posts are kept in memory.
  private static let cacheCount = 10_000

  /// A post that has a key, and where it stands.
  private struct Place {
    var post: Int64
    var pages: PageSets.Number
  }

  private let database: Database
  /// Wordings without a Message-ID by what they are looked up by: date, author, permalink.
  private var dated = DateCrowd()
  /// Wordings with a Message-ID by date, read when one without is looked at.
  private var datedMail: DateCrowd?
  private var rowsByKey: [String: [Place]] = [:]
  private var undatedRowsByKey: [String: [Place]] = [:]
  private var pageSets = PageSets()
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

  /// The wordings of a post, read once where not too many are asked for.
  mutating func wordings(of post: Int64) throws -> [KeptWording] {
    if let known = cache[post] { return known }
    let wordings = try WordingTable.wordings(of: post, in: database)
    if cache.count >= WordingSearch.cacheCount { cache.removeAll(keepingCapacity: true) }
    cache[post] = wordings
    return wordings
  }

  /// Whether a post could have a partner at all, asked before anything is read.
  func mayHavePartner(_ post: Int64, identity: String, instant: Int64?, hasMessageID: Bool) -> Bool
  {
    if rowsByIdentity[identity] != nil || !hasMessageID || linked[post] != nil { return true }
    guard let instant else { return false }
    return dated.contains(instant - WordingSearch.reach...instant + WordingSearch.reach)
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
    let pages = pageSets.number(of: value.pages)
    let claims = rowsByIdentity[value.name.identity.text] ?? []
    if claims.count <= WordingSearch.manyClaims { partners.formUnion(claims) }
    partners.formUnion(try contemporaries(of: value))
    var candidates: Set<Int64> = []
    if value.post.messageID == nil {
      let rows = value.post.date == nil ? rowsByKey : undatedRowsByKey
      for key in value.lookupKeys {
        guard let found = rows[key], found.count <= WordingSearch.crowd else { continue }
        candidates.formUnion(found.lazy.filter { $0.pages.isApart(from: pages) }.map(\.post))
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

  /// The posts of nearly the same date that might be one with a dated wording.
  ///
  /// In a crowd fewer are looked at. Each must be in the reach of the other, so that it does not matter which comes first.
  private mutating func contemporaries(of wording: Wording) throws -> Set<Int64> {
    guard let instant = wording.post.date?.stated.instant else { return [] }
    let isMail = wording.post.messageID != nil
    let crowds = isMail ? [dated] : [dated, try mail()]
    var found: Set<Int64> = []
    let pages = pageSets.number(of: wording.pages)
    for post in crowds.flatMap({ $0.posts(around: instant, apartFrom: pages) }) {
      let agrees = try wordings(of: post).contains { other in
        guard WordingComparison.mayAgree(wording, other.value),
          let moment = other.value.post.date?.stated.instant,
          let reach = try (isMail ? mail() : dated)
            .reach(around: moment, apartFrom: pageSets.number(of: other.value.pages))
        else { return false }
        return abs(moment - instant) <= reach
      }
      if agrees { found.insert(post) }
    }
    return found
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

  private mutating func mail() throws -> DateCrowd {
    if let datedMail { return datedMail }
    var read = DateCrowd()
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT instant, id FROM posts
          WHERE messageID IS NOT NULL AND instant IS NOT NULL AND kind <> 'missing'
        UNION SELECT instant, post FROM wordings
          WHERE messageID IS NOT NULL AND instant IS NOT NULL
        """)
    while let row = try cursor.next() { read.add(row[1], instant: row[0], pages: .none) }
    read.sort()
    datedMail = read
    return read
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
      for wording in try wordings(of: post)
      where wording.value.post.messageID == nil {
        let place = Place(post: post, pages: pageSets.number(of: wording.value.pages))
        if let instant = wording.value.post.date?.stated.instant {
          dated.add(post, instant: instant, pages: place.pages)
        }
        for key in wording.value.lookupKeys {
          rowsByKey[key, default: []].append(place)
          if wording.value.post.date == nil { undatedRowsByKey[key, default: []].append(place) }
        }
      }
    }
    dated.sort()
  }

  /// Reads which identities several posts claim: all of these but one have another name than that.
  private mutating func readContested() throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        WITH contested AS (
          SELECT identity FROM posts INDEXED BY postsWithOtherName WHERE name <> identity
          UNION SELECT identity FROM wordings)
        SELECT identity, id FROM posts
          WHERE kind <> 'missing' AND identity IN (SELECT identity FROM contested)
        UNION SELECT identity, post FROM wordings
        """)
    while let row = try cursor.next() { rowsByIdentity[row[0], default: []].append(row[1]) }
  }
}
