public import Discussion

/// One thing that a reader decides, before it is kept.
public struct Decision: Sendable, Hashable {
  /// What it is about.
  public var kind: CorrectionKind
  /// The post it is about; nil where it is about none.
  public var post: PostID?
  /// The exact words it is about, such as a marked passage or a name as written.
  public var exact: String?
  /// What of the post or the words, where a kind decides several things: a field, another post, a mark.
  public var about: String?
  /// What was decided.
  public var value: CorrectionValue

  /// Takes over a decision.
  public init(
    _ kind: CorrectionKind, post: PostID? = nil, exact: String? = nil, about: String? = nil,
    value: CorrectionValue
  ) {
    self.kind = kind
    self.post = post
    self.exact = exact
    self.about = about
    self.value = value
  }

  /// What the decision decides: of two decisions with one slot the later one counts.
  public var slot: Slot { Slot(kind: kind, post: post, exact: exact, about: about) }

  /// The place of a decision among all that can be decided.
  public struct Slot: Sendable, Hashable, Comparable {
    /// What it is about.
    public var kind: CorrectionKind
    /// The post.
    public var post: PostID?
    /// The words.
    public var exact: String?
    /// What of them.
    public var about: String?

    private var key: (String, String, String, String) {
      (kind.rawValue, post?.text ?? "", about ?? "", exact ?? "")
    }

    /// Orders by kind, post, what of it, words.
    public static func < (left: Slot, right: Slot) -> Bool { left.key < right.key }
  }
}

/// A decision that is kept, with who made it and when.
public struct Correction: Sendable, Hashable {
  /// Its number in the log of its archive, from 1; it means nothing elsewhere.
  public var number: Int
  /// The number of the change it belongs to: what one command decided is undone together.
  public var change: Int
  /// What was decided.
  public var decision: Decision
  /// Who decided, where that is known.
  public var by: String?
  /// When.
  public var made: CorrectionTime
  /// When it was taken back; nil while it counts.
  public var undone: CorrectionTime?
  /// The first 12 hexadecimal digits of the digest of the post's own words when it was decided, which tell the post
  /// from others that claim its Message-ID; nil where the post was not there.
  public var words: String?

  /// Takes over a correction.
  public init(
    number: Int, change: Int, decision: Decision, by: String?, made: CorrectionTime,
    undone: CorrectionTime? = nil, words: String? = nil
  ) {
    self.number = number
    self.change = change
    self.decision = decision
    self.by = by
    self.made = made
    self.undone = undone
    self.words = words
  }
}

extension Sequence<Correction> {
  /// The corrections that count: of each slot the latest that was not taken back.
  ///
  /// Time decides, then the value, never the number in a log: so the same corrections give the same outcome in
  /// whatever order they came together.
  ///
  /// - Returns: Sorted by slot, each slot once.
  public func inForce() -> [Correction] {
    var latest: [Decision.Slot: Correction] = [:]
    for correction in self where correction.undone == nil {
      let slot = correction.decision.slot
      if let other = latest[slot], !correction.isLater(than: other) { continue }
      latest[slot] = correction
    }
    return latest.values.sorted { $0.decision.slot < $1.decision.slot }
  }
}

extension Correction {
  fileprivate func isLater(than other: Correction) -> Bool {
    if made != other.made { return made > other.made }
    let (left, right) = (decision.value.sortKey, other.decision.value.sortKey)
    if left != right { return left > right }
    return (by ?? "") > (other.by ?? "")
  }
}

extension CorrectionValue {
  /// A text that is the same for the same value.
  fileprivate var sortKey: String {
    switch self {
    case .null: "n"
    case .flag(let flag): flag ? "t" : "f"
    case .integer(let number): "i\(number)"
    case .number(let number): "d\(number)"
    case .text(let text): "s\(text.utf8.count):\(text)"
    case .list(let values): "[" + values.map(\.sortKey).joined(separator: ",") + "]"
    case .map(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.sortKey)" }
        .joined(separator: ",") + "}"
    }
  }
}
