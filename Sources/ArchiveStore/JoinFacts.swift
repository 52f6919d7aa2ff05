public import Corrections
internal import Discussion
internal import GRDB
internal import Identity
internal import SourceBytes

/// What readers decided about which posts are one.
struct JoinFacts {
  /// A decision: two ids as they were when it was made, and whether they are one post.
  private struct Fact {
    var one: String
    var words: String?
    var other: String
    var isOne: Bool
  }

  private var facts: [Fact] = []
  /// The posts that facts bring together, whatever their identity.
  private(set) var linked: [Int64: Set<Int64>] = [:]

  init(_ database: Database) throws {
    let kept = try CorrectionTable.fetch(
      where: "undone IS NULL AND kind = ?", arguments: [CorrectionKind.same.rawValue],
      in: database)
    for correction in kept.inForce() {
      guard let one = correction.decision.post, let other = correction.decision.about,
        let isOne = correction.decision.value.flag
      else { continue }
      facts.append(Fact(one: one.text, words: correction.words, other: other, isOne: isOne))
      let posts = try Int64.fetchSet(
        database,
        sql: """
          WITH wanted(name) AS (VALUES(?1), (?2))
          SELECT id FROM posts WHERE kind <> 'missing'
            AND (identity IN wanted OR name IN wanted
              OR name IN (SELECT post FROM aliases WHERE name IN wanted))
          UNION SELECT post FROM wordings WHERE identity IN wanted
          """, arguments: [one.text, other])
      for post in posts { linked[post, default: []].formUnion(posts) }
    }
  }

  /// The pairs that readers joined and parted, by index.
  ///
  /// - Parameter wordings: Those of one cluster.
  func pairs(
    among wordings: [Wording]
  ) -> (joined: [(left: Int, right: Int)], parted: [(left: Int, right: Int)]) {
    guard !facts.isEmpty else { return ([], []) }
    var joined: [(left: Int, right: Int)] = []
    var parted: [(left: Int, right: Int)] = []
    for fact in facts {
      guard let one = index(of: fact.one, words: fact.words, among: wordings),
        let other = index(of: fact.other, words: nil, among: wordings), one != other
      else { continue }
      if fact.isOne { joined.append((one, other)) } else { parted.append((one, other)) }
    }
    return (joined, parted)
  }

  /// The wording that an id means: the one that has it beyond doubt, else the first of its identity.
  private func index(of id: String, words: String?, among wordings: [Wording]) -> Int? {
    if let index = wordings.firstIndex(where: { $0.name.imposterID.text == id }) { return index }
    let claims = wordings.indices.filter { wordings[$0].name.identity.text == id }
    if let words, claims.count > 1,
      let index = claims.first(where: { wordings[$0].name.digest.hexadecimal.hasPrefix(words) })
    {
      return index
    }
    return claims.min { wordings[$0].precedes(wordings[$1]) }
  }
}

extension CorrectionKind {
  /// Whether two posts are one: about the id of the other.
  ///
  /// The value is true or false; the smaller id is the post's.
  public static let same = CorrectionKind(rawValue: "same")
}
