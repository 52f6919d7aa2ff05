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
      exact = Annotation.text(of: scalars[range])
      prefix = Annotation.text(of: scalars[max(0, range.lowerBound - 32)..<range.lowerBound])
      suffix = Annotation.text(
        of: scalars[range.upperBound..<min(scalars.count, range.upperBound + 32)])
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

  /// Some scalars as a string; ten times as fast as by way of `String.UnicodeScalarView`.
  package static func text(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count + 8)
    for scalar in scalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Annotation {
  /// The id of a mark that a reader makes: of what it says where, and by whom.
  ///
  /// - Parameter number: Tells marks apart that would have one id.
  public static func readerID(of mark: Annotation, number: Int = 0) -> String {
    let parts = [
      mark.post.text, mark.origin, mark.topic, mark.role, mark.stance, mark.target, mark.exact,
      mark.range.map { "\($0.lowerBound)" }, mark.note, number == 0 ? nil : "\(number)",
    ]
    return "a-"
      + StableName.letters(
        of: parts.map { $0 ?? "" }.joined(separator: "\0"), characterCount: 12)
  }
}
