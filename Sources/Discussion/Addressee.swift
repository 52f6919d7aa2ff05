/// The person that a post speaks to, as its text says.
///
/// Often the author of the post that it answers, not always: the two are kept apart.
public struct Addressee: Sendable, Hashable {
  /// How the name led to the person.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// It is their name, or a part of it.
    case name
    /// It is a short form of their name.
    case nickname
    /// It is nearly their name.
    case spelling
    /// It fits nobody there, and only they show no name.
    case elimination
    /// A reader said so.
    case manual
    /// It fits nobody.
    case unknown
  }

  /// The name as it is called, such as `Sam`.
  public var name: String
  /// The person behind it; nil where nobody fits.
  public var person: String?
  /// The name that the person shows there.
  public var shown: String?
  /// How the name led to the person.
  public var basis: Basis
  /// From 0 to 1: that this person is meant.
  public var confidence: Double
  /// Where greeting and name lie in the text, in Unicode scalars; nil where they do not.
  public var range: Range<Int>?

  /// Records whom a post speaks to.
  public init(
    name: String, person: String?, shown: String?, basis: Basis, confidence: Double,
    range: Range<Int>?
  ) {
    self.name = name
    self.person = person
    self.shown = shown
    self.basis = basis
    self.confidence = confidence
    self.range = range
  }

  /// The confidence in words.
  public var certainty: Certainty { Certainty(confidence: confidence) }
}
