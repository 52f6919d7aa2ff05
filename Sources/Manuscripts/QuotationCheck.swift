/// What was found out about one quotation of a manuscript.
public struct QuotationCheck: Sendable, Hashable {
  /// The answer.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Word for word, but for typography, capitals, and what ellipses and brackets mark.
    case exact
    /// Found with other words in some places.
    case altered
    /// The words of somebody else than the manuscript names.
    case misattributed
    /// No post has these words.
    case notFound
    /// No quotation: the subject of a thread.
    case title
  }

  /// The quotation.
  public var quotation: FoundQuotation
  /// The answer.
  public var status: Status
  /// Whom the manuscript names; nil where it names nobody.
  public var named: String?
  /// The post that has the words; nil where none has.
  public var source: QuotedSource?
  /// Where and how the words stand there.
  public var match: QuotationMatch?
  /// Whether the post only quotes them: whoever wrote them is not in the archive.
  public var isQuotedThere = false
  /// Further posts whose authors wrote the same words.
  public var others: [String] = []

  /// Looks for the very words first; only where nobody wrote them, for posts that share some.
  ///
  /// - Parameters:
  ///   - holding: Finds the posts that have each of some stretches of words.
  ///   - sharing: Finds the posts that have words of them.
  public init(
    _ quotation: FoundQuotation, people: NamedPeople,
    holding: ([[String]]) throws -> [QuotedSource], sharing: ([[String]]) throws -> [QuotedSource]
  ) rethrows {
    let runs = QuotedWords(quotation.text, isManuscript: true).runs
    self.init(quotation, candidates: try holding(runs), people: people)
    guard match?.edits.isEmpty != true || isQuotedThere else { return }
    self.init(quotation, candidates: try sharing(runs), people: people)
  }

  /// Compares a quotation with the posts that may have it.
  ///
  /// - Parameter candidates: Texts that share words with the quotation.
  public init(_ quotation: FoundQuotation, candidates: [QuotedSource], people: NamedPeople) {
    self.quotation = quotation
    status = .notFound
    let mention = people.attribution(of: quotation.context)
    named = mention?.name
    let matcher = QuotationMatcher(quotation.text)
    var hits: [(source: QuotedSource, match: QuotationMatch, isOwn: Bool)] = []
    for candidate in candidates {
      if let match = matcher.match(candidate.own) {
        hits.append((candidate, match, true))
      } else if let match = matcher.match(candidate.quoted) {
        hits.append((candidate, match, false))
      }
    }
    // Nearest words first; own before quoted; whom the manuscript names; the earliest; by id.
    func rank(_ hit: (source: QuotedSource, match: QuotationMatch, isOwn: Bool)) -> (
      Double, Int, Int, Int64
    ) {
      (
        hit.match.distance + (hit.isOwn ? 0 : 0.02), hit.isOwn ? 0 : 1,
        mention?.people.contains(hit.source.person) == true ? 0 : 1, hit.source.instant ?? .max
      )
    }
    hits.sort { left, right in
      let (one, other) = (rank(left), rank(right))
      return one != other ? one < other : left.source.id < right.source.id
    }
    guard let best = hits.first else {
      let words = matcher.quotation.words
      if candidates.contains(where: { QuotedWords($0.subject, isManuscript: false).words == words })
      {
        status = .title
      }
      return
    }
    source = best.source
    match = best.match
    isQuotedThere = !best.isOwn
    status = best.match.edits.isEmpty ? .exact : .altered
    others = hits.dropFirst().filter { $0.isOwn && $0.match.distance <= best.match.distance }
      .map(\.source.id)
    if let mention, !mention.people.contains(best.source.person) || isQuotedThere {
      // Somebody who is named and quoted by others may well have written it in a post that is not here.
      status =
        mention.people.contains(best.source.person) || !isQuotedThere ? .misattributed : status
    }
  }
}
