/// That a post starts a new discussion out of an old one.
public struct Fork: Sendable, Hashable {
  /// The post of the old discussion that it departs from.
  public var origin: PostID
  /// What says so.
  public var evidence: Evidence.Kind
  /// From 0 to 1.
  public var confidence: Double
  /// The words that carry it.
  public var detail: String

  /// Records a fork.
  public init(origin: PostID, evidence: Evidence.Kind, confidence: Double, detail: String) {
    self.origin = origin
    self.evidence = evidence
    self.confidence = confidence
    self.detail = detail
  }
}
