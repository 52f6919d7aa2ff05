public import Discussion
internal import Foundation
internal import GRDB

/// A thread about the same thing as another.
public struct AlikeThread: Sendable, Hashable {
  /// The thread.
  public var thread: ThreadSummary
  /// How much of what tells the other thread apart it has, from 0 to 1.
  public var score: Double
  /// The words that both have, the most telling first, as they were asked about.
  public var terms: [String]
}

extension Archive {
  /// Finds threads about the same thing, by the words that tell a thread apart from the rest of the archive.
  ///
  /// A word weighs by how often the thread has it and how few posts do (TF-IDF; G. Salton and C. Buckley, "Term-weighting
  /// approaches in automatic text retrieval", 1988). The strongest are looked up in own words and subjects, and threads are
  /// ranked by how many of them they have, how often for their length (S. E. Robertson and S. Walker, 1994). No model, nothing
  /// stored; the words are handed out, so that a reader sees why.
  ///
  /// - Parameters:
  ///   - id: Any post of the thread.
  ///   - limit: How many threads at most.
  /// - Complexity: Reads some texts of the thread and the postings of a few words.
  public func threadsAlike(_ id: PostID, limit: Int = 5) throws -> [AlikeThread] {
    try database.reading { database in
      guard
        let thread = try Int64.fetchOne(
          database,
          sql: """
            SELECT thread FROM placements JOIN posts ON posts.id = placements.post
            WHERE posts.name = ?
            """, arguments: [id.text])
      else { throw ArchiveError.unknownPost(id.text) }
      let search = try AlikeSearch(thread, in: database)
      return try search.threads(limit: limit).compactMap { found in
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT threads.*, posts.name FROM threads JOIN posts ON posts.id = threads.root
            WHERE root = ?
            """, arguments: [found.thread])
        guard let row else { return nil }
        return AlikeThread(
          thread: try summary(row, in: database), score: found.score, terms: found.terms)
      }
    }
  }
}

/// One look for threads with the words of a thread.
private struct AlikeSearch {
  /// How many words are looked up, and of how many the number of posts is asked.
  private static let termLimit = 14
  private static let candidateLimit = 120
  /// A word that more posts have than one in so many tells no thread apart.
  private static let commonShare = 20
  /// How many of the words another thread needs, and of the strongest five.
  private static let leastShared = 4
  private static let leastStrong = 2
  /// How much of their weight.
  private static let leastScore = 0.25
  /// Of how many threads the length is asked.
  private static let rankLimit = 200

  private struct Term {
    var shown: String
    var match: String
    var value: Double
  }

  private struct Candidate {
    var thread: Int64
    var shared: [(term: Int, count: Int)]
    var length = 0.0
    var score = 0.0
    var name = ""
  }

  private let database: Database
  private let thread: Int64
  private var terms: [Term] = []

  init(_ thread: Int64, in database: Database) throws {
    self.database = database
    self.thread = thread
    let posts = try Int.fetchOne(database, sql: "SELECT coalesce(sum(posts), 0) FROM threads") ?? 0
    let words = try ThreadWords(ofThread: thread, in: database).words
    let inflections = try Inflections(database: database)
    // What stands once in a long thread is no matter of it.
    let wanted = words.sorted { left, right in
      left.value.weight != right.value.weight
        ? left.value.weight > right.value.weight : left.key < right.key
    }.prefix(AlikeSearch.candidateLimit)
    let count = try database.cachedStatement(sql: "SELECT count(*) FROM words WHERE words MATCH ?")
    for (_, word) in wanted {
      let forms = TokenText(anyOf: try inflections.forms(of: word.shown)).match
      let match = "{subject own} : \(forms)"
      let holders = try Int.fetchOne(count, arguments: [match]) ?? 0
      // A word of this thread alone finds no other.
      guard holders > word.postCount, holders <= max(5, posts / AlikeSearch.commonShare) else {
        continue
      }
      // Once for the thread that asks and once for the one that is found.
      let rarity = log(Double(posts + 1) / Double(holders))
      terms.append(Term(shown: word.shown, match: match, value: word.weight * rarity * rarity))
    }
    terms.sort { $0.value != $1.value ? $0.value > $1.value : $0.shown < $1.shown }
    terms = Array(terms.prefix(AlikeSearch.termLimit))
  }

  /// The best threads with their words.
  func threads(limit: Int) throws -> [(thread: Int64, score: Double, terms: [String])] {
    var candidates = try candidates()
    for index in candidates.indices {
      candidates[index].score = score(candidates[index], damping: 1)
    }
    candidates.sort { $0.score > $1.score }
    if candidates.count > AlikeSearch.rankLimit {
      let least = candidates[AlikeSearch.rankLimit - 1].score
      candidates.removeAll { $0.score < least }
    }
    try measure(&candidates)
    let average = candidates.reduce(0) { $0 + $1.length } / Double(max(1, candidates.count))
    for index in candidates.indices {
      // A long text has words of every kind.
      let damping = 0.25 + 0.75 * candidates[index].length / max(1, average)
      candidates[index].score = score(candidates[index], damping: damping)
    }
    candidates.removeAll { $0.score < AlikeSearch.leastScore }
    candidates.sort { $0.score != $1.score ? $0.score > $1.score : $0.name < $1.name }
    return candidates.prefix(limit).map { found in
      (found.thread, found.score, found.shared.map { terms[$0.term].shown })
    }
  }

  /// The threads that have enough of the words, and how many of their posts have each.
  private func candidates() throws -> [Candidate] {
    var found: [Int64: [(term: Int, count: Int)]] = [:]
    for (index, term) in terms.enumerated() {
      var counts: [Int64: Int] = [:]
      try NumberRows.forEach(
        """
        SELECT thread FROM words CROSS JOIN placements INDEXED BY placementsByPost
          ON placements.post = words.rowid WHERE words MATCH ?
        """, [term.match], in: database
      ) { column in
        if let other = column(0), other != thread { counts[other, default: 0] += 1 }
        return true
      }
      for (other, count) in counts { found[other, default: []].append((index, count)) }
    }
    let least = min(AlikeSearch.leastShared, max(2, terms.count / 2))
    return found.compactMap { other, shared in
      let strong = shared.count { $0.term < 5 }
      guard shared.count >= least, strong >= min(AlikeSearch.leastStrong, terms.count) else {
        return nil
      }
      return Candidate(thread: other, shared: shared)
    }
  }

  /// Reads how long the threads are, in bytes of compressed text, and their ids.
  private func measure(_ candidates: inout [Candidate]) throws {
    let length = try database.cachedStatement(
      sql: """
        SELECT sum(length(frame)) FROM placements JOIN texts ON texts.post = placements.post
        WHERE thread = ?
        """)
    let name = try database.cachedStatement(sql: "SELECT name FROM posts WHERE id = ?")
    for index in candidates.indices {
      let thread = candidates[index].thread
      candidates[index].length = Double(try Int.fetchOne(length, arguments: [thread]) ?? 0)
      candidates[index].name = try String.fetchOne(name, arguments: [thread]) ?? ""
    }
    // What is added up does not depend on the order of imports.
    candidates.sort { $0.name < $1.name }
  }

  /// The part of the weight of all words that a thread has, from 0 to 1.
  private func score(_ candidate: Candidate, damping: Double) -> Double {
    let all = terms.reduce(0) { $0 + $1.value }
    let sum = candidate.shared.reduce(0) { sum, hit in
      let count = Double(hit.count)
      return sum + terms[hit.term].value * count * 1.5 / (count + 0.5 * damping)
    }
    return all > 0 ? min(1, sum / all / 1.5) : 0
  }
}
