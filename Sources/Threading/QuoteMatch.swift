internal import Discussion

/// How the words of a post are found again in earlier posts.
struct QuoteMatch {
  /// What one earlier post shares with it.
  struct Share {
    /// The weight of the first-level quotations that it wrote.
    var written = 0.0
    /// How many sequences of the first level it wrote.
    var writtenCount = 0
    /// The weight of the first-level quotations that it only quotes itself.
    var passedOn = 0.0
    /// The weight of the deeper quotations that it quotes at the first level.
    var deeper = 0.0
    /// The weight of the deeper quotations that it wrote.
    var deeperWritten = 0.0
    /// The weight of the author's own words that it wrote.
    var copied = 0.0
    /// How many sequences of the author's own words it wrote.
    var copiedCount = 0

    mutating func addWritten(_ weight: Double) {
      written += weight
      writtenCount += 1
    }

    mutating func addCopied(_ weight: Double) {
      copied += weight
      copiedCount += 1
    }
  }

  /// By index of the post.
  private(set) var shares: [Int: Share] = [:]
  /// The weight of all first-level quotations.
  private(set) var total = 0.0
  /// The weight of all deeper quotations.
  private(set) var deeperTotal = 0.0
  /// How many sequences the first-level quotations have.
  private(set) var quotedCount = 0
  /// How many sequences the author's own words have.
  private(set) var ownCount = 0

  /// Who wrote the first words of the first-level quotations that anybody wrote.
  private(set) var firstWriters: Set<Int> = []
  /// Who wrote the first words of the last first-level quotation of which anybody wrote something.
  private(set) var lastWriters: Set<Int> = []

  /// Looks the words of `text` up.
  ///
  /// - Parameter accepts: Whether a post may be considered.
  init(_ text: ScannedText, in index: PassageIndex, accepts: (Int) -> Bool) {
    var shares: [Int: Share] = [:]
    var total = 0.0
    var deeperTotal = 0.0
    var quotedCount = 0
    var ownCount = 0
    var firstWriters: Set<Int> = []
    var lastWriters: Set<Int> = []
    var lastBlock = -1
    for passage in text.passages where passage.isRead {
      text.forEachShingle(in: passage.words) { shingle, _ in
        guard let holders = index.holders(of: shingle) else { return }
        let weight = 1 / Double(max(1, holders.own.count)).squareRoot()
        switch passage.depth {
        case 0:
          ownCount += 1
          for post in holders.own where accepts(Int(post)) {
            shares[Int(post), default: Share()].addCopied(weight)
          }
        case 1:
          total += weight
          quotedCount += 1
          if passage.block != lastBlock {
            let writers = Set(holders.own.lazy.map(Int.init).filter(accepts))
            if !writers.isEmpty {
              if firstWriters.isEmpty { firstWriters = writers }
              lastWriters = writers
              lastBlock = passage.block
            }
          }
          for post in holders.own where accepts(Int(post)) {
            shares[Int(post), default: Share()].addWritten(weight)
          }
          for post in holders.quoted where accepts(Int(post)) && !holders.own.contains(post) {
            shares[Int(post), default: Share()].passedOn += weight
          }
        default:
          deeperTotal += weight
          for post in holders.quoted where accepts(Int(post)) {
            shares[Int(post), default: Share()].deeper += weight
          }
          for post in holders.own where accepts(Int(post)) {
            shares[Int(post), default: Share()].deeperWritten += weight
          }
        }
      }
    }
    (self.shares, self.total, self.deeperTotal) = (shares, total, deeperTotal)
    (self.firstWriters, self.lastWriters) = (firstWriters, lastWriters)
    (self.quotedCount, self.ownCount) = (quotedCount, ownCount)
  }

  /// The longest run of words of `text` that `post` wrote, as a range of words.
  static func longestRun(
    of text: ScannedText, in index: PassageIndex, writtenBy post: Int, isOwn: Bool
  ) -> Range<Int>? {
    var best: Range<Int>?
    for passage in text.passages where passage.isRead && (passage.depth == 0) == isOwn {
      guard passage.depth <= 1 else { continue }
      let length = min(passage.words.count, ScannedText.shingleLength)
      var run: Range<Int>?
      text.forEachShingle(in: passage.words) { shingle, first in
        guard index.holders(of: shingle)?.own.contains(Int32(post)) == true else { return }
        if let open = run, first <= open.upperBound {
          run = open.lowerBound..<first + length
        } else {
          run = first..<first + length
        }
        if (run?.count ?? 0) > (best?.count ?? 0) { best = run }
      }
    }
    return best
  }
}

extension ScannedText.Passage {
  /// Whether its words are looked up: quotations, and own words for what is quoted without a mark.
  var isRead: Bool {
    switch kind {
    case .quote, .forward: true
    case .own: true
    case .code, .patch: depth > 0
    case .attribution, .signature, .footer, .pgp: false
    }
  }

  /// Whether its words are the author's, so that others may quote them.
  var isWritten: Bool {
    switch kind {
    case .own, .code, .patch, .signature, .pgp: depth == 0
    case .quote, .forward, .attribution, .footer: false
    }
  }

  /// Whether its words are quoted at the first level.
  var isQuotedOnce: Bool {
    depth == 1 && (kind == .quote || kind == .code || kind == .patch || kind == .forward)
  }
}
