/// A mark on a span of a post, or on a whole post.
public struct Annotation: Sendable, Hashable {
  /// Whether the span stands where it was marked.
  public enum State: String, Sendable, Hashable {
    /// It stands where it was marked.
    case placed
    /// The text changed, and the words were found elsewhere in it.
    case moved
    /// The words are there no more.
    case orphaned
  }

  /// Its stable name: `a-` and 12 characters.
  public var id: String
  /// The post it marks.
  public var post: PostID
  /// The span in Unicode scalars of the text; nil for the whole post.
  public var range: Range<Int>?
  /// The words of the span.
  public var exact: String?
  /// Up to 32 scalars before it.
  public var prefix: String?
  /// Up to 32 scalars behind it.
  public var suffix: String?
  /// Whether the span stands where it was marked.
  public var state = State.placed
  /// The topic that it gives.
  public var topic: String?
  /// What the span does in an argument.
  public var role: String?
  /// How the span stands towards ``target``.
  public var stance: String?
  /// `parent`, `post:ID`, `span:ANNOTATION` or `topic:ID`.
  public var target: String?
  /// `codebook`, `discovered`, `rule`, `model:NAME` or `person:NAME`.
  public var origin: String
  /// How sure it is, from 0 to 1; nil for what people say.
  public var confidence: Double?
  /// `accepted` or `rejected`, where a reader decided.
  public var decision: String?
  /// The words that told, strongest first.
  public var evidence: [String] = []
  /// What a reader notes.
  public var note: String?
  /// Who made it.
  public var by: String?
  /// When, as ISO 8601; empty for what is made anew at any time.
  public var created = ""

  /// Marks a span of a text, or with no range the whole post.
  ///
  /// - Parameter scalars: The text of the post.
  public init(
    post: PostID, range: Range<Int>?, in scalars: [Unicode.Scalar], origin: String,
    topic: String? = nil, role: String? = nil, stance: String? = nil
  ) {
    self.post = post
    self.origin = origin
    self.topic = topic
    self.role = role
    self.stance = stance
    id = ""
    if let range = range?.clamped(to: 0..<scalars.count) {
      self.range = range
      exact = Annotation.text(scalars[range])
      prefix = Annotation.text(scalars[max(0, range.lowerBound - 32)..<range.lowerBound])
      suffix = Annotation.text(
        scalars[range.upperBound..<min(scalars.count, range.upperBound + 32)])
    }
    if stance != nil { target = "parent" }
    // Of what it says where, never of when or how sure: the same mark made again is the same mark.
    let parts = [
      post.text, origin, topic, role, stance, exact, range.map { "\($0.lowerBound)" },
    ]
    id =
      "a-"
      + StableName.letters(
        of: parts.map { $0 ?? "" }.joined(separator: "\0"), characterCount: 12)
  }

  /// Takes over a mark that was made before.
  public init(id: String, post: PostID, origin: String) {
    self.id = id
    self.post = post
    self.origin = origin
  }

  /// Looks for the span in the text as it is now and notes what became of it.
  ///
  /// Of several places where the words stand the one that continues the prefix or goes on as the suffix counts, else the
  /// nearest.
  public mutating func anchor(in scalars: [Unicode.Scalar]) {
    guard let range, let exact else { return }
    let words = Array(exact.unicodeScalars)
    guard !words.isEmpty else { return }
    func stands(at start: Int) -> Bool {
      start >= 0 && start + words.count <= scalars.count
        && scalars[start..<start + words.count].elementsEqual(words)
    }
    if stands(at: range.lowerBound), range.count == words.count {
      state = .placed
      return
    }
    let places = scalars.indices.filter { scalars[$0] == words[0] && stands(at: $0) }
    func isContinued(_ start: Int) -> Bool {
      let before = Array((prefix ?? "").unicodeScalars.suffix(12))
      let behind = Array((suffix ?? "").unicodeScalars.prefix(12))
      let end = start + words.count
      return scalars[..<start].suffix(before.count).elementsEqual(before)
        || scalars[end...].prefix(behind.count).elementsEqual(behind)
    }
    let best = places.min { left, right in
      let (first, second) = (isContinued(left) ? 0 : 1, isContinued(right) ? 0 : 1)
      return (first, abs(left - range.lowerBound), left)
        < (second, abs(right - range.lowerBound), right)
    }
    guard let best else {
      state = .orphaned
      return
    }
    self.range = best..<best + words.count
    state = .moved
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
