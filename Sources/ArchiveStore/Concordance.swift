public import ArchiveQuery
internal import Compression
public import Discussion
internal import GRDB
public import SourceBytes

/// Keyword in context: every place where something stands in own words, with what is left and right of it.
public struct Concordance: Sendable, Hashable {
  /// One place.
  public struct Line: Sendable, Hashable {
    /// The post.
    public var post: PostID
    /// Its author as shown.
    public var author: String
    /// When it was written, as it says.
    public var date: StatedDate?
    /// Where it stands in the own words, in Unicode scalars.
    public var start: Int
    /// What comes before, as one line.
    public var left: String
    /// What was looked for, as it stands.
    public var match: String
    /// What comes after, as one line.
    public var right: String
  }

  /// How the lines are sorted; equal lines by time.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case date, left, right, match
  }

  /// The places, in order; as many as were asked for.
  public var lines: [Line] = []
  /// How many places there are in the posts that were read.
  public var placeCount = 0
  /// How many posts have one.
  public var postCount = 0
  /// How many posts match, also those that were not read because they are too many.
  public var matchingPostCount = 0
  /// Of how many of them the words were read.
  public var readPostCount = 0
  /// Places by year, `2012`; a post without a date has none.
  public var years: [(year: String, count: Int)] {
    yearCounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  /// Places by author as shown, most first.
  public var people: [(name: String, count: Int)] {
    personCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
  fileprivate var yearCounts: [String: Int] = [:]
  fileprivate var personCounts: [String: Int] = [:]
}

extension Archive {
  /// Of how many posts a concordance reads the words where it is not asked for all: as many as two seconds are enough for.
  public static let concordanceLimit = 10_000

  /// Gathers every place where the words of a query stand in own words.
  ///
  /// Where more posts match than are read, those that are read are spread evenly over all of them in order of time, so that
  /// counts by year and person keep their proportions.
  ///
  /// - Parameters:
  ///   - width: How many scalars are kept on each side.
  ///   - limit: How many lines at most; the counts are of all.
  ///   - readLimit: Of how many posts the words are read; nil for every one that matches, however long it takes.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` where posts are not found, or not read, in time.
  /// - Complexity: Reads the text of each post that matches, or of ``concordanceLimit``; memory for the lines.
  public func concordance(
    of query: QueryExpression, today: CivilDay, order: Concordance.Order = .date, width: Int = 60,
    limit: Int? = nil, readLimit: Int? = Archive.concordanceLimit
  ) throws -> Concordance {
    try database.reading { database in
      let (rows, terms) = try QueryBudget.within(of: database) { budget in
        let query = try SavedQueries.expanding(query, in: database)
        let compiler = try QueryCompiler(database: database, today: today)
        let run = try SearchRun(query, compiler: compiler, budget: budget)
        let page = try run.page(order: .oldest, limit: run.hits.count, offset: 0)
        return (page.map(\.row), compiler.snippetTerms(query))
      }
      var reading = ConcordanceReading(terms: terms, order: order, width: width, limit: limit)
      let count = min(rows.count, readLimit ?? Int.max)
      // Reading texts takes longer than finding them; whoever wants them all waits.
      try QueryBudget.within(readLimit == nil ? .seconds(86_400) : nil, of: database) { budget in
        let codec = ZstandardCodec()
        for index in 0..<count {
          try budget.check()
          let row = rows[index * rows.count / count]
          if let post = try PostRow.post(row, in: database, with: codec) { reading.read(post) }
        }
      }
      var concordance = reading.concordance
      concordance.matchingPostCount = rows.count
      concordance.readPostCount = count
      concordance.lines = reading.lines
      return concordance
    }
  }
}

/// Gathers places and counts them, post by post in order of time.
private struct ConcordanceReading {
  let terms: SnippetTerms
  let order: Concordance.Order
  let width: Int
  let limit: Int?
  private(set) var concordance = Concordance()
  private var kept: [(key: String, line: Concordance.Line)] = []
  /// The last key of the lines that are shown, once there are enough; what comes after it is not shown.
  private var last: String?

  init(terms: SnippetTerms, order: Concordance.Order, width: Int, limit: Int?) {
    (self.terms, self.order, self.width, self.limit) = (terms, order, width, limit)
  }

  /// The first lines in the order that was asked for.
  var lines: [Concordance.Line] {
    sorted(kept).map { _, line in
      var line = line
      line.left = Concordance.wholeWords(line.left, last: width)
      line.right = Concordance.wholeWords(line.right, first: width)
      return line
    }
  }

  mutating func read(_ post: Post) {
    let own = post.words.own
    let matches = terms.ranges(in: own)
    guard !matches.isEmpty else { return }
    concordance.count(matches.count, in: post)
    if order == .date, let limit, kept.count >= limit { return }
    let scalars = Array(own.unicodeScalars)
    // White space comes in runs, of which one blank is left.
    let reach = width + 40
    for match in matches {
      let key = order.key(of: match, in: scalars)
      if let last, key > last { continue }
      let line = Concordance.Line(
        post: post.id, author: post.author.shown, date: post.date?.stated, start: match.lowerBound,
        left: Concordance.line(scalars[max(0, match.lowerBound - reach)..<match.lowerBound]),
        match: Concordance.line(scalars[match]),
        right: Concordance.line(
          scalars[match.upperBound..<min(scalars.count, match.upperBound + reach)]))
      kept.append((key, line))
    }
    // What comes after as many as are shown is let go from time to time.
    if let limit, kept.count >= 2 * limit + 1_024 {
      kept = sorted(kept)
      last = order == .date ? nil : kept.last?.key
    }
  }

  private func sorted(
    _ lines: [(key: String, line: Concordance.Line)]
  ) -> [(key: String, line: Concordance.Line)] {
    if order == .date { return Array(lines.prefix(limit ?? Int.max)) }
    let order = lines.indices.sorted { left, right in
      lines[left].key != lines[right].key ? lines[left].key < lines[right].key : left < right
    }
    return order.prefix(limit ?? Int.max).map { lines[$0] }
  }
}

extension Concordance {
  fileprivate mutating func count(_ places: Int, in post: Post) {
    placeCount += places
    postCount += 1
    if let date = post.date {
      yearCounts[String(date.stated.iso8601.prefix(4)), default: 0] += places
    }
    personCounts[post.author.shown, default: 0] += places
  }

  /// The last characters of a text, without a piece of a word at the start unless the word is long.
  fileprivate static func wholeWords(_ text: String, last width: Int) -> String {
    let cut = text.suffix(width)
    guard cut.startIndex > text.startIndex, cut.first != " ",
      text[text.index(before: cut.startIndex)] != " ",
      let blank = cut.prefix(longWord).firstIndex(of: " ")
    else { return String(cut) }
    return String(cut[blank...])
  }

  /// The first characters of a text, without a piece of a word at the end unless the word is long.
  fileprivate static func wholeWords(_ text: String, first width: Int) -> String {
    let cut = text.prefix(width)
    guard cut.endIndex < text.endIndex, text[cut.endIndex] != " ",
      let blank = cut.suffix(longWord).lastIndex(of: " ")
    else { return String(cut) }
    return String(cut[..<blank])
  }

  /// A longer piece of a word is cut in it; so are scripts that set no blanks.
  private static let longWord = 16

  /// Text as one line: white space as single blanks.
  fileprivate static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(scalars.count)
    var lastIsBlank = false
    for scalar in scalars {
      let isBlank =
        scalar.value < 0x80
        ? scalar.value == 0x20 || (0x9...0xd).contains(scalar.value)
        : scalar.properties.isWhitespace
      if isBlank {
        if !lastIsBlank { line.append(0x20) }
      } else if scalar.value < 0x80 {
        line.append(UInt8(scalar.value))
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encode("\u{fffd}") ?? .init())
      }
      lastIsBlank = isBlank
    }
    return String(decoding: line, as: UTF8.self)
  }
}

extension Concordance.Order {
  /// How far to each side lines are compared, in scalars and in words.
  private static let reach = 40
  private static let wordCount = 4

  /// What lines are compared by: words, folded.
  ///
  /// To the left the nearest come first; a line with nothing beside it is sorted last.
  fileprivate func key(of match: Range<Int>, in scalars: [Unicode.Scalar]) -> String {
    func words(_ range: Range<Int>) -> [String] {
      WordRow(Concordance.line(scalars[range])).words.map(\.text)
    }
    let left = max(0, match.lowerBound - Self.reach)..<match.lowerBound
    let right = match.upperBound..<min(scalars.count, match.upperBound + Self.reach)
    let key: [String] =
      switch self {
      case .date: []
      case .match: words(match) + words(right).prefix(Self.wordCount)
      case .left: words(left).suffix(Self.wordCount).reversed()
      case .right: Array(words(right).prefix(Self.wordCount))
      }
    return key.isEmpty ? "\u{10ffff}" : key.joined(separator: " ")
  }
}
