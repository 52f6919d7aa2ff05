internal import Discussion
internal import GRDB
internal import Threading

/// What threading keeps of a post from one import to the next, so that only what hangs on posts that changed is decided anew:
/// whether and among which others it is to be linked by evidence, and to which others its place is tied.
///
/// Missing posts have one too; of them only what says where they stand is set.
struct ThreadedPost: Equatable {
  // MARK: What the tables say of it

  /// Its id; none where no post is there.
  var packedID = PackedID.none
  var kind = PostKind.message
  /// In seconds since 1970, as it orders posts; `Int64.min` for none.
  ///
  /// Of a missing post that of the first that answers it.
  var instant = Int64.min
  /// Its place on its page.
  var position: Int32 = 0
  /// The row of the venue of its best copy; 0 for none.
  var venue: Int32 = 0
  /// Whether a message shows signs of answering another: a quotation, or a reply mark in its subject.
  var looksLikeReply = false
  /// Whether its subject has a reply mark.
  var hasReplyMark = false
  /// Stands for its base subject; 0 for none.
  var subjectKey: UInt64 = 0
  /// Stands for all that is shown of it and enters its links or what is said of its thread, the text included; only who
  /// its person is comes later.
  var digest: UInt64 = 0

  /// Stands for the way in which it shows its author (``ShownForm``); 0 where that says nothing of a person.
  var form: UInt64 = 0

  // MARK: What threading made of it

  /// The parent that headers, markup or readers state.
  var packedStated = PackedID.none
  /// The row of the article that pages put it under; 0 for none.
  var article: UInt32 = 0
  /// The least row of all posts that are tied to it by what they state or by evidence.
  var component: UInt32 = 0
  /// How many posts its thread has, where it is the root; else 0.
  var threadCount: UInt32 = 0
  /// Its number in the reading order, where it is a root.
  var rank: Int64 = 0

  /// Whether there is a post.
  var isThere: Bool { packedID != .none }

  var id: PostID { packedID.id ?? PostID("") }

  /// The parent that headers, markup or readers state.
  var stated: PostID? { packedStated.id }

  /// Whether they state one.
  var isStated: Bool { packedStated != .none }

  /// When it was written; nil where that is not known.
  var date: Int64? { instant == .min ? nil : instant }

  /// Whether it stands before another in the order of time: undated ones first, those of one instant as their page has
  /// them, then by id.
  func precedes(_ other: ThreadedPost) -> Bool {
    (instant, position, packedID) < (other.instant, other.position, other.packedID)
  }

  /// Takes over what the tables say.
  ///
  /// - Parameter row: One of ``columns``.
  mutating func read(_ row: RowStatement.Columns) {
    packedID = PackedID(PostID(row.text(1) ?? ""))
    kind = row.text(2).flatMap { PostKind(rawValue: $0) } ?? .message
    // A missing post stands where threading put it.
    guard kind != .missing else {
      form = 0
      return
    }
    instant = row.integer(3) ?? .min
    position = Int32(truncatingIfNeeded: row.integer(4) ?? 0)
    venue = Int32(truncatingIfNeeded: row.integer(5) ?? 0)
    let subject = row.text(6).map { BaseSubject($0) }
    hasReplyMark = subject?.isReply ?? false
    let hasQuote = PostTraits(rawValue: Int(row.integer(7) ?? 0)).contains(.hasQuote)
    looksLikeReply = hasQuote || hasReplyMark
    subjectKey = subject.map { EvidenceThreading.subjectKey($0) } ?? 0
    var hash = StableHash()
    for column: CInt in 1...15 where column != 5 {
      // Nothing is not the same as an empty text.
      hash.add(row.isNull(column) ? 0 : 1 as UInt8)
      row.withBytes(column) { hash.add($0) }
    }
    digest = hash.value
    let namesNobody = row.isNull(9) && row.isNull(10) && row.isNull(11)
    form = kind == .pingback || namesNobody ? 0 : ThreadedPost.form(row)
  }

  /// The same as ``ShownForm/hash``, without a text for each part.
  private static func form(_ row: RowStatement.Columns) -> UInt64 {
    var hash = StableHash()
    for column: CInt in [9, 10, 11, 8] { row.withBytes(column) { hash.add($0) } }
    return max(1, hash.value)
  }

  /// The columns that ``read(_:)`` takes over; the first is the row.
  static let columns = """
    SELECT posts.id, posts.name, posts.kind, coalesce(posts.instant, pageInstant), pagePosition,
      venues.id, posts.subject, posts.traits, venues.slug, authorName, authorAddress, authorURL,
      ordinal, permalink, textDigest, posts.instant
    FROM posts LEFT JOIN copies ON copies.id = posts.bestCopy
      LEFT JOIN venues ON venues.id = copies.venue
    """
}

extension ThreadedPost {
  /// Appends it as bytes.
  func encode(to bytes: inout [UInt8]) {
    packedID.append(to: &bytes)
    CompactBytes.append(ThreadedPost.kinds.firstIndex(of: kind) ?? 0, to: &bytes)
    CompactBytes.append(bits: UInt64(bitPattern: instant), to: &bytes)
    CompactBytes.append(Int(position), to: &bytes)
    CompactBytes.append(Int(venue), to: &bytes)
    CompactBytes.append((looksLikeReply ? 1 : 0) | (hasReplyMark ? 2 : 0), to: &bytes)
    CompactBytes.append(bits: subjectKey, to: &bytes)
    CompactBytes.append(bits: digest, to: &bytes)
    CompactBytes.append(bits: form, to: &bytes)
    packedStated.append(to: &bytes)
    CompactBytes.append(Int(article), to: &bytes)
    CompactBytes.append(Int(component), to: &bytes)
    CompactBytes.append(Int(threadCount), to: &bytes)
    if threadCount > 0 { CompactBytes.append(bits: UInt64(bitPattern: rank), to: &bytes) }
  }

  /// Reads what was encoded; nil where it is damaged.
  init?(_ reader: inout CompactBytes.Reader) {
    guard let id = PackedID(&reader), let kind = reader.number(),
      ThreadedPost.kinds.indices.contains(kind), let instant = reader.bits(),
      let position = reader.number(), let venue = reader.number(), let signs = reader.number(),
      let subjectKey = reader.bits(), let digest = reader.bits(), let form = reader.bits(),
      let stated = PackedID(&reader),
      let article = reader.number(), let component = reader.number(),
      let threadCount = reader.number()
    else { return nil }
    packedID = id
    self.kind = ThreadedPost.kinds[kind]
    self.instant = Int64(bitPattern: instant)
    self.position = Int32(truncatingIfNeeded: position)
    self.venue = Int32(truncatingIfNeeded: venue)
    looksLikeReply = signs & 1 != 0
    hasReplyMark = signs & 2 != 0
    self.subjectKey = subjectKey
    self.digest = digest
    self.form = form
    packedStated = stated
    self.article = UInt32(truncatingIfNeeded: article)
    self.component = UInt32(truncatingIfNeeded: component)
    self.threadCount = UInt32(truncatingIfNeeded: threadCount)
    guard threadCount > 0 else { return }
    guard let rank = reader.bits() else { return nil }
    self.rank = Int64(bitPattern: rank)
  }

  private static let kinds: [PostKind] = [.message, .article, .comment, .pingback, .missing]
}
