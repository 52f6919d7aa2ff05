/// That two posts belong together though neither answers the other, and why.
public struct Relation: Sendable, Hashable {
  /// What shows it, strongest first.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A reader said so.
    case manual
    /// Both are the same text, posted twice.
    case copy
    /// One forwards the other.
    case forward
    /// One repeats passages of the other as its own.
    case excerpt
    /// One quotes the other.
    case quote
    /// One links to the other.
    case link
  }

  /// The post that takes from the other, or links to it.
  public var post: PostID
  /// The post that it takes from.
  public var origin: PostID
  /// What shows it.
  public var kind: Kind
  /// From 0 to 1.
  public var confidence: Double
  /// The longest shared passage, the link, or who said so.
  public var detail: String
  /// Where the passage lies in the text of `post`, in Unicode scalars.
  public var range: Range<Int>?
  /// How many words they share; 0 where it was not counted.
  public var wordCount: Int

  /// Records a relation.
  public init(
    post: PostID, origin: PostID, kind: Kind, confidence: Double, detail: String,
    range: Range<Int>? = nil, wordCount: Int = 0
  ) {
    self.post = post
    self.origin = origin
    self.kind = kind
    self.confidence = confidence
    self.detail = detail
    self.range = range
    self.wordCount = wordCount
  }

  /// The confidence in words.
  public var certainty: Certainty { Certainty(confidence: confidence) }
}
